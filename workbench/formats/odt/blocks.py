"""The paragraphs of an OpenDocument text, wherever they stand: in lists, tables, notes, comments, boxes, page heads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from workbench.formats.markup import PARAGRAPH, Apart, Block
from workbench.formats.mixed import Reading
from workbench.formats.odt.inline import note_mark, read_inline
from workbench.formats.odt.looks import Styles
from workbench.formats.odt.names import local, named
from workbench.formats.roles import Role
from workbench.formats.units import Unit, is_file_name, set_apart

_SKIPPED = frozenset(
    {
        "text:tracked-changes",
        "table:covered-table-cell",
        "draw:object",
        "office:forms",
        "office:event-listeners",
        "table:tracked-changes",
        "text:note-citation",
        "text:sequence-decls",
        "text:variable-decls",
        "text:user-field-decls",
        "text:dde-connection-decls",
        "text:ruby-text",
    }
)
"""What holds no words that are seen here, or words of another document."""
_APART: dict[str, Apart] = {"office:annotation": "comment", "draw:text-box": "box", "draw:custom-shape": "box"}
_BY_STYLE: dict[str, tuple[Role | None, Block]] = {
    "title": ("headline", Block("heading", level=1)),
    "subtitle": ("teaser", PARAGRAPH),
    **dict.fromkeys(("caption", "tablecaption", "figurecaption"), ("caption", PARAGRAPH)),
    "quotations": ("quotation", Block("quotation", level=1)),
    "quote": ("quotation", Block("quotation", level=1)),
}
"""What paragraphs are by the styles that every OpenDocument program has, and by those that come from Word or pandoc."""
_NO_LOOK = (None, "quotation")
_MOST_REPEATED = 8
"""A cell that is repeated counts as so many at most: some programs fill whole sheets with one."""


@dataclass(frozen=True, slots=True)
class _Around:
    """What a paragraph stands in."""

    block: Block = PARAGRAPH
    list_style: str = ""
    table: int = 0
    entry: bool = False


@dataclass(slots=True)
class Blocks:
    """Reads the paragraphs of one part of the file; lists and tables are counted through all of them."""

    styles: Styles
    part: str
    groups: int = 0
    _count: int = 0
    _begun: set[Any] = field(default_factory=set)

    def read(self, root: Any) -> Iterator[Unit]:
        """The paragraphs below an element, in the order of the file; one with notes or boxes in it before these."""
        yield from self._within(root, _Around())

    def _within(self, element: Any, around: _Around) -> Iterator[Unit]:
        for child in element.iterchildren("{*}*"):
            name = local(child)
            if name in ("text:p", "text:h"):
                yield from self._paragraph(child, name, around)
            elif name in ("svg:title", "svg:desc"):
                yield from self._alternative(child)
            elif name == "text:list":
                yield from self._list(child, around)
            elif name == "table:table":
                yield from self._table(child)
            elif (apart := _apart(child, name)) is not None:
                note = note_mark(child) if name == "text:note" else ""
                yield from set_apart(self._within(child, _Around()), apart, note)
            elif name == "text:index-body":
                yield from self._within(child, replace(around, entry=True))
            elif name == "text:index-title":
                yield from self._within(child, replace(around, entry=False))
            elif name not in _SKIPPED and not name.endswith("-source"):
                yield from self._within(child, around)

    def _paragraph(self, element: Any, name: str, around: _Around) -> Iterator[Unit]:
        self._count += 1
        place = f"{self.part}#{self._count}"
        mixed = read_inline(element, self.styles)
        role, block = self._kind(element, name, around)
        if mixed.inline.text and not mixed.is_number:
            if block.kind == "item":
                block = self._beginning(element, block)
            yield Unit(place, element, mixed, role, block, entry=around.entry)
        yield from self._within(element, _Around())

    def _kind(self, element: Any, name: str, around: _Around) -> tuple[Role | None, Block]:
        """What a paragraph is, by its element and its style."""
        if around.block.kind == "cell":
            return "cell", around.block
        if name == "text:h":
            return "headline", Block("heading", level=_number(element.get(_LEVEL), 1, 6))
        names = self.styles.names(element.get(_STYLE, ""))
        styled = next((_BY_STYLE[one] for one in map(str.lower, names) if one in _BY_STYLE), (None, PARAGRAPH))
        return ("item", around.block) if around.block.kind == "item" and styled[0] in _NO_LOOK else styled

    def _beginning(self, element: Any, block: Block) -> Block:
        """A list item's block; only its first paragraph begins it."""
        item = element.getparent()
        begins = block.begins and item not in self._begun
        self._begun.add(item)
        return replace(block, begins=begins)

    def _alternative(self, element: Any) -> Iterator[Unit]:
        """What is read out in place of a picture."""
        self._count += 1
        reading = Reading()
        reading.say(element.text)
        mixed = reading.read()
        if mixed.inline.text and not is_file_name(mixed.inline.text):
            yield Unit(f"{self.part}#{self._count}", element, mixed, "caption", fixed="it is the text of a picture")

    def _list(self, element: Any, around: _Around) -> Iterator[Unit]:
        """The paragraphs of a list; in a table they are of their cell before all."""
        nested = around.block.kind == "item"
        style = element.get(_STYLE) or (around.list_style if nested else "")
        level = around.block.level + 1 if nested else 1
        if not nested and around.block.kind != "cell":
            self.groups += 1
        for item in element.iterchildren(_ITEM, _HEADER):
            block = around.block
            if block.kind != "cell":
                kind = style or self._style_within(item)
                ordered, start = self._numbers(kind, level)
                start = _number(item.get(_START), start, 10**6)
                begins = item.tag == _ITEM
                block = Block("item", level=level, ordered=ordered, begins=begins, start=start, group=self.groups)
            yield from self._within(item, replace(around, block=block, list_style=style))

    def _style_within(self, item: Any) -> str:
        """The list style that the first paragraph of an item brings along."""
        first = next(item.iterchildren(_P), None)
        return "" if first is None else self.styles.of_paragraph(first.get(_STYLE, ""), "style:list-style-name")

    def _numbers(self, name: str, level: int) -> tuple[bool, int]:
        """Whether a list is numbered at a level, and with which number it begins."""
        style = self.styles.list_style(name)
        for one in () if style is None else style.iterchildren("{*}*"):
            if _number(one.get(_LIST_LEVEL), 0, 10) == level:
                ordered = one.tag == _NUMBERED and bool(one.get(_FORMAT))
                return ordered, _number(one.get(_START), 1, 10**6)
        return False, 1

    def _table(self, element: Any) -> Iterator[Unit]:
        self.groups += 1
        group, row_number = self.groups, 0
        for row in _rows(element):
            column = 0
            for cell in row.iterchildren(_CELL, _COVERED):
                if cell.tag == _CELL:
                    block = Block("cell", group=group, row=row_number, column=column)
                    yield from self._within(cell, _Around(block))
                column += _number(cell.get(_COLUMNS), 1, _MOST_REPEATED)
            row_number += _number(row.get(_ROWS), 1, _MOST_REPEATED)


