"""What Word documents are made of: pages, runs of text with their language and look, tables. By python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime
from typing import Any

from workbench.export.looks import Look
from workbench.export.runs import Run

GERMAN = "de-DE"
_LINK = "0B57D0"
_BREAKS = {"\n": "w:br", "\t": "w:tab"}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PRESERVED = "{http://www.w3.org/XML/1998/namespace}space"
_EPOCH = datetime(2000, 1, 1)
"""The date in every document: two exports of the same record are the same file."""


def new_document(title: str, *, english: str, landscape: bool) -> Any:
    """An A4 document with page numbers. `english`: its language, `en-GB` or another."""
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
    _set_language(normal.element.get_or_add_rPr(), english)
    properties = document.core_properties
    properties.title, properties.language = title[:255], english
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = _EPOCH
    _number_pages(section)
    return document


def write_runs(paragraph: Any, found: Iterable[Run], look: Look) -> None:
    """Add runs of text, set as their codes say; terms are underlined, links can be followed."""
    for run in found:
        own = look.of(run.roles, term=run.term is not None)
        if run.address:
            write_link(paragraph, run.text, run.address, own)
        else:
            write(paragraph, run.text, own)


def write(paragraph: Any, text: str, look: Look) -> Any:
    """Add text to a paragraph, tagged with its language if it has one; line breaks and tabs in it are kept.

    The element is made in one go: python-docx looks for the place of every property, and ten thousand paragraphs
    have sixty thousand runs.
    """
    from docx.text.run import Run

    made = added(paragraph._p, "w:r")
    properties = added(made, "w:rPr")
    for name, values in _properties(look):
        added(properties, name, **values)
    _add_texts(made, text)
    return Run(made, paragraph)


def _properties(look: Look) -> Iterator[tuple[str, dict[str, str]]]:
    """What `w:rPr` has for a look, in the order of the schema."""
    if look.code:
        yield "w:rFonts", {"ascii": "Courier New", "hAnsi": "Courier New"}
    for name, there in (("w:b", look.bold), ("w:i", look.italic), ("w:strike", look.strike), ("w:noProof", look.mark)):
        if there:
            yield name, {}
    if look.color:
        yield "w:color", {"val": look.color}
    if look.small:
        yield "w:sz", {"val": "16"}
    if look.term or look.link:
        yield "w:u", {"val": "dotted" if look.term else "single"}
    if look.raised:
        yield "w:vertAlign", {"val": "superscript"}
    if look.language:
        yield "w:lang", {"val": look.language}


def _add_texts(run: Any, text: str) -> None:
    for part in re.split(r"([\n\t])", text):
        if part in _BREAKS:
            added(run, _BREAKS[part])
        elif part:
            written = added(run, "w:t")
            written.text = part
            if part != part.strip():
                written.set(_PRESERVED, "preserve")


def element(kind: str, /, **attributes: str) -> Any:
    """An element of a Word document that stands nowhere yet, `w:r`, with these attributes."""
    from docx.oxml import OxmlElement

    return OxmlElement(kind, _attributes(attributes))


def added(parent: Any, kind: str, /, **attributes: str) -> Any:
    """A new last child of an element, made where it stands: five times quicker than one that is moved there."""
    from lxml.etree import SubElement

    return SubElement(parent, f"{_W}{kind.removeprefix('w:')}", _attributes(attributes))


def _attributes(named: Mapping[str, str]) -> dict[str, str]:
    return {f"{_W}{name}": value for name, value in named.items()}


def write_link(paragraph: Any, text: str, address: str, look: Look) -> None:
    """Add text that leads to an address."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    written = write(paragraph, text, replace(look, color=_LINK, link=True))
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = written._r.getprevious()
    if link is None or link.get(qn("r:id")) != key:  # a link that a term parts is one link
        link = element("w:hyperlink")
        link.set(qn("r:id"), key)
        written._r.addprevious(link)
    link.append(written._r)


def _set_language(properties: Any, language: str) -> None:
    """`w:lang` stands near the end of the run properties, where the schema wants it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    tag = properties.find(qn("w:lang"))
    if tag is None:
        tag = OxmlElement("w:lang")
        properties.append(tag)
    tag.set(qn("w:val"), language)


def shade(cell: Any, color: str) -> None:
    """Give a cell a ground."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", color)):
        ground.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(ground)


def new_table(document: Any, size: int, heads: Sequence[str], widths: Sequence[int]) -> list[list[Any]]:
    """Add a table with a head that is repeated on every page; the cells of its other rows, each kept whole on its page.

    `size`: how many of these there are; `widths`: of the columns, in millimetres.
    """
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    table = document.add_table(rows=1 + min(size, 1), cols=len(widths), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = Mm(width)
    pad(table)
    head = next(cells_of(table))
    for number, (line, cells) in enumerate(zip(table._tbl.tr_lst, cells_of(table), strict=True)):
        added(line.get_or_add_trPr(), "w:cantSplit" if number else "w:tblHeader")
        for cell, width in zip(cells, widths, strict=True):
            cell.width = Mm(width)
    last = table._tbl.tr_lst[-1]
    table._tbl.extend([deepcopy(last) for _ in range(size - 1)])
    for cell, text in zip(head, heads, strict=True):
        write(cell.paragraphs[0], text, Look(bold=True))
        shade(cell, "E8E8E8")
    return list(cells_of(table))[1:]


def cells_of(table: Any) -> Iterator[list[Any]]:
    """The cells of a table, row by row; python-docx would look through the whole table for each of them."""
    from docx.table import _Cell

    for row in table._tbl.tr_lst:
        yield [_Cell(cell, table) for cell in row.tc_lst]


def pad(table: Any) -> None:
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


def saved(document: Any) -> bytes:
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
