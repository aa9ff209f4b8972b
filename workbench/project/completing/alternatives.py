"""Other ways to say a sentence: the package's next best ones, and other ways to go on from the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.engine import Drafter
from workbench.engine.continuing import Begun, other_ways, whole_ways
from workbench.glossary import TermHit, judge
from workbench.project.completing.writing import Known, Writing
from workbench.text import Span
from workbench.text.house_style import HouseStyle, restyled

MOST_WHOLE, MOST_RESTS = 5, 4
"""So many are told of the sentence, and of its rest from the cursor."""


def whole_sentences(known: Known, place: Span, drafter: Drafter, style: HouseStyle) -> tuple[str, ...]:
    """Englishes of a German sentence (its `place` in the paragraph), those with more of its terms first.

    Opens the model; empty where the package fails on the sentence.
    """
    hits = _hits(known, place)
    found = whole_ways(Begun(known.german[slice(*place)], hits, ""), drafter.abilities)
    styled = (restyled(english, style).text if style.is_set else english for english in found)
    return tuple(_best_first(_different(styled), hits))[:MOST_WHOLE]


def rests(writing: Writing, known: Known, drafter: Drafter, style: HouseStyle) -> tuple[str, ...]:
    """What else may stand from the cursor to the sentence's end; each goes in as it stands."""
    hits = _hits(known, writing.german)
    begun = Begun(known.german[slice(*writing.german)], hits, writing.english)
    wholes = (writing.english + rest for rest in other_ways(begun, drafter.abilities))
    kept = (new if (new := _styled(whole, style)).startswith(writing.english) else whole for whole in wholes)
    return tuple(whole[len(writing.english) :] for whole in _best_first(_different(kept), hits))[:MOST_RESTS]


def _styled(english: str, style: HouseStyle) -> str:
    return restyled(english, style).text if style.is_set else english


def _hits(known: Known, place: Span) -> list[TermHit]:
    return [hit.moved(-place.start) for hit in known.hits if place.start <= hit.start and hit.end <= place.end]


def _different(englishes: Iterable[str]) -> Iterator[str]:
    """Those of which no earlier one has the same words."""
    told = set[str]()
    for english in englishes:
        words = "".join(letter for letter in english.casefold() if letter.isalnum())
        if words and words not in told:
            told.add(words)
            yield english


def _best_first(englishes: Iterable[str], hits: Iterable[TermHit]) -> list[str]:
    """Those with more of the glossary's terms first, else in their order."""
    entries = list(dict.fromkeys(hit.entry for hit in hits))
    return sorted(englishes, key=lambda english: -sum(bool(judge(entry, english).there) for entry in entries))
