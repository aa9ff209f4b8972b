"""English proposals for names that came into German from Russian, Ukrainian or Belarusian."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from workbench.glossary.romanisation.exonyms import Exonym, exonym
from workbench.glossary.romanisation.known import LANGUAGES, Language, known_names
from workbench.glossary.romanisation.likelihood import is_from_cyrillic, words_of
from workbench.glossary.romanisation.middle_east import Spelling, spellings
from workbench.glossary.romanisation.reading import chance_in, is_known, readings
from workbench.glossary.romanisation.systems import BGN, SYSTEMS, System

LIKELY = 0.5
"""A name that is less likely than this to come from Cyrillic (see `is_from_cyrillic`) is taken for another."""

MOST_PROPOSALS = 8
PRESS, BY_LETTERS = "press", "by the letters"
"""Who writes a name from Arabic, Persian or Hebrew so: the press, or nobody as far as is known (see `middle_east`)."""
_TRUST = 0.6  # chances learned from a few thousand names are too sure of what is new to them
_FAINTEST = 0.015  # of the best proposal's weight
_SECOND_HABIT = 0.45  # weight of each further usual form of a given name, against the one before it
_AGREED = 0.1  # of a system's weight is added to a form that it writes like a weightier one
_NAMES: dict[Language, str] = {"ru": "Russian", "uk": "Ukrainian", "be": "Belarusian"}
_UNLISTED = 99


@dataclass(frozen=True, slots=True)
class Romanisation:
    """One English form proposed for a German name.

    `system`: who writes it so (“press, BGN/PCGN 2019, 1965”); `language`: from which languages it may come, and
    `cyrillic`: as what it was read; both "" for a form that only the list of exonyms has.
    """

    english: str
    system: str
    language: str
    cyrillic: str


@dataclass(frozen=True, slots=True)
class _Word:
    """One way to write one word of a name in a system, with the Cyrillic it was read as."""

    english: str
    cyrillic: str
    weight: float


@dataclass(slots=True)
class _Merged:
    """All systems that write a name alike. `listed`: its place among the English that the list of exonyms has."""

    listed: int
    systems: list[str]
    languages: list[str] = field(default_factory=list)
    weight: float = 0.0
    cyrillic: str = ""


@lru_cache(maxsize=20_000)
def romanise(german: str, at_least: float = LIKELY) -> tuple[Romanisation, ...]:
    """The English forms of a name from Cyrillic, Arabic, Persian or Hebrew, the likeliest first; () for other names.

    `german`: a name in its base form (no genitive s), one word or a full name; one that is less likely than
    `at_least` to come from Cyrillic (see `is_from_cyrillic`) has only what the list of exonyms has.

    German writes several Cyrillic letters alike (s for с and з, sch for ш and ж), so that all that is likely is
    proposed, in each system that writes it otherwise; what is written alike is one proposal. German exonyms (Moskau)
    and people with a spelling of their own (Klitschko) come from a list. Only the letters are looked at.

    >>> [proposal.english for proposal in romanise("Schoigu")]
    ['Shoigu', 'Shoygu']
    >>> romanise("Schröder")
    ()
    """
    known, eastern = exonym(german), spellings(german)
    merged = _listed(known, eastern)
    if not eastern and is_from_cyrillic(german) >= at_least:
        for way, system, weight in _ways(german):
            if known is None or known.kind == "person" or way.english in merged:
                _merge(merged, way, system, weight)
    faintest = max((one.weight for one in merged.values()), default=0.0) * _FAINTEST
    ranked = sorted(merged.items(), key=lambda pair: (pair[1].listed, -pair[1].weight, pair[0]))
    return tuple(
        Romanisation(english, _named(one.systems), ", ".join(one.languages), one.cyrillic)
        for english, one in ranked[:MOST_PROPOSALS]
        if one.weight >= faintest or one.listed < _UNLISTED
    )


def _listed(known: Exonym | None, eastern: tuple[Spelling, ...]) -> dict[str, _Merged]:
    """What the list of exonyms has, and the spellings of a name from Arabic, Persian or Hebrew."""
    merged: dict[str, _Merged] = {}
    for english, authority in zip(known.english, known.authorities, strict=True) if known else ():
        merged[english] = _Merged(len(merged), [authority])
    for one in eastern:
        merged.setdefault(one.english, _Merged(len(merged), [PRESS if one.known else BY_LETTERS], [one.tongue]))
    return merged


def _named(systems: list[str]) -> str:
    """`press, BGN/PCGN 2019, 1965`: the systems in one line, the years of BGN/PCGN together."""
    others = [name for name in systems if not name.startswith(BGN)]
    years = ", ".join(name.removeprefix(BGN) for name in systems if name.startswith(BGN))
    return ", ".join([*others, BGN + years] if years else others)


def _merge(merged: dict[str, _Merged], way: _Word, system: System, weight: float) -> None:
    language = _NAMES[system.language]
    one = merged.setdefault(way.english, _Merged(_UNLISTED, []))
    one.weight = max(one.weight, weight) + _AGREED * min(one.weight, weight)
    one.cyrillic = one.cyrillic or way.cyrillic
    if system.name not in one.systems and system.habit_of not in one.systems:
        one.systems.append(system.name)
    if language not in one.languages:
        one.languages.append(language)


def _ways(german: str) -> Iterator[tuple[_Word, System, float]]:
    """Every way to write the name, with its system and weight, those of the likeliest language first."""
    words = words_of(german)
    chances = {language: sum(chance_in(word, language) for word in words) for language in LANGUAGES}
    best = max(chances.values())
    shares = {language: math.exp(_TRUST * (chance - best)) for language, chance in chances.items()}
    for system in sorted(SYSTEMS, key=lambda s: (-shares[s.language], -s.weight)):
        if shares[system.language] >= _FAINTEST:
            for way in _whole(german, [_of_word(word, system) for word in words]):
                yield way, system, shares[system.language] * system.weight * way.weight


def _whole(german: str, options: list[tuple[_Word, ...]]) -> Iterator[_Word]:
    """The name with the likeliest form of every word, then with another form of one word after the other."""
    gaps = re.findall(r"[ -]+", german)
    likeliest = [ways[0] for ways in options]
    yield _joined(likeliest, gaps)
    for i, ways in enumerate(options):
        for way in ways[1:]:
            yield _joined([*likeliest[:i], way, *likeliest[i + 1 :]], gaps)


def _joined(words: list[_Word], gaps: list[str]) -> _Word:
    ends = [*gaps, ""]
    return _Word(
        "".join(word.english + gap for word, gap in zip(words, ends, strict=True)),
        "".join(word.cyrillic + gap for word, gap in zip(words, ends, strict=True)),
        math.prod(word.weight for word in words),
    )


def _of_word(word: str, system: System) -> tuple[_Word, ...]:
    """The forms of one word in a system, likeliest first; weights are shares of the likeliest."""
    found: dict[str, _Word] = {}
    read = readings(word, system.language)
    trust = 1.0 if read and is_known(read[0].cyrillic, system.language) else _TRUST
    for reading in read[:4]:
        share = math.exp(trust * (reading.chance - read[0].chance))
        for rank, english in enumerate(_written(word, reading.cyrillic, system)):
            way = _Word(english, reading.cyrillic.capitalize(), share * _SECOND_HABIT**rank)
            found.setdefault(english, way)
    return tuple(sorted(found.values(), key=lambda way: -way.weight))


def _written(word: str, cyrillic: str, system: System) -> tuple[str, ...]:
    """A reading's English in a system: for the press, first the spelling that is known of this name."""
    if system.of_the_press:
        given = known_names(system.language).given.get(cyrillic.capitalize())
        if given:
            return given
        known = exonym(word)
        if known and known.kind == "person":
            return known.english[:1]
    return (system.write(cyrillic).capitalize(),)
