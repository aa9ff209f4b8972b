"""Counting words: the rules that programs have for it. What each counts, and where it is from: docs/figures.md."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

Words = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Rule:
    """How words are counted.

    `between`: whether the blanks between two sentences count as characters; `is_blank`: what is no character where
    they are counted without blanks.
    """

    name: str
    words: Words
    about: str
    between: bool = True
    is_blank: Callable[[str], bool] = str.isspace


def between_blanks(text: str) -> int:
    """What stands between blanks; so do Word and, as its default, memoQ.

    >>> between_blanks("Der Zug – ein IC – fuhr um 14.30 Uhr.")
    10
    """
    return len(text.split())


def with_letter_or_figure(text: str) -> int:
    """What stands between blanks and has a letter or a figure in it.

    >>> with_letter_or_figure("Der Zug – ein IC – fuhr um 14.30 Uhr.")
    8
    """
    return sum(any(map(str.isalnum, word)) for word in text.split())


def by_java(text: str) -> int:
    """The words that OmegaT 6.0.1 counts: the tokens of Java's word breaks that have a letter or a digit.

    Written from what Java 17 does (`benchmarks/data/OmegatWords.java` prints it): letters and digits hold together;
    dots, straight quotation marks and dashes hold letters together, dots, straight marks and commas digits, and `&`
    two words.

    >>> [by_java(word) for word in ("E-Mail", "12-jährige", "und/oder", "1.234,50", "F&E")]
    [1, 2, 2, 1, 1]
    """
    kinds = _MARKS.sub(r"\1", text.translate(_KINDS))
    return sum(_COUNTS.search(token) is not None for token in _TOKENS.findall(kinds))


def _is_separator(character: str) -> bool:
    """What Java calls a space character: not tabs and line breaks."""
    return unicodedata.category(character) in ("Zs", "Zl", "Zp")


class _Kinds(dict[int, str]):
    """What a character is for Java's word breaks, a letter each; found out when it is first met."""

    def __missing__(self, code: int) -> str:
        kind = self[code] = _kind(chr(code))
        return kind


def _kind(character: str) -> str:
    """a: a letter, 1: a digit, 2: another number (², Ⅳ), h, t, k: hiragana, katakana, ideographs, m: a mark."""
    if character in ".\"'":
        return "."
    if character in ",\u066b":
        return ","
    if character == "&":
        return "&"
    if character in "\u00ad\u2027":
        return "-"
    if found := _EAST_ASIAN.match(character):
        return found.lastgroup or " "
    return _OF_CATEGORY.get(unicodedata.category(character), " ")


_EAST_ASIAN = re.compile(
    "(?P<h>[\u3041-\u3094\u309d\u309e])|(?P<t>[\u30a1-\u30fa\u30fc-\u30fe])|(?P<k>[\u3005\u4e00-\u9fa5\uf900-\ufa2d])"
)
_OF_CATEGORY = {
    **dict.fromkeys(("Lu", "Ll", "Lt", "Lm", "Lo"), "a"),
    **dict.fromkeys(("Mn", "Me", "Mc", "Cf"), "m"),
    **dict.fromkeys(("Pd", "Pc"), "-"),
    **dict.fromkeys(("Nl", "No"), "2"),
    "Nd": "1",
}
_KINDS = _Kinds()
_MARKS = re.compile(r"([a12htk])m+")
_TOKEN = r"(?:(?:[a12]|(?<=a)[.-](?=a)|(?<=[12])[.,](?=[12]))+|h+|t+|k+)"
_TOKENS = re.compile(rf"(?=[a1htk]){_TOKEN}&(?=[a1htk]){_TOKEN}|&(?=[a1htk]){_TOKEN}|{_TOKEN}")
_COUNTS = re.compile("[a1htk]")

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.name: rule
        for rule in (
            Rule("workbench", with_letter_or_figure, "what stands between blanks and has a letter or a figure"),
            Rule("word", between_blanks, "what stands between blanks: Word, memoQ's default"),
            Rule("omegat", by_java, "OmegaT 6.0.1: Java's word breaks", False, _is_separator),
        )
    }
)
"""The rules that `workbench stats --rule` knows, the usual one first."""
