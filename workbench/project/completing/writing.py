"""What is being written: the English before and behind the cursor, and of which sentence of the German it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.glossary import TermHit
from workbench.project.completing.suggestion import Source
from workbench.text import Span

_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’')\]]*+\s+")
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Lt|Maj|Capt|Sen|Rep|Gov|Sgt|No|vs|cf|ca|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Z]|\b(?:e\.g|i\.e|[ap]\.m))\.\s+\Z"
)
_HALF = re.compile(r"\S*\Z")
_NEIGHBOURS = (0, -1, 1)
_TELLING = 3
"""Words of a sentence from which on they tell which sentence it is."""


@dataclass(frozen=True, slots=True)
class Version:
    """An English that a sentence of the German has somewhere; `german`: where that stands in the paragraph."""

    german: Span
    english: str
    source: Source


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a paragraph before anything is typed.

    `sentences`: where those of the German stand, in order; `hits`: the glossary's terms in it, in order; `versions`:
    Englishes of its sentences, the best first.
    """

    german: str
    sentences: tuple[Span, ...]
    hits: tuple[TermHit, ...] = ()
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class Writing:
    """The English of one sentence as far as it is written.

    `german`: where the German sentence stands in its paragraph; `english`: from the sentence's beginning to the cursor;
    `behind`: all that stands behind the cursor.
    """

    german: Span
    english: str
    behind: str = ""

    @property
    def half(self) -> str:
        """The letters before the cursor back to the last blank: perhaps the beginning of a word."""
        found = _HALF.search(self.english)
        return found.group() if found else ""

    @property
    def words(self) -> list[str]:
        """The words before those letters."""
        return self.english[: len(self.english) - len(self.half)].split()


def writing_of(known: Known, before: str, behind: str = "") -> Writing | None:
    """The sentence that is being written at the cursor; None where all of the German has its English.

    It is the one with the number that the English sentence has, or the one beside it whose English is more like it.
    """
    starts = sentence_starts(before)
    number = len(starts) - 1
    english = before[starts[-1] :]
    words = set(_folded(english.split()))
    places = [number + by for by in _NEIGHBOURS if 0 <= number + by < len(known.sentences)]
    if len(words) >= _TELLING and places:
        places.sort(key=lambda at: -_likeness(known, known.sentences[at], words))
    if number >= len(known.sentences):  # it goes on with the last one, or says something besides
        like = places and len(words) >= _TELLING and 2 * _likeness(known, known.sentences[places[0]], words)
        if not like or like < len(words):
            return None
    return Writing(known.sentences[places[0]], english, behind) if places else None


def sentence_starts(english: str) -> list[int]:
    """Where the sentences of an English begin, the last one perhaps at its end.

    >>> sentence_starts("He met Mr. Smith. She did not. ")
    [0, 18, 31]
    """
    ends = [match.end() for match in _END.finditer(english)]
    return [0, *(end for end in ends if not _SHORT.search(english, 0, end))]


def _likeness(known: Known, sentence: Span, words: set[str]) -> int:
    """How many of these words an English of the sentence has."""
    return max(
        (len(words.intersection(_folded(one.english.split()))) for one in known.versions if one.german == sentence),
        default=0,
    )


def _folded(words: Sequence[str]) -> list[str]:
    return [word.strip(SIGNS).casefold() for word in words]


SIGNS = "“”‘’\"'()[]{}.,;:!?…–—-"
"""What may stand around a word."""
