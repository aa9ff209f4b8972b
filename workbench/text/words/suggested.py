"""What may stand in the place of a misspelt word, for a list to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from workbench.text.words.dictionary import LONGEST, Dialect, alike, has
from workbench.text.words.meant import one_letter_away

MOST = 8
"""Suggestions: a digit each, and one digit is left."""
ENOUGH = 5
"""With so many words one letter away Hunspell is not asked besides, nor where one is but a letter doubled or turned."""
_VOWELS = frozenset("aeiouy")
_LETTERS_A_SLIP = 4
"""Letters that a known word has to have for each slip in it (Kharkiv: one; Zelenskyy: two)."""
_FOREMOST, _DOUBLED, _TURNED, _VOWEL, _SILENT, _LOST_VOWEL, _OTHER = 1.0, 0.3, 0.4, 0.6, 0.5, 0.7, 0.9
"""What slips cost: in the first letter besides, a letter doubled or not, two turned round, one vowel for another, a
letter lost that is not heard, a vowel lost, any other."""
_HARDLY_HEARD = ("wh", "cq", "ck", "sc", "rh", "gh", "kn", "mn", "ea", "ie", "ou")
"""Pairs of letters of which English lets one be heard only."""


class Suggestion(NamedTuple):
    """A word that may have been meant, and where it is from: “glossary”, “German”, “own word”, “dictionary”."""

    word: str
    source: str


def suggested(word: str, dialect: Dialect = "both", known: Iterable[Suggestion] = ()) -> tuple[Suggestion, ...]:
    """What a word that no dictionary has may have been meant to be, the likeliest first; at most eight.

    `known`: words that are right here, of which those that differ in a slip or two come first. Then words one letter
    away, and what Hunspell proposes where these are few; that takes a few tenths of a second, so ask in a lane.
    """
    near = sorted((cost, each) for each in known if each.word != word and (cost := _apart(word, each.word)) is not None)
    found = {each.word: each for _, each in reversed(near)}
    first = list(reversed(found.values()))
    others = (Suggestion(form, "dictionary") for form in _of_dictionaries(word, dialect) if form not in found)
    return (*first, *others)[:MOST]


def _apart(word: str, other: str) -> int | None:
    """By how many slips a word differs from one that is known, capitals aside; None where by too many."""
    from rapidfuzz.distance import OSA

    most = max(1, len(other) // _LETTERS_A_SLIP) if len(other) > 2 else 0
    apart = OSA.distance(word.casefold(), other.casefold(), score_cutoff=most)
    return apart if apart <= most else None


@lru_cache(maxsize=1_000)
def _of_dictionaries(word: str, dialect: Dialect) -> tuple[str, ...]:
    """Words of the dictionaries that are like this one, the likeliest first."""
    if len(word) > LONGEST:
        return ()
    near = dict.fromkeys(form for form in one_letter_away(word) if form != word and has(form, dialect))
    ranked = sorted(near, key=lambda form: slip_cost(word, form))
    if len(ranked) >= ENOUGH or (ranked and slip_cost(word, ranked[0]) <= _TURNED):
        return tuple(ranked)
    more = sorted((form.replace("’", "'") for form in alike(word, dialect)), key=_is_parted)
    return tuple(dict.fromkeys((*ranked, *more)))


def _is_parted(form: str) -> bool:
    """Whether it is the word cut in two, which is rarely what was meant: occur ed."""
    return " " in form or "-" in form


def slip_cost(slip: str, meant: str) -> float:
    """How unlikely it is that a word one letter away was meant: 0.3 to 1.9.

    >>> slip_cost("occured", "occurred") < slip_cost("occured", "obcured")
    True
    """
    same = next((at for at, (a, b) in enumerate(zip(slip, meant, strict=False)) if a != b), min(len(slip), len(meant)))
    return min(_of_place(slip, meant, at) for at in _places(same, slip, meant)) + (_FOREMOST if same == 0 else 0)


def _places(same: int, slip: str, meant: str) -> Iterator[int]:
    """Where the slip may be: a doubled letter may be told as either of the two."""
    yield same
    if same and len(slip) != len(meant):
        yield same - 1


def _of_place(slip: str, meant: str, at: int) -> float:
    """What a slip costs if it is here."""
    if len(slip) == len(meant):
        a, b = slip[at : at + 2], meant[at : at + 2]
        if len(a) == 2 and a == b[::-1]:
            return _TURNED
        return _VOWEL if {a[:1].lower(), b[:1].lower()} <= _VOWELS else _OTHER
    longer = slip if len(slip) > len(meant) else meant
    letter = longer[at : at + 1]
    if letter and letter in (longer[at - 1 : at], longer[at + 1 : at + 2]):
        return _DOUBLED
    around = (longer[max(0, at - 1) : at + 1].lower(), longer[at : at + 2].lower())
    if longer is slip:
        return _OTHER
    if any(pair in _HARDLY_HEARD for pair in around):
        return _SILENT
    return _LOST_VOWEL if letter in _VOWELS else _OTHER
