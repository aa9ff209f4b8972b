"""German compounds that no dictionary has, by their parts: Stimmungslage = Stimmung + Lage."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from workbench.dictionary.line import Kind
from workbench.dictionary.look_up import Meaning, look_up

LINKS = ("", "s", "es", "n", "en", "e", "er", "ens")
"""What may stand between the parts (Fugenelemente; Duden, Die Grammatik, on “Komposition”)."""
SHORTEST = 3
LONGEST = 60
"""Letters: a longer run of them is no word, and every letter would be a seam to try."""
_NO_WORDS = frozenset(("Ung", "Heit", "Keit", "Schaft", "Lein", "Chen", "Ion", "Tion", "Ier", "Eur", "Ens", "Ling"))


@dataclass(frozen=True, slots=True)
class Parts:
    """The two parts of a compound in their basic forms, and what each means by itself."""

    first: str
    second: str
    first_meanings: tuple[Meaning, ...]
    second_meanings: tuple[Meaning, ...]


@lru_cache(maxsize=5_000)
def parts_of(word: str) -> tuple[Parts, ...]:
    """The ways to read a noun as a compound of two words of the dictionary, the one with the longest second part first.

    A part may be a compound of the dictionary itself. A hyphen is a seam like any other.
    """
    if not word[:1].isupper() or not 2 * SHORTEST <= len(word) <= LONGEST:
        return ()
    if "-" in word:
        first, _, second = word.rpartition("-")
        return tuple(_read(first, second))
    cuts = range(SHORTEST, len(word) - SHORTEST + 1)
    return tuple(parts for cut in cuts for parts in _read(word[:cut], word[cut:].capitalize()))


def _read(first: str, second: str) -> list[Parts]:
    if second in _NO_WORDS:
        return []
    second_meanings = _of(look_up(second), "noun")
    if not second_meanings:
        return []
    for link in LINKS:
        bare = first.removesuffix(link)
        if (link and bare == first) or len(bare) < SHORTEST:
            continue
        for forms in _first_forms(bare):
            if meanings := tuple(meaning for form, kind in forms for meaning in _of(look_up(form), kind)):
                return [Parts(meanings[0].german, second, meanings, second_meanings)]
    return []


def _first_forms(bare: str) -> tuple[tuple[tuple[str, Kind], ...], ...]:
    """What the first part of a compound may be: an adjective or a noun (Frühsommer, Rotwein), the stem of a verb."""
    low = bare[:1].lower() + bare[1:]
    noun = bare[:1].upper() + bare[1:]
    return (((low, "adjective"), (noun, "noun")), ((f"{noun}e", "noun"),), ((f"{low}en", "verb"),))


def _of(meanings: tuple[Meaning, ...], kind: Kind) -> tuple[Meaning, ...]:
    return tuple(meaning for meaning in meanings if meaning.kind == kind)
