"""The names of WordprocessingML (ISO/IEC 29500-1 and -4) that the filter knows."""

from __future__ import annotations

from typing import Any

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_V = "urn:schemas-microsoft-com:vml"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
STRICT = "http://purl.oclc.org/ooxml/"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str) -> str:
    """A name in the namespace of WordprocessingML, as lxml writes it."""
    return f"{{{_W}}}{name}"


P, R, T, PPR, RPR = w("p"), w("r"), w("t"), w("pPr"), w("rPr")
TBL, TR, TC = w("tbl"), w("tr"), w("tc")
SDT, SDT_PR, SDT_CONTENT = w("sdt"), w("sdtPr"), w("sdtContent")
HYPERLINK, SIMPLE_FIELD, FIELD_CHAR, INSTRUCTION = w("hyperlink"), w("fldSimple"), w("fldChar"), w("instrText")
TEXT_BOX, SECTION = w("txbxContent"), w("sectPr")
VAL, ID, RSID = w("val"), w("id"), w("rsidRPr")
REL_ID, TOOLTIP = f"{{{_R}}}id", w("tooltip")
ALTERNATE, CHOICE, FALLBACK = f"{{{_MC}}}AlternateContent", f"{{{_MC}}}Choice", f"{{{_MC}}}Fallback"
DRAWING_PR, PICTURE_PR = f"{{{_WP}}}docPr", f"{{{_PIC}}}cNvPr"
VML_SHAPES = tuple(f"{{{_V}}}{name}" for name in ("shape", "rect", "roundrect", "oval", "line", "group"))
VML_TEXT = f"{{{_V}}}textpath"

NOTE_MARKS = (w("footnoteReference"), w("endnoteReference"))
FIELD_PARTS = (FIELD_CHAR, INSTRUCTION, w("delInstrText"))
RANGE_STARTS = (w("bookmarkStart"), w("commentRangeStart"), w("permStart"))
RANGE_ENDS = (w("bookmarkEnd"), w("commentRangeEnd"), w("permEnd"))

NOT_A_CODE = "C0DE0000"
"""`w:rsidRPr` of a run in a file that was written here which is no code though it looks like one."""


def code_rsid(code: str) -> str:
    """`w:rsidRPr` of a run that lies in the pair of codes with this id.

    Word gives such numbers to the runs that were typed in one session, and nothing hangs on them. Here they keep a pair
    of codes what it is, though its formatting may be that of most words of the English paragraph.
    """
    return f"C0DE{int(code):04X}"


def code_of_rsid(rsid: str | None) -> str:
    """The id of the pair that a run lies in; empty where its number says nothing of one."""
    if rsid is None or len(rsid) != 8 or not rsid.startswith("C0DE") or rsid == NOT_A_CODE:
        return ""
    try:
        return str(int(rsid[4:], 16))
    except ValueError:
        return ""


def val(element: Any, name: str) -> str | None:
    """`w:val` of a child; None where there is no such child or value."""
    child = None if element is None else element.find(w(name))
    return None if child is None else child.get(VAL)


def is_on(element: Any) -> bool:
    """Whether an element that switches something (`w:b`, `w:vanish`) switches it on."""
    return element is not None and element.get(VAL, "true") not in ("0", "false", "off")


def local(element: Any) -> str:
    """An element's name without its namespace; empty for a comment or a processing instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
