"""When and by whom a paragraph was changed last, as somebody who searches says it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.problem import Problem, WorkbenchError
from workbench.project.team.authors import Hand
from workbench.text import clean_line

_DAY = re.compile(r"(\d{4})(?:-(\d\d?)(?:-(\d\d?))?)?")
_MEND = "type 2026-11-28, 2026-11, 2026, today, yesterday, or from..to"


@dataclass(frozen=True, slots=True)
class LastChange:
    """`by`: letters of a name, in capitals or not; `since`, `until`: the first and the last day, of this machine."""

    by: str = ""
    since: date | None = None
    until: date | None = None

    def fits(self, hand: Hand | None) -> bool:
        """Whether a paragraph that this hand changed last is meant; none of which nobody knows it."""
        if hand is None or self.by.casefold() not in hand.by.casefold():
            return False
        day = hand.at.astimezone().date()
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    @property
    def told(self) -> str:
        """On a line: `Wilma 2026-11-01..2026-11-30`."""
        if self.since and self.since == self.until:
            days = f"{self.since}"
        else:
            days = f"{self.since or ''}..{self.until or ''}" if self.since or self.until else ""
        return " ".join(filter(None, (self.by, days)))


def last_change(text: str) -> LastChange | None:
    """What `Wilma 2026-11` says: a name, days, or both in any order; None where it is empty. Raises WorkbenchError."""
    by: list[str] = []
    since, until = None, None
    for word in clean_line(text).split():
        first, dots, last = word.partition("..")
        if not dots and not _is_day(word):
            by.append(word)
        else:
            since = days(first)[0] if first else since
            until = days(last or (first if not dots else ""))[1] if last or not dots else until
    return LastChange(" ".join(by), since, until) if by or since or until else None


def days(text: str) -> tuple[date, date]:
    """The first and the last day of a day, a month or a year. Raises WorkbenchError where it is none.

    >>> days("2026-02")[1].isoformat()
    '2026-02-28'
    """
    today = date.today()
    if text in ("today", "yesterday"):
        day = today - timedelta(text == "yesterday")
        return day, day
    found = _DAY.fullmatch(text)
    try:
        if found is None:
            raise ValueError
        year, month, day_of_month = (int(part) if part else 0 for part in found.groups())
        first = date(year, month or 1, day_of_month or 1)
        if day_of_month:
            return first, first
        last = date(year, month or 12, monthrange(year, month or 12)[1])
    except (ValueError, OverflowError):
        raise WorkbenchError(Problem(clean_line(text)[:40] or "a day", "this is no day", _MEND)) from None
    return first, last


def _is_day(word: str) -> bool:
    return word in ("today", "yesterday") or word[:4].isdecimal()
