"""The list of queries for the editor: originals that are wanted, open questions and notes, with room for an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from workbench.export.delivery import Delivery
from workbench.export.html import page
from workbench.export.looks import GREY, Look
from workbench.export.markdown_runs import escaped
from workbench.text import clean, clean_line
from workbench.translation import State, TranslationRecord, questions, remarks, wants_original

WANTED = "Please give these words as they were said."
_HEADS = ("No.", "German", "English", "Query", "Answer")
_WIDTHS = (12, 75, 75, 60, 45)
"""Widths of the columns in millimetres; 267 mm is A4 landscape within its margins."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked about one paragraph, whose `number` counts from 1; what is only told is in `notes`."""

    number: int
    german: str
    english: str
    asked: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything, what is asked first."""
        return (*self.asked, *(f"Note: {note}" for note in self.notes))


def queries(record: TranslationRecord) -> tuple[Query, ...]:
    """The paragraphs with something to ask or to tell: originals that are wanted first, then questions, then notes.

    Skipped paragraphs ask nothing.
    """
    found = []
    for index, paragraph in enumerate(record.paragraphs):
        note = clean(paragraph.note)
        asked = ((WANTED,) if wants_original(note) else ()) + questions(note)
        if paragraph.state is not State.SKIPPED and (asked or remarks(note)):
            german, english = clean_line(paragraph.german), clean_line(paragraph.english)
            found.append(Query(index + 1, german, english, asked, remarks(note)))
    return tuple(sorted(found, key=lambda one: (WANTED not in one.asked, not one.asked, one.number)))


def markdown(delivery: Delivery) -> bytes:
    """One query below the other, as Markdown; UTF-8."""
    found = queries(delivery.record)
    parts = [f"# {escaped(_title(delivery.record))}", escaped(_summary(found))]
    for one in found:
        parts += [f"## {one.number}", f"> {escaped(one.german)}", escaped(one.english or "–")]
        parts.append("\n".join(f"- **{escaped(line)}**" for line in one.lines))
    return ("\n\n".join(parts) + "\n").encode()


def html(delivery: Delivery) -> bytes:
    """A table with an empty column for the answers, as a page that prints."""
    found = queries(delivery.record)
    title = _title(delivery.record)
    return page(title, "bilingual", [f"<h1>{escape(title)}</h1>", f"<p>{escape(_summary(found))}</p>", *_table(found)])


def _table(found: tuple[Query, ...]) -> Iterator[str]:
    heads = "".join(f'<th scope="col">{head}</th>' for head in _HEADS)
    yield f'<table><colgroup><col class="number"><col span="{len(_HEADS) - 1}"></colgroup>'
    yield f"<thead><tr>{heads}</tr></thead><tbody>"
    for one in found:
        asked = "".join(f"<p>{escape(line)}</p>" for line in one.lines)
        yield f'<tr><th scope="row">{one.number}</th><td lang="de">{escape(one.german)}</td>'
        yield f'<td lang="en">{escape(one.english)}</td><td>{asked}</td><td></td></tr>'
    yield "</tbody></table>"


def docx(delivery: Delivery) -> bytes:
    """A table with an empty column for the answers, A4 landscape."""
    from workbench.export.word import GERMAN, new_document, new_table, saved, write

    found, title = queries(delivery.record), _title(delivery.record)
    document = new_document(title, english=delivery.english, landscape=True)
    document.add_heading(title, level=1)
    write(document.add_paragraph(), _summary(found), Look(color=GREY))
    for one, cells in zip(found, new_table(document, len(found), _HEADS, _WIDTHS), strict=True):
        write(cells[0].paragraphs[0], str(one.number), Look(color=GREY))
        write(cells[1].paragraphs[0], one.german, Look(GERMAN))
        write(cells[2].paragraphs[0], one.english, Look(delivery.english))
        for number, line in enumerate(one.lines):
            write(cells[3].paragraphs[0] if not number else cells[3].add_paragraph(), line, Look())
    return saved(document)


def _title(record: TranslationRecord) -> str:
    return f"{clean_line(record.source)}: queries"


def _summary(found: tuple[Query, ...]) -> str:
    """`3 queries, 1 of them for the words as they were said, and 2 notes.`"""
    asked = sum(len(one.asked) for one in found)
    wanted = sum(WANTED in one.asked for one in found)
    notes = sum(len(one.notes) for one in found)
    parts = [f"{asked} quer{'y' if asked == 1 else 'ies'}"]
    if wanted:
        parts[0] += f", {wanted} of them for words as they were said,"
    if notes:
        parts.append(f"{notes} note{'s' if notes > 1 else ''}")
    return " and ".join(parts) + "."
