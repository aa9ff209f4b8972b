"""One paragraph of XHTML: its words, its codes, and what goes along unseen."""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import Any

from workbench.formats.markup import CodeRole
from workbench.formats.mixed import Mixed, Reading, Shell

_ROLES: dict[str, CodeRole] = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "cite": "italic", "dfn": "italic", "var": "italic",
    "s": "strike", "del": "strike", "strike": "strike", "code": "code", "kbd": "code", "samp": "code", "tt": "code",
}  # fmt: skip
_ALONE: dict[str, CodeRole] = {
    "img": "image", "svg": "image", "math": "other", "object": "image", "video": "image", "audio": "image",
    "iframe": "other", "canvas": "image", "input": "other", "select": "other", "button": "other", "textarea": "other",
    "wbr": "other", "hr": "break",
}  # fmt: skip
"""What stands in the line with nothing in it that is read as its words."""
_UNSEEN = frozenset({"script", "style", "template", "link", "meta"})
_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§]{1,3})[\])]?")
TYPE = "{http://www.idpf.org/2007/ops}type"


def name_of(element: Any) -> str:
    """An element's name without its namespace; empty for a comment, a processing instruction, an entity."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def entity(element: Any) -> str:
    """The characters of a named entity that an XHTML document has (`&nbsp;`); empty for all else."""
    if isinstance(element.tag, str):
        return ""
    from lxml import etree

    if element.tag is not etree.Entity:
        return ""
    code = name2codepoint.get(element.name)
    return chr(code) if code else element.text


def read_inline(nodes: Any) -> Mixed:
    """The words of an element whose content is text and inline elements."""
    reading = Reading()
    _content(reading, nodes)
    return reading.read()


def _content(reading: Reading, element: Any) -> None:
    reading.say(element.text)
    for child in element:
        _element(reading, child)
        reading.say(child.tail)


def _element(reading: Reading, element: Any) -> None:
    name = name_of(element)
    if characters := entity(element):
        reading.say(characters)
    elif not name or name in _UNSEEN:
        reading.carries(element)
    elif name == "br":
        reading.stands(Shell("alone", "break", element, gap=True))
    elif name in _ALONE:
        reading.stands(Shell("alone", _ALONE[name], element))
    elif mark := _note(element, name):
        reading.stands(Shell("alone", "note", element, note=f"[^{mark}]"))
    elif name == "a" and not element.get("href") and not "".join(element.itertext()).strip():
        reading.carries(element)  # a place that something leads to
    elif name == "span" and not element.attrib:
        _content(reading, element)
    else:
        role: CodeRole = "link" if name == "a" and element.get("href") else _ROLES.get(name, "other")
        id = reading.opens(Shell("pair", role, element, address=element.get("href", "") if name == "a" else ""))
        _content(reading, element)
        reading.closes(id)


def _note(element: Any, name: str) -> str:
    """The mark of a note that a link shows (`1`, `[2]`, `*`), alone or raised; empty for all else."""
    if name == "sup" and len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
        return _note(element[0], name_of(element[0])) if name_of(element[0]) == "a" else ""
    if name != "a" or "#" not in element.get("href", ""):
        return ""
    words = "".join(element.itertext()).strip()
    is_one = _MARK.fullmatch(words) or "noteref" in element.get(TYPE, "")
    return words.strip("[]()") if is_one else ""
