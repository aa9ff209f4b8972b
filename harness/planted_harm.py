"""Drafts that were harmed on purpose, to see whether it is told: something taken out, or put for something else."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from harness.term_harm import SMALL
from workbench.text import Span

KINDS = ("word", "name", "number", "clause", "negation", "other word", "other name", "other number")
"""What is planted: the first five are taken out, of the others another one stands there."""

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_][\w-]*(?:['’]\w+)*")
_CLAUSE = re.compile(r"(?<=[,;–]) (?:[^,;–.]+ ){2,}[^,;–. ]+(?=[,;.–])")
_NEGATION = re.compile(r"(?<!\w)(?:not|never)(?!\w)")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Planted:
    """A harmed draft. `kind`: one of KINDS; `what`: what it had there."""

    kind: str
    what: str
    english: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words, names and figures of some drafts, from which others are taken."""

    words: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, drafts: Iterable[str]) -> Vocabulary:
        """All that these drafts have."""
        found = cls()
        for english in drafts:
            words, names, numbers = _sorted(english, ())
            found.words.extend(english[slice(*word)] for word in words)
            found.names.extend(english[slice(*name)] for name in names)
            found.numbers.extend(english[slice(*number)] for number in numbers)
        return found


def planted(english: str, places: Sequence[Span], vocabulary: Vocabulary, chance: random.Random) -> Iterator[Planted]:
    """A draft harmed in each way, apart, as far as it has anything for it beside its terms (`places`).

    A word or name may stand there several times; one of them is harmed.
    """
    words, names, numbers = _sorted(english, places)
    clauses = _outside(map(_span, _CLAUSE.finditer(english)), places)
    negations = _outside(map(_span, _NEGATION.finditer(english)), places)
    for kind, spans in zip(KINDS, (words, names, numbers, clauses, negations), strict=False):
        if spans:
            yield _without(kind, english, chance.choice(spans))
    others = (words, vocabulary.words), (names, vocabulary.names), (numbers, vocabulary.numbers)
    for kind, (spans, known) in zip(KINDS[5:], others, strict=True):
        new = [word for word in known if word.casefold() not in english.casefold()]
        if spans and new:
            yield _with_another(kind, english, chance.choice(spans), chance.choice(new))


def _sorted(english: str, places: Sequence[Span]) -> tuple[list[Span], list[Span], list[Span]]:
    """The words, names and figures of a draft outside of some places."""
    spans = _outside(map(_span, _WORD.finditer(english)), places)
    return (
        [span for span in spans if _is_word(english[slice(*span)])],
        [span for span in spans if _is_name(english, span)],
        [span for span in spans if english[span.start].isdigit()],
    )


def _outside(spans: Iterable[Span], places: Sequence[Span]) -> list[Span]:
    return [span for span in spans if not span.meets(*places)]


def _without(kind: str, english: str, span: Span) -> Planted:
    rest = re.sub(r" +(?=[ ,.;])", "", english[: span.start] + english[span.end :])
    return Planted(kind, english[slice(*span)].strip(), rest)


def _with_another(kind: str, english: str, span: Span, word: str) -> Planted:
    return Planted(kind, english[slice(*span)], english[: span.start] + word + english[span.end :])


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span())


def _is_name(english: str, word: Span) -> bool:
    return english[word.start].isupper() and english[: word.start].endswith(" ")


def _is_word(word: str) -> bool:
    return word.islower() and len(word) >= _SHORTEST and word not in SMALL
