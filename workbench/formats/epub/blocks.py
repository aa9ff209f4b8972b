"""The paragraphs of an XHTML document, those that no element holds alone as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from workbench.formats.epub.inline import read_inline
from workbench.formats.epub.looks import Looks
from workbench.formats.epub.names import TYPE, name_of
from workbench.formats.left import is_german_prose
from workbench.formats.markup import PARAGRAPH, Block
from workbench.formats.mixed import Reading
from workbench.formats.mixed_writing import detached
from workbench.formats.roles import Role
from workbench.formats.units import Unit, is_file_name, set_apart
from workbench.text.clean import clean_line

SVG = "{http://www.w3.org/2000/svg}"
RUN = "run-of-words"
"""The element that is put around words which stand beside blocks, while the document is worked on."""

BLOCKS = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "article", "aside", "header", "footer", "main"),
        *("nav", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "colgroup", "col", "thead", "tbody", "tfoot"),
        *("tr", "td", "th", "blockquote", "figure", "figcaption", "address", "pre", "hr", "body", "form", "fieldset"),
        *("legend", "details", "summary", "center", "menu", "hgroup", "noscript", RUN),
    }
)
_SKIPPED = frozenset({"script", "style", "template", "pre", "head", "math"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MAY_BE_CUT = frozenset({"p", *_HEADINGS})
_CAPTIONS = frozenset({"figcaption", "caption"})
_NOTES = frozenset({"footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"})
_MOST_SPANNED = 8


@dataclass(frozen=True, slots=True)
class _Around:
    block: Block = PARAGRAPH
    role: Role | None = None
    fixed: str = ""


class Blocks:
    """Reads the paragraphs of the pages of a book; lists and tables are counted through all of them."""

    def __init__(self, looks: Looks) -> None:
        self._looks = looks
        self._groups = 0
        self._part = ""
        self._count = 0
        self._begun: set[Any] = set()
        self.left = 0
        self.drawn = False
        self.beside = ""

    def read(self, root: Any, part: str, fixed: str = "") -> Iterator[Unit]:
        """The paragraphs of a part. Words beside blocks get an element of their own (see `unwrap`).

        `fixed`: why they can be neither cut nor joined. What stays as it is: `left` counts what is preformatted
        (`pre`) and looks German, `drawn` says that a drawing has words, `beside` is a text that shows beside words.
        """
        self._part, self._count = part, 0
        for body in root.iter("{*}body"):
            self._see_what_stays(body)
            yield from self._block(body, _Around(fixed=fixed))

    def _see_what_stays(self, body: Any) -> None:
        self.drawn = self.drawn or any((one.text or "").strip() for one in body.iter(f"{SVG}text", f"{SVG}tspan"))
        for one in body.iter("{*}a", "{*}abbr", "{*}span", "{*}p", "{*}td"):
            title = clean_line(one.get("title", "") or one.get("aria-label", ""))
            if not self.beside and any(map(str.isalpha, title)):
                self.beside = title

    def _block(self, element: Any, around: _Around) -> Iterator[Unit]:
        units = self._within(element, around)
        is_note = not _NOTES.isdisjoint(element.get(TYPE, "").split())
        yield from set_apart(units, "footnote") if is_note else units

    def _within(self, element: Any, around: _Around) -> Iterator[Unit]:
        name = name_of(element)
        if name in _SKIPPED:
            self.left += name == "pre" and is_german_prose("".join(element.itertext()))
            return
        if name == "nav":
            yield from self._nav(element)
        elif name in ("ul", "ol"):
            yield from self._list(element, around, ordered=name == "ol")
        elif name == "table":
            yield from self._table(element, around)
        elif name in BLOCKS and not _has_blocks(element):
            yield from self._unit(element, name, around)
        elif name in BLOCKS or _has_blocks(element):
            _wrap_words(element)
            inside = _inside(name, around)
            for child in element.iterchildren("{*}*"):
                yield from self._block(child, inside)
        else:
            yield from self._alternatives(element, around)

    def _unit(self, element: Any, name: str, around: _Around) -> Iterator[Unit]:
        self._count += 1
        mixed = read_inline(element, self._looks)
        if mixed.inline.text:
            role, block = self._kind(element, name, around)
            fixed = around.fixed or ("" if name in _MAY_BE_CUT else "the page has it in an element of its own")
            yield Unit(f"{self._part}#{self._count}", element, mixed, role, block, fixed)
        yield from self._alternatives(element, around)

    def _nav(self, element: Any) -> Iterator[Unit]:
        """The lines of a table of contents; not those of a list of page numbers."""
        if "page-list" in element.get(TYPE, ""):
            return
        for one in element.iter("{*}a", "{*}span", *(f"{{*}}h{level}" for level in range(1, 7))):
            name = name_of(one)
            if len(name) == 2 or name_of(one.getparent()) == "li":
                role, block = self._kind(one, name, _Around()) if len(name) == 2 else ("item", PARAGRAPH)
                yield from self.line(one, self._part, role, block)

    def line(self, element: Any, part: str, role: Role | None, block: Block = PARAGRAPH) -> Iterator[Unit]:
        """One line of a table of contents."""
        self._count = self._count + 1 if part == self._part else 1
        self._part = part
        mixed = read_inline(element, self._looks)
        if mixed.inline.text:
            yield Unit(f"{part}#{self._count}", element, mixed, role, block, "it is a line of the table of contents")

    def _kind(self, element: Any, name: str, around: _Around) -> tuple[Role | None, Block]:
        if around.block.kind == "cell":
            return "cell", around.block
        if name in _HEADINGS:
            return "headline", Block("heading", level=int(name[1]))
        if name in _CAPTIONS or around.role == "caption" or "caption" in element.get("class", "").split():
            return "caption", PARAGRAPH
        if around.block.kind == "item":
            return "item", self._beginning(element, name, around.block)
        return around.role, Block("quotation", level=1) if around.role == "quotation" else around.block

    def _beginning(self, element: Any, name: str, block: Block) -> Block:
        """A list item's block; only its first paragraph begins it."""
        item = element if name == "li" else next(element.iterancestors("{*}li"), element)
        begins = block.begins and item not in self._begun
        self._begun.add(item)
        return replace(block, begins=begins)

    def _alternatives(self, element: Any, around: _Around) -> Iterator[Unit]:
        """What is read out in place of pictures."""
        for one in element.iter("{*}img", "{*}title", "{*}desc"):
            name = name_of(one)
            if name != "img" and name_of(one.getparent()) not in _DRAWINGS:
                continue
            for attribute in ("alt", "title") if name == "img" else ("",):
                self._count += 1
                reading = Reading()
                reading.say(one.get(attribute) if attribute else one.text)
                mixed = reading.read()
                if mixed.inline.text and not is_file_name(mixed.inline.text):
                    fixed, place = "it is the text of a picture", f"{self._part}#{self._count}"
                    yield Unit(place, one, mixed, "caption", fixed=fixed, attribute=attribute)

    def _list(self, element: Any, around: _Around, *, ordered: bool) -> Iterator[Unit]:
        nested = around.block.kind == "item"
        self._groups += not nested and around.block.kind != "cell"
        start = _number(element.get("start"), 1, 10**6)
        block = Block(
            "item", level=around.block.level + 1 if nested else 1, ordered=ordered, start=start, group=self._groups
        )
        inside = around if around.block.kind == "cell" else replace(around, block=block)
        for child in element.iterchildren("{*}*"):
            yield from self._block(child, inside)

    def _table(self, element: Any, around: _Around) -> Iterator[Unit]:
        for caption in element.iterchildren("{*}caption"):
            yield from self._block(caption, around)
        self._groups += 1
        group = self._groups
        for row_number, row in enumerate(_rows(element)):
            column = 0
            for cell in row.iterchildren("{*}td", "{*}th"):
                block = Block("cell", group=group, row=row_number, column=column)
                yield from self._block(cell, replace(around, block=block, role=None))
                column += _number(cell.get("colspan"), 1, _MOST_SPANNED)


