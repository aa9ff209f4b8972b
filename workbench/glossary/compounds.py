"""Closed compounds: `Kremlsprecher` has Kreml in it, `Nordukraine` the Ukraine, `Bernstein` no Bern."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from workbench.glossary import lexicon
from workbench.glossary.entry import Kind
from workbench.glossary.folding import raw_end

SHORTEST_NAME, SHORTEST_TERM = 4, 8
"""Letters a name, or a common noun, must have to be looked for inside another word."""

_LINKS = ("", "s", "es", "n", "en")
_STANCE = re.compile(
    r"(?:nah|treu|kritisch|freundlich|feindlich|hoerig|staemmig|gesteuert|gestuetzt|loyal|skeptisch|gefuehrt)"
    r"(?:e|en|er|es|em)?$"
)
_BEFORE_PLACES = re.compile(r"(?:nord|sued)?(?:ost|west)|nord|sued|zentral|mittel|gesamt")
_BEFORE = ("nord", "sued", "ost", "west", "zentral", "mittel", "gesamt", "vize", "ex", "bundes", "landes")
_BEFORE_TERMS = re.compile(r"vize|ex|bundes|landes")


def is_stance(rest: str) -> bool:
    """Whether the key of a compound's end makes an adjective of a name: `kremlnah`, `russlandfreundlich`."""
    return _STANCE.match(rest) is not None


def cuts(key: str, known: Container[str]) -> Iterator[str]:
    """The glossary's words (their keys) that a word with this key begins with, longest first."""
    for length in range(len(key) - 3, SHORTEST_NAME - 1, -1):
        if key[:length] in known:
            yield key[:length]


def first_part_end(word: str, key: str, prefix: str, kind: Kind) -> int:
    """Where in `word` its first part, the glossary's word `prefix` (a key), ends; 0 if it is no compound.

    `word`: as in the text, with the key `key`. Linking letters (`Ministerium-s-sprecher`) are of that part.
    """
    named = kind in ("person", "place")
    if len(prefix) < (SHORTEST_TERM if kind == "term" else SHORTEST_NAME):
        return 0
    if is_stance(key[len(prefix) :]):
        return raw_end(word, prefix)
    if not word[0].isupper() or _is_a_word_of_its_own(word, prefix, kind):
        return 0
    for link in ("",) if named else _LINKS:
        end = raw_end(word, prefix + link)
        if end and lexicon.is_noun(word[end:]):
            return end
    return 0


def _is_a_word_of_its_own(word: str, prefix: str, kind: Kind) -> bool:
    """Whether a compound is rather a word of the language (Bernstein, Kohlsuppe, Zentralbank)."""
    if kind == "person" and len(prefix) < 6 and lexicon.is_known(word[: len(prefix)]):
        return True  # the name is a word itself: Stein, Klein, Koch
    return (kind in ("person", "term") or len(prefix) == SHORTEST_NAME) and lexicon.is_known(word)


def second_part(word: str, key: str) -> Iterator[tuple[int, bool]]:
    """Where a word's second part may begin that the glossary knows: (offset, whether it must be a place)."""
    if not key.startswith(_BEFORE):
        return
    for pattern, place in ((_BEFORE_PLACES, True), (_BEFORE_TERMS, False)):
        match = pattern.match(key)
        start = raw_end(word, match[0]) if match else 0
        if start and len(word) - start >= SHORTEST_NAME:
            yield start, place
