"""Names from Arabic, Persian and Hebrew: from German spelling (Chamenei, Dschihad) to the press's (Khamenei, jihad).

German writes their sounds in its own way (sch, dsch, ch, j, w); English papers have their own (sh, j, kh, y, w or v). A
list has the words of names that are known; the rest is written by rules, where the name shows whence it came: by a
known word, by an article (al-, asch-) or a word like Abu, or by the letters dsch. Nobody's spelling is official: people
write themselves as in Beirut, Paris or London, so what else is usual is proposed, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from workbench.glossary.romanisation.known import other_names

Tongue = Literal["Arabic", "Persian", "Hebrew"]
_TONGUES: tuple[Tongue, ...] = ("Arabic", "Persian", "Hebrew")

_FILE = Path(__file__).parent / "data" / "middle_east.txt"
_PART = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NAME = re.compile(rf"{_PART.pattern}(?:[ -]{_PART.pattern}){{0,5}}")
_ARTICLES = frozenset(("al", "asch", "as", "ar", "at", "an", "ad", "az", "ath", "adh", "ed", "esch", "es", "er", "en"))
_LITTLE = frozenset(("abu", "ibn", "bin", "bint", "abd", "abdel", "abdul", "umm", "ben", "bar", "bat"))
_BOTH_TONGUES = frozenset(("ben", "bar", "bat"))
_MARK = re.compile(r"dsch", re.IGNORECASE)

_ENGLISH = {"dsch": "j", "tsch": "ch", "sch": "sh", "ch": "kh", "j": "y"}
_LETTERS = re.compile("dsch|tsch|sch|ch|j")
_LONG_U = re.compile(r"(?<=[^\Waeiou])u(?=(?:[bdfghjklmnqrstwyz]|th|sh|kh|dh)(?:i|$)|a)")
_SINGLE_S = re.compile(r"(?<=[aeiou])s(?=[aeiou])|^s(?=[aeiou])|(?<=[aiou])s$")
_DOUBLE_S = re.compile(r"(?<=[aeiou])ss(?=[aeiou])")


@dataclass(frozen=True, slots=True)
class Spelling:
    """One English spelling of a name from Arabic, Persian or Hebrew; `known`: every word of it stands in the list."""

    english: str
    tongue: Tongue
    known: bool


@lru_cache(maxsize=20_000)
def spellings(german: str) -> tuple[Spelling, ...]:
    """English spellings of a name in German spelling that came from Arabic, Persian or Hebrew, the usual first.

    () for other names, as far as words and letters tell, and for names that English writes alike.

    >>> [one.english for one in spellings("Ahmed al-Scharaa")]
    ['Ahmed al-Sharaa']
    >>> spellings("Olaf Scholz"), spellings("Hassan Nasrallah")
    ((), ())
    """
    if not _NAME.fullmatch(german):
        return ()
    words = _PART.findall(german)
    tongue = _tongue(words)
    if tongue is None:
        return ()
    options = [_of_word(word, tongue, followed) for word, followed in _with_next(words, german)]
    known = all(word in _listed() or word.lower() in _ARTICLES | _LITTLE for word in words)
    found = dict.fromkeys(_joined(german, options))
    return tuple(Spelling(english, tongue, known) for english in found) if next(iter(found)) != german else ()


def is_listed(word: str) -> bool:
    """Whether a word of a name stands in the list."""
    return word in _listed()


@cache
def _listed() -> dict[str, tuple[Tongue, tuple[str, ...]]]:
    found: dict[str, tuple[Tongue, tuple[str, ...]]] = {}
    tongue: Tongue = "Arabic"
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            tongue = next(name for name in _TONGUES if name in line)
        elif line and not line.startswith("#"):
            german, _, english = line.partition(" = ")
            found[german] = tongue, tuple((english or german).split(", "))
    return found


def _tongue(words: list[str]) -> Tongue | None:
    """Where a name came from, by its words; None where nothing tells."""
    votes = [_listed()[word][0] for word in words if word in _listed()]
    little = any(word.lower() in _LITTLE - _BOTH_TONGUES for word in words[:-1])
    if little or any(word.lower() in _ARTICLES and word[1:].islower() for word in words[:-1]):
        votes.append("Arabic")
    if votes and (len(votes) * 2 >= len(words) or any(map(_is_telling, words))):
        return max(_TONGUES, key=lambda tongue: (votes.count(tongue), tongue == votes[-1]))
    return "Arabic" if _MARK.search(" ".join(words)) else None


def _is_telling(word: str) -> bool:
    """Whether the list has a word with another English, so that chance is out of the question."""
    return word in _listed() and _listed()[word][1][0] != word


def _with_next(words: list[str], german: str) -> Iterator[tuple[str, bool]]:
    """The words, each with whether a hyphen joins it to the next."""
    at = 0
    for word in words:
        at = german.index(word, at) + len(word)
        yield word, german[at : at + 1] == "-"


def _of_word(word: str, tongue: Tongue, followed: bool) -> tuple[str, ...]:
    low = word.lower()
    if followed and low in _ARTICLES:
        return ("Al" if word[0].isupper() else "al",)
    if word in _listed():
        return _listed()[word][1]
    if low in _LITTLE or word in other_names("given"):
        return (word,)
    return tuple(dict.fromkeys(way[:1].upper() + way[1:] if word[0].isupper() else way for way in _ways(low, tongue)))


def _ways(low: str, tongue: Tongue) -> Iterator[str]:
    """A word by the rules, then with the other habits of the papers: ou for u or the other way round, z and s for s."""
    plain = _LETTERS.sub(lambda match: _ENGLISH[match[0]], low)
    if tongue == "Hebrew":
        plain = plain.replace("kh", "ch")
    if tongue != "Arabic":
        plain = plain.replace("w", "v")
    long = _LONG_U.sub("ou", plain)
    yield long
    yield plain
    yield _SINGLE_S.sub("z", long)
    yield _DOUBLE_S.sub("s", long)


def _joined(german: str, options: list[tuple[str, ...]]) -> Iterator[str]:
    """The name with the usual form of each word, then with another form of one word after the other."""
    gaps = [*re.findall(r"[ -]", _PART.sub("", german)), ""]
    usual = [ways[0] for ways in options]

    def put(words: list[str]) -> str:
        return "".join(word + gap for word, gap in zip(words, gaps, strict=True))

    yield put(usual)
    for i, ways in enumerate(options):
        for way in ways[1:]:
            yield put([*usual[:i], way, *usual[i + 1 :]])
