"""The paragraphs of a page: each stretch of text between two tags that begin a line of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from workbench.formats.html.items import Item, parted, trimmed
from workbench.formats.html.kinds import is_untouched, on_its_own_line
from workbench.formats.html.tree import Element, Event, Page

MOST_RUNS = 100_000
"""No more are read: what has more is no page."""
Post = Literal["", "blocks", "classic"]

_BLANK_LINE = re.compile(r"(?:(?<![ \t])[ \t]+)?\n[ \t\r]*\n\s*")
_NOWHERE = re.compile(r"(?!)")
_SHORTCODE = r"\[\[?/?[A-Za-z][\w-]*(?:[\s=/][^\[\]<>]*)?\]\]?"
_MARKS = {
    "blocks": re.compile(_SHORTCODE),
    "classic": re.compile(rf"(?:(?<![ \t\r])[ \t\r]+|\r)?\n[ \t]*|{_SHORTCODE}"),
}


@dataclass(frozen=True, slots=True)
class Run:
    """A paragraph of a page: `text[start:end]`. `element`: the block it stands in.

    `around`: its items with those at its ends that are no text of it.
    """

    element: Element
    items: tuple[Item, ...]
    around: tuple[Item, ...] = ()

    @property
    def start(self) -> int:
        """Where it begins in the page."""
        return self.items[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.items[-1].end


@dataclass(slots=True)
class _Reader:
    page: Page
    post: Post
    runs: list[Run] = field(default_factory=list)
    left: list[Element] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    block: Element | None = None
    inline: int = 0

    def read(self) -> None:
        events = self.page.events
        at = 0
        while at < len(events):
            event = events[at]
            if event.kind == "open" and is_untouched(event.element):
                at = self._past(event)
            else:
                self._take(event)
                at += 1
        self._end()

    def _past(self, event: Event) -> int:
        """Past an element that is left alone; returns the number of the event behind it."""
        element = event.element
        if on_its_own_line(element):
            self._end()
        else:
            self._add(Item("alone", event.start, max(event.end, element.close[1]), element))
        self.left.append(element)
        return element.closed + 1

    def _take(self, event: Event) -> None:
        element = event.element
        if event.kind in ("open", "close") and element.is_block:
            self._end()
        elif event.kind == "open" and element.closed == element.opened:
            self._add(Item("alone", event.start, event.end, element))
        elif event.kind in ("open", "close"):
            self.inline += 1 if event.kind == "open" else -1
            self._add(Item(event.kind, event.start, event.end, element))
        elif event.kind == "text":
            self._text(event)
        elif event.kind != "raw" and event.start < event.end:
            self._add(Item("alone", event.start, event.end))

    def _add(self, item: Item) -> None:
        if self.block is None and item.element is not None:
            self.block = next(one for one in (item.element.parent or item.element).above if _is_container(one))
        self.items.append(item)

    def _text(self, event: Event) -> None:
        if self.block is None:
            self.block = next(one for one in event.element.above if _is_container(one))
        if not self.post:
            self.items.append(Item("text", event.start, event.end))
            return
        ends = _BLANK_LINE if self.post == "classic" and not self.inline else _NOWHERE
        for number, (start, end) in enumerate(_between(self.page.text, event, ends)):
            block = self.block
            if number:
                self._end()
            self.block = block
            self.items += _post_items(self.page.text, start, end, _MARKS[self.post])

    def _end(self) -> None:
        items, block = self.items, self.block
        self.items, self.block, self.inline = [], None, 0
        if block is None or not any(item.kind == "text" for item in items):
            return
        if len(self.runs) > MOST_RUNS:
            return
        for part in parted(self.page.text, items):
            if kept := trimmed(self.page.text, part):
                self.runs.append(Run(block, tuple(kept), tuple(part)))


def runs_in(page: Page, post: Post = "") -> tuple[list[Run], list[Element]]:
    """The paragraphs of a page, and the elements that were left alone.

    `post`: the page is a post of WordPress, which has shortcodes; in a `classic` one, without blocks, empty lines part
    paragraphs and a line end is a line break.
    """
    reader = _Reader(page, post)
    reader.read()
    return reader.runs, reader.left


def _is_container(element: Element) -> bool:
    return element.is_block or element.parent is None


def _between(text: str, event: Event, ends: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = event.start
    for found in ends.finditer(text, event.start, event.end):
        yield start, found.start()
        start = found.end()
    yield start, event.end


def _post_items(text: str, start: int, end: int, marks: re.Pattern[str]) -> Iterator[Item]:
    """The text of a post, with what stands alone in it."""
    at = start
    for found in marks.finditer(text, start, end):
        if found[0][0] == "[" and not _is_shortcode(text, found[0]):
            continue
        if at < found.start():
            yield Item("text", at, found.start())
        yield Item("alone", found.start(), found.end())
        at = found.end()
    if at < end:
        yield Item("text", at, end)


def _is_shortcode(text: str, found: str) -> bool:
    """`[sic]` is none: a shortcode has attributes, an end, or one of WordPress's own names."""
    name = re.sub(r"[\[\]/]", " ", found).split()[0].split("=")[0]
    known = name in ("gallery", "audio", "video", "playlist", "embed", "caption", "more")
    return known or "=" in found or found.startswith("[/") or f"[/{name}]" in text
