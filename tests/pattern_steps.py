"""How many steps a pattern takes on a text, counted: a matcher that goes back as `re` does, over the tree `re` parses.

It finds whether time grows with the square of a text without measuring time. Repeats with a bound are counted as short
ones, so that only what has no bound can grow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from re import _parser as parser  # type: ignore[attr-defined]  # it has no public name
from typing import Any

_BOUND = 300  # repeats to this bound are short
_SHORT = 3
_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "DIGIT": str.isdigit,
    "SPACE": str.isspace,
    "WORD": lambda c: c.isalnum() or c == "_",
}
_COMMON = 'aA0 \n."-<'
_Node = tuple[Any, Any]
_ONE = {"LITERAL", "NOT_LITERAL", "IN", "ANY"}


class TooManyError(Exception):
    """More steps were taken than were allowed."""


def _repeats(node: object) -> Iterator[list[_Node]]:
    """What is repeated without a bound, wherever it stands in the tree."""
    if isinstance(node, parser.SubPattern):
        yield from _repeats(list(node))
    elif isinstance(node, tuple | list):
        if len(node) == 3 and isinstance(node[1], int) and isinstance(node[2], parser.SubPattern) and node[1] > _BOUND:
            yield list(node[2])
        for part in node:
            yield from _repeats(part)


def _leaves(node: object) -> Iterator[_Node]:
    """What takes one character, wherever it stands in the tree."""
    if isinstance(node, parser.SubPattern):
        yield from _leaves(list(node))
    elif isinstance(node, tuple) and len(node) == 2 and str(node[0]) in _ONE:
        yield node
    elif isinstance(node, tuple | list):
        for part in node:
            yield from _leaves(part)


def _spoken_of(leaf: _Node) -> Iterator[str]:
    name, value = str(leaf[0]), leaf[1]
    if name in {"LITERAL", "NOT_LITERAL"}:
        yield chr(value)
    elif name == "IN":
        for part, of in value:
            if str(part) in {"LITERAL", "RANGE"}:
                yield chr(of if str(part) == "LITERAL" else of[0])


class Steps:
    """The steps of one pattern on one text."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.tree = parser.parse(pattern, flags)
        self.flags = self.tree.state.flags
        self.taken = 0

    def letters(self) -> list[str]:
        """One character of each kind that some part of the pattern repeats without a bound: only these can grow."""
        leaves, repeats = list(_leaves(self.tree)), list(_repeats(self.tree))
        kinds: dict[tuple[bool, ...], str] = {}
        for letter in dict.fromkeys(_COMMON + "".join(c for leaf in leaves for c in _spoken_of(leaf))):
            if any(self._takes(body, letter) for body in repeats):
                kinds.setdefault(tuple(self._is(str(name), value, letter) for name, value in leaves), letter)
        return list(kinds.values())

    def _takes(self, body: list[_Node], letter: str) -> bool:
        return any(self._is(str(name), value, letter) for name, value in _leaves(body))

    def of(self, text: str, way: str, *, at_most: int) -> int:
        """How many steps it takes, but no more than `at_most`, to look for all matches, for one at the beginning,
        or for one that is the whole text: `way` is anywhere, start or whole.
        """
        self.taken, self.at_most, self.text, self.groups = 0, at_most, text, dict[int, str]()
        try:
            at = 0
            while at <= len(text):
                ends = self._nodes(list(self.tree), 0, at)
                end = next((end for end in ends if way != "whole" or end == len(text)), None)
                if way != "anywhere":
                    break
                at = max(at + 1, end) if end is not None else at + 1
        except TooManyError:
            return at_most
        return self.taken

    def _step(self) -> None:
        self.taken += 1
        if self.taken > self.at_most:
            raise TooManyError

    def _nodes(self, nodes: list[_Node], index: int, at: int) -> Iterator[int]:
        if index == len(nodes):
            yield at
            return
        for end in self._node(nodes[index], at):
            yield from self._nodes(nodes, index + 1, end)

    def _node(self, node: _Node, at: int) -> Iterator[int]:
        self._step()
        name, value = str(node[0]), node[1]
        if name in _ONE:
            return iter((at + 1,) if at < len(self.text) and self._is(name, value, self.text[at]) else ())
        if name.endswith("_REPEAT"):
            return self._repeated(name, value, at)
        if name in {"SUBPATTERN", "ATOMIC_GROUP", "BRANCH"}:
            return self._group(name, value, at)
        return self._without_width(name, value, at)

    def _repeated(self, name: str, value: Any, at: int) -> Iterator[int]:
        least, most, body = value
        if most <= _BOUND:
            least, most = min(least, _SHORT), min(most, _SHORT)
        ends = self._repeat(list(body), least, most, at, lazy=name == "MIN_REPEAT")
        return islice(ends, 1) if name == "POSSESSIVE_REPEAT" else ends

    def _group(self, name: str, value: Any, at: int) -> Iterator[int]:
        if name == "ATOMIC_GROUP":
            yield from islice(self._nodes(list(value), 0, at), 1)
        elif name == "BRANCH":
            for branch in value[1]:
                if self._may_begin(branch, at):
                    yield from self._nodes(list(branch), 0, at)
        else:
            for end in self._nodes(list(value[3]), 0, at):
                if value[0] is not None:
                    self.groups[value[0]] = self.text[at:end]
                yield end

    def _may_begin(self, branch: Any, at: int) -> bool:
        if not len(branch) or str(branch[0][0]) not in _ONE:
            return True
        return at < len(self.text) and self._is(str(branch[0][0]), branch[0][1], self.text[at])

    def _without_width(self, name: str, value: Any, at: int) -> Iterator[int]:
        if name == "GROUPREF":
            said = self.groups.get(value, "")
            if self.text.startswith(said, at):
                yield at + len(said)
        elif name == "GROUPREF_EXISTS":
            yield from self._nodes(list((value[1] if value[0] in self.groups else value[2]) or []), 0, at)
        elif name in {"ASSERT", "ASSERT_NOT"}:
            found = self._seen(value[0], list(value[1]), at)
            if found == (name == "ASSERT"):
                yield at
        elif name == "AT" and self._stands(str(value), at):
            yield at

    def _seen(self, direction: int, nodes: list[_Node], at: int) -> bool:
        if direction > 0:
            return next(self._nodes(nodes, 0, at), None) is not None
        width = sum(min(parser.SubPattern(self.tree.state, [node]).getwidth()[0], 300) for node in nodes)
        return at >= width and any(end == at for end in self._nodes(nodes, 0, at - width))

    def _repeat(self, body: list[_Node], least: int, most: int, at: int, *, lazy: bool) -> Iterator[int]:
        """The ends of `body` repeated, in the order in which they are tried, without the interpreter's own stack."""

        def again(at: int, often: int) -> Iterator[int]:
            return self._nodes(body, 0, at) if often < most else iter(())

        if lazy and least == 0:
            yield at
        open_ = [(at, again(at, 0))]
        while open_:
            here, ends = open_[-1]
            end = next(ends, None)
            if end is not None and (end > here or len(open_) <= least):
                if lazy and len(open_) >= least:
                    yield end
                open_.append((end, again(end, len(open_))))
            elif end is None:
                open_.pop()
                if not lazy and len(open_) >= least:
                    yield here

    def _is(self, name: str, value: Any, character: str) -> bool:
        if name == "ANY":
            return character != "\n" or bool(self.flags & re.DOTALL)
        given = (
            {one for one in (character, character.lower(), character.upper()) if len(one) == 1}
            if self.flags & re.IGNORECASE
            else {character}
        )
        if name == "LITERAL":
            return chr(value) in given
        if name == "NOT_LITERAL":
            return chr(value) not in given
        parts = value[1:] if str(value[0][0]) == "NEGATE" else value
        return any(_among(part, one) for part in parts for one in given) == (parts is value)

    def _stands(self, where: str, at: int) -> bool:
        before, after = self.text[:at][-1:], self.text[at : at + 1]
        lines = bool(self.flags & re.MULTILINE)
        if where.startswith("AT_BEGINNING"):
            return not before or (where == "AT_BEGINNING" and lines and before == "\n")
        if where.startswith("AT_END"):
            last = lines or at == len(self.text) - 1
            return not after or (where == "AT_END" and last and after == "\n")
        word = _CATEGORIES["WORD"]
        return (word(before or " ") != word(after or " ")) == (where == "AT_BOUNDARY")


def _among(part: _Node, character: str) -> bool:
    name, value = str(part[0]), part[1]
    if name == "LITERAL":
        return chr(value) == character
    if name == "RANGE":
        return bool(value[0] <= ord(character) <= value[1])
    category = str(value).removeprefix("CATEGORY_")
    if category.startswith("NOT_"):
        return not _CATEGORIES[category[4:]](character)
    return _CATEGORIES[category](character)
