"""A glossary of names drawn from pairs of German and English sentences: what is written alike on both sides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from workbench.glossary import Entry, Glossary, Kind

TWICE = 2
"""In so many pairs a name has to stand."""
_WORD = re.compile(r"[^\W\d_]{4,}")


def drawn_names(pairs: Sequence[tuple[str, str]], kind: Kind) -> Glossary:
    """The words of four letters and more that have a capital on both sides of two pairs at least.

    In the English they do not begin the sentence, and nowhere are they written small. All are taken for names of one
    kind, for nothing in the text tells which they are.
    """
    small = {word for _, english in pairs for word in _WORD.findall(english) if word[0].islower()}
    found = Counter(word for pair in pairs for word in _alike(*pair) if word.lower() not in small)
    return Glossary([Entry((word,), word, kind=kind) for word, times in found.items() if times >= TWICE])


def _alike(german: str, english: str) -> set[str]:
    here = {match[0] for match in _WORD.finditer(english) if match.start() > 0}
    return {word for word in here & set(_WORD.findall(german)) if word[0].isupper()}
