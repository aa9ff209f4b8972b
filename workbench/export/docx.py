"""Word documents: a table of both languages, or the English alone."""

from __future__ import annotations

from typing import Any

from workbench.export.delivery import Delivery
from workbench.export.rows import Row, progress, rows, unfinished
from workbench.export.word import ENGLISH, GERMAN, GREY, OPEN, Look, new_document, pad, saved, shade, write, write_runs
from workbench.export.word_passages import write_passages
from workbench.text import clean_line
from workbench.translation import State

_WIDTHS = (12, 110, 110, 35)
"""Widths of the columns in millimetres; 267 mm is A4 landscape within its margins."""


def english(delivery: Delivery) -> bytes:
    """The English in one column, A4 portrait; headings, lists, tables, bold and links of a Markdown source are such."""
    record = delivery.record
    document = new_document(clean_line(record.source), landscape=False)
    if unfinished(delivery):
        write(document.add_paragraph(), progress(delivery), Look(color=OPEN, bold=True))
    write_passages(document, record)
    return saved(document)


def bilingual(delivery: Delivery) -> bytes:
    """A table, A4 landscape: No., German, English, state and notes; its head is repeated on every page.

    The texts are tagged as German and British English for the spelling check, glossary terms are underlined.
    """
    record = delivery.record
    title = f"{clean_line(record.source)}: German and English"
    document = new_document(title, landscape=True)
    document.add_heading(title, level=1)
    told = Look(color=OPEN, bold=True) if unfinished(delivery) else Look(color=GREY)
    write(document.add_paragraph(), progress(delivery), told)
    table = _new_table(document)
    for row in rows(delivery):
        _fill(table.add_row(), row)
    return saved(document)


def _new_table(document: Any) -> Any:
    """The table with its head; rows are added one by one."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table = document.add_table(rows=1, cols=len(_WIDTHS), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    pad(table)
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, width, text in zip(head.cells, _WIDTHS, ("No.", "German", "English", "State, notes"), strict=True):
        cell.width = Mm(width)
        write(cell.paragraphs[0], text, Look(bold=True))
        shade(cell, "E8E8E8")
    return table


def _fill(table_row: Any, row: Row) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table_row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells = table_row.cells
    for cell, width in zip(cells, _WIDTHS, strict=True):
        cell.width = Mm(width)
    color = GREY if row.state is State.SKIPPED else ""
    write(cells[0].paragraphs[0], str(row.number), Look(color=GREY))
    write_runs(cells[1].paragraphs[0], row.german_runs, Look(GERMAN, color))
    write_runs(cells[2].paragraphs[0], row.english_runs, Look(ENGLISH, color))
    state = OPEN if row.is_open else GREY
    write(cells[3].paragraphs[0], row.label, Look(color=state, bold=row.is_open, small=True))
    for remark in row.remarks:
        write(cells[3].add_paragraph(), remark, Look(color=GREY, small=True))
    if row.state is State.SKIPPED:
        for cell in cells:
            shade(cell, "F2F2F2")
