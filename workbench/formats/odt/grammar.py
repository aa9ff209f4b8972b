"""How paragraphs stand in an OpenDocument text: what a new one is like, and what is never without one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from workbench.formats.document import Paragraph
from workbench.formats.mixed_writing import detached
from workbench.formats.odt.looks import Styles
from workbench.formats.odt.names import local, named
from workbench.formats.placing import emptied

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


class OdtGrammar:
    """The grammar of OpenDocument texts. `usual`: the style of running text."""

    def __init__(self, styles: Sequence[Styles], usual: str) -> None:
        self._styles, self._usual = styles, usual

    def another(self, element: Any) -> Any:
        """A new paragraph of the same style; but none that begins another page."""
        return self._after(element, self._without_break(element.get(_STYLE, "")))

    def own(self, after: Any, paragraph: Paragraph) -> Any:
        """In a list another item, after a heading running text, else one of the same style."""
        item = after.getparent()
        if paragraph.block.kind == "item" and local(item) in _ITEMS:
            new_item = self._after(item, "")
            new = after.makeelement(after.tag, dict(after.attrib), nsmap=after.nsmap)
            new_item.append(new)
            return new
        new = self._after(after, self._without_break(after.get(_STYLE, "") if after.tag == _P else self._usual))
        new.tag = _P
        new.attrib.pop(_OUTLINE, None)
        return new

    def apart(self, element: Any) -> Iterator[Any]:
        """The drawings, notes and comments in a paragraph, but not those within these."""
        for child in element:
            name = local(child)
            if name.startswith("draw:") or name in ("text:note", "office:annotation"):
                yield child
            else:
                yield from self.apart(child)

    def is_picture(self, element: Any) -> bool:
        """Pictures and boxes."""
        return local(element).startswith("draw:")

    def take_out(self, element: Any, kept: Sequence[Any]) -> None:
        """With the list item that nothing else stands in."""
        parent = element.getparent()
        if parent is None:
            return
        if local(element).startswith("svg:") or kept or (local(parent) in _NEEDED_IN and _is_only_one(element)):
            emptied(element, kept)
            return
        detached(element)
        while local(parent) in (*_ITEMS, "text:list") and not _has_content(parent):
            element, parent = parent, parent.getparent()
            if local(parent) in _NEEDED_IN and _is_only_one(element):
                element.addprevious(element.makeelement(_P, nsmap=element.nsmap))
            detached(element)

    def _after(self, element: Any, style: str) -> Any:
        new = element.makeelement(element.tag, dict(element.attrib), nsmap=element.nsmap)
        for name in [name for name in new.attrib if name.endswith("}id") or name == _STYLE]:
            del new.attrib[name]
        if style:
            new.set(_STYLE, style)
        element.addnext(new)
        new.tail, element.tail = element.tail, None
        return new

    def _without_break(self, name: str) -> str:
        """A paragraph style, or the one it is made from where it begins a page."""
        for styles in self._styles:
            for style in styles.chain("paragraph", name)[:1]:
                breaks = style.get(_MASTER) or any(p.get(_BREAK) for p in style.iterchildren(_PROPERTIES))
                return str(style.get(_PARENT, "")) if breaks else name
        return name


def _is_only_one(element: Any) -> bool:
    parent = element.getparent()
    return not any(local(one) in _BLOCKS for one in parent if one is not element)


def _has_content(item: Any) -> bool:
    return any(local(one) in _BLOCKS or local(one) in _ITEMS for one in item)


_P, _STYLE, _OUTLINE = named("text:p"), named("text:style-name"), named("text:outline-level")
_MASTER, _PARENT = named("style:master-page-name"), named("style:parent-style-name")
_BREAK, _PROPERTIES = named("fo:break-before"), named("style:paragraph-properties")
