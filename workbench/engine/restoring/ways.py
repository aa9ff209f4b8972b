"""Englishes of a German in which there may be what its draft lost.

Where the package is to say it itself, it goes on from a beginning: that of its draft with the lost stretch as it drafts
that alone, the draft of the part of the sentence before it, or of the draft in each of the likeliest other ways. Or the
dictionary's English for a lost word is given to it between its markers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workbench.engine.draft import WordOutcome
from workbench.engine.protocol import Abilities
from workbench.engine.restoring.short import Short
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.engine.words.choices import Choice
from workbench.text import Span
from workbench.text.stands import stands_in

OTHER_WAYS = 6
"""So many ways to go on are asked for at each place."""
GIVEN, GIVEN_WORDS = 2, 3
"""How many Englishes are given for a lost word, and for how many."""
_ENDS = " .,;:!?"
_CONJUNCTION = re.compile(r"\b(?:und|oder|sowie) \Z")


@dataclass(frozen=True, slots=True)
class Way:
    """An English of draft number `at`, or a beginning of one, and the dictionary's words that were given for it."""

    at: int
    english: str
    words: tuple[WordOutcome, ...] = ()


def ways(some: Sequence[Short], able: Abilities) -> list[Way]:
    """All Englishes that come into question, none twice for a draft; raises what the engine raises."""
    return _unlike([*_begun(some, able), *_other_ways(some, able), *_given(some, able)])


def _begun(some: Sequence[Short], able: Abilities) -> list[Way]:
    if able.continues is None:
        return []
    begun = _unlike([*_with_stretches(some, able), *_with_parts(some, able)])
    texts = [some[way.at].case.german for way in begun]
    drafts = able.continues.continued(texts, [way.english for way in begun]) if begun else []
    return [replace(way, english=draft.english) for way, draft in zip(begun, drafts, strict=True)]


def _unlike(some: Sequence[Way]) -> list[Way]:
    """The first of those that are alike."""
    return list({(way.at, way.english): way for way in reversed(some)}.values())[::-1]


def _with_stretches(some: Sequence[Short], able: Abilities) -> Iterator[Way]:
    """The beginnings of drafts with what they lost, as the package drafts that alone."""
    asked = [
        (at, stretch, german, words)
        for at, short in enumerate(some)
        for stretch in short.stretches
        for german, words in _alone(short, stretch, able)
    ]
    drafts = able.engine.translate([german for _, _, german, _ in asked])
    for (at, stretch, _, words), (draft, *_) in zip(asked, drafts, strict=True):
        case = some[at].case
        said = draft.english.strip(_ENDS)
        for place in some[at].places(stretch) if said and some[at].says_more(said) else ():
            before = case.english[:place].rstrip()
            yield Way(at, f"{before} {_small(said, case.german)}" if before else said, words)


def _alone(short: Short, stretch: Span, able: Abilities) -> Iterator[tuple[str, tuple[WordOutcome, ...]]]:
    """The German of a lost stretch, with the conjunction before it; and with the dictionary's English for a word."""
    german = short.case.german
    joined = _CONJUNCTION.search(german, 0, stretch.start)
    start = joined.start() if joined else stretch.start
    yield german[start : stretch.end], ()
    if able.markers is None:
        return
    for word in [word for word in short.words if word.meets(stretch) and not short.case.of_hits(word)][:1]:
        for choice in _commonest(short.case.choices(word), able)[:1]:
            given = _outcome(short, word, choice)
            yield _marked(german[: stretch.end], (given,), able.markers)[start:], (given,)


def _with_parts(some: Sequence[Short], able: Abilities) -> Iterator[Way]:
    """The drafts of the parts of sentences that end beside what was lost, or in it."""
    asked = [(at, cut) for at, short in enumerate(some) for cut in short.cuts()]
    drafts = able.engine.translate([some[at].case.german[: cut.start].rstrip(_ENDS) for at, cut in asked])
    for (at, _), (draft, *_) in zip(asked, drafts, strict=True):
        if said := draft.english.rstrip(_ENDS):
            yield Way(at, said)


def _small(english: str, german: str) -> str:
    """A stretch as it stands within a sentence: a first word that the German has not keeps no capital."""
    first = english.partition(" ")[0]
    return english if first in german or not first[1:].islower() else english[0].lower() + english[1:]


def _other_ways(some: Sequence[Short], able: Abilities) -> Iterator[Way]:
    if able.alternatives is None:
        return
    asked = [
        (at, beginning)
        for at, short in enumerate(some)
        for place in dict.fromkeys(place for stretch in short.stretches for place in short.places(stretch))
        for beginning in [short.case.english[:place].strip()]
    ]
    several = able.alternatives.alternatives(
        [some[at].case.german for at, _ in asked], [beginning for _, beginning in asked], OTHER_WAYS
    )
    for (at, _), drafts in zip(asked, several, strict=True):
        yield from (Way(at, draft.english) for draft in drafts)


def _given(some: Sequence[Short], able: Abilities) -> Iterator[Way]:
    if able.markers is None:
        return
    asked = [(at, words) for at, short in enumerate(some) for words in _words(short, able)]
    texts = [_marked(some[at].case.german, words, able.markers) for at, words in asked]
    drafts = able.engine.translate(texts) if texts else []
    for (at, words), (draft, *_) in zip(asked, drafts, strict=True):
        if all(stands_in(word.english, draft.english) for word in words):
            yield Way(at, draft.english, words)


def _words(short: Short, able: Abilities) -> Iterator[tuple[WordOutcome, ...]]:
    """What is given: each of the commonest Englishes of a lost word; the commonest of two that follow each other."""
    case = short.case
    free = [word for word in short.words if not case.of_hits(word)][:GIVEN_WORDS]
    by_word = [(word, _commonest(case.choices(word), able)) for word in free]
    made = [[_outcome(short, word, choice) for choice in some] for word, some in by_word if some]
    for outcomes in made:
        yield from ((outcome,) for outcome in outcomes)
    for first, second in pairwise(made):
        yield first[0], second[0]


def _commonest(some: Sequence[Choice], able: Abilities) -> list[Choice]:
    usable = [choice for choice in some if choice.forms[0].lower() not in ENGLISH_SMALL_WORDS]
    return sorted(usable, key=lambda choice: _commonness(choice.forms[0], able), reverse=True)[:GIVEN]


def _commonness(english: str, able: Abilities) -> float:
    """How common an English is: as its rarest word, lest the length of a phrase make it rare."""
    return min(able.weighs.commonness(english.split()), default=0.0)


def _outcome(short: Short, word: Span, choice: Choice) -> WordOutcome:
    return WordOutcome(short.case.german[slice(*word)], word, choice.forms[0], choice.way)


def _marked(german: str, words: Sequence[WordOutcome], markers: tuple[str, str]) -> str:
    for word in sorted(words, key=lambda word: word.span, reverse=True):
        german = f"{german[: word.span.start]}{markers[0]}{word.english}{markers[1]}{german[word.span.end :]}"
    return german
