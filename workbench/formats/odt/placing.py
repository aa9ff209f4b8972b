"""Putting paragraphs where those of the source stand: in their place, in several, one more, or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from workbench.formats.document import Document, Paragraph
from workbench.formats.filter import Target
from workbench.formats.mixed import Shell, detached, filled, spread
from workbench.formats.odt.blocks import Unit
from workbench.formats.odt.looks import Styles
from workbench.formats.odt.names import local, named
from workbench.text.inline import Inline

_BLOCKS = frozenset(
    {"text:p", "text:h", "text:list", "table:table", "text:section", "text:numbered-paragraph", "text:table-of-content"}
)
_ITEMS = frozenset({"text:list-item", "text:list-header", "text:numbered-paragraph"})
_NEEDED_IN = frozenset(
    {
        "table:table-cell",
        "text:note-body",
        "office:annotation",
        "draw:text-box",
        "style:header",
        "style:header-left",
        "style:header-first",
        "style:footer",
        "style:footer-left",
        "style:footer-first",
        "text:index-title",
        "style:region-left",
        "style:region-center",
        "style:region-right",
    }
)
"""What is never without a paragraph: its last one is emptied, not taken out."""
_DRAWINGS = "draw:"


class Placing:
    """Puts a document's targets into the units of its file."""

    def __init__(self, document: Document, target: Target, units: Sequence[Unit], styles: Mapping[str, Styles]) -> None:
        self._document, self._target, self._units, self._styles = document, target, units, styles
        self._unit = {unit.place: unit for unit in units}
        self._shells = {f"{unit.place}#{id}": shell for unit in units for id, shell in unit.mixed.shells.items()}
        self._used: set[Any] = set()
        self._last: dict[str, Any] = {}
        self._kept: set[Any] = set()

    def place(self) -> None:
        """Write all of them. What has no target is taken out at last, so that others can be put after it."""
        after = None
        for key, paragraph in zip(self._document.ids, self._document.paragraphs, strict=True):
            words = self._target.get(key)
            if paragraph.part == "inserted":
                if words is not None and after is not None:
                    after = self._insert(after, paragraph, words)
                continue
            unit = self._unit.get(paragraph.place)
            if unit is None:
                continue
            if words is not None:
                self._put(unit, paragraph, words)
            after = self._last.get(unit.place, unit.element)
        self._keep_what_has_words()
        for unit in self._units:
            if unit.place not in self._last and not unit.entry:
                self._take_out(unit.element)

    def _put(self, unit: Unit, paragraph: Paragraph, words: Inline) -> None:
        element, first = unit.element, unit.place not in self._last
        if not first:
            element = self._another(self._last[unit.place])
        self._last[unit.place] = element
        self._kept.add(element)
        if first and words == unit.mixed.inline and paragraph.source == words:
            return  # as it is in the file, with whatever goes along
        shells = self._known(paragraph)
        carried = spread(unit.mixed.carried, unit.text, words.text) if first else []
        filled(element, words, shells, carried, self._used)

    def _known(self, paragraph: Paragraph) -> dict[str, Shell]:
        """The elements of a paragraph's codes, some of which may come from one that was joined to it."""
        return {one.id: self._shells[one.last] for one in paragraph.markup if one.last in self._shells}

    def _another(self, element: Any, style: str | None = None) -> Any:
        """A new paragraph after one, of its style; but none that begins another page."""
        new = element.makeelement(element.tag, dict(element.attrib), nsmap=element.nsmap)
        for name in list(new.attrib):
            if name.endswith("}id"):
                del new.attrib[name]
        style = self._without_break(element.get(_STYLE, "")) if style is None else style
        if style:
            new.set(_STYLE, style)
        element.addnext(new)
        new.tail, element.tail = element.tail, None
        return new

    def _without_break(self, name: str) -> str:
        """A paragraph style, or the one it is made from where it begins a page."""
        for styles in self._styles.values():
            for style in styles.chain("paragraph", name)[:1]:
                breaks = style.get(_MASTER) or any(p.get(_BREAK) for p in style.iterchildren(_PROPERTIES))
                return str(style.get(_PARENT, "")) if breaks else name
        return name

    def _insert(self, after: Any, paragraph: Paragraph, words: Inline) -> Any:
        """A paragraph of the translator's own after one: in a list an item, after a heading running text."""
        item = after.getparent()
        if paragraph.block.kind == "item" and local(item) in _ITEMS:
            new_item = self._another(item, "")
            new = after.makeelement(after.tag, dict(after.attrib), nsmap=after.nsmap)
            new_item.append(new)
        else:
            style = None if after.tag == _P else self._usual_style()
            new = self._another(after, style)
            new.tag = _P
            new.attrib.pop(_OUTLINE, None)
        self._kept.add(new)
        filled(new, words, {}, [], self._used)
        return new

    def _usual_style(self) -> str:
        """The style of the first running text."""
        usual = (u.element.get(_STYLE, "") for u in self._units if u.block.kind == "paragraph" and not u.fixed)
        return self._without_break(next(usual, ""))

    def _keep_what_has_words(self) -> None:
        """A footnote or box with words in it stays in its paragraph where the target has lost its code."""
        for unit in self._units:
            alone = [shell.first for shell in unit.mixed.shells.values() if shell.kind == "alone"]
            for element in alone if unit.place in self._last else ():
                if not _holds(unit.element, element) and element not in self._used and self._has_words(element):
                    self._last[unit.place].append(element)
                    element.tail = None

    def _has_words(self, element: Any) -> bool:
        return any(one in self._kept for one in element.iter())

    def _take_out(self, element: Any) -> None:
        """Take a paragraph out; pictures, boxes and notes that stay in the document stay where it stood."""
        kept = [one for one in _outermost(element) if local(one).startswith(_DRAWINGS) or self._has_words(one)]
        parent = element.getparent()
        if parent is None:
            return
        if local(element).startswith("svg:") or kept or (local(parent) in _NEEDED_IN and _is_only_one(element)):
            filled(element, Inline(""), {}, [(0, one) for one in kept], set())
            return
        detached(element)
        while local(parent) in (*_ITEMS, "text:list") and not _has_content(parent):
            element, parent = parent, parent.getparent()
            if local(parent) in _NEEDED_IN and _is_only_one(element):
                element.addprevious(element.makeelement(_P, nsmap=element.nsmap))
            detached(element)


def _holds(element: Any, other: Any) -> bool:
    return any(one is element for one in other.iterancestors())


def _outermost(element: Any) -> Iterable[Any]:
    """The drawings, notes and comments in a paragraph, but not those within these."""
    for child in element:
        name = local(child)
        if name.startswith(_DRAWINGS) or name in ("text:note", "office:annotation"):
            yield child
        else:
            yield from _outermost(child)


def _is_only_one(element: Any) -> bool:
    parent = element.getparent()
    return not any(local(one) in _BLOCKS for one in parent if one is not element)


def _has_content(item: Any) -> bool:
    return any(local(one) in _BLOCKS or local(one) in _ITEMS for one in item)


_P, _STYLE, _OUTLINE = named("text:p"), named("text:style-name"), named("text:outline-level")
_MASTER, _PARENT = named("style:master-page-name"), named("style:parent-style-name")
_BREAK, _PROPERTIES = named("fo:break-before"), named("style:paragraph-properties")
