"""Word documents: a table of both languages, or the English alone. Written by python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from workbench.export.rows import Row, Term, blocks, pieces, progress, rows, unreviewed
from workbench.glossary import Glossary
from workbench.text import clean_line
from workbench.translation import State, TranslationRecord

_GERMAN, _ENGLISH = "de-DE", "en-GB"
_GREY, _OPEN = "6B6B6B", "8A4B00"
_WIDTHS = (12, 110, 110, 35)
"""Widths of the columns in millimetres; 267 mm is A4 landscape within its margins."""

_EPOCH = datetime(2000, 1, 1)
"""The date in every document: two exports of the same record are the same file."""


@dataclass(frozen=True, slots=True)
class _Look:
    """How a run of text is written. `color` is RRGGBB, empty for the page's own."""

    language: str = _ENGLISH
    color: str = ""
    bold: bool = False
    small: bool = False
    term: bool = False


def english(record: TranslationRecord, glossary: Glossary) -> bytes:
    """The English in one column, A4 portrait; headings of a Markdown source are headings."""
    document = _new_document(clean_line(record.source), landscape=False)
    if unreviewed(record):
        _write(document.add_paragraph(), progress(record), _Look(color=_OPEN, bold=True))
    for block in blocks(record):
        style = f"Heading {block.level}" if block.level else "Normal"
        paragraph = document.add_paragraph(style=style)
        if block.mark:
            _write(paragraph, block.mark, _Look(color=_OPEN, bold=True))
        _write(paragraph, block.text, _Look(_GERMAN if block.language == "de" else _ENGLISH))
    return _saved(document)


def bilingual(record: TranslationRecord, glossary: Glossary) -> bytes:
    """A table, A4 landscape: No., German, English, state and notes; its head is repeated on every page.

    The texts are tagged as German and British English for the spelling check, glossary terms are underlined.
    """
    title = f"{clean_line(record.source)}: German and English"
    document = _new_document(title, landscape=True)
    document.add_heading(title, level=1)
    told = _Look(color=_OPEN, bold=True) if unreviewed(record) else _Look(color=_GREY)
    _write(document.add_paragraph(), progress(record), told)
    table = _new_table(document)
    for row in rows(record, glossary):
        _fill(table.add_row(), row)
    return _saved(document)


def _new_document(title: str, *, landscape: bool) -> Any:
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm, Pt

    document = Document()
    section = document.sections[0]
    sides = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.page_width, section.page_height = sides
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(15) if landscape else Mm(25)
    section.top_margin = section.bottom_margin = Mm(18)
    normal = document.styles["Normal"]
    normal.font.size = Pt(10) if landscape else Pt(11)
    _set_language(normal.element.get_or_add_rPr(), _ENGLISH)
    properties = document.core_properties
    properties.title, properties.language = title[:255], _ENGLISH
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = _EPOCH
    _number_pages(section)
    return document


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
    _pad(table)
    head = table.rows[0]
    head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell, width, text in zip(head.cells, _WIDTHS, ("No.", "German", "English", "State, notes"), strict=True):
        cell.width = Mm(width)
        _write(cell.paragraphs[0], text, _Look(bold=True))
        _shade(cell, "E8E8E8")
    return table


def _fill(table_row: Any, row: Row) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table_row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells = table_row.cells
    for cell, width in zip(cells, _WIDTHS, strict=True):
        cell.width = Mm(width)
    color = _GREY if row.state is State.SKIPPED else ""
    _write(cells[0].paragraphs[0], str(row.number), _Look(color=_GREY))
    _write_terms(cells[1].paragraphs[0], row.german, row.german_terms, _Look(_GERMAN, color))
    _write_terms(cells[2].paragraphs[0], row.english, row.english_terms, _Look(color=color))
    state = _OPEN if row.is_open else _GREY
    _write(cells[3].paragraphs[0], row.label, _Look(color=state, bold=row.is_open, small=True))
    for remark in row.remarks:
        _write(cells[3].add_paragraph(), remark, _Look(color=_GREY, small=True))
    if row.state is State.SKIPPED:
        for cell in cells:
            _shade(cell, "F2F2F2")


def _write_terms(paragraph: Any, text: str, terms: Sequence[Term], look: _Look) -> None:
    for piece, term in pieces(text, terms):
        _write(paragraph, piece, replace(look, term=term is not None))


def _write(paragraph: Any, text: str, look: _Look) -> None:
    """Add text to a paragraph, tagged with its language; line breaks and tabs in it are kept."""
    from docx.enum.text import WD_UNDERLINE
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(text)
    _set_language(run._r.get_or_add_rPr(), look.language)
    if look.color:
        run.font.color.rgb = RGBColor.from_string(look.color)
    if look.bold:
        run.bold = True
    if look.small:
        run.font.size = Pt(8)
    if look.term:
        run.font.underline = WD_UNDERLINE.DOTTED


def _set_language(properties: Any, language: str) -> None:
    """`w:lang` stands near the end of the run properties, where the schema wants it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    tag = properties.find(qn("w:lang"))
    if tag is None:
        tag = OxmlElement("w:lang")
        properties.append(tag)
    tag.set(qn("w:val"), language)


def _shade(cell: Any, color: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        shade.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _pad(table: Any) -> None:
    """Room between text and lines: twentieths of a point."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side, room in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100)):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), str(room))
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is None:
        table._tbl.tblPr.append(margins)
    else:
        look.addprevious(margins)


def _number_pages(section: Any) -> None:
    """The page number in the footer, as a field that Word and LibreOffice fill in."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _saved(document: Any) -> bytes:
    """The document's bytes, packed again with a fixed date for every member."""
    packed, again = io.BytesIO(), io.BytesIO()
    document.save(packed)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            target.writestr(member, source.read(name))
    return again.getvalue()
