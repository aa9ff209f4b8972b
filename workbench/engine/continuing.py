"""How an English that was begun may go on: what the package makes of a German behind a beginning.

The half of a word that stands at the end of the beginning is left out of what the package goes on from, since it has
words in other pieces than letters: of the ways in which it may go on from there those are taken whose next word begins
so. (Interactive translation by prefix decoding: Foster, Isabelle and Plamondon, “Target-Text Mediated Interactive
Machine Translation”, Machine Translation 12, 1997; Knowles and Koehn, “Neural Interactive Translation Prediction”,
AMTA 2016.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.engine.halves import OF_ENGINES
from workbench.engine.protocol import Abilities
from workbench.engine.sentence.polish import polish
from workbench.engine.sentence.prepare import plain_marks
from workbench.engine.terms.forms import marked_source
from workbench.glossary import TermHit

WAYS = 8
"""Ways to go on that are asked for; each more takes longer."""
LARGEST = 250
"""Pieces of a German sentence from which on the package is not asked: it would take too long."""
_HALF = re.compile(r"\S*\Z")


@dataclass(frozen=True, slots=True)
class Begun:
    """A German sentence, the glossary's terms in it, and the English of it that was begun, up to the cursor."""

    german: str
    hits: Sequence[TermHit]
    english: str

    @property
    def half(self) -> str:
        """The letters at the end that may be the beginning of a word."""
        found = _HALF.search(self.english)
        return found.group() if found else ""


def ways_on(begun: Begun, able: Abilities, number: int = WAYS) -> tuple[str, ...]:
    """What may follow the beginning, up to the end of the sentence: the likeliest first, none twice; there may be none.

    Each goes in as it stands, with a blank at its front where one is wanted. Needs an engine that can go on from a
    beginning; opens the model.
    """
    if able.continues is None or not begun.german.strip():
        return ()
    source = plain_marks(begun.german)
    try:
        if able.engine.size(source) > LARGEST:
            return ()
        if able.markers:
            source = marked_source(source, begun.hits, able.markers)
        return tuple(dict.fromkeys(_ways(begun, source, able, number)))
    except OF_ENGINES:
        return ()


def _ways(begun: Begun, source: str, able: Abilities, number: int) -> Iterator[str]:
    """The ways on that fit the half word; where none does, what the package makes of the letters as they stand."""
    typed = plain_marks(begun.english)
    half = plain_marks(begun.half)
    stem = typed[: len(typed) - len(half)].strip()
    assert able.continues
    wholes = [one.english for one in able.continues.continued([source], [stem])]
    fits = list(_fitting(begun, stem, half, wholes))
    if able.alternatives and (half or not fits):
        (others,) = able.alternatives.alternatives([source], [stem], number)
        fits += _fitting(begun, stem, half, [one.english for one in others])
    if half and not fits:
        wholes = [one.english for one in able.continues.continued([source], [typed.strip()])]
        fits += _fitting(begun, typed.strip(), "", wholes, open_end=True)
    yield from fits


def _fitting(begun: Begun, stem: str, half: str, wholes: Sequence[str], *, open_end: bool = False) -> Iterator[str]:
    """What of these Englishes stands behind what was typed, where they begin with it."""
    for whole in wholes:
        if not whole.startswith(stem):
            continue
        rest = whole[len(stem) :]
        if open_end:
            yield _as_printed(begun, whole, rest)
            continue
        if stem and not rest[:1].isspace():
            continue  # it goes on with the word before
        rest = rest.lstrip()
        if rest.startswith(half) and rest != half:
            yield _as_printed(begun, whole, rest[len(half) :])


def _as_printed(begun: Begun, whole: str, rest: str) -> str:
    """What follows, with English signs and figures, as drafts have them, where that changes nothing that was typed."""
    printed = polish(begun.german, whole)
    if plain_marks(printed).startswith(plain_marks(begun.english)):
        return printed[len(begun.english) :]
    return rest
