"""The texts of a TMX unit with their codes: one number for the same code in both languages.

TMX 1.4b, level 2: `bpt` and `ept` are the two ends of a pair by their `i`, `it` is an end without the other, `ph`
stands alone, `hi` stands around text; what is inside of the first four is no text. Elements that are not allowed there
(MateCat writes `g` and `x` of XLIFF) are codes around the text in them. OmegaT writes its tags as text: `<f0>…</f0>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.formats.parted import one_line
from workbench.memory.exchange.tmx_unit import Begin, End, Part
from workbench.text import Code, Inline
from workbench.text.inline import Kind

_NO_TEXT = frozenset(("bpt", "ept", "it", "ph", "ut", "sub"))
_ALONE = frozenset(("x", "bx", "ex"))
_TAG = re.compile(r"<(/?)([A-Za-z]{1,3}\d{1,4})(/?)>")
_NUMBER = re.compile(r"[1-9]\d{0,3}")
_MOST_NUMBERS = 9_999


class _Mark(NamedTuple):
    """A code: `key` is what it is, the same in both languages. `lone`: the other end of its pair is not to be there."""

    kind: Kind
    key: str
    lone: bool = False


class Numbers:
    """The numbers of a unit's codes: those that the file has for them (`x`), else the next one that is free."""

    def __init__(self, texts: Sequence[Sequence[Part]]) -> None:
        said = (part.said.get("x", "") for text in texts for part in text if isinstance(part, Begin))
        self._of = {f"x{number}": number for number in said if _NUMBER.fullmatch(number)}
        self._taken = set(self._of.values())
        self._next = 1

    def of(self, key: str) -> str:
        """The number of a code; empty where there are too many."""
        if key not in self._of:
            while str(self._next) in self._taken:
                self._next += 1
            number = str(self._next) if self._next <= _MOST_NUMBERS else ""
            self._of[key] = number
            self._taken.add(number)
        return self._of[key]


def inline_of(text: Sequence[Part], numbers: Numbers, *, tags_are_text: bool = False) -> Inline:
    """A text of a unit, clean and on one line, with its codes. `tags_are_text`: OmegaT's way."""
    first = text[0] if len(text) == 1 else None
    if isinstance(first, str) and not (tags_are_text and "<" in first):
        return one_line([first]).stripped()  # most
    parts = list(_with_tags(_marks(text)) if tags_are_text else _marks(text))
    pieces: list[str | Code] = []
    for part in _with_both_ends(parts):
        if isinstance(part, str):
            pieces.append(part)
        elif number := numbers.of(part.key):
            pieces.append(Code(0, number, part.kind))
    return one_line(pieces).stripped()


def without_tags(text: str) -> str:
    """A text without the tags that OmegaT has in it."""
    return _TAG.sub("", text)


def length_of(text: Sequence[Part]) -> int:
    """Its characters, those in tags too."""
    return sum(len(part) for part in text if isinstance(part, str))


def _marks(text: Sequence[Part]) -> Iterator[str | _Mark]:
    """The text and its codes; what stands in a code is no text."""
    opened: dict[str, str] = {}
    around: list[_Mark | None] = []
    at = 0
    while at < len(text):
        part = text[at]
        if isinstance(part, str):
            yield part
        elif isinstance(part, End):
            begun = around.pop() if around else None
            if begun:
                yield begun._replace(kind="close")
        elif part.name in _NO_TEXT:
            end = _end_of(text, at)
            if part.name != "sub":
                yield _code(part, "".join(one for one in text[at:end] if isinstance(one, str)), opened)
            at = end
        else:
            mark = _mark_around(part, is_empty=isinstance(next(iter(text[at + 1 : at + 2]), None), End))
            around.append(mark if mark.kind == "open" and part.name not in _ALONE else None)
            yield mark
        at += 1


def _end_of(text: Sequence[Part], begin: int) -> int:
    """Where the element that begins there ends."""
    depth = 0
    for at in range(begin, len(text)):
        depth += isinstance(text[at], Begin) - isinstance(text[at], End)
        if not depth:
            return at
    return len(text) - 1


def _code(begin: Begin, inside: str, opened: dict[str, str]) -> _Mark:
    """A code of TMX. `opened`: by `i`, what pairs are."""
    said = begin.said
    key = f"x{said['x']}" if _NUMBER.fullmatch(said.get("x", "")) else _key(said, inside)
    pair = said.get("i", "")
    if begin.name == "bpt":
        opened[pair] = key
        return _Mark("open", key)
    if begin.name == "ept":
        return _Mark("close", opened.pop(pair, key or "ept"))
    if begin.name == "it":
        return _Mark("close" if said.get("pos") == "end" else "open", key, lone=True)
    return _Mark("alone", key)


def _key(said: Mapping[str, str], inside: str) -> str:
    return f"{said.get('type', '')} {said.get('x', '')} {inside}"


def _mark_around(begin: Begin, *, is_empty: bool) -> _Mark:
    """The code of an element that may stand around text; `is_empty`: this one does not."""
    key = f"{begin.name} {begin.said.get('id') or begin.said.get('type', '')}"
    if begin.name in ("bx", "ex"):
        said = begin.said.get("rid") or begin.said.get("id", "")
        return _Mark("open" if begin.name == "bx" else "close", f"bx {said}")
    return _Mark("alone" if is_empty or begin.name in _ALONE else "open", key)


def _with_tags(parts: Iterator[str | _Mark]) -> Iterator[str | _Mark]:
    """OmegaT's tags in the text as codes."""
    for part in parts:
        if not isinstance(part, str):
            yield part
            continue
        at = 0
        for found in _TAG.finditer(part):
            yield part[at : found.start()]
            yield _Mark("close" if found[1] else "alone" if found[3] else "open", f"tag {found[2]}")
            at = found.end()
        yield part[at:]


def _with_both_ends(parts: Sequence[str | _Mark]) -> Iterator[str | _Mark]:
    """The parts, where an end of a pair without the other stands alone."""
    opened: dict[str, list[int]] = {}
    alone: set[int] = set()
    for at, part in enumerate(parts):
        if isinstance(part, str) or part.lone or part.kind == "alone":
            continue
        if part.kind == "open":
            opened.setdefault(part.key, []).append(at)
        elif opened.get(part.key):
            opened[part.key].pop()
        else:
            alone.add(at)
    alone |= {at for places in opened.values() for at in places}
    for at, part in enumerate(parts):
        yield part._replace(kind="alone") if at in alone and isinstance(part, _Mark) else part
