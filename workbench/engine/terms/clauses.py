"""Whether a draft with terms has lost a clause of the free one, whatever the attention of either says.

Attention often loses its way in a list of numbers, and knows nothing then of the clause behind it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher

from workbench.engine.alignment import word_spans
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.text import Span

CLAUSE = 3
"""So many words one after the other, small ones not counted, are a clause."""


def loses_a_clause(before: str, after: str, terms: Sequence[Span], own: Collection[str] = (), spare: int = 0) -> bool:
    """Whether CLAUSE words that stood together in an English are nowhere in another, and as many fewer came for them.

    `terms`: the places in the other of terms that came in; their words came for `own` (in small letters), the words
    that stood for their German, and for so many more as `spare` says. Figures are words.

    >>> loses_a_clause("In 2010 and 2020 he won and his rivals went to prison.", "In 2010 and 2020 he won.", [])
    True
    """
    old = [word for word, _ in _words(before)]
    news = _words(after)
    new, known = [word for word, _ in news], set(old)
    for kind, start, end, at, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        of_terms = [place.meets(*terms) for _, place in news[at:to]]
        gone = set(old[start:end]).difference(new, own)
        came = {word for (word, _), of_term in zip(news[at:to], of_terms, strict=True) if not of_term} - known
        if kind != "equal" and len(gone) - len(came) >= CLAUSE + spare * any(of_terms):
            return True
    return False


def _words(english: str) -> list[tuple[str, Span]]:
    return [(word, span) for span in word_spans(english) if (word := _content(english, span))]


def _content(english: str, span: Span) -> str:
    """A word in small letters; "" for a small one."""
    word = english[slice(*span)].casefold()
    return "" if word in ENGLISH_SMALL_WORDS else word
