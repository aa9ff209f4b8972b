"""Figures as lines for people: the sums first, 80 columns."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.project import State
from workbench.project.figures.counts import Count
from workbench.project.figures.figures import Figures, OfDocument
from workbench.project.figures.kept_drafts import KeptDrafts
from workbench.project.figures.time_spent import TimeSpent, told_time
from workbench.project.figures.words import RULES
from workbench.text import printable_line

_NAMES = {State.SKIPPED: "left out (in no sum)"}
_LABEL = 24


def lines_of(figures: Figures) -> Iterator[str]:
    """The lines, without terminal escapes."""
    total = figures.total
    many = len(figures.documents)
    yield f"{many} {'document' if many == 1 else 'documents'}; words: {RULES[figures.rule].about}"
    yield ""
    yield _head("German")
    for state, count in total.by_state.items():
        if count.segments:
            yield _row(_NAMES.get(state, state.value), count)
    yield _row("all", total.german)
    yield ""
    yield _head("Match bands" if figures.looked_up else "Repetitions")
    for band, count in total.bands.items():
        if count.segments:
            yield _row(_band(band, figures), count)
    yield ""
    yield _head("English")
    yield _row("all", total.english)
    yield f"standard lines of {figures.line} characters: {figures.lines:,}"
    yield from _time(total.time)
    for kept in total.kept:
        yield from _kept(kept)
    if many > 1:
        yield from _documents(figures)


def _head(first: str) -> str:
    names = ("segments", "paragraphs", "words", "characters", "no spaces")
    return f"{first:{_LABEL}}" + "".join(f"{name:>11}" for name in names)


def _row(name: str, count: Count) -> str:
    values = (count.segments, count.paragraphs, count.words, count.characters, count.without_spaces)
    return f"{name:{_LABEL}}" + "".join(f"{value:>11,}" for value in values)


def _band(band: str, figures: Figures) -> str:
    if band == "none":
        return "no match" if figures.looked_up else "not translated"
    if band.startswith("repetition"):
        return "repeated in its file" if band == "repetition here" else "repeated from another"
    return band if band == "translated" else f"{band} %"


def _time(time: TimeSpent) -> Iterator[str]:
    if time.per_paragraph is not None:
        many = "paragraph" if time.paragraphs == 1 else "paragraphs"
        yield ""
        yield f"Time at the desk, on {time.paragraphs:,} {many}: {told_time(time.seconds)}"
        yield f"  {told_time(time.per_paragraph)} a paragraph"
        if time.per_1000_words is not None:
            yield f"  {told_time(time.per_1000_words)} for 1,000 words of German"


def _kept(kept: KeptDrafts) -> Iterator[str]:
    yield ""
    part = kept.untouched / kept.paragraphs
    yield printable_line(f"Drafts of {kept.package or 'an unknown package'}, reviewed: {kept.paragraphs:,}")
    yield f"  kept as they were: {kept.untouched:,} ({part:.0%})"
    of = "" if kept.scored == kept.paragraphs else f" (of the first {kept.scored:,})"
    yield f"  chrF {kept.chrf:.1f}, TER {kept.ter:.1f}{of}"
    yield f"  {kept.chrf_signature}"
    yield f"  {kept.ter_signature}"


def _documents(figures: Figures) -> Iterator[str]:
    yield ""
    yield f"{'document':36}{'segments':>9}{'words':>9}{'done':>6}{'English':>10}{'lines':>9}"
    for one in figures.documents:
        yield _document(one)


def _document(one: OfDocument) -> str:
    """A document in a line; `done`: the part of its words that is reviewed."""
    german = one.german
    done = f"{one.by_state[State.REVIEWED].words / german.words:.0%}" if german.words else "–"
    name = printable_line(one.name)
    short = name if len(name) < 36 else f"…{name[-34:]}"
    return f"{short:36}{german.segments:>9,}{german.words:>9,}{done:>6}{one.english.words:>10,}{one.lines:>9,.1f}"
