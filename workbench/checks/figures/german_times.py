"""Dates and times of day in German: `26. Mai 2022`, `26.05.22`, `14.30 Uhr`, `Viertel vor zwölf`, `halb acht`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from workbench.checks.figures.figure import Figure, either_half, plain, times
from workbench.checks.figures.phrases import ISO_DATE, dated, phrase
from workbench.text import Span
from workbench.text.number_words import GERMAN_CARDINALS, GERMAN_MONTHS, GERMAN_ORDINAL_STEMS

_SHORT_MONTHS = {"jan": 1, "feb": 2, "mär": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10,
                 "nov": 11, "dez": 12}  # fmt: skip
_MONTH = "|".join([*(name.title() for name in GERMAN_MONTHS), *(rf"{name.title()}\." for name in _SHORT_MONTHS)])
_YEAR = r"(?:\s?(?P<year>[12][0-9]{3}(?!\w|[.,][0-9])|(?<=[0-9]\.)[0-9]{2}(?![\w,:%€]|\.[0-9])))?"
_HOUR = "eins|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf"
_ENDINGS = re.compile(r"(?:e[nrsm]?)$")
_LATER = re.compile(r"nachmittag|abend|\bnachts?\b|mittag", re.IGNORECASE)
"""Words with which 8 Uhr is perhaps 8 p.m."""


def _date_in_figures(match: re.Match[str]) -> Sequence[Figure]:
    """`26.05.2022`; `4.5.` at the end of a sentence is perhaps a version."""
    figures = dated(match, int(match["day"]), [int(match["month"])])
    if figures and not match["year"] and " " not in match[0]:
        version = plain(Decimal(match[0].removesuffix(".")))
        figures[0] = replace(figures[0], readings=figures[0].readings | {version})
    return figures


def _date_with_month(match: re.Match[str]) -> Sequence[Figure]:
    name = match["month"].lower().rstrip(".")
    return dated(match, int(match["day"]), [GERMAN_MONTHS.get(name) or _SHORT_MONTHS[name]])


def _date_in_words(match: re.Match[str]) -> Sequence[Figure]:
    day = GERMAN_ORDINAL_STEMS.get(_ENDINGS.sub("", match["day"].lower()))
    return dated(match, day, [GERMAN_MONTHS[match["month"].lower()]]) if day else ()


def _to_the_hour(match: re.Match[str]) -> Sequence[Figure]:
    """`Viertel vor zwölf`, `zehn nach acht`, `fünf vor halb drei`, `halb acht`."""
    hour = _hour(match["hour"])
    if hour is None or not (match["minutes"] or match["half"]):
        return ()
    minutes = hour * 60 - (30 if match["half"] else 0)
    if word := (match["minutes"] or "").lower():
        away = 15 if word == "viertel" else int(word) if word.isdigit() else GERMAN_CARDINALS[word]
        minutes += -away if match["way"].lower() == "vor" else away
    return _spoken(match, minutes)


def _quarter_of_hour(match: re.Match[str]) -> Sequence[Figure]:
    """`viertel acht` is 7.15, `drei viertel acht` 7.45, in the east and south."""
    hour = _hour(match["hour"])
    return _spoken(match, hour * 60 - (15 if match["three"] else 45)) if hour else ()


def _hour(word: str) -> int | None:
    hour = int(word) if word.isdigit() else GERMAN_CARDINALS.get(word.lower())
    return hour if hour is not None and hour <= 24 else None


def _spoken(match: re.Match[str], minutes: int) -> list[Figure]:
    """A time in words, which may be before or after noon."""
    hour, minute = divmod(minutes % (24 * 60), 60)
    readings = frozenset(either_half(hour, minute))
    return [Figure(Span(*match.span()), match[0], readings, offers=readings | {str(hour), str(hour % 12 + 1)})]


def _oclock(match: re.Match[str]) -> Sequence[Figure]:
    """`14.30 Uhr`, `14 Uhr 30`, `drei Uhr`: on the 24-hour clock, but for words and for what is said to be later."""
    hour = _hour(match["hour"])
    if hour is None:
        return ()
    minute = int(match["minute"] or match["after"] or 0)
    readings = times(hour, minute)
    if readings and hour <= 12 and (not match["hour"].isdigit() or _LATER.search(match.string)):
        readings |= either_half(hour, minute)
    offers = readings | {str(hour)} | ({str(minute)} if match["minute"] else set())
    return [Figure(Span(*match.span()), match[0], frozenset(readings), offers=frozenset(offers))] if readings else ()


_DAY = r"(?P<day>0?[1-9]|[12][0-9]|3[01])\.\s?"
_MINUTE = r"(?:[.:](?P<minute>[0-5][0-9]))?"

GERMAN_TIMES = (
    phrase(rf"(?<![\w.,:]){_DAY}(?P<month>{_MONTH})(?![^\W_]){_YEAR}", _date_with_month),
    phrase(rf"(?<![\w.,:/]){_DAY}(?P<month>0?[1-9]|1[0-2])\.{_YEAR}(?![0-9])", _date_in_figures),
    phrase(ISO_DATE, _date_in_figures),
    phrase(rf"\b(?P<day>[^\W\d_]{{3,}}e[nrm]?)\s(?P<month>{'|'.join(map(str.title, GERMAN_MONTHS))})\b{_YEAR}",
           _date_in_words),
    phrase(rf"(?i)\b(?:(?P<minutes>viertel|fünf|zehn|zwanzig|fünfundzwanzig|[0-9]{{1,2}})\s(?:Minuten\s)?"
           rf"(?P<way>vor|nach)\s)?(?P<half>halb\s)?(?P<hour>{_HOUR}|[0-9]{{1,2}})(?:\sUhr)?\b"
           r"(?![.,]?[0-9]|\s(?:Jahr|Monat|Woche|Tag|Stunde|Minute))", _to_the_hour, "halb ", " vor ", " nach "),
    phrase(rf"\b(?P<three>drei\s?)?viertel\s(?P<hour>{_HOUR})\b(?!\s?(?:Million|Milliarde|Jahr|Stunde))",
           _quarter_of_hour, "viertel "),
    phrase(rf"(?<![\w.,:])(?P<hour>[0-2]?[0-9]){_MINUTE}(?P<after>)"
           r"(?=\s?(?:bis|und|oder|–|-)\s?[0-2]?[0-9](?:[.:][0-5][0-9])?\sUhr\b)", _oclock, " Uhr"),
    phrase(rf"(?i)(?<![\w.,:])(?P<hour>[0-2]?[0-9]|{_HOUR}){_MINUTE}\s?(?:Uhr|h)\b"
           r"(?:\s(?P<after>[0-5]?[0-9])(?![\w.,]))?", _oclock),
)  # fmt: skip
"""In the order in which they are looked for."""
