"""Times of day: 14:30, 2.30pm, 2:30 p.m."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.text.house_style.use import Edits, Use
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.span import Span

_TWELVE = lazy_pattern(
    r"(?<![\w.:,/–$€£-])(?P<hour>1[0-2]|0?[1-9])(?:(?P<mark>[.:])(?P<minute>[0-5]\d))?(?P<gap>[ \u00a0]?)"
    r"(?P<half>[aApP])(?:(?P<dots>\.[mM]\.)|[mM](?!\w))(?![\w-])"
)
_TWENTY_FOUR = lazy_pattern(
    r"(?<![\w.:,/–$€£-])(?P<hour>0\d|1[3-9]|2[0-3]):(?P<minute>[0-5]\d)(?![\w:%–-]|[.,]\d|\s?[ap]\.?m)"
)
_TIME_BEFORE = lazy_pattern(
    r"\b(?:at|from|until|till|to|and|around|about|before|after|by|between|since|past|nearly|almost|shortly)\s$",
    re.IGNORECASE,
)
_TIME_AFTER = lazy_pattern(
    r"\s(?:GMT|UTC|BST|CES?T|EES?T|E[SD]T|MSK|hours\b|local\b|(?:Moscow|Kyiv|Minsk|Berlin) time)"
)
_OTHER_BEFORE = lazy_pattern(r"\d\s(?:and|to|or|until|till)\s$")
_ENDS = lazy_pattern(
    r"[”’\"')\]]*(?:$|\n|\s+[“‘\"(]?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}\b|\w+ time\b)[A-Z])"
)

TWENTY_FOUR = "14:30"
_TWELVE_FORMS = {
    "2.30pm": (".", "", "{}m"),
    "2:30pm": (":", "", "{}m"),
    "2.30 pm": (".", " ", "{}m"),
    "2:30 pm": (":", " ", "{}m"),
    "2.30 p.m.": (".", " ", "{}.m."),
    "2:30 p.m.": (":", " ", "{}.m."),
}
"""For each form what stands between hour and minute, before the half of the day, and how that is written."""


def times(text: str) -> Iterator[Use]:
    """Times with a.m. or p.m., and those of the 24-hour clock that can be no score: with `at`, `until` … or a zone.

    Ranges (2–3pm, between 2 and 3 p.m.) are left alone.
    """
    for match in _TWELVE.finditer(text):
        if not _OTHER_BEFORE.search(text, max(0, match.start() - 12), match.start()):
            hour = int(match["hour"]) % 12 + (12 if match["half"] in "pP" else 0)
            yield _time(text, match, hour, _accepted(match))
    for match in _TWENTY_FOUR.finditer(text):
        before = _TIME_BEFORE.search(text, max(0, match.start() - 12), match.start())
        if before or _TIME_AFTER.match(text, match.end()):
            yield _time(text, match, int(match["hour"]), frozenset({TWENTY_FOUR}))


def _accepted(match: re.Match[str]) -> frozenset[str]:
    if match["half"].isupper():
        return frozenset()
    style = (" " if match["gap"] else "", f"{match['half']}.m." if match["dots"] else f"{match['half']}m")
    return frozenset(
        choice
        for choice, (mark, gap, half) in _TWELVE_FORMS.items()
        if (gap, half.format(match["half"])) == style and match["mark"] in (mark, None)
    )


def _time(text: str, match: re.Match[str], hour: int, accepted: frozenset[str]) -> Use:
    """The dot of `p.m.` is also the full stop of its sentence; other forms get one there, and lose it the other way."""
    start, end = match.span()
    minute, dotted = match["minute"] or "00", "dots" in match.re.groupindex and bool(match["dots"])
    ends = dotted and _ENDS.match(text, end) is not None
    stop = not dotted and text.startswith(".", end) and _ENDS.match(text, end + 1) is not None
    ways: dict[str, Edits] = {}
    for choice in (TWENTY_FOUR, *_TWELVE_FORMS):
        form = _form(choice, hour, minute)
        if form.endswith("."):
            ways[choice] = ((Span(start, end + stop), form),)
        else:
            ways[choice] = ((Span(start, end), form + "." * ends),)
    return Use("times", Span(start, end), match[0], accepted, {c: e for c, e in ways.items() if c not in accepted})


def _form(choice: str, hour: int, minute: str) -> str:
    if choice == TWENTY_FOUR:
        return f"{hour:02}:{minute}"
    mark, gap, half = _TWELVE_FORMS[choice]
    minutes = "" if minute == "00" else f"{mark}{minute}"
    return f"{hour % 12 or 12}{minutes}{gap}{half.format('p' if hour >= 12 else 'a')}"
