"""How like two German texts are: the measure that the bands of a translation memory stand on.

Edits of words (Levenshtein 1966), each word counting alike, as CAT programs count them; 95 and more is for texts whose
words are the same, so that only figures, marks, codes or capitals differ. The rules are told in docs/memory.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.memory.words import tokens_of, words_of
from workbench.text import Inline

_MOST_WITH_OTHER_WORDS = 94
_MOST_OFF_FOR_SMALL_THINGS = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two German texts are, from 0 to 100 percent, and what differs.

    `words`: how many words (edits); `figures`: how many numbers, months and days; `marks`: edits of punctuation;
    `codes`, `capitals`: whether these differ. Where words differ the others are not looked at: 0 and False.
    """

    percent: int
    words: int = 0
    figures: int = 0
    marks: int = 0
    codes: bool = False
    capitals: bool = False


SAME = Likeness(100)


class Query:
    """A German text that others are compared with: it is taken apart once. Threads may share it."""

    def __init__(self, text: Inline) -> None:
        """`text`: a sentence or a paragraph, with its codes."""
        self.text = text
        self.words = words_of(text.text)
        self._tokens = tokens_of(text.text)
        self._codes = _shape(text)

    def likeness(self, other: Inline) -> Likeness:
        """How like another text is, as a source of a memory: codes that only it has are no difference.

        A text that has no word with letters (12.05.2022) is only like the same one.

        >>> Query(Inline("Am 3. Mai tagt der Rat.")).likeness(Inline("Am 4. Juni tagt der Rat."))
        Likeness(percent=98, words=0, figures=2, marks=0, codes=False, capitals=False)
        """
        there = words_of(other.text)
        longer = max(len(self.words.words), len(there.words))
        if not self.words.written:
            return SAME if self._tokens == tokens_of(other.text) and not self._other_codes(other) else Likeness(0)
        differ = edits(self.words.words, there.words, longer)
        if differ:
            return Likeness(percent(differ, longer), words=differ)
        figures = sum(one != two for one, two in zip(self.words.figures, there.figures, strict=True))
        marks = edits(self.words.marks, there.marks, len(self.words.marks) + len(there.marks))
        capitals = self.words.written != there.written
        if not figures + marks + capitals and self._tokens != tokens_of(other.text):
            marks = 1  # the same ones, at other words
        codes = self._other_codes(other)
        small = min(_MOST_OFF_FOR_SMALL_THINGS, figures + marks + codes + capitals)
        return Likeness(100 - small, figures=figures, marks=marks, codes=codes, capitals=capitals)

    def _other_codes(self, other: Inline) -> bool:
        return bool(self.text.codes) and self._codes != _shape(other)


def edits(one: Sequence[str], other: Sequence[str], most: int) -> int:
    """How many words must be put, cut or changed to make one text of the other; more than `most` is `most + 1`."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other, score_cutoff=most)


def percent(words: int, longer: int) -> int:
    """The percentage of two texts that differ in so many words, of which the longer has `longer`: at most 94.

    >>> percent(1, 4), percent(1, 40)
    (75, 94)
    """
    return min(_MOST_WITH_OTHER_WORDS, 100 * (longer - words) // longer)


def _shape(inline: Inline) -> tuple[tuple[int, int, str], ...]:
    """The codes as they are compared: how many letters stand before each, which pair it is of (in order), its kind."""
    numbers: dict[str, int] = {}
    return tuple(
        (len("".join(inline.text[: code.at].split())), numbers.setdefault(code.id, len(numbers)), code.kind)
        for code in inline.codes
    )
