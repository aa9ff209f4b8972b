"""Lines that say who wrote an article: `Von Anna Muster und Karl Beispiel`. Their names are nobody's to translate."""

from __future__ import annotations

import re

from workbench.formats import is_byline
from workbench.glossary.candidates.vocabulary import is_common, is_given, known_kind
from workbench.text import Span

_WORD = re.compile(r"\S+")
_AND = {"und": "and", "UND": "AND"}
_BY = {"Von": "By", "VON": "BY"}


def byline_words(line: str) -> list[tuple[Span, str]]:
    """The words of a byline with their English, in order: `By` and `and`, the names as they are. Empty for others.

    A line that begins with a place or a common noun says who wrote nothing: `Von Soldaten und Generälen`.

    >>> [english for _, english in byline_words("Von Anna Muster und Karl Beispiel")]
    ['By', 'Anna', 'Muster', 'and', 'Karl', 'Beispiel']
    """
    words = list(_WORD.finditer(line))
    if len(words) < 2 or words[0][0] not in _BY or not (is_byline(line) or line.isupper()):
        return []
    if not _is_name(words[1][0].strip(",")):
        return []
    return [(Span(*word.span()), _BY.get(word[0], "") or _AND.get(word[0], word[0])) for word in words]


def _is_name(word: str) -> bool:
    parts = (word.title() if word.isupper() else word).split("-")
    return is_given(parts[0]) or not (is_common(parts[-1]) or known_kind(parts[0]) == "place")
