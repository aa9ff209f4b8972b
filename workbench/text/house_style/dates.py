"""Dates: 9 April 2022, April 9, 2022 or, as agencies have it, Sept. 9, 2022."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.house_style.use import Use, whole
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.span import Span

_FULL = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SHORT = {name[:3]: name for name in _FULL if len(name) > 4} | {"Sept": "September"}
_MONTH = "|".join((*_FULL, *(rf"{short}(?:\.|(?=\s\d))" for short in sorted(_SHORT, reverse=True))))
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?P<th>st|nd|rd|th)?"
_DAY_FIRST = lazy_pattern(
    rf"(?<![\w.,/:–€$£-]){_DAY}\s(?P<month>{_MONTH})(?!\w)(?:(?P<comma>,?)\s(?P<year>[12]\d{{3}})(?!\w))?"
)
_MONTH_FIRST = lazy_pattern(
    rf"(?<!\w)(?P<month>{_MONTH})\s{_DAY}(?![\w%]|[:.,/]\d)(?:(?P<comma>,?)\s(?P<year>[12]\d{{3}})(?!\w))?"
)
_GERMAN = lazy_pattern(
    r"(?<![\w.,/:-])(?P<day>0?[1-9]|[12]\d|3[01])\.\s?(?P<month>0?[1-9]|1[0-2])\.\s?(?P<year>(?:19|20)\d\d)(?![\w-]|[.,]\d)"
)
_ANOTHER_BEFORE = lazy_pattern(r"\d(?:st|nd|rd|th)?(?:,|\s(?:and|or|to|until|till)|\s?[–-])\s?$")
_ANOTHER_AFTER = lazy_pattern(
    r"(?:,|\s(?:and|or|to|until|till)|\s?[–-])\s?\d{1,2}(?:st|nd|rd|th)?(?![\w.,:]?\d|\s[A-Z])"
)
_GOES_ON = lazy_pattern(r"\s[\w“‘(]")

DAY_FIRST, MONTH_FIRST, MONTH_SHORT = "9 April 2022", "April 9, 2022", "Sept. 9, 2022"
_SHORTENED = {name: f"{short}." for short, name in _SHORT.items() if name not in ("March", "April", "June", "July")}
"""The months that agencies shorten before a day (Jan., Feb., Aug., Sept., Oct., Nov., Dec.); the others they do not."""


def dates(text: str) -> Iterator[Use]:
    """Dates with the name of a month, and German ones (9.4.2022). Several days of one month are left alone."""
    found = [
        *_with_month(text),
        *(_written(text, one, _FULL[int(one["month"]) - 1]) for one in _GERMAN.finditer(text)),
    ]
    for use in found:
        if not any(use is not other and use.span.meets(other.span) for other in found):
            yield use


def _with_month(text: str) -> Iterator[Use]:
    for match in _DAY_FIRST.finditer(text):
        if not _ANOTHER_BEFORE.search(text, max(0, match.start() - 16), match.start()):
            plain = not match["th"] and not match["comma"] and match["month"] in _FULL
            yield _date(text, match, DAY_FIRST if plain else "")
    for match in _MONTH_FIRST.finditer(text):
        if not _ANOTHER_AFTER.match(text, match.end()):
            yield _date(text, match, *_month_first(match))


def _month_first(match: re.Match[str]) -> Iterator[str]:
    """The choices with which a date accords that has its month first."""
    if not match["th"] and (not match["year"] or match["comma"]):
        yield MONTH_FIRST
        full = _full(match["month"])
        if match["month"] == _SHORTENED.get(full, full):
            yield MONTH_SHORT


def _full(month: str) -> str:
    return _SHORT.get(month.rstrip("."), month)


def _date(text: str, match: re.Match[str], *has: str) -> Use:
    return _written(text, match, _full(match["month"]), *has)


def _written(text: str, match: re.Match[str], month: str, *has: str) -> Use:
    day, year = str(int(match["day"])), match["year"]
    comma = "," if year and _GOES_ON.match(text, match.end()) else ""
    forms = {
        DAY_FIRST: f"{day} {month}{f' {year}' if year else ''}",
        MONTH_FIRST: f"{month} {day}{f', {year}{comma}' if year else ''}",
        MONTH_SHORT: f"{_SHORTENED.get(month, month)} {day}{f', {year}{comma}' if year else ''}",
    }
    return whole("dates", Span(*match.span()), match[0], frozenset(has) - {""}, forms)
