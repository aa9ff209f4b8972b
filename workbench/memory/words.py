"""A German text taken apart for comparing: words, figures and marks. No dictionary is asked.

Hyphens and apostrophes end a word. What only an editor's autocorrection changed (“ for ", … for ...) is no difference.
Texts are clean ones (`workbench.text.clean`).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.text.differences import folded_mark
from workbench.text.number_words import GERMAN_MONTHS, GERMAN_WEEKDAYS

FIGURE = "#"
"""What every figure is where the words are compared."""

_SHORT_MONTHS = ("feb", "mrz", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dez")  # Jan is a name as well
NAMED_FIGURES = frozenset((*GERMAN_MONTHS, *GERMAN_WEEKDAYS, *_SHORT_MONTHS))
"""Words, case-folded, that count as figures: months and days of the week."""
_WORD = r"[^\W\d_][^\W_]*"
_NUMBER = r"\d{1,3}(?:[ '’]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:/'’]\d+)*"
_MARK = r"\.{3}|--+|(?<=\s)-(?=\s)|[^\s\w]|\w"
_TOKEN = re.compile(rf"{_WORD}|{_NUMBER}|{_MARK}")
WORD = re.compile(rf"{_WORD}|{_NUMBER}")
"""A word, or a figure in digits."""


class Words(NamedTuple):
    """A text taken apart.

    `words`: words and figures in order, case-folded, every figure as `FIGURE`; `figures`: these, as they are written (a
    month and a day of the week are figures); `marks`; `written`: the words with their capitals.
    """

    words: tuple[str, ...]
    figures: tuple[str, ...]
    marks: tuple[str, ...]
    written: tuple[str, ...]


def words_of(text: str) -> Words:
    """A text taken apart for comparing (the rules: docs/memory.md).

    >>> words_of("Am 3. Mai kamen 1 500!").words
    ('am', '#', '#', 'kamen', '#')
    """
    found = WORD.findall(text.casefold())
    marks = (token for token in tokens_of(text) if not token[0].isalnum())
    return Words(
        tuple(FIGURE if is_figure(word) else word for word in found),
        tuple(word for word in found if is_figure(word)),
        tuple(marks),
        tuple(word for word in WORD.findall(text) if not is_figure(word.casefold())),
    )


def folded_words(text: str) -> list[str]:
    """Only the words and figures, as `words_of` has them: for texts that are compared by thousands."""
    return [FIGURE if is_figure(word) else word for word in WORD.findall(text.casefold())]


def tokens_of(text: str) -> list[str]:
    """Words, figures and marks of a text in order, with their capitals; autocorrection folded, blanks left out."""
    return [token if token[0].isalnum() else _folded(token) for token in _TOKEN.findall(text)]


def is_figure(word: str) -> bool:
    """Whether a folded word counts as a figure: it is one in digits, a month, or a day of the week."""
    return word[0].isdecimal() or word in NAMED_FIGURES


def _folded(mark: str) -> str:
    return "-" if mark in "‐‑" else folded_mark(mark)
