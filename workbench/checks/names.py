"""The names of one paragraph's English, each with the German name that it seems to stand for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from workbench.checks.figures import without_addresses
from workbench.checks.kept import kept_with_glossary
from workbench.checks.sounds import likeness_key
from workbench.checks.terms import judged
from workbench.glossary import Entry, Glossary
from workbench.text import Span

SHORTEST, LONGEST = 5, 40
"""Letters; shorter names are alike by chance, longer words are no names."""
COUNTERPART = 70.0
"""From this likeness on (percent, rapidfuzz.fuzz.ratio of their sounds) a German name can be an English one."""
MOST_PAIRS = 100_000
"""In a paragraph with more pairs of English and German names only equal ones are counterparts."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_NEXT_WORD = re.compile(r" ([^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Name:
    """A word with a capital in an English text, as it is spelt there without a possessive.

    A word all in capitals is spelt with one. `german`: what stands for it in the German, without a genitive s;
    "" where nothing does. `following`: the name that follows at once, "" if none does. `entry`: the glossary
    entry whose form it is part of.
    """

    spelling: str
    span: Span
    german: str
    following: str
    entry: Entry | None


@kept_with_glossary()
def names(german: str, english: str, glossary: Glossary) -> tuple[Name, ...]:
    """The names of five letters and more in an English text, in text order."""
    found = _capitalised(english)
    theirs = _counterparts(dict.fromkeys(spelling for spelling, _ in found), _german_names(german))
    covered = _covered(german, english, glossary)
    return tuple(
        Name(
            spelling,
            span,
            theirs.get(spelling, ""),
            _following(english, span.end),
            next((entry for place, entry in covered if place.start <= span.start and span.end <= place.end), None),
        )
        for spelling, span in found
    )


def _capitalised(english: str) -> list[tuple[str, Span]]:
    found = []
    for match in _WORD.finditer(without_addresses(english)):
        if match[0][0].isupper():
            word = _POSSESSIVE.sub("", match[0])
            if SHORTEST <= len(word) <= LONGEST:
                spelling = word.title() if word.isupper() else word
                found.append((spelling, Span(match.start(), match.start() + len(word))))
    return found


@lru_cache(maxsize=20_000)
def _german_names(german: str) -> dict[str, str]:
    """The words with a capital in a German text, without a genitive s, and their keys of likeness."""
    plain = (_POSSESSIVE.sub("", word) for word in _WORD.findall(german) if word[0].isupper())
    lemmas = (_without_s(word) for word in plain if SHORTEST <= len(word) + 1 <= LONGEST)
    return {lemma: likeness_key(lemma) for lemma in lemmas}


def _without_s(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _counterparts(ours: Collection[str], theirs: Mapping[str, str]) -> dict[str, str]:
    """For the English names that have one the German name that is most like them and like no other English name more.

    Adjectives are small in German: the Armenian of `armenisch` is not Aramjan, for Aramyan is more like him.
    """
    from rapidfuzz import fuzz, process

    if len(ours) * len(theirs) > MOST_PAIRS:
        return {spelling: spelling for spelling in ours if spelling in theirs}
    best: dict[str, tuple[float, str]] = {}
    most: dict[str, float] = defaultdict(float)
    for spelling in ours:
        key = likeness_key(_without_s(spelling))
        like = process.extract(key, theirs, scorer=fuzz.ratio, processor=None, limit=None, score_cutoff=COUNTERPART)
        for _, alike, lemma in ((key, 101.0, spelling), *like) if spelling in theirs else like:
            best.setdefault(spelling, (alike, lemma))
            most[lemma] = max(most[lemma], alike)
    return {spelling: lemma for spelling, (alike, lemma) in best.items() if alike >= most[lemma]}


def _following(english: str, end: int) -> str:
    following = _NEXT_WORD.match(english, end)
    return following[1] if following and following[1][0].isupper() else ""


def _covered(german: str, english: str, glossary: Glossary) -> list[tuple[Span, Entry]]:
    """The places of the glossary's accepted forms, each with its entry."""
    return [(place, hit.entry) for hit, verdict in judged(german, english, glossary) for place in verdict.there]
