"""How paragraphs stand in a page of XHTML: what a new one is like, and what is never without words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from workbench.formats.document import Paragraph
from workbench.formats.epub.blocks import RUN
from workbench.formats.epub.names import name_of
from workbench.formats.mixed_writing import detached
from workbench.formats.placing import emptied

_PICTURES = frozenset({"img", "svg", "object", "video", "audio", "iframe", "canvas", "math"})
_MAY_GO = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", RUN})
_LISTS = frozenset({"ul", "ol"})


class XhtmlGrammar:
    """The grammar of the pages of a book."""

    def another(self, element: Any) -> Any:
        """A new element of the same name and look."""
        new = element.makeelement(element.tag, dict(element.attrib), nsmap=element.nsmap)
        new.attrib.pop("id", None)
        element.addnext(new)
        return new

    def own(self, after: Any, paragraph: Paragraph) -> Any:
        """A paragraph; of the same look where it stands after one."""
        new = self.another(after)
        if name_of(after) != "p":
            new.tag = after.tag.rpartition("}")[0] + "}p" if "}" in after.tag else "p"
            new.attrib.clear()
        return new

    def apart(self, element: Any) -> Iterator[Any]:
        """The pictures in a paragraph, and the places that something leads to."""
        for child in element.iterchildren("{*}*"):
            if self.is_picture(child):
                yield child
            else:
                yield from self.apart(child)

    def is_picture(self, element: Any) -> bool:
        """Pictures, and the places that something leads to."""
        return name_of(element) in _PICTURES or bool(element.get("id") and not "".join(element.itertext()).strip())

    def take_out(self, element: Any, kept: Sequence[Any]) -> None:
        """With the list that nothing else stands in. What something may lead to stays, without words."""
        if kept or name_of(element) not in _MAY_GO or element.get("id"):
            emptied(element, kept)
            return
        parent = element.getparent()
        detached(element)
        while name_of(parent) in _LISTS and not len(parent) and parent.getparent() is not None:
            element, parent = parent, parent.getparent()
            detached(element)
