"""Figures as JSON; docs/figures.md says what the keys mean."""

from __future__ import annotations

from dataclasses import asdict

from workbench.project.figures.counts import Count
from workbench.project.figures.figures import Figures, OfDocument
from workbench.project.figures.time_spent import TimeSpent


def as_json(figures: Figures) -> dict[str, object]:
    """One object: how it was counted, the sums, and each document."""
    return {
        "rule": figures.rule,
        "line": figures.line,
        "looked_up": figures.looked_up,
        "lines": figures.lines,
        "total": _of(figures.total),
        "documents": [{"name": one.name, **_of(one)} for one in figures.documents],
    }


def _of(one: OfDocument) -> dict[str, object]:
    return {
        "german": _count(one.german),
        "english": _count(one.english),
        "lines": round(one.lines, 3),
        "states": {state.value: _count(count) for state, count in one.by_state.items()},
        "bands": {band: _count(count) for band, count in one.bands.items()},
        "drafts": [asdict(kept) for kept in one.kept],
        "time": _time(one.time) if one.time.paragraphs else None,
    }


def _time(time: TimeSpent) -> dict[str, object]:
    per = {"per_paragraph": time.per_paragraph, "per_1000_words": time.per_1000_words}
    rounded = {name: None if value is None else round(value, 1) for name, value in per.items()}
    return {"seconds": round(time.seconds, 1), "paragraphs": time.paragraphs, "words": time.words, **rounded}


def _count(count: Count) -> dict[str, int]:
    found: dict[str, int] = asdict(count)
    return found
