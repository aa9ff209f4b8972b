"""The English alone in a Word document: headings, lists, tables and quotations in Word's own styles."""

from __future__ import annotations

from typing import Any

from workbench.export.looks import OPEN, Look
from workbench.export.passages import Cells, Passage, passages, size, together
from workbench.export.word import GERMAN, cells_of, pad, write, write_runs
from workbench.translation import TranslationRecord

_DEEPEST = 3
"""Word's list styles go to the third level."""


def write_passages(document: Any, record: TranslationRecord, english: str) -> None:
    """Write every English paragraph of a record as what it is. `english`: the language it is tagged with."""
    lists: dict[tuple[int, int], Any] = {}
    styles: dict[str, str | None] = {}
    for found in together(passages(record)):
        if isinstance(found, Passage):
            paragraph = document.add_paragraph()
            paragraph._p.style = _style_id(document, _style(found), styles)
            _write_passage(document, paragraph, found, lists, english)
        else:
            _write_table(document, found, english)


def _style_id(document: Any, name: str, known: dict[str, str | None]) -> str | None:
    """The id of a style; None for the usual one. python-docx goes through all styles for each that it is asked."""
    if name not in known:
        from docx.enum.style import WD_STYLE_TYPE

        known[name] = document.part.get_style_id(name, WD_STYLE_TYPE.PARAGRAPH)
    return known[name]


def _write_passage(
    document: Any, paragraph: Any, found: Passage, lists: dict[tuple[int, int], Any], english: str
) -> None:
    if found.block.kind == "item" and found.block.ordered and found.block.begins:
        _number(document, paragraph, found, lists)
    _write(paragraph, found, english)


def _write(paragraph: Any, found: Passage, english: str, *, bold: bool = False) -> None:
    if found.mark:
        write(paragraph, found.mark, Look(color=OPEN, bold=True))
    write_runs(paragraph, found.runs, Look(GERMAN if found.language == "de" else english, bold=bold))


def _style(found: Passage) -> str:
    block = found.block
    if block.kind == "heading":
        return f"Heading {min(max(block.level, 1), 6)}"
    if block.kind == "quotation":
        return "Quote"
    if block.kind != "item":
        return "Normal"
    name = "List Continue" if not block.begins else "List Number" if block.ordered else "List Bullet"
    level = min(block.level, _DEEPEST)
    return name if level == 1 else f"{name} {level}"


def _number(document: Any, paragraph: Any, found: Passage, lists: dict[tuple[int, int], Any]) -> None:
    """Count the items of each numbered list anew: the style alone would count through the whole document."""
    numbering = document.part.numbering_part.numbering_definitions._numbering
    group = found.block.group, found.block.level
    if group not in lists or found.counted == max(found.block.start, 0):
        style = paragraph.style.element.pPr.numPr.numId.val
        kind = next(num.abstractNumId.val for num in numbering.num_lst if num.numId == style)
        lists[group] = numbering.add_num(kind)
        lists[group].add_lvlOverride(ilvl=0).add_startOverride(found.counted)
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = lists[group].numId


def _write_table(document: Any, cells: Cells, english: str) -> None:
    rows, columns = size(cells)
    table = document.add_table(rows=rows, cols=columns, style="Table Grid")
    pad(table)
    for row, line in enumerate(cells_of(table)):
        for column, cell in enumerate(line):
            if (row, column) in cells:
                _write(cell.paragraphs[0], cells[row, column], english, bold=row == 0)
    document.add_paragraph()
