"""What makes a Word document one that can come back: controls that know their paragraph, comments, what is kept.

A content control (`w:sdt`) around the English has the paragraph's id as its tag, and a bookmark at its number has it,
too, since LibreOffice 7.4 drops tags. Docs: docs/review.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from workbench.export.looks import GREY, Look
from workbench.export.word import added, element, write, write_link
from workbench.export.word_codes import Stretch

AUTHOR = "Translator (workbench)"
"""Whom the program's own comments are by."""
TAG = "workbench:"
"""What a content control's tag begins with; the paragraph's id follows."""
_BOOKMARK = "workbench_"
_BOOKMARKED = re.compile(rf"{_BOOKMARK}([0-9a-f]{{4,32}})(?:_(\d{{1,6}}))?")


def bookmark_name(key: str) -> str:
    """The bookmark of a paragraph's id: letters, figures and `_` are what Word allows.

    >>> bookmark_name("0a1b2c3d4e5f.2"), id_of_bookmark("workbench_0a1b2c3d4e5f_2")
    ('workbench_0a1b2c3d4e5f_2', '0a1b2c3d4e5f.2')
    """
    return _BOOKMARK + key.replace(".", "_")


def id_of_bookmark(name: str) -> str:
    """The id that a bookmark has; empty for a bookmark of somebody else's."""
    found = _BOOKMARKED.fullmatch(name)
    return "" if found is None else found[1] + (f".{found[2]}" if found[2] else "")


def set_stretches(paragraph: Any, found: Iterable[Stretch], look: Look) -> None:
    """Add a text with its codes: formatting, and small grey marks."""
    for one in found:
        own = look.of(one.roles, term=one.term is not None)
        if one.mark:
            own = replace(own, color=GREY, small=True, mark=True, term=False)
        if one.address:
            write_link(paragraph, one.text, one.address, own)
        else:
            write(paragraph, one.text, own)


def control(paragraph: Any, tag: str, title: str, choices: Sequence[str] = ()) -> None:
    """Put everything in a paragraph into a content control; with `choices` it is a list to choose one from."""
    children = [child for child in paragraph._p if child is not paragraph._p.pPr]
    control = added(paragraph._p, "w:sdt")
    properties = added(control, "w:sdtPr")
    added(properties, "w:alias", val=title)
    if tag:
        added(properties, "w:tag", val=tag)
    if choices:
        chosen = added(properties, "w:dropDownList")
        for choice in choices:
            added(chosen, "w:listItem", displayText=choice, value=choice)
    added(control, "w:sdtContent").extend(children)


def bookmark(paragraph: Any, key: str, number: int) -> None:
    """Put a bookmark with a paragraph's id around everything in a paragraph. `number`: no other bookmark's."""
    start = element("w:bookmarkStart", id=str(number), name=bookmark_name(key))
    if paragraph._p.pPr is None:
        paragraph._p.insert(0, start)
    else:
        paragraph._p.pPr.addnext(start)
    added(paragraph._p, "w:bookmarkEnd", id=str(number))


def comment(document: Any, paragraph: Any, text: str) -> None:
    """Hang a comment of the translator's on the first run of a paragraph. It has no date (see `saved`)."""
    from docx.oxml.ns import qn

    made = document.add_comment(paragraph.runs[0], text=text, author=AUTHOR, initials="T")
    made._comment_elm.attrib.pop(qn("w:date"), None)


def keep(document: Any, data: bytes) -> None:
    """Keep XML inside of the document, which Word and LibreOffice save again with it."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.part import Part

    package = document.part.package
    name = package.next_partname("/customXml/item%d.xml")
    document.part.relate_to(Part(name, "application/xml", data, package), RELATIONSHIP_TYPE.CUSTOM_XML)
