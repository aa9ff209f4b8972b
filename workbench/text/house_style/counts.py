"""Small numbers: five people or 5 people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.house_style.use import Use, starts_sentence, whole
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.number_words import ENGLISH_CARDINALS
from workbench.text.span import Span

_UNITS = """
km kg cm mm kilometre kilometres kilometer kilometers metre metres meter meters mile miles inch inches foot feet yards
degree degrees gram grams kilo kilos kilogram kilograms tonne tonnes ton tons litre litres liter liters acres hectares
volts watts knots megawatts gigawatts kilowatts mph kph bn mn million billion trillion hundred thousand percent per
points cents pence euro euros dollar dollars pound pounds rouble roubles ruble rubles hryvnia hryvnias francs yen zloty
pages goals votes seats wins runs sets games
"""
"""Words before which most guides have figures, or leave it open."""

_SMALL_WORDS = """
a an the of to in on at by for from with and or but as is are was were has had have will would can could may might not
no so than that this these those his its their her our your it he she they we who which when where while after before
until since between against over under about into out up down off more less most least very too also just only even
versus plus minus vs pm am
"""
_NOT_PLURAL = "is was has this its plus thus yes us always perhaps less as news series species across diabetes"
_IN_NO_S = "people men women children feet policemen policewomen fishermen"
_NO_PLURAL, _PLURALS = frozenset(_NOT_PLURAL.split()), frozenset(_IN_NO_S.split())
_NEVER = frozenset((*_UNITS.split(), *_SMALL_WORDS.split()))
_MOST_WORDS = 3
"""Words from a number to the plural it counts: 5 new foreign ministers."""

_FIGURE = lazy_pattern(r"(?<![\w.,:/€$£%#+–-])(?:10|[2-9])(?=\s[a-z])")
_WORDS = "|".join(
    sorted((word for word, value in ENGLISH_CARDINALS.items() if 2 <= value < 100), key=len, reverse=True)
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORD = lazy_pattern(
    rf"(?<![\w–-])(?:(?:{_TENS})-(?:{_WORDS})|{_WORDS})(?=\s[a-z])(?!\s(?:and|or|to)\s)", re.IGNORECASE
)
_ANY_WORD = lazy_pattern(r"[a-z]+")
_NUMBER_WORDS = frozenset(ENGLISH_CARDINALS)
_FOLLOWING = lazy_pattern(r"\s([a-z]+(?:-[a-z]+)*)(?=([\s.,;:!?)”’]|$))")
_RANGE_BEFORE = lazy_pattern(rf"(?:\d|\b(?:{_WORDS}|one|hundred|thousand|million))\s(?:and|or|to)\s$", re.IGNORECASE)
_LAST_WORD = lazy_pattern(r"(\S+)\s$")
_BEFORE_A_NAME = """
page pages chapter article paragraph section no no. number point phase part level grade class form year day week room
group figure table line season episode round step stage item channel route gate platform type types age aged plus minus
hundred thousand million – - x
"""
_BEFORE_A_COUNT = """
on in at for the of with about after and or to all only over some these those his her its their our my your by from as
"""
_NAMES_A_NUMBER = frozenset(_BEFORE_A_NAME.split())
_MAY_COME_BEFORE = frozenset(_BEFORE_A_COUNT.split())
_SENTENCE_END = lazy_pattern(r"[.!?](?:[”’\"')]*)\s")
_OTHER_FIGURE = lazy_pattern(r"(?<![\d.,$€£])(?!(?:19|20)\d\d\b)\d[\d.,]*(?!\d|[.,]\d|\s?%|\sper ?cent)")
_NEAR = 30
"""Characters in which another figure decides how a number is written (5 of 12 members)."""

_OF_AGE = frozenset({"years", "months", "weeks", "days"})
_AGE = lazy_pattern(r"(?:\sold|-old|\sof age)\b")

NINE, TEN, FIGURES = "to nine", "to ten", "figures"
_IN_WORDS = {value: word for word, value in ENGLISH_CARDINALS.items() if 2 <= value <= 10}


def numbers(text: str) -> Iterator[Use]:
    """Whole numbers from two to ninety-nine before what they count, a plural; nothing with a unit, money or an age."""
    for match in _FIGURE.finditer(text):
        if _stands_alone(text, match) and _counts(text, match.end()):
            yield _in_figures(text, match)
    has_words = not _NUMBER_WORDS.isdisjoint(_ANY_WORD.findall(text.lower()))
    for match in _WORD.finditer(text) if has_words else ():
        if _counts(text, match.end()) and not _goes_on_before(text, match.start()):
            yield _in_words(text, match)


def _in_figures(text: str, match: re.Match[str]) -> Use:
    value = int(match[0])
    word = _IN_WORDS[value]
    word = word.capitalize() if starts_sentence(text, match.start()) else word
    forms = {NINE: word, TEN: word, FIGURES: match[0]}
    accepted = frozenset({FIGURES, NINE} if value == 10 else {FIGURES})
    return whole("numbers", Span(*match.span()), match[0] + _told_after(text, match.end()), accepted, forms)


def _in_words(text: str, match: re.Match[str]) -> Use:
    value = sum(ENGLISH_CARDINALS[part] for part in match[0].lower().split("-"))
    figure = str(value)
    if starts_sentence(text, match.start()):
        accepted = frozenset({NINE, TEN, FIGURES})
    else:
        accepted = frozenset({NINE, TEN} if value < 10 else {TEN} if value == 10 else ())
    forms = {NINE: figure, TEN: figure, FIGURES: figure}
    return whole("numbers", Span(*match.span()), match[0] + _told_after(text, match.end()), accepted, forms)


def _told_after(text: str, end: int) -> str:
    following = _FOLLOWING.match(text, end)
    return f" {following[1]}" if following else ""


def _counts(text: str, end: int) -> bool:
    """Whether one of the next words, all in small letters, is a plural that is counted."""
    for _ in range(_MOST_WORDS):
        following = _FOLLOWING.match(text, end)
        if following is None or following[1] in _NEVER:
            return False
        word, end = following[1], following.end(1)
        if _is_plural(word):
            return not (word in _OF_AGE and _AGE.match(text, end))
        if following[2] not in (" ", "\u00a0"):
            return False
    return False


def _is_plural(word: str) -> bool:
    if word in _PLURALS:
        return True
    return word.endswith("s") and not word.endswith("ss") and len(word) > 3 and word not in _NO_PLURAL


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Whether nothing near a figure gives it another sense: a name (Channel 4), other figures."""
    before = _SENTENCE_END.split(text[max(0, match.start() - _NEAR) : match.start()])[-1]
    after = _SENTENCE_END.split(text[match.end() : match.end() + _NEAR])[0]
    return _OTHER_FIGURE.search(before + after) is None and not _goes_on_before(text, match.start())


def _goes_on_before(text: str, start: int) -> bool:
    """Whether the word before a number belongs to it: Article 5, Channel 4, two hundred and five."""
    if _RANGE_BEFORE.search(text, max(0, start - _NEAR), start):
        return True
    before = _LAST_WORD.search(text, max(0, start - _NEAR), start)
    if before is None or starts_sentence(text, start):
        return False
    word = before[1].lstrip("“‘(\"'")
    if word.lower() in _NAMES_A_NUMBER or word.lower() in ENGLISH_CARDINALS or word[-1:].isdigit():
        return True
    return (
        not word.islower()
        and any(map(str.isalpha, word))
        and word.lower() not in _MAY_COME_BEFORE
        and not word.endswith((",", ";", ":"))
    )
