"""One paragraph of XHTML: its words, its codes, and what goes along unseen."""

from __future__ import annotations

import re
from html.entities import name2codepoint
from typing import Any

from workbench.formats.epub.looks import Look, Looks
from workbench.formats.epub.names import TYPE, name_of
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
_MARK = re.compile(r"[\[(]?(?:\d{1,4}|[ivxlc]{1,6}|[a-z]|[*†‡§]{1,3})[\])]?|[↩↑⤴⏎←^]\ufe0e?")


def entity(element: Any) -> str:
    """The characters of a named entity that an XHTML document has (`&nbsp;`); empty for all else."""
    if isinstance(element.tag, str):
        return ""
    from lxml import etree

    if element.tag is not etree.Entity:
        return ""
    code = name2codepoint.get(element.name)
    return chr(code) if code else element.text


def read_inline(element: Any, looks: Looks) -> Mixed:
    """The words of an element whose content is text and inline elements. What all of it is set in is no code."""
    base = looks.base(element)
    mixed = _Inline(looks, looks.of(base) if base is not None else None).read(element)
    mixed.base = base
    return mixed


class _Inline:
    def __init__(self, looks: Looks, base: Look | None) -> None:
        self._looks, self._base = looks, base
        self._reading = Reading()

    def read(self, element: Any) -> Mixed:
        self._content(element)
        return self._reading.read()

    def _content(self, element: Any) -> None:
        """The text and elements of an element; spans that follow one another and look alike are one."""
        self._reading.say(element.text)
        id, look = "", None
        for child in element:
            is_span = name_of(child) == "span"
            seen = self._looks.of(child) if is_span else None
            if id and seen != look:
                self._reading.closes(id)
                id = ""
            if is_span and seen and seen != self._base:
                shell = Shell("pair", self._looks.role(child), child, joins=True)
                id, look = id or self._reading.opens(shell), seen
            if is_span:
                self._content(child)
            else:
                self._element(child)
            if child.tail:
                self._reading.closes(id)
                id = ""
            self._reading.say(child.tail)
        self._reading.closes(id)

    def _element(self, element: Any) -> None:
        name, reading = name_of(element), self._reading
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
        else:
            self._pair(element, name)

    def _pair(self, element: Any, name: str) -> None:
        """An element with words; one that has them all in a span keeps it."""
        address = element.get("href", "") if name == "a" else ""
        role: CodeRole = "link" if address else _ROLES.get(name, "other")
        only = element[0] if len(element) == 1 and name_of(element[0]) == "span" else None
        if only is None or (element.text or "").strip() or (only.tail or "").strip():
            span = "".join(element.tag.rpartition("}")[:2]) + "span"
            shell, words = Shell("pair", role, element, address=address, takes_in=span), element
        else:
            shell, words = Shell("pair", role, element, address=address, holder=only.tag), only
        id = self._reading.opens(shell)
        self._content(words)
        self._reading.closes(id)


def _note(element: Any, name: str) -> str:
    """The mark of a note that a link shows (`1`, `[2]`, `*`), alone or raised; empty for all else."""
    if name == "sup" and len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
        return _note(element[0], name_of(element[0])) if name_of(element[0]) == "a" else ""
    if name != "a" or "#" not in element.get("href", ""):
        return ""
    words = "".join(element.itertext()).strip()
    is_one = _MARK.fullmatch(words) or "noteref" in element.get(TYPE, "")
    return words.strip("[]()") if is_one else ""
