"""Figures as tables, for files and for who reads them by columns."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.export.figures import Table, Value
from workbench.project.figures.counts import Count
from workbench.project.figures.figures import Figures, OfDocument
from workbench.project.figures.time_spent import TimeSpent

_COUNTS = ("segments", "paragraphs", "words", "characters", "characters without spaces")
_TIMES = ("seconds", "seconds a paragraph", "seconds for 1,000 words")
_NO_TIMES = (None, None, None)
ALL = "all documents"
"""What the sums are called."""


def one_table(figures: Figures) -> Table:
    """All of it in one, for a CSV: a row for each document and thing that was counted."""
    head = ("document", "of", "which", *_COUNTS, "lines", "untouched", "chrF", "TER", *_TIMES)
    rows: list[tuple[Value, ...]] = []
    for one in _each(figures):
        rows += ((*row, *_NO_TIMES) for row in _rows(figures, one))
        if (time := one.time).paragraphs:
            of = (None, time.paragraphs, time.words, None, None)
            rows.append((_name(one), "time", "at the desk", *of, *(None,) * 4, *_times(time)))
    return Table("Figures", head, tuple(rows))


def tables(figures: Figures) -> tuple[Table, ...]:
    """A table for each question, for a spreadsheet: documents, states, match bands, drafts, time."""
    each = tuple(_each(figures))
    documents = tuple(
        (_name(one), *_values(one.german), one.english.words, one.english.characters, _lines(figures, one))
        for one in each
    )
    states = tuple((_name(one), state.value, *_values(n)) for one in each for state, n in one.by_state.items())
    bands = tuple((_name(one), band, *_values(n)) for one in each for band, n in one.bands.items())
    drafts = tuple(
        (_name(one), k.package, k.paragraphs, k.untouched, k.scored, k.chrf, k.ter, k.chrf_signature, k.ter_signature)
        for one in each
        for k in one.kept
    )
    times = tuple((_name(one), one.time.paragraphs, one.time.words, *_times(one.time)) for one in each)
    lines = f"lines of {figures.line}"
    head = ("document", "package", "paragraphs", "untouched", "scored", "chrF", "TER", "chrF by", "TER by")
    return (
        Table("Documents", ("document", *_COUNTS, "English words", "English characters", lines), documents),
        Table("States", ("document", "state", *_COUNTS), states),
        Table("Match bands", ("document", "band", *_COUNTS), bands),
        Table("Drafts", head, drafts),
        Table("Time", ("document", "paragraphs", "words", *_TIMES), times),
    )


def _each(figures: Figures) -> Iterator[OfDocument]:
    yield from figures.documents
    yield figures.total


def _rows(figures: Figures, one: OfDocument) -> Iterator[tuple[Value, ...]]:
    name, empty = _name(one), (None, None, None)
    yield (name, "German", "all", *_values(one.german), None, *empty)
    yield (name, "English", "all", *_values(one.english), _lines(figures, one), *empty)
    for state, count in one.by_state.items():
        yield (name, "state", state.value, *_values(count), None, *empty)
    for band, count in one.bands.items():
        yield (name, "match band", band, *_values(count), None, *empty)
    for kept in one.kept:
        nothing = (None, None, None)
        yield (
            name,
            "drafts",
            kept.package,
            None,
            kept.paragraphs,
            *nothing,
            None,
            kept.untouched,
            *_scores(kept.chrf, kept.ter),
        )


def _times(time: TimeSpent) -> tuple[Value, ...]:
    values = (time.seconds, time.per_paragraph, time.per_1000_words)
    return tuple(None if value is None else round(value, 1) for value in values)


def _scores(*scores: float) -> tuple[float, ...]:
    return tuple(round(score, 2) for score in scores)


def _values(count: Count) -> tuple[int, int, int, int, int]:
    return count.segments, count.paragraphs, count.words, count.characters, count.without_spaces


def _name(one: OfDocument) -> str:
    return one.name or ALL


def _lines(figures: Figures, one: OfDocument) -> float | int:
    return round(one.lines, 1) if one.name else figures.lines
