"""Other ways to say a sentence: the package's next best ones, and other ways to go on from the cursor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.engine import Drafter
from workbench.engine.continuing import LARGEST, WAYS, Begun, other_ways
from workbench.engine.sentence.defects import figures_kept
from workbench.glossary import TermHit, judge
from workbench.project.completing.writing import Known, Writing
from workbench.text import Span
from workbench.text.house_style import HouseStyle, restyled

MOST_WHOLE, MOST_RESTS = 5, 4
"""So many are told of the sentence, and of its rest from the cursor."""


def whole_sentences(known: Known, place: Span, drafter: Drafter, style: HouseStyle) -> tuple[str, ...]:
    """Englishes of a German sentence (its `place` in the paragraph), those with more of its terms first.

    Each is put right as a draft is: terms, signs, words that are none, the house style; none has lost a figure that
    another one keeps. `drafter`: of the
    document (`Drafter.of_document`). Opens the model; empty where the package fails on the sentence.
    """
    hits, german = _hits(known, place), known.german[slice(*place)]
    if not german.strip() or drafter.abilities.engine.size(german) > LARGEST:
        return ()
    found = _with_all_figures(german, [draft.english for draft in drafter.others((german, hits), WAYS)])
    styled = (_styled(english, style, hits) for english in found)
    return tuple(_best_first(_different(styled), hits))[:MOST_WHOLE]


def rests(writing: Writing, known: Known, drafter: Drafter, style: HouseStyle) -> tuple[str, ...]:
    """What else may stand from the cursor to the sentence's end; each goes in as it stands.

    The whole sentence is put right as a draft is; where that would change what was typed, the rest stays as the package
    writes it.
    """
    hits, german = _hits(known, writing.german), known.german[slice(*writing.german)]
    begun = Begun(german, hits, writing.english)
    wholes = [writing.english + rest for rest in other_ways(begun, drafter.abilities)]
    right = drafter.put_right((german, hits), wholes)
    chosen = [new if new.startswith(writing.english) else old for old, new in zip(wholes, right, strict=True)]
    styled = ((_styled(whole, style, hits), whole) for whole in chosen)
    kept = (new if new.startswith(writing.english) else whole for new, whole in styled)
    return tuple(whole[len(writing.english) :] for whole in _best_first(_different(kept), hits))[:MOST_RESTS]


def _styled(english: str, style: HouseStyle, hits: Iterable[TermHit]) -> str:
    """An English in the house style; the glossary's terms stay as they are."""
    if not style.is_set:
        return english
    terms = [place for entry in dict.fromkeys(hit.entry for hit in hits) for place in judge(entry, english).there]
    return restyled(english, style, terms).text


def _hits(known: Known, place: Span) -> tuple[TermHit, ...]:
    return tuple(hit.moved(-place.start) for hit in known.hits if place.start <= hit.start and hit.end <= place.end)


def _with_all_figures(german: str, englishes: Sequence[str]) -> list[str]:
    """Those that keep as many of the German's figures as the best of them does."""
    kept = [figures_kept(german, english) for english in englishes]
    return [english for english, figures in zip(englishes, kept, strict=True) if figures == max(kept)]


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
