"""The stretches that a paragraph of a page is made of, cut to what is text of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from workbench.formats.html.kinds import is_kept, is_neutral
from workbench.formats.html.tree import Element
from workbench.text.tags import without_angle_brackets

_NOTE = re.compile(r"\s*[\[(]?(?:\d{1,3}|[ivx]{1,5}|[a-z]|[*†‡]{1,3})[\])]?\s*")
_TAG = re.compile(r"<[^>]*>")
_BLANKS = " \t\r\n\f"
_NUMBERED = re.compile(r"(?:c\d+\s*)+")
"""Classes of a page that Google Docs made, for formatting and no lines."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Item(NamedTuple):
    """A stretch of a paragraph: text, a tag that opens or closes, or what stands alone (an image, a line break)."""

    kind: Literal["text", "open", "close", "alone"]
    start: int
    end: int
    element: Element | None = None


def parted(text: str, items: Sequence[Item]) -> Iterator[list[Item]]:
    """A paragraph in several where the page shows several: at two line breaks, and at spans that are lines."""
    whole = _matched(text, items)
    if lines := _lines(text, whole):
        yield from lines
        return
    part: list[Item] = []
    depth = 0
    for item in whole:
        depth += (item.kind == "open") - (item.kind == "close")
        part.append(item)
        if depth == 0 and (end := _end_before_breaks(text, part)) is not None:
            yield part[:end]
            part = []
    yield part


def _end_before_breaks(text: str, items: Sequence[Item]) -> int | None:
    """How many of the items stand before the two line breaks that they end in; None where they do not."""
    breaks = 0
    for place in range(len(items) - 1, -1, -1):
        item = items[place]
        if item.element is not None and item.element.name == "br":
            breaks += 1
        elif item.kind != "text" or text[item.start : item.end].strip():
            break
        if breaks == 2:
            return place
    return None


def _matched(text: str, items: Sequence[Item]) -> list[Item]:
    """The items, with one for an empty element or the mark of a note, and end tags without a beginning alone."""
    places = {item.element: place for place, item in enumerate(items) if item.kind == "close"}
    opened = {item.element for item in items if item.kind == "open"}
    found: list[Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        last = places.get(item.element, -1) if item.kind == "open" else -1
        if last > at and _is_one(text, items[at : last + 1]):
            found.append(Item("alone", item.start, items[last].end, item.element))
            at = last
        elif item.kind == "close" and item.element not in opened:
            found.append(Item("alone", item.start, item.end)) if item.start < item.end else None
        else:
            found.append(item)
        at += 1
    return found


def _is_one(text: str, items: Sequence[Item]) -> bool:
    """Whether an element is one code: without text (an anchor, an icon), or the mark of a note."""
    inside = "".join(text[item.start : item.end] for item in items[:9] if item.kind == "text")
    if len(items) > 8:
        return False
    if inside.strip():
        return _is_mark(items, inside)
    whole = sum(item.kind == "open" for item in items) == sum(item.kind == "close" for item in items)
    return whole and (not inside or any(item.kind == "alone" for item in items))


def _is_mark(items: Sequence[Item], inside: str) -> bool:
    """Whether an element is the mark of a note: a link within the page, raised or in brackets."""
    elements = [item.element for item in items if item.kind == "open" and item.element is not None]
    leads = any(one.name == "a" and one.attributes.get("href", "").startswith("#") for one in elements)
    raised = any(one.name == "sup" for one in elements)
    return leads and (raised or not inside.strip().isalpha()) and _NOTE.fullmatch(inside) is not None


def is_note(text: str, item: Item) -> bool:
    """Whether what stands alone is the mark of a note."""
    element = item.element
    if element is None or item.kind != "alone" or element.name not in ("a", "sup", "span"):
        return False
    return _NOTE.fullmatch(without_angle_brackets(text[item.start : item.end])) is not None


def trimmed(text: str, items: Sequence[Item]) -> list[Item]:
    """A paragraph without what stands at its ends and is no text: blanks, comments, images, tags around all of it."""
    start, end = 0, len(items)
    while start < end:
        first, last = items[start], items[end - 1]
        if _goes(text, first):
            start += 1
        elif _goes(text, last):
            end -= 1
        elif first.kind == "open" and last.kind == "close" and first.element is last.element and _wraps(first):
            start, end = start + 1, end - 1
        else:
            break
    return [_without_blanks(text, item, place, end - start) for place, item in enumerate(items[start:end])]


def _wraps(item: Item) -> bool:
    return item.element is not None and is_neutral(item.element) and not is_kept(item.element)


def _goes(text: str, item: Item) -> bool:
    if item.kind == "alone":
        return not is_note(text, item)
    return item.kind == "text" and not text[item.start : item.end].strip()


def _without_blanks(text: str, item: Item, place: int, count: int) -> Item:
    start, end = item.start, item.end
    if item.kind == "text" and place == 0:
        start += len(text[start:end]) - len(text[start:end].lstrip(_BLANKS))
    if item.kind == "text" and place == count - 1:
        end = start + len(text[start:end].rstrip(_BLANKS))
    return Item(item.kind, start, end, item.element)


def _lines(text: str, items: Sequence[Item]) -> list[list[Item]]:
    """The lines of a heading, where all of its text is in two or more spans beside each other that have classes: a
    kicker and a headline, which a style sheet sets below each other. Else nothing.
    """
    parts: list[list[Item]] = []
    depth = 0
    for item in items:
        if depth == 0 and _begins_line(item):
            parts.append([])
        elif depth == 0 and (item.kind == "open" or _says(text, item)):
            return []
        depth += (item.kind == "open") - (item.kind == "close")
        if parts:
            parts[-1].append(item)
    return [part for part in parts if any(c.isalpha() for c in _text(text, part))] if len(parts) > 1 else []


def _begins_line(item: Item) -> bool:
    return item.kind != "text" and item.element is not None and _is_line(item.element)


def _says(text: str, item: Item) -> bool:
    return item.kind == "text" and bool(text[item.start : item.end].strip(_BLANKS + ":"))


def _is_line(element: Element) -> bool:
    known = element.attributes.get("class", "")
    in_heading = any(one.name in _HEADINGS for one in element.above)
    return in_heading and element.name in ("span", "small") and bool(known) and not _NUMBERED.fullmatch(known)


def _text(text: str, items: Sequence[Item]) -> str:
    return "".join(text[item.start : item.end] for item in items if item.kind == "text")
