"""Which words of an English text are in no dictionary."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.span import Span
from workbench.text.words.dictionary import Dialect, has

_APOSTROPHES = "'’ʼ‘`´"
_CODE = lazy_pattern(r"`[^`\n]*`|<[^<>\n]{1,200}>")
_STRETCH = lazy_pattern(r"\S+")
_NOT_ONLY_WORDS = lazy_pattern(r"[\d_@#/~&]|\.\w")
_NO_WORDS = lazy_pattern(
    r"(?<!\S)\S*(?:://|www\.|@)\S*"  # addresses, handles
    r"|(?<!\w)[#/~]\w[\w/.~-]*"  # hashtags, paths
    r"|(?<![\w-])(?<![\w-]\.)[\w-]++(?:\.[\w-]++)*\.[a-z]{2,5}(?!\w)"  # hosts, names of files
    r"|(?<!\w)\w*[\d_]\w*"  # 1990s, 5th, km2, snake_case
    r"|&\w+;"
)
_WORD = lazy_pattern(rf"[^\W\d_]+(?:[{_APOSTROPHES}][^\W\d_]+)*")
_POSSESSIVE = lazy_pattern(rf"(?<=.)[{_APOSTROPHES}]s$", re.IGNORECASE)
_ABBREVIATION = lazy_pattern(r"[A-Z]{2,6}s?")
_INNER_CAPITAL = lazy_pattern(rf".*[a-z{_APOSTROPHES}][A-Z]|[A-Z]{{2,}}[a-z]{{2,}}")
_WORDS_BEFORE_HYPHEN = """
aero afro agro anglo anti arch audio austro auto bi bio co counter cross cyber de demi eco electro ethno euro ex
extra fore franco geo germano graeco gyro hydro hyper infra inter intra italo macro maxi mega meta micro mid mini
mono multi narco nano neo neuro non omni over paleo pan para petro photo physio poly post pre pro proto pseudo
psycho quasi re retro russo self semi serbo sino socio sub super supra techno tele thermo trans tri turbo ultra un
under uni vice
"""
_BEFORE_HYPHEN = frozenset(_WORDS_BEFORE_HYPHEN.split())
"""What stands before a hyphen and is no word of its own."""
_JOINED = (
    *("agro", "anti", "bio", "counter", "cyber", "eco", "ethno", "euro", "geo", "hyper", "mega", "micro", "mini"),
    *("multi", "nano", "narco", "neo", "neuro", "non", "pro"),
)
"""What makes new words that no dictionary has to have: antiwar, nonbinary, cyberattack, eurosceptic."""
_SHORTEST_REST = 4


class Unknown(NamedTuple):
    """A word that no dictionary has: as it is spelt, without a possessive ’s, and where it stands."""

    word: str
    span: Span


@lru_cache(maxsize=2_000)
def unknown_words(english: str, dialect: Dialect = "both") -> tuple[Unknown, ...]:
    """The words of an English text that are in no dictionary of this dialect, in text order.

    Forms of known words, compounds whose parts are known (also without a hyphen after `anti`, `neo` …), abbreviations
    in capitals, Roman numerals, figures with letters (1990s, 5th), names with a capital inside (McDonald, YouTube),
    words in other scripts, code, addresses, handles, hashtags and names of files are none of them. Waits until the
    dictionaries are read.
    """
    return tuple(Unknown(word, span) for word, span in words_of(english) if not is_known(word, dialect))


def words_of(english: str) -> Iterator[tuple[str, Span]]:
    """The words of two letters and more in an English text, without a possessive ’s, and where they stand."""
    plain = _blanked(_CODE, english) if "`" in english or "<" in english else english
    for stretch in _STRETCH.finditer(plain):
        text, start = stretch[0], stretch.start()
        if _NOT_ONLY_WORDS.search(text):
            text = _blanked(_NO_WORDS, text)
        for match in _WORD.finditer(text):
            word = _POSSESSIVE.sub("", match[0]) if match[0][-2:-1] in _APOSTROPHES else match[0]
            if len(word) > 1 and (word.isalpha() or is_written_with_letters(word)):
                yield word, Span(start + match.start(), start + match.start() + len(word))


def is_written_with_letters(word: str) -> bool:
    """Whether there is nothing in a word but letters and apostrophes (no ² of m²)."""
    return all(letter.isalpha() or letter in _APOSTROPHES for letter in word)


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    """A text with blanks in the place of what a pattern finds."""
    return pattern.sub(lambda match: " " * len(match[0]), text)


@lru_cache(maxsize=100_000)
def is_known(word: str, dialect: Dialect = "both") -> bool:
    """Whether a word of an English text is in a dictionary, or looks like what no dictionary has to have."""
    plain = unicodedata.normalize("NFC", word)
    for apostrophe in _APOSTROPHES[1:]:
        plain = plain.replace(apostrophe, "'")
    return has(plain, dialect) or _looks_known(plain) or _is_made_of_known(plain, dialect)


def _looks_known(word: str) -> bool:
    if not all("LATIN" in unicodedata.name(letter, "") for letter in word if letter.isalpha()):
        return True
    return bool(_ABBREVIATION.fullmatch(word) or _INNER_CAPITAL.match(word))


def _is_made_of_known(word: str, dialect: Dialect) -> bool:
    """Whether it is a headline's capitals, a word without its accents, or has a part before it that is none alone."""
    low = word.lower()
    if low in _BEFORE_HYPHEN or any(has(form, dialect) for form in _other_forms(word)):
        return True
    return any(
        low.startswith(part) and len(low) >= len(part) + _SHORTEST_REST and has(low[len(part) :], dialect)
        for part in _JOINED
    )


def _other_forms(word: str) -> Iterator[str]:
    """The same word as a dictionary may have it: small, without accents, or the place that Canberrans come from."""
    if word.isupper():
        yield word.capitalize()
    if not word.isascii():
        yield "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    if word[0].isupper() and word.endswith("an"):
        yield word[:-1]