_DRAWINGS = frozenset({"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image", "use"})


def _rows(element: Any) -> Iterator[Any]:
    for child in element.iterchildren("{*}*"):
        if name_of(child) == "tr":
            yield child
        elif name_of(child) in ("thead", "tbody", "tfoot"):
            yield from child.iterchildren("{*}tr")


def _inside(name: str, around: _Around) -> _Around:
    """What the paragraphs in an element stand in."""
    if name == "blockquote" and around.block.kind == "paragraph":
        return replace(around, role="quotation")
    return replace(around, role="caption") if name in _CAPTIONS else around


def _has_blocks(element: Any) -> bool:
    return any(one is not element and name_of(one) in BLOCKS for one in element.iter("{*}*"))


def _wrap_words(element: Any) -> None:
    """Put an element around each stretch of words that stands beside blocks."""
    children = list(element)
    run = _begun(element, None, element.text)
    for child in children:
        if _is_block(child):
            _end(run)
            tail, child.tail = child.tail, None
            run = _begun(element, child, tail)
        else:
            run.append(child)
    _end(run)


def _is_block(child: Any) -> bool:
    name = name_of(child)
    return name in BLOCKS or (bool(name) and _has_blocks(child))


def _begun(element: Any, after: Any, text: str | None) -> Any:
    """A stretch, put after a child of an element, or first in it."""
    run = element.makeelement(RUN)
    run.text = text
    if after is None:
        element.text = None
        element.insert(0, run)
    else:
        after.addnext(run)
    return run


def _end(run: Any) -> None:
    """Take a stretch apart again that has no words and no pictures in it."""
    if not "".join(run.itertext()).strip() and not any(name_of(one) for one in run.iter("{*}*") if one is not run):
        unwrap(run)


def unwrap(run: Any) -> None:
    """Put what is in a stretch in its place."""
    parent, before = run.getparent(), run.getprevious()
    if run.text and before is not None:
        before.tail = (before.tail or "") + run.text
    elif run.text:
        parent.text = (parent.text or "") + run.text
    for child in list(run):
        run.addprevious(child)
    detached(run)


def unwrap_all(root: Any) -> None:
    """Take all stretches apart."""
    for run in list(root.iter(RUN)):
        unwrap(run)


def _number(value: str | None, usual: int, most: int) -> int:
    if not value or not value.isascii() or not value.isdigit() or len(value) > 9:
        return usual
    return max(1, min(int(value), most))
