"""What a paragraph of a page is in its article and in its layout, and whether there is room for another one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.formats.furniture import is_byline, is_page_furniture
from workbench.formats.html.runs import Run
from workbench.formats.html.tree import FORMATTING, Element
from workbench.formats.markup import PARAGRAPH, Block
from workbench.formats.roles import Role, role_by_look

_CAPTION = re.compile(r"caption|bildunterschrift|bildtext|\bcredits?\b|copyright|urheber|wp-caption-text")
_TEASER = re.compile(
    r"teaser|\bintro\b|[-_]intro\b|\bintro[-_]|\blead\b|vorspann|standfirst|lead-?text|sub-?head(?:line)?\b|excerpt"
)
_BYLINE = re.compile(r"\bauthors?\b|byline|autor(?:en)?\b|\bverfasser")
_ONE_DATE = (
    r"(?:(?:Stand|Veröffentlicht|Aktualisiert|Erstellt|Datum|[Aa]m)\b[: ]*)*(?:\w+, )?"
    r"\d{1,2}\.\s?(?:\d{1,2}\.|[A-ZÄ][a-zä]+\.? )\s?\d{2,4}(?:[,|·–-]?\s*(?:um )?\d{1,2}[:.]\d{2}(?: Uhr)?)?"
)
_DATE = re.compile(rf"(?:{_ONE_DATE}\W*){{1,2}}|Stand: .{{0,40}}")
_LISTS = frozenset({"ul", "ol", "menu"})
_CELLS = frozenset({"td", "th"})
_ROOM_WORDS = "p li h1 h2 h3 h4 h5 h6 div"
_ROOM = frozenset(_ROOM_WORDS.split())
_LONGEST_BYLINE = 120
NO_ROOM = "the page has room for one paragraph there"


@dataclass(slots=True)
class Layout:
    """What is known of the paragraphs of one page, which are asked for in their order.

    `lead`: the page has a teaser where its elements say so: it is an article and no letter.
    """

    runs: Sequence[Run]
    groups: dict[Element, int] = field(default_factory=dict)
    begun: set[Element] = field(default_factory=set)
    rows: dict[Element, tuple[int, int]] = field(default_factory=dict)
    crowded: set[Element] = field(default_factory=set)
    alone: Counter[Element] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        held: Counter[Element] = Counter()
        for run in self.runs:
            self.alone[run.element] += 1
            for one in run.element.above:
                if one.name in _CELLS:
                    held[one] += 1
                    if held[one] > 1 or one.parent is None:
                        self.crowded.add(_table_of(one))
                    break

    def role_and_block(self, run: Run, text: str) -> tuple[Role, Block]:
        """What a paragraph is."""
        if any(run.element.text.startswith("[caption", item.start) for item in run.around):
            return "caption", PARAGRAPH  # a shortcode of WordPress
        for one in run.element.above:
            if one.name in ("article", "main", "body", "section"):
                break
            if found := self._by_name(one, text):
                return found
        return self._loose(run.element, text), PARAGRAPH

    def _by_name(self, one: Element, text: str) -> tuple[Role, Block] | None:
        match one.name:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                return "headline", Block("heading", int(one.name[1]))
            case "figcaption" | "caption":
                return "caption", PARAGRAPH
            case "li" | "dt" | "dd":
                return "item", self._item(one) if one.name == "li" else PARAGRAPH
            case "td" | "th":
                return self._cell(one, text)
            case "blockquote":
                return "quotation", Block("quotation", sum(above.name == "blockquote" for above in one.above))
            case _:
                return None

    def _loose(self, element: Element, text: str) -> Role:
        """A paragraph that stands in no list, table or quotation."""
        near = [one for one in element.above if one.name not in ("article", "main", "body", "html", "")][:3]
        if is_page_furniture(text) or _DATE.fullmatch(text):
            return "furniture"
        if any(_CAPTION.search(one.names) or one.name == "figure" for one in near):
            return "caption"
        if is_byline(text) or (len(text) <= _LONGEST_BYLINE and _is_named(_BYLINE, near)):
            return "headline"
        return "teaser" if _is_named(_TEASER, near) else _role_by_look(element, text)

    def _item(self, item: Element) -> Block:
        lists = [one for one in item.above if one.name in _LISTS]
        begins = item not in self.begun
        self.begun.add(item)
        if not lists:
            return Block("item", 1, begins=begins)
        start = lists[0].attributes.get("start", "")
        return Block(
            "item",
            len(lists),
            ordered=lists[0].name == "ol",
            begins=begins,
            start=int(start) if re.fullmatch(r"\d{1,6}", start) else 1,
            group=self._group(lists[-1]),
        )

    def _cell(self, cell: Element, text: str) -> tuple[Role, Block]:
        table = _table_of(cell)
        if table in self.crowded or any(
            one.name == "table" for one in (table.parent or table).above if one is not table
        ):
            return "body" if role_by_look(text) == "body" else "cell", PARAGRAPH
        if table not in self.groups:
            self._number(table)
        row, column = self.rows.get(cell, (0, 0))
        return "cell", Block("cell", group=self._group(table), row=row, column=column)

    def _group(self, element: Element) -> int:
        return self.groups.setdefault(element, len(self.groups) + 1)

    def _number(self, table: Element) -> None:
        """The row and column of each of a table's cells."""
        rows = [row for part in table.children for row in ([part] if part.name == "tr" else part.children)]
        for number, row in enumerate(one for one in rows if one.name == "tr"):
            for column, cell in enumerate(one for one in row.children if one.name in _CELLS):
                self.rows[cell] = (number, column)

    def fixed(self, run: Run) -> str:
        """Why a paragraph can be neither cut nor joined."""
        element = run.element
        if element.name in _ROOM and self.alone[element] == 1 and not element.holds_blocks and not _runs_on(element):
            return "" if element.tag[1] else NO_ROOM
        return NO_ROOM


def _runs_on(element: Element) -> bool:
    """Whether bold or the like that begins in an element does not end there: browsers begin it anew in the next."""
    return any(
        (child.name in FORMATTING and child.close[0] == child.close[1]) or _runs_on(child) for child in element.children
    )


def _is_named(names: re.Pattern[str], near: Sequence[Element]) -> bool:
    return any(names.search(one.names) for one in near[:2])


def _role_by_look(element: Element, text: str) -> Role:
    if element.name in ("summary", "legend"):
        return "headline"
    look = role_by_look(text)
    return "body" if look == "item" or (look == "headline" and element.name == "p") else look


def _table_of(cell: Element) -> Element:
    return next((one for one in cell.above if one.name == "table"), cell)
