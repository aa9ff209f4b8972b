"""Dates and times of day in English: `May 26, 2022`, `26/05/2022`, `2.30pm`, `quarter to twelve`, `2 to 4 p.m.`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.checks.figures.figure import Figure, either_half, times
from workbench.checks.figures.phrases import ISO_DATE, dated, phrase
from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.number_words import ENGLISH_CARDINALS, ENGLISH_MONTHS, ENGLISH_ORDINALS

HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
OPEN = "open"
"""Begins the reading of a time that says nothing of its half of the day: `open2:30`."""

_MONTHS = tuple(name.title() for name in sorted(ENGLISH_MONTHS, key=len, reverse=True))
_MONTH = "|".join(rf"{name}\b\.?" if len(name) < 5 else name for name in _MONTHS)
_YEAR = r"(?:,?\s(?:of\s)?(?P<year>[12][0-9]{3})(?!\w|[.,][0-9]))?"
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_ORDINAL = "|".join(sorted(ENGLISH_ORDINALS, key=len, reverse=True))
_NUMERAL = rf"{'|'.join(HOURS)}|[0-9]{{1,2}}"
_HOUR = rf"(?P<hour>{_NUMERAL}|noon|midday|midnight)"
_HALF_DAY = r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?|\s(?P<part>in\sthe\s(?:morning|afternoon|evening)|at\snight|noon))"
_UNTIL = rf"\s?(?:to|and|or|until|till|–|—|-)\s?(?:{_NUMERAL})(?:[.:][0-9]{{2}})?{_HALF_DAY}"
"""What follows `2` in `2 to 4 p.m.`, which is p.m. as well."""
_UNTIL_HALF = lazy_pattern(rf"(?i){_UNTIL}")
_LATER = lazy_pattern(r"(?i)\b(?:afternoons?|evenings?|tonight|nights?|noon|midday|lunch\w*|midnight)\b")


def value(word: str) -> int | None:
    """The number that a word or numeral says; None of another word."""
    return int(word) if word.isdigit() else ENGLISH_CARDINALS.get(word.lower())


def _date_with_month(match: re.Match[str]) -> Sequence[Figure]:
    word = match["day"].lower()
    day = int(word) if word.isdigit() else ENGLISH_ORDINALS[word]
    return dated(match, day, [ENGLISH_MONTHS[match["month"].lower().rstrip(".")]])


def _date_in_figures(match: re.Match[str]) -> Sequence[Figure]:
    """`26/05/2022` and `05/26/2022`: in both orders, where it can be both."""
    day, month = int(match["day"]), int(match["month"])
    orders = [(one, other) for one, other in ((day, month), (month, day)) if 1 <= one <= 31 and 1 <= other <= 12]
    if not orders:
        return ()
    figures = dated(match, orders[0][0], [orders[0][1]])
    if len(orders) > 1 and "." not in match[0]:
        turned = dated(match, orders[1][0], [orders[1][1]])[0]
        readings, offers = figures[0].readings | turned.readings, figures[0].offered | turned.offered
        figures[0] = replace(figures[0], readings=readings, offers=offers)
    return figures


def _iso_date(match: re.Match[str]) -> Sequence[Figure]:
    return dated(match, int(match["day"]), [int(match["month"])])


def _to_the_hour(match: re.Match[str]) -> Sequence[Figure]:
    """`quarter to twelve`, `half past seven`, `ten past eight`."""
    hour = 12 if match["hour"].lower() in ("noon", "midday", "midnight") else value(match["hour"])
    word = match["minutes"].lower().removesuffix(" minutes")
    away = 15 if word.endswith("quarter") else 30 if word == "half" else value(word)
    if hour is None or away is None or not 1 <= hour <= 24:
        return ()
    minutes = hour * 60 + (away if match["way"].lower() in ("past", "after") else -away)
    return _clock(match, *divmod(minutes % (24 * 60), 60))


def _half_seven(match: re.Match[str]) -> Sequence[Figure]:
    hour = value(match["hour"])
    return _clock(match, hour, 30) if hour else ()


def _oclock(match: re.Match[str]) -> Sequence[Figure]:
    """`2.30pm`, `2 p.m.`, `two in the afternoon`, `12 noon`, `2 o’clock`, `14:30`, `1430 GMT`."""
    hour = 12 if match["hour"].lower() in ("noon", "midday") else value(match["hour"])
    return () if hour is None else _clock(match, hour, int(match.groupdict().get("minute") or 0))


def _clock(match: re.Match[str], hour: int, minute: int) -> list[Figure]:
    """A time of day; without a.m. or p.m. it is before noon, unless the text speaks of later hours."""
    if hour > 24 or minute > 59:
        return []
    half = _half_of_day(match)
    readings = _on_the_clock(hour, minute, half, match.string)
    offers = readings | {str(hour)} | ({str(minute)} if minute else set())
    if not half:
        offers |= open_time(hour, minute)
        offers |= {f"s{max(hour, minute)}:{min(hour, minute)}"} if ":" in match[0] else set()
    said = match[0].rstrip()
    return [Figure(Span(match.start(), match.start() + len(said)), said, frozenset(readings), offers=frozenset(offers))]


def _on_the_clock(hour: int, minute: int, half: str, text: str) -> set[str]:
    if hour > 12 or (hour == 0 and not half):
        return times(hour, minute)
    if half:
        return times(hour % 12 + (12 if half == "p" else 0), minute)
    return either_half(hour, minute) if _LATER.search(text) else times(hour, minute)


def open_time(hour: int, minute: int) -> set[str]:
    """What a time without a.m. and p.m. may have been meant for: `open2:30`, `open14:30`."""
    return {OPEN + reading[1:] for reading in either_half(hour, minute)} if 1 <= hour <= 12 else set()


def _half_of_day(match: re.Match[str]) -> str:
    """`a`, `p`, or "" where nothing says it; `2` in `2 to 4 p.m.` is p.m. as well."""
    found = match.groupdict()
    if not found.get("half") and not found.get("part"):
        following = _UNTIL_HALF.match(match.string, match.end())
        found = following.groupdict() if following else {}
    if half := found.get("half"):
        return half.lower()
    part = found.get("part")
    return "" if not part else "a" if "morning" in part.lower() else "p"


_FREE = r"(?<![\w.,:$€£/])"
_MINUTE = r"(?P<minute>[0-5][0-9])"

ENGLISH_TIMES = (
    phrase(rf"(?<![0-9][:.,])\b{_DAY}\s(?:of\s)?(?P<month>{_MONTH})(?![^\W_]){_YEAR}", _date_with_month),
    phrase(rf"\b(?P<month>{_MONTH})\s(?:the\s)?{_DAY}(?![\w:]|[.,][0-9]|\sper|\s?%){_YEAR}", _date_with_month),
    phrase(rf"\b(?P<day>(?i:{_ORDINAL}))\s(?:of\s)?(?P<month>{_MONTH})(?![^\W_]){_YEAR}", _date_with_month, *_MONTHS),
    phrase(r"(?<![\w.,:/])(?P<day>[0-3]?[0-9])(?P<by>[./-])(?P<month>[0-3]?[0-9])(?P=by)"
           r"(?P<year>[12][0-9]{3}|[0-9]{2})(?![\w/])", _date_in_figures),
    phrase(ISO_DATE, _iso_date),
    phrase(r"(?i)\b(?<!from\s)(?P<minutes>(?:a\s)?quarter|half|(?:five|ten|twenty|twenty-five)(?:\sminutes)?"
           rf"|[0-9]{{1,2}}\sminutes)\s(?P<way>past|to|after|before|till)\s{_HOUR}\b(?![.,]?[0-9]|-|\sper)"
           rf"(?!\s(?:years|months|weeks|days|hours|minutes|people|million|thousand|hundred)){_HALF_DAY}?",
           _to_the_hour),
    phrase(rf"(?i)(?<=at\s)half[\s-](?P<hour>{'|'.join(HOURS)})\b{_HALF_DAY}?", _half_seven, "at half"),
    phrase(rf"(?i){_FREE}(?P<hour>[0-9]{{1,2}})(?:[.:]{_MINUTE})?(?={_UNTIL})", _oclock),
    phrase(rf"(?i){_FREE}{_HOUR}(?:[.:]?{_MINUTE})?(?:\s?o['’]clock)?{_HALF_DAY}", _oclock),
    phrase(rf"(?i){_FREE}{_HOUR}\s?o['’]?\s?clock\b", _oclock, "clock"),
    phrase(rf"(?<![\w.,:$€£/-])(?P<hour>[0-2]?[0-9]):{_MINUTE}(?!\w|:[0-9]|[.,][0-9])", _oclock),
    phrase(rf"{_FREE}(?P<hour>[0-2][0-9]){_MINUTE}(?=\s?(?:GMT|CET|CEST|UTC|hours|hrs|local|BST|EST|h)\b)", _oclock),
)  # fmt: skip
"""In the order in which they are looked for."""
