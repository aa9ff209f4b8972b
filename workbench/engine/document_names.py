"""The surnames of a document: what has a given name or a title before it somewhere is a name where it stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from workbench.dictionary.names import surnames_in

_CAPITAL = r"[A-ZÄÖÜ][\w’'-]*"
_WORD = re.compile(rf"(?<!\w){_CAPITAL}")
_PARTICLES = "von|vom|van|zu|zum|zur|de|del|der|den|di|da|la|le|al|el|bin|ibn"
_IN_A_NAME = re.compile(rf"(?<!\w){_CAPITAL}\.? (?:(?:{_PARTICLES}) ){{0,2}}(?=({_CAPITAL}))")
"""A word with a capital behind another one (a given name, a title, an office): its surname as it may be."""
_MOST = 8
"""In so many texts a word is looked for as a surname."""


class DocumentNames:
    """The surnames of a document; only its texts in which a word may be one are read, when that is asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._known: dict[str, bool] = {}

    def among(self, german: str) -> frozenset[str]:
        """The words of a German text that are surnames of the document, without a genitive's s.

        The first question reads lists of names, which takes a second.
        """
        words = {form for word in _WORD.findall(german) for form in _forms(word)}
        return frozenset(word for word in words if self._is_known(word))

    def _is_known(self, word: str) -> bool:
        if word not in self._known:
            self._known[word] = any(word in surnames_in(self._texts[at]) for at in self._places.get(word, ())[:_MOST])
        return self._known[word]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """The texts in which each word stands as a surname does."""
        found: dict[str, list[int]] = {}
        for at, text in enumerate(self._texts):
            for form in {form for word in _IN_A_NAME.findall(text) for form in _forms(word)}:
                found.setdefault(form, []).append(at)
        return found


def _forms(word: str) -> Iterator[str]:
    """A word as it stands, out of capitals, without a genitive's s; and what hyphens part in it (Schreiner-Plan)."""
    for part in dict.fromkeys((word, *word.split("-"))):
        plain = part.capitalize() if part.isupper() else part
        yield from (plain, plain.removesuffix("s"))
