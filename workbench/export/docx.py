"""Word documents: the English alone, or a table of both languages for a reviewer, which can come back."""

from __future__ import annotations

from typing import Any

from workbench.export import handed_over
from workbench.export.delivery import Delivery
from workbench.export.looks import GREY, OPEN, Look
from workbench.export.passages import title_of
from workbench.export.rows import STATE_LABELS, Row, progress, rows, unfinished
from workbench.export.word import GERMAN, new_document, new_table, saved, shade, write
from workbench.export.word_codes import stretches
from workbench.export.word_passages import write_passages
from workbench.export.word_review import TAG, bookmark, comment, control, keep, set_stretches
from workbench.text import clean_line
from workbench.translation import State

HEADS = ("No.", "German", "English", "State")
"""What stands over the columns; a file that comes back is read by these."""
FOR_REVIEWERS = (
    "To the reviewer: change the English as you like, with or without tracked changes, and write comments where you "
    "want. Choose “reviewed” in the last column where a paragraph is good. Small grey signs such as ⟨1/⟩ stand for a "
    "footnote mark, an image or the like: leave each at its words."
)
_WIDTHS = (12, 110, 110, 35)
"""Widths of the columns in millimetres; 267 mm is A4 landscape within its margins."""
_CHOICES = (STATE_LABELS[State.REVIEWED], STATE_LABELS[State.TRANSLATED])


def english(delivery: Delivery) -> bytes:
    """The English in one column, A4 portrait; headings, lists, tables, bold and links of a Markdown source are such."""
    record = delivery.record
    document = new_document(title_of(record), english=delivery.english, landscape=False)
    if unfinished(delivery):
        write(document.add_paragraph(), progress(delivery), Look(color=OPEN, bold=True))
    write_passages(document, record, delivery.english)
    return saved(document)


def bilingual(delivery: Delivery) -> bytes:
    """A table, A4 landscape: No., German, English, state with findings; its head is repeated on every page.

    The texts are tagged as German and as British or American English for the spelling check, glossary terms are
    underlined. Notes are comments. What was handed over is kept in the file, and each paragraph knows its id, so that
    what a reviewer changes can be taken over (see `workbench.export.returning`).
    """
    record = delivery.record
    title = f"{clean_line(record.source)}: German and English"
    document = new_document(title, english=delivery.english, landscape=True)
    document.add_heading(title, level=1)
    told = Look(color=OPEN, bold=True) if unfinished(delivery) else Look(color=GREY)
    above = (title, progress(delivery), FOR_REVIEWERS)
    write(document.add_paragraph(), above[1], told)
    write(document.add_paragraph(), above[2], Look(color=GREY, small=True))
    made = rows(delivery)
    for row, cells in zip(made, new_table(document, len(made), HEADS, _WIDTHS), strict=True):
        _fill(document, cells, row, delivery.english)
    said = {row.number: (row.label, *_said(row)) for row in made}
    keep(document, handed_over.as_xml(clean_line(record.source), made, said, above))
    return saved(document)


def _said(row: Row) -> list[str]:
    """What the last column says beside the state, a line each."""
    found = (*row.beside_note, *(f"! {finding}" for finding in row.findings))
    return [clean_line(line) for line in found]


def _fill(document: Any, cells: list[Any], row: Row, language: str) -> None:
    color = GREY if row.state is State.SKIPPED else ""
    number, german, english, state = (cell.paragraphs[0] for cell in cells)
    write(number, str(row.number), Look(color=GREY))
    if row.note:
        comment(document, number, row.note)
    bookmark(number, row.id, row.number)
    set_stretches(german, stretches(row.source, row.markup, row.german_terms), Look(GERMAN, color))
    set_stretches(english, stretches(row.target, row.markup, row.english_terms), Look(language, color))
    control(english, f"{TAG}{row.id}", f"English of {row.number}")
    write(state, row.label, Look(color=OPEN if row.is_open else GREY, bold=row.is_open, small=True))
    if row.state is not State.SKIPPED:
        control(state, "", f"State of {row.number}", tuple(dict.fromkeys((row.label, *_CHOICES))))
    for line in _said(row):
        write(cells[3].add_paragraph(), line, Look(color=OPEN if line.startswith("!") else GREY, small=True))
    if row.state is State.SKIPPED:
        for cell in cells:
            shade(cell, "F2F2F2")
