"""How an English that was begun may go on: what the package makes of a German behind a beginning.

The half of a word that stands at the end of the beginning is left out of what the package goes on from, since it has
words in other pieces than letters: of the ways in which it may go on from there those are taken whose next word begins
so. (Interactive translation by prefix decoding: Foster, Isabelle and Plamondon, “Target-Text Mediated Interactive
Machine Translation”, Machine Translation 12, 1997; Knowles and Koehn, “Neural Interactive Translation Prediction”,
AMTA 2016.)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.engine.halves import OF_ENGINES
from workbench.engine.protocol import Abilities
from workbench.engine.sentence.polish import polish
from workbench.engine.sentence.prepare import plain_marks
from workbench.engine.terms.forms import marked_source
from workbench.glossary import TermHit

WAYS = 8
"""Ways to go on that are asked for; each more takes longer."""
WORDS, PIECES = 24, 4
"""Next words among which one is looked for that begins as was typed, and pieces in which each is decoded."""
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
    return _told(begun, able, lambda source: _likeliest(begun, source, able, number))


def other_ways(begun: Begun, able: Abilities, number: int = WAYS) -> tuple[str, ...]:
    """The same with the most different next words, whatever is likeliest as a whole."""
    return _told(begun, able, lambda source: _alternatives(begun, source, able, number))


def _told(begun: Begun, able: Abilities, ways: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    if able.continues is None or not begun.german.strip():
        return ()
    source = plain_marks(begun.german)
    try:
        if able.engine.size(source) > LARGEST:
            return ()
        if able.markers:
            source = marked_source(source, begun.hits, able.markers)
        return tuple(dict.fromkeys(ways(source)))
    except OF_ENGINES:
        return ()


def _likeliest(begun: Begun, source: str, able: Abilities, number: int) -> list[str]:
    """Behind a blank the likeliest; behind half a word what fits it, and where nothing does what the package makes of
    the letters as they stand."""
    assert able.continues
    typed, stem, half = _parted(begun)
    if not half:
        best = list(_fitting(begun, stem, "", _wholes(source, stem, able)))
        return best or _alternatives(begun, source, able, number)
    word = "" if able.alternatives is None else _word_on(source, stem, half, able)
    fits: list[str] = []
    if word is not None:
        fits = list(_fitting(begun, stem, half, _wholes(source, f"{stem} {word}".strip(), able)))
    return fits or list(_fitting(begun, typed, "", _wholes(source, typed, able), open_end=True))


def _word_on(source: str, stem: str, half: str, able: Abilities) -> str | None:
    """The likeliest next word that begins with the half word, as far as a few pieces go."""
    assert able.alternatives
    (found,) = able.alternatives.alternatives([source], [stem], WORDS, PIECES)
    for one in found:
        rest = one.english.removeprefix(stem)
        if one.english.startswith(stem) and rest.lstrip().startswith(half) and (not stem or rest[:1].isspace()):
            return rest.lstrip().split(" ")[0]
    return None


def _parted(begun: Begun) -> tuple[str, str, str]:
    """What was typed with plain marks, what of it the package goes on from, and the half word behind that."""
    typed, half = plain_marks(begun.english), plain_marks(begun.half)
    return typed.strip(), typed[: len(typed) - len(half)].strip(), half


def _wholes(source: str, prefix: str, able: Abilities) -> list[str]:
    assert able.continues
    return [one.english for one in able.continues.continued([source], [prefix])]


def _alternatives(begun: Begun, source: str, able: Abilities, number: int) -> list[str]:
    _, stem, half = _parted(begun)
    if able.alternatives is None:
        return list(_fitting(begun, stem, half, _wholes(source, stem, able)))
    (found,) = able.alternatives.alternatives([source], [stem], number)
    return list(_fitting(begun, stem, half, [one.english for one in found]))


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
