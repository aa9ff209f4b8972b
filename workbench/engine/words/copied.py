"""German words that stand in an English draft as they are, or half translated: Hallenbad, “the Hallen bath”."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.engine.words.case import Case
from workbench.text import Span
from workbench.text.words import unknown_words

_SHORTEST = 4


def copied(case: Case, words: Sequence[Span]) -> dict[Span, Span]:
    """Those of these words of the German that are left in the draft, in whole or in part, and where there.

    What English lists know (Kindergarten, Angst) is none of them.
    """
    strange = [word for word in unknown_words(case.english) if len(word.word) >= _SHORTEST]
    if not strange:
        return {}
    whole = {case.german[slice(*word)].casefold(): word for word in words}
    found: dict[Span, Span] = {}
    for left in strange:
        low = left.word.casefold()
        same = whole.get(low)
        parts = [] if same else [word for german, word in whole.items() if german.startswith(low)]
        for word in [same] if same else parts[:1]:
            found.setdefault(word, left.span)
    return found
