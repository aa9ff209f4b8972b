"""Drafts from which a word, a name, a number or a clause was taken out, to see whether it is told as harm."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from harness.term_harm import SMALL, Kind
from workbench.text import Span

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_][\w-]*(?:['’]\w+)*")
_CLAUSE = re.compile(r"(?<=[,;–]) (?:[^,;–.]+ ){2,}[^,;–. ]+(?=[,;.–])")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Planted:
    """A draft without something that it had. `kind`: of what."""

    kind: Kind
    what: str
    english: str


def planted(english: str, places: Sequence[Span], chance: random.Random) -> Iterator[Planted]:
    """A draft without a word, a name, a number and a clause, each apart, as far as it has any beside its terms."""
    once = _outside(_said_once(english), places)
    clauses = _outside(map(_span, _CLAUSE.finditer(english)), places)
    kinds: tuple[tuple[Kind, list[Span]], ...] = (
        ("word", [word for word in once if _is_word(english[slice(*word)])]),
        ("name", [word for word in once if _is_name(english, word)]),
        ("number", [word for word in once if english[word.start].isdigit()]),
        ("clause", clauses),
    )
    return (_without(kind, english, chance.choice(spans)) for kind, spans in kinds if spans)


def _outside(spans: Iterable[Span], places: Sequence[Span]) -> list[Span]:
    return [span for span in spans if not span.meets(*places)]


def _without(kind: Kind, english: str, span: Span) -> Planted:
    rest = re.sub(r" +(?=[ ,.;])", "", english[: span.start] + english[span.end :])
    return Planted(kind, english[slice(*span)].strip(), rest)


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span())


def _said_once(english: str) -> list[Span]:
    words = [Span(*match.span()) for match in _WORD.finditer(english)]
    said = [english[slice(*word)].casefold() for word in words]
    return [word for word, text in zip(words, said, strict=True) if said.count(text) == 1]


def _is_name(english: str, word: Span) -> bool:
    return english[word.start].isupper() and english[: word.start].endswith(" ")


def _is_word(word: str) -> bool:
    return word.islower() and len(word) >= _SHORTEST and word not in SMALL
