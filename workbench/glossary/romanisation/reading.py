"""Reading a German transcription back into Cyrillic: the likeliest strings of letters, language by language."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.glossary.romanisation.known import OTHER_SECTIONS, Language, known_names, other_names
from workbench.glossary.romanisation.letters import END, START, Letters
from workbench.glossary.romanisation.systems import SYSTEMS
from workbench.glossary.romanisation.transcription import Rule, rules

LONGEST = 40
"""Letters; a longer word is no name."""

_Partial = tuple[float, float, str]
"""A reading of the beginning of a word: chance of its letters, cost of writing it so, the Cyrillic with START."""

_KEPT = 4  # readings kept for each ending of the last three letters while a name is read
_KNOWN = math.log(0.3)  # how much of the chance goes to the names that are known, evenly
_UNKNOWN = math.log(0.7)
_SHARE: dict[Language, float] = {"ru": math.log(0.45), "uk": math.log(0.35), "be": math.log(0.20)}


_ENGLISH_ONLY = re.compile("v|[zks]h")  # letters that German writes otherwise


@dataclass(frozen=True, slots=True)
class Reading:
    """A Cyrillic reading of a German word. `chance`: natural logarithm, of this reading and this German for it."""

    cyrillic: str
    chance: float


@lru_cache(maxsize=20_000)
def readings(word: str, language: Language) -> tuple[Reading, ...]:
    """The likeliest Cyrillic readings of a word of a German text, best first; () where it cannot be one.

    `word`: one word without hyphens. At most ten; upper and lower case are alike, the readings are lower case.
    """
    text = word.lower()
    if not text or len(text) > LONGEST:
        return ()
    ends = _search(text, language)
    known = _known_words(language)
    level = _KNOWN - math.log(len(known))
    scored = [Reading(name.lower(), level + _SHARE[language]) for name in _written_otherwise(language, text)]
    for cyrillic, chance, cost in ends:
        total = chance + _UNKNOWN
        if cyrillic in known:
            total = _sum(total, level)
        scored.append(Reading(cyrillic, total - cost + _SHARE[language]))
    return tuple(sorted(scored, key=lambda r: (-r.chance, r.cyrillic))[:10])


def chance_in(word: str, language: Language) -> float:
    """Natural logarithm of the chance of a word as a transcription from a language."""
    found = readings(word, language)
    return math.log(sum(math.exp(r.chance - found[0].chance) for r in found)) + found[0].chance if found else -math.inf


@lru_cache(maxsize=20_000)
def chance_elsewhere(word: str) -> float:
    """Natural logarithm of the chance of a word as a name that is no transcription from Cyrillic."""
    total = _other_letters().of(word) + _UNKNOWN
    known = _other_words()
    return _sum(total, _KNOWN - math.log(len(known))) if word.lower() in known else total


def _search(text: str, language: Language) -> list[tuple[str, float, float]]:
    """All readings that are worth keeping: (Cyrillic, chance of its letters, cost of writing it so)."""
    letters, table = _letters(language), rules(language)
    # At each place of the German, the readings up to there by their last letters, on which the next one depends.
    places: list[dict[str, list[_Partial]]] = [{} for _ in range(len(text) + 1)]
    places[0][START] = [(0.0, 0.0, START)]
    for at, here in enumerate(places[:-1]):
        for rule, end in _fitting(table, text, at) if here else ():
            for before, group in here.items():
                if rule.fits_after("" if before == START else before[-1]):
                    added, after = _added(before, rule.cyrillic, letters)
                    there = places[end].setdefault(after, [])
                    there += (
                        (chance + added, cost + rule.cost, so_far + rule.cyrillic) for chance, cost, so_far in group
                    )
                    if len(there) > _KEPT:
                        places[end][after] = _best(there)
    return [
        (so_far[1:], chance + letters.chance(before, END), cost)
        for before, group in places[-1].items()
        for chance, cost, so_far in group
    ]


def _fitting(table: Mapping[str, Sequence[Rule]], text: str, at: int) -> Iterator[tuple[Rule, int]]:
    """The rules for the German letters at a place, each with the place where these end."""
    for rule in table.get(text[at], ()):
        end = at + len(rule.german)
        if text.startswith(rule.german, at) and rule.fits_before(text, end):
            yield rule, end


def _added(before: str, cyrillic: str, letters: Letters) -> tuple[float, str]:
    """The chance of some more letters after these, and the last letters of all."""
    chance = 0.0
    for letter in cyrillic:
        chance += letters.chance(before, letter)
        before = (before + letter)[-3:]
    return chance, before


def _best(group: list[_Partial]) -> list[_Partial]:
    """The best few of the readings that end alike; of equal ones the one that is cheapest to write so."""
    kept: dict[str, _Partial] = {}
    for partial in sorted(group, key=lambda one: one[1] - one[0]):
        kept.setdefault(partial[2], partial)
    return list(kept.values())[:_KEPT]


def _sum(a: float, b: float) -> float:
    high, low = max(a, b), min(a, b)
    return high + math.log1p(math.exp(low - high))


@cache
def _known_words(language: Language) -> frozenset[str]:
    names = known_names(language)
    return frozenset(name.lower() for name in (*names.family, *names.places, *names.given))


def _written_otherwise(language: Language, text: str) -> tuple[str, ...]:
    """The given name that German writes so although that is no transcription of it."""
    return tuple(cyrillic for german, cyrillic in known_names(language).german.items() if german.lower() == text)


@cache
def _letters(language: Language) -> Letters:
    return Letters(sorted(_known_words(language)))


@cache
def _other_words() -> frozenset[str]:
    """Names that are none, and those that are written in English already (Lukashenko)."""
    english = {
        system.write(name) for system in SYSTEMS if system.of_the_press for name in _known_words(system.language)
    }
    others = {n.lower() for s in OTHER_SECTIONS for n in other_names(s)}
    return frozenset(others | {name for name in english if _ENGLISH_ONLY.search(name)})


@cache
def _other_letters() -> Letters:
    return Letters(sorted(_other_words()))


def is_known(cyrillic: str, language: Language) -> bool:
    """Whether a Cyrillic word stands in the lists of a language's names."""
    return cyrillic.lower() in _known_words(language)
