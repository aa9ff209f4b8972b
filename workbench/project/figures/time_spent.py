"""How long the work on paragraphs took, as this machine's journals tell it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.project.figures.words import Words
from workbench.translation import Journal, Spent, TranslationRecord, found_again


@dataclass(frozen=True, slots=True)
class TimeSpent:
    """`seconds`: under somebody's hands; `paragraphs`: on how many that was, and the `words` of their German.

    Of paragraphs that are still there, whatever their German was then.
    """

    seconds: float = 0.0
    paragraphs: int = 0
    words: int = 0

    def __add__(self, other: TimeSpent) -> TimeSpent:
        both = self.seconds + other.seconds, self.paragraphs + other.paragraphs, self.words + other.words
        return TimeSpent(*both)

    @property
    def per_paragraph(self) -> float | None:
        """Seconds a paragraph; None where no time was kept."""
        return self.seconds / self.paragraphs if self.paragraphs else None

    @property
    def per_1000_words(self) -> float | None:
        """Seconds for 1,000 words of German; None where no time was kept."""
        return self.seconds * 1000 / self.words if self.words else None


NO_TIME = TimeSpent()


def time_spent(journal: Journal, record: TranslationRecord, words: Words) -> TimeSpent:
    """The time that was spent on the paragraphs of a document. `words`: how they are counted."""
    return _of(journal.read().spent, record, words)


def _of(spent: Iterable[Spent], record: TranslationRecord, words: Words) -> TimeSpent:
    newest_first = sorted(spent, key=lambda one: one.at, reverse=True)
    kept = list(dict.fromkeys((one.id, one.german) for one in newest_first))
    places = dict(zip(kept, found_again(kept, record), strict=True))
    there = [one for one in newest_first if places[one.id, one.german] is not None]
    indexes = {place for one in there if (place := places[one.id, one.german]) is not None}
    count = sum(words(record.paragraphs[index].german) for index in indexes)
    return TimeSpent(sum(one.seconds for one in there), len(indexes), count)


def told_time(seconds: float) -> str:
    """Seconds as hours, minutes and seconds.

    >>> told_time(42), told_time(754.6), told_time(3600 * 5 + 61)
    ('42 s', '12 min 35 s', '5 h 1 min')
    """
    minutes, rest = divmod(round(seconds), 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
