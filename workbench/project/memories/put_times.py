"""Dates, months and days, times of day and scores in the place of others in English, in the others' own form."""

from __future__ import annotations

import re
from collections.abc import Callable

from workbench.checks.figures import Figure
from workbench.project.memories.english_numbers import DAY_NAMES, MONTH_NAMES, SHORT_MONTHS, suffix

_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?P<th>st|nd|rd|th)?(?P<between>\s(?:of\s)?)(?P<month>[A-Z][a-z]+)(?P<dot>\.?)"
)
_MONTH_FIRST = re.compile(
    r"(?P<month>[A-Z][a-z]+)(?P<dot>\.?)(?P<between>\s(?:the\s)?)(?P<day>\d{1,2})(?P<th>st|nd|rd|th)?"
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:(?P<mark>[.:])(?P<minute>\d\d))?(?P<gap>\s?)(?P<half>(?P<letter>[apAP])\.?\s?[mM]\.?)?"
)
SCORE = re.compile(r"(?P<one>\d+)(?P<between>\s?[:–-]\s?)(?P<other>\d+)")
"""A score, in German and in English."""
_ROMAN = re.compile("[IVX]+")


def is_time(old: Figure, new: Figure, english: Figure) -> bool:
    """Whether both are times of day; 14.30 may be a number as well, unless the English says that it is none."""
    if not only_reading(old, "t") or not only_reading(new, "t"):
        return False
    return not (old.values and new.values) or not _is_number_only(english)


def clock_time(hour: int, minute: int, clock: str) -> str:
    """A time of day as a style has it, by the 24-hour clock where none is set."""
    if clock in ("", "14:30"):
        return f"{hour:02}:{minute:02}"
    mark, half = clock[1], clock[4:]
    minutes = f"{mark}{minute:02}" if minute else ""
    return f"{hour % 12 or 12}{minutes}{half if 12 <= hour < 24 else half.replace('p', 'a', 1)}"


def _date(new: Figure, english: Figure) -> str | None:
    reading = only_reading(new, "d")
    found = _DAY_FIRST.fullmatch(english.text) or _MONTH_FIRST.fullmatch(english.text)
    if reading is None or found is None:
        return None
    day, month = map(int, reading.split("."))
    named = _month(month, found["month"], dotted=bool(found["dot"]))
    if named is None:
        return None
    said = f"{day}{suffix(day) if found['th'] else ''}"
    parts = (named, found["between"], said)
    return "".join(parts if found.re is _MONTH_FIRST else reversed(parts))


def _month(number: int, like: str, *, dotted: bool) -> str | None:
    """A month as another one is written: in full or, as agencies have it, shortened."""
    if like in MONTH_NAMES.values():
        return MONTH_NAMES[number] + "." * dotted  # the full stop of the sentence
    short = SHORT_MONTHS[number]
    return short + "." * (dotted and short != MONTH_NAMES[number])


def written_name(new: Figure, english: Figure) -> str | None:
    """A month, or a day of the week, by its name in full; the plural stays (on Mondays)."""
    if (month := only_reading(new, "m")) is not None:
        return MONTH_NAMES[int(month)] if english.text in MONTH_NAMES.values() else None
    day = only_reading(new, "w")
    if day is None:
        return None
    name = DAY_NAMES[int(day)].title()
    return name + "s" * english.text.endswith("s")


def _roman(new: Figure, english: Figure) -> str | None:
    return new.text if _ROMAN.fullmatch(new.text) and _ROMAN.fullmatch(english.text) else None


def written_score(old: Figure, new: Figure, english: Figure) -> str | None:
    """A score in the order in which English has it, which may be the other one (lost 3-1 for verlor 1:3)."""
    was, now, there = (SCORE.fullmatch(figure.text) for figure in (old, new, english))
    if not was or not now or not there:
        return None
    if (was["one"], was["other"]) == (there["one"], there["other"]):
        return now["one"] + there["between"] + now["other"]
    if (was["one"], was["other"]) == (there["other"], there["one"]):
        return now["other"] + there["between"] + now["one"]
    return None


def written_time(old: Figure, new: Figure, english: Figure, clock: str) -> str | None:
    """A time of day by the clock, of 12 or 24 hours, that the English has; `clock`: that of the house style."""
    was, now, there = only_reading(old, "t"), only_reading(new, "t"), _CLOCK.fullmatch(english.text)
    if was is None or now is None or there is None:
        return None
    hour, minute = map(int, now.split(":"))
    minutes = _minutes(minute, there, clock)
    if minutes is None:
        return None
    if there["half"]:
        half = ("p" if 12 <= hour < 24 else "a") + there["half"][1:]
        return f"{hour % 12 or 12}{minutes}{there['gap']}{half.upper() if there['letter'].isupper() else half}"
    said = _hour(int(was.split(":")[0]), hour, there)
    return None if said is None else said + minutes


def _minutes(minute: int, there: re.Match[str], clock: str) -> str | None:
    """The minutes with their mark: none of the full hour where none stood there, or only because of other minutes."""
    if not minute and there["minute"] != "00" and (there["half"] or not there["minute"]):
        return ""
    mark = there["mark"] or ("." if clock[1:2] == "." else ":" if clock else "")
    return f"{mark}{minute:02}" if mark else None


def _hour(was: int, hour: int, there: re.Match[str]) -> str | None:
    """The hour where nothing says which half of the day it is in: in the same half, but by the 24-hour clock."""
    stood = int(there["hour"])
    by_24_hours = was == stood and (stood > 12 or hour <= 12 or there["mark"] == ":")
    by_12_hours = was == stood + 12 and 13 <= hour <= 24
    if not by_24_hours and not by_12_hours:
        return None
    said = hour if by_24_hours else hour - 12
    return f"{said:02}" if there["hour"].startswith("0") else str(said)


OF_KINDS: tuple[tuple[str, Callable[[Figure, Figure], str | None]], ...] = (
    ("date", _date),
    ("month", written_name),
    ("weekday", written_name),
    ("roman", _roman),
)
"""What writes the kinds of figures that have a form of their own."""


def rest_of_day(figure: Figure) -> str:
    """What a day of the week says besides the day: `abend` of Montagabend, `s` of montags."""
    if figure.kind != "weekday":
        return ""
    word = figure.text.lower()
    return word[word.index("woch") + 4 :] if word.startswith("mittwoch") else re.sub(r"^\w*?(?:tag|abend)", "", word)


def only_reading(figure: Figure, kind: str) -> str | None:
    """The one reading of a kind that a figure has (`t` for times), without its letter."""
    found = [reading[len(kind) :] for reading in figure.readings if re.match(rf"{kind}\d", reading)]
    return found[0] if len(found) == 1 else None


def _is_number_only(english: Figure) -> bool:
    found = _CLOCK.fullmatch(english.text)
    return not (found and (found["half"] or found["mark"] == ":"))
