"""What Word documents are made of: pages, runs of text with their language and look, tables. By python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from workbench.export.runs import Run

GERMAN, ENGLISH = "de-DE", "en-GB"
GREY, OPEN = "6B6B6B", "8A4B00"
_LINK = "0B57D0"
_EPOCH = datetime(2000, 1, 1)
"""The date in every document: two exports of the same record are the same file."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of text is written. `color` is RRGGBB, empty for the page's own."""

    language: str = ENGLISH
    color: str = ""
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    raised: bool = False
    small: bool = False
    term: bool = False


def new_document(title: str, *, landscape: bool) -> Any:
    """An A4 document with page numbers."""
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
    _set_language(normal.element.get_or_add_rPr(), ENGLISH)
    properties = document.core_properties
    properties.title, properties.language = title[:255], ENGLISH
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = _EPOCH
    _number_pages(section)
    return document


def write_runs(paragraph: Any, found: Iterable[Run], look: Look) -> None:
    """Add runs of text, set as their codes say; terms are underlined, links can be followed."""
    for run in found:
        own = replace(
            look,
            bold=look.bold or "bold" in run.roles,
            italic="italic" in run.roles,
            strike="strike" in run.roles,
            code="code" in run.roles,
            raised="note" in run.roles and run.alone,
            term=run.term is not None,
        )
        if run.address:
            _write_link(paragraph, run, own)
        else:
            write(paragraph, run.text, own)


def write(paragraph: Any, text: str, look: Look) -> Any:
    """Add text to a paragraph, tagged with its language; line breaks and tabs in it are kept."""
    from docx.enum.text import WD_UNDERLINE
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(text)
    _set_language(run._r.get_or_add_rPr(), look.language)
    if look.color:
        run.font.color.rgb = RGBColor.from_string(look.color)
    for name in ("bold", "italic"):
        if getattr(look, name):
            setattr(run, name, True)
    if look.strike:
        run.font.strike = True
    if look.raised:
        run.font.superscript = True
    if look.code:
        run.font.name = "Courier New"
    if look.small:
        run.font.size = Pt(8)
    if look.term:
        run.font.underline = WD_UNDERLINE.DOTTED
    return run


def _write_link(paragraph: Any, run: Run, look: Look) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    written = write(paragraph, run.text, replace(look, color=_LINK))
    if not look.term:
        written.font.underline = True
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(run.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
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
