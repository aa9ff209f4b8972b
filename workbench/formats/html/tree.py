"""The elements of a page as browsers nest them, each with the places of its tags.

After the tree construction of the HTML Standard (WHATWG, 13.2.6), as far as it says where a paragraph begins and ends:
what closes an open `<p>`, an item or a cell, which end tags mean nothing, and that a formatting element may end inside
of another one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from workbench.formats.html.tokens import Token, attributes, tokens
from workbench.problem import Problem, WorkbenchError

DEEPEST = 500
"""Chromium nests 512 deep and no deeper."""

_VOID_WORDS = "area base basefont br col embed frame hr img input link meta param source track wbr"
VOID = frozenset(_VOID_WORDS.split())
_CLOSES_P_WORDS = """address article aside blockquote center details dialog dir div dl fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt listing main menu nav ol p plaintext pre
    search section summary table ul xmp"""
_CLOSES_P = frozenset(_CLOSES_P_WORDS.split())
_OTHER_BLOCKS = """audio body button caption col colgroup embed frameset head html iframe legend noframes object
    optgroup option tbody td template textarea tfoot th thead title tr video"""
BLOCKS = _CLOSES_P | frozenset(_OTHER_BLOCKS.split())
_NAMES = ("class", "id", "data-area", "data-component", "data-module", "data-testid", "itemprop")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SCOPE_WORDS = "applet caption html marquee object table td template th"
_SCOPE = frozenset(_SCOPE_WORDS.split())
_FORMATTING_WORDS = "a b big code em font i nobr s small strike strong tt u"
FORMATTING = frozenset(_FORMATTING_WORDS.split())
_IN_HEAD_WORDS = "base basefont bgsound link meta noframes noscript script style template title"
_IN_HEAD = frozenset(_IN_HEAD_WORDS.split())
_ENDED_BY: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), BLOCKS - {"address", "div", "p"}),
    **dict.fromkeys(("dd", "dt"), (frozenset({"dd", "dt"}), BLOCKS - {"address", "div", "p"})),
    **dict.fromkeys(("td", "th"), (frozenset({"td", "th"}), frozenset({"table", "tr", "template"}))),
    "tr": (frozenset({"tr"}), frozenset({"table", "template"})),
    **dict.fromkeys(
        ("tbody", "thead", "tfoot"), (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table", "template"}))
    ),
    **dict.fromkeys(_HEADINGS, (_HEADINGS, BLOCKS)),
    "a": (frozenset({"a"}), _SCOPE),
    "button": (frozenset({"button"}), _SCOPE),
    "option": (frozenset({"option"}), BLOCKS),
}
"""What an opening tag ends: the nearest of these, unless one of those lies between."""


@dataclass(eq=False)
class Element:
    """An element: `tag` and `close` hold its tags (`close` is empty where it has no end tag)."""

    name: str
    text: str
    tag: tuple[int, int]
    parent: Element | None
    depth: int
    close: tuple[int, int] = (0, 0)
    holds_blocks: bool = False
    children: list[Element] = field(default_factory=list)
    opened: int = 0
    closed: int = 0

    @property
    def is_block(self) -> bool:
        """Whether it begins a line of its own, by itself or by what is in it."""
        return self.holds_blocks or self.name in BLOCKS

    @cached_property
    def attributes(self) -> dict[str, str]:
        """Its attributes."""
        return {one.name: one.value for one in attributes(self.text[slice(*self.tag)])}

    @cached_property
    def names(self) -> str:
        """Its class, its id and what else a site calls it by, in small letters."""
        return " ".join(self.attributes.get(name, "") for name in _NAMES).lower()

    @property
    def above(self) -> Iterator[Element]:
        """It and the elements it lies in, the nearest first."""
        one: Element | None = self
        while one is not None:
            yield one
            one = one.parent


class Event(NamedTuple):
    """A stretch of the page inside of `element`, or a tag of it. What is closed without an end tag has an empty one."""

    kind: Literal["text", "open", "close", "stray", "comment", "raw"]
    start: int
    end: int
    element: Element


@dataclass(frozen=True, slots=True)
class Page:
    """A page that has been read."""

    text: str
    root: Element
    events: list[Event]
    xml: bool = False

    @property
    def elements(self) -> Iterator[Element]:
        """Its elements in the order in which they open."""
        return (event.element for event in self.events if event.kind == "open")


def page_of(text: str, where: Path, *, xml: bool = False) -> Page:
    """The page in a file's characters.

    Raises WorkbenchError for elements that are nested more than 500 deep.
    """
    builder = _Builder(text, where, xml)
    for token in tokens(text, xml=xml):
        builder.take(token)
    builder.close_down_to(0, len(text))
    return Page(text, builder.stack[0], builder.events, xml)


class _Builder:
    def __init__(self, text: str, where: Path, xml: bool) -> None:
        self.text, self.where, self.xml = text, where, xml
        self.events: list[Event] = []
        self.stack = [Element("", text, (0, 0), None, 0)]
        self.open: Counter[str] = Counter()

    def take(self, token: Token) -> None:
        match token.kind:
            case "open":
                self._opening(token)
            case "close":
                self._closing(token)
            case kind:
                if kind == "text" and self.stack[-1].name == "head" and self.text[token.start : token.end].strip():
                    self.close_down_to(len(self.stack) - 1, token.start)
                self.events.append(Event(kind, token.start, token.end, self.stack[-1]))

    def _opening(self, token: Token) -> None:
        name = token.name
        if name in ("html", "body", "head") and self.open[name]:
            return
        if self.stack[-1].name == "head" and name not in _IN_HEAD:
            self.close_down_to(len(self.stack) - 1, token.start)
        if not self.xml:
            self._end_implied(token)
        element = Element(name, self.text, (token.start, token.end), self.stack[-1], len(self.stack))
        self.stack[-1].children.append(element)
        if name in BLOCKS and not self.open["svg"]:  # whose <title> is none
            self._tell_blocks()
        element.opened = len(self.events)
        self.events.append(Event("open", token.start, token.end, element))
        if token.empty or name in VOID:
            element.close, element.closed = (token.end, token.end), element.opened
            return
        self.stack.append(element)
        self.open[name] += 1
        if len(self.stack) > DEEPEST:
            what = f"has elements nested more than {DEEPEST} deep"
            raise WorkbenchError(
                Problem(self.where, what, "save the page anew, or copy its text into a .txt file", self._line(token))
            )

    def _tell_blocks(self) -> None:
        for one in reversed(self.stack):
            if one.holds_blocks:
                break
            one.holds_blocks = True

    def _end_implied(self, token: Token) -> None:
        if token.name in _CLOSES_P and self.open["p"]:
            self._end_nearest(frozenset({"p"}), _SCOPE | {"button"}, token.start)
        ends = _ENDED_BY.get(token.name)
        if ends and any(self.open[name] for name in ends[0]):
            self._end_nearest(*ends, token.start)

    def _end_nearest(self, names: frozenset[str], until: frozenset[str], at: int) -> None:
        for place in range(len(self.stack) - 1, 0, -1):
            name = self.stack[place].name
            if name in names:
                if name in FORMATTING:
                    self._take_out(place, at, at)
                else:
                    self.close_down_to(place, at)
                return
            if name in until:
                return

    def _closing(self, token: Token) -> None:
        name = token.name
        if name in ("body", "html"):
            return
        place = self._place_of(name) if self.open[name] else 0
        if not place:
            kind: Literal["stray", "comment"] = "comment" if name in BLOCKS else "stray"
            self.events.append(Event(kind, token.start, token.end, self.stack[-1]))
        elif name in FORMATTING:
            self._take_out(place, token.start, token.end)
        else:
            self.close_down_to(place + 1, token.start)
            self._take_out(place, token.start, token.end)

    def _place_of(self, name: str) -> int:
        """The open element that an end tag ends; 0 for none."""
        until = _SCOPE if name in BLOCKS or name in FORMATTING else BLOCKS
        if name in ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption"):
            until = frozenset({"table", "template"})
        for place in range(len(self.stack) - 1, 0, -1):
            if self.stack[place].name == name:
                return place
            if self.stack[place].name in until and not self.xml:
                return 0
        return 0

    def close_down_to(self, place: int, at: int) -> None:
        """Close what lies in the stack from a place on."""
        while len(self.stack) > max(place, 1):
            self._take_out(len(self.stack) - 1, at, at)

    def _take_out(self, place: int, start: int, end: int) -> None:
        element = self.stack.pop(place)
        self.open[element.name] -= 1
        element.close, element.closed = (start, end), len(self.events)
        # one that ends inside of a block that it holds ends no line there
        ends_a_line = place == len(self.stack) or not element.holds_blocks
        self.events.append(Event("close" if ends_a_line else "stray", start, end, element))

    def _line(self, token: Token) -> int:
        return self.text.count("\n", 0, token.start) + 1
