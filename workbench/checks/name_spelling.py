"""The check `name-spelling`, over a whole document: one name is spelt in one way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from workbench.checks.finding import Finding
from workbench.checks.names import SHORTEST, Name, names
from workbench.checks.sounds import are_related, german_sound, likeness_key, sounds
from workbench.glossary import Entry, Glossary
from workbench.translation import State, TranslationRecord

SAME_GERMAN = 75.0
"""From this likeness on (percent, rapidfuzz.fuzz.ratio of their sounds) two names for one German name are one name."""
SAME_ENTRY = 65.0
"""The same for words of two forms that a glossary entry accepts."""

MOST_SPELLINGS = 40
"""No name has more."""

_Places = list[tuple[int, Name]]


def name_spelling(record: TranslationRecord, glossary: Glossary) -> Iterator[Finding]:
    """A name is spelt in two ways in a document; told wherever the rarer spelling stands.

    Two spellings are of one name when they sound the same in English and the German does not have two names there;
    when they are alike and stand for one German name; or when one entry of the glossary accepts both. Forms of a
    word (Russia, Russian), ordinary words, and given names before different surnames are left alone.
    """
    places: dict[str, _Places] = defaultdict(list)
    for index, paragraph in enumerate(record.paragraphs):
        if paragraph.state is not State.SKIPPED and paragraph.english:
            for name in names(paragraph.german, paragraph.english, glossary):
                places[name.spelling].append((index, name))
    for spellings in _groups(_pairs(places)):
        usual = max(spellings, key=lambda spelling: _rank(spelling, places[spelling]))
        for spelling in sorted(spellings - {usual}):
            yield from _told(spelling, usual, places)


def _told(spelling: str, usual: str, places: dict[str, _Places]) -> Iterator[Finding]:
    count, where = len(places[usual]), places[usual][0][0]
    times = f"{count} times, first" if count > 1 else "once,"
    message = f"“{spelling}” is spelt “{usual}” elsewhere ({times} in paragraph {where + 1})"
    for index, name in places[spelling]:
        yield Finding("name-spelling", "warning", index, spelling, message, english=name.span, wanted=usual)


def _rank(spelling: str, places: _Places) -> tuple[int, bool, float, int, int]:
    """The commonest spelling ranks highest; then what the glossary prefers, the likest to the German, the first."""
    preferred = any(name.entry and spelling in name.entry.en.split() for _, name in places)
    alike = max(_alike(spelling, name.german) for _, name in places)
    return len(places), preferred, alike, -places[0][0], -places[0][1].span.start


def _groups(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    """The spellings that belong together, by whatever chain of pairs."""
    groups: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = groups.get(one, {one}) | groups.get(other, {other})
        groups |= dict.fromkeys(joined, joined)
    return list({id(group): group for group in groups.values()}.values())


def _pairs(places: dict[str, _Places]) -> Iterator[tuple[str, str]]:
    """Pairs of spellings of one name. The cost grows with the number of names: only those that share a sound, a
    German name or an entry are compared."""
    for one, other in _sharing(places, lambda spelling, found: sounds(spelling)):
        if _one_in_german(places[one], places[other]) and _may_be_one(one, other, places):
            yield one, other
    for one, other in _sharing(places, lambda spelling, found: {name.german for _, name in found} - {""}):
        if _alike(one, other) >= SAME_GERMAN and _may_be_one(one, other, places):
            yield one, other
    for one, other in _sharing(places, lambda spelling, found: {name.entry for _, name in found} - {None}):
        if any({one, other} in _variants(entry) for entry in _entries(places[one]) & _entries(places[other])):
            yield one, other


def _sharing(places: dict[str, _Places], of: Callable[[str, _Places], Iterable[Hashable]]) -> Iterator[tuple[str, str]]:
    """The pairs of spellings that have something in common; what too many have in common says nothing."""
    having: dict[Hashable, list[str]] = defaultdict(list)
    for spelling, found in places.items():
        for thing in of(spelling, found):
            having[thing].append(spelling)
    for spellings in having.values():
        if len(spellings) <= MOST_SPELLINGS:
            yield from combinations(spellings, 2)


def _entries(places: _Places) -> set[Entry]:
    return {name.entry for _, name in places if name.entry}


def _one_in_german(one: _Places, other: _Places) -> bool:
    """Whether the German allows two spellings to be one name: it has one there, or two that sound the same."""
    ours, theirs = ({name.german for _, name in places} - {""} for places in (one, other))
    if not ours or not theirs:
        return True
    return not {german_sound(german) for german in ours}.isdisjoint(german_sound(german) for german in theirs)


def _may_be_one(one: str, other: str, places: dict[str, _Places]) -> bool:
    if are_related(one, other) or (_is_ordinary(one) and _is_ordinary(other)):
        return False
    ours, theirs = ({name.following for _, name in places[spelling]} for spelling in (one, other))
    return "" in ours & theirs or any(_alike(a, b) >= SAME_GERMAN for a in ours for b in theirs)


@lru_cache(maxsize=50_000)
def _alike(one: str, other: str) -> float:
    from rapidfuzz import fuzz

    return float(fuzz.ratio(likeness_key(one), likeness_key(other)))


@lru_cache(maxsize=20_000)
def _is_ordinary(word: str) -> bool:
    """Whether a dictionary of English has the word."""
    import simplemma

    return bool(simplemma.is_known(word.lower(), "en"))


@lru_cache(maxsize=10_000)
def _variants(entry: Entry) -> frozenset[frozenset[str]]:
    """The pairs of words in which two accepted forms of an entry differ and that are spellings of one name.

    Forms are compared word by word, a person's surnames also when a given name stands before one of them.
    """
    pairs: set[frozenset[str]] = set()
    for one, other in combinations(entry.accepted, 2):
        ours, theirs = one.split(), other.split()
        if entry.kind == "person":
            size = min(len(ours), len(theirs))
            ours, theirs = ours[-size:], theirs[-size:]
        if len(ours) == len(theirs):
            differing = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
            if all(_is_variant(a, b) for a, b in differing):
                pairs.update(map(frozenset, differing))
    return frozenset(pairs)


def _is_variant(one: str, other: str) -> bool:
    return (
        min(len(one), len(other)) >= SHORTEST - 1
        and not are_related(one, other)
        and (_alike(one, other) >= SAME_ENTRY or one.casefold() == other.casefold())
    )
