"""Whether a figure that the German writes without a mark counts something, or names something: a law, a town's code."""

from __future__ import annotations

import re

from workbench.glossary.candidates.vocabulary import known_kind
from workbench.glossary.finding import lexicon
from workbench.text import Span


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


_MOST_ADJECTIVES = 3
_TO = re.compile(r"\s?(?:bis|und|oder|[–-])\s?(?=[1-9]\d{4,}(?![\w.,]?\d))")
_UNIT = re.compile(r"\s?(?:%|€|\$|£|°|(?:k?m|[kc]m[²³]|[mk]?g|t|ha|hl|l|[kMG]?Wh?|TWh|V|A|PS|EUR|USD|RUB|Uhr)\b)")
_CURRENCY = re.compile(r"(?:[€$£¥₽₴]|\b(?:EUR|USD|RUB|BYN|CHF))\s?$")
_WORD = re.compile(r"\s([^\W\d_][\w-]*)")
_BEFORE = re.compile(r"(?:^|[\s(„\"])([^\W\d_][\w-]*\.?|№|#)\s$")
_ADJECTIVE = re.compile(r"[^\W\d_]{2,}(?:e|en|er)")
_NO_ADJECTIVE = _words(
    "aber außer bleiben diese diesen dieser dürfen eine einen einer gegen gelte gelten gestern haben hatten hätte",
    "heute hinter ihre ihren in innen kamen können konnten müssen mussten neben oder ohne seine seinen sollen sollten",
    "über unter waren wäre werden wurde wurden würde würden zwischen",
)
_NAMED_BY_IT = _words(
    "Absatz Abs Artikel Art Buchstabe Fassung Richtung Satz Seite Paragraf Paragraph Ziffer",
)
"""Nouns that go on in the name of what has a number: `Gesetz 12345 Absatz 2`."""
_COUNTING = re.compile(
    r"\b(?:rund|etwa|circa|ca\.|ungefähr|fast|beinahe|nahezu|knapp|gut|über|mehr als|weniger als|mindestens|höchstens"
    r"|bis zu|insgesamt|wenigstens|maximal|zusammen)\s$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\b(?:Nr\.?|Az\.?|Tel\.?|PLZ|ID|Fax|Ziffer|Code|\w*[Nn]ummer|\w*[Kk]onto|\w*[Zz]eichen|Postfach|\w*[Dd]rucksache"
    r"|\w*[Aa]kte|Dossier)|№|#|§)\s?:?\s?$"
)


def is_quantity(text: str, figure: Span) -> bool:
    """Whether a figure of five digits or more, without a mark in the German, counts something.

    What does not surely count stays as the German has it: `in 10115 Berlin`, `das Gesetz 12345`, `Einheit 30214`; but
    `35000 Menschen`, `12000 neue Drohnen`, `rund 48210`, `35000 kamen`. German marks the thousands of what it counts
    more often than not, and a figure that names something never.
    """
    before, after = text[: figure.start], text[figure.end :]
    if _NUMBERED.search(before):
        return False
    if _UNIT.match(after) or _CURRENCY.search(before):
        return True
    if other := _TO.match(after):
        start = figure.end + other.end()
        digits = re.match(r"\d+", text[start:])
        return is_quantity(text, Span(start, start + (digits.end() if digits else 0)))
    if counted := _counted(after):
        return known_kind(counted) != "place" and counted not in _NAMED_BY_IT
    return bool(_COUNTING.search(before)) or (text[: figure.end].endswith("00") and not _follows_a_noun(before))


def _counted(after: str) -> str:
    """The noun that a figure stands before, adjectives between; empty where there is none."""
    at = 0
    for _ in range(_MOST_ADJECTIVES + 1):
        word = _WORD.match(after, at)
        if word is None:
            return ""
        if word[1][0].isupper():
            return word[1] if _is_noun(word[1]) else ""
        if word[1] in _NO_ADJECTIVE or not _ADJECTIVE.fullmatch(word[1]):
            return ""
        at = word.end()
    return ""


def _is_noun(word: str) -> bool:
    last = word.rpartition("-")[2]
    return bool(lexicon.lemma(last)[:1].isupper()) or any(
        lexicon.is_noun(last[cut:]) for cut in range(3, len(last) - 3)
    )


def _follows_a_noun(before: str) -> bool:
    """Whether a word with a capital stands straight before it, and not at the beginning of the sentence."""
    word = _BEFORE.search(before)
    return word is not None and word[1][0].isupper() and bool(before[: word.start()].strip())