def _apart(element: Any, name: str) -> Apart | None:
    """What stands apart: a note, a comment, a box, the head or foot of a page; None for what does not."""
    if name == "text:note":
        return "endnote" if element.get(_NOTE_CLASS) == "endnote" else "footnote"
    if name.startswith("style:header"):
        return "header"
    return "footer" if name.startswith("style:footer") else _APART.get(name)


def _rows(element: Any) -> Iterator[Any]:
    """The rows of a table, those of its head and of its groups as well, but not those of tables in its cells."""
    for child in element.iterchildren("{*}*"):
        if child.tag == _ROW:
            yield child
        elif local(child) in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            yield from _rows(child)


def _number(value: str | None, usual: int, most: int) -> int:
    if not value or not value.isascii() or not value.isdigit() or len(value) > 9:
        return usual
    return max(1, min(int(value), most))


_NOTE_CLASS = named("text:note-class")
_P, _STYLE, _LEVEL = named("text:p"), named("text:style-name"), named("text:outline-level")
_ITEM, _HEADER, _START = named("text:list-item"), named("text:list-header"), named("text:start-value")
_LIST_LEVEL, _NUMBERED = named("text:level"), named("text:list-level-style-number")
_FORMAT = named("style:num-format")
_ROW, _CELL, _COVERED = named("table:table-row"), named("table:table-cell"), named("table:covered-table-cell")
_COLUMNS, _ROWS = named("table:number-columns-repeated"), named("table:number-rows-repeated")
