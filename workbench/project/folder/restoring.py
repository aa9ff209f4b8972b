"""Earlier states of a document's record: what each would bring back, and putting one back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from itertools import zip_longest

from workbench.formats import Document
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.layout import Layout
from workbench.project.folder.sources import Sources, read_source
from workbench.translation import (
    Generation,
    Generations,
    ParagraphRecord,
    State,
    TranslationRecord,
    english_path,
    read_record,
    record_path,
    rematch,
    replace_record,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """An earlier state of a record, matched to the article as it is now.

    `reviewed` of `total` paragraphs (skipped ones left out) are reviewed. `differs`: the paragraphs (from 0) whose
    English, state, note or overrides are not those of today. `problem`: why it cannot be put back, if so.
    """

    generation: Generation
    reviewed: int = 0
    total: int = 0
    differs: tuple[int, ...] = ()
    problem: Problem | None = None


def kept_states(layout: Layout, sources: Sources, name: str) -> tuple[Kept, ...]:
    """The earlier states of an article's record, the newest first. Raises WorkbenchError if the article is gone."""
    document = read_source(layout, name)
    present = _present(layout, sources, name)
    now = rematch(present or TranslationRecord(name, ()), document).paragraphs
    return tuple(_kept(generation, document, now) for generation in Generations(layout.private, name).listed())


def restore(layout: Layout, sources: Sources, name: str, state: Kept) -> None:
    """Put an earlier state in the place of an article's record, and its English version with it.

    The record that is there becomes the newest of the earlier states, broken or not. Raises WorkbenchError, with the
    record as it was, when something cannot be read or written.
    """
    if state.problem is not None:
        raise WorkbenchError(state.problem)
    document = read_source(layout, name)
    record = rematch(read_record(state.generation.path), document)
    present = _present(layout, sources, name)
    replace_record(
        record,
        record_path(name, layout.translations, sources.beside(name)),
        english_path(name, layout.translations),
        Generations(layout.private, name),
        (rematch(present, document),) if present else (),
    )


def _present(layout: Layout, sources: Sources, name: str) -> TranslationRecord | None:
    """The record there is now; None where there is none that can be read."""
    with suppress(WorkbenchError):
        return read_record(record_path(name, layout.translations, sources.beside(name)))
    return None


def _kept(generation: Generation, document: Document, now: tuple[ParagraphRecord, ...]) -> Kept:
    try:
        then = rematch(read_record(generation.path), document).paragraphs
    except WorkbenchError as error:
        return Kept(generation, problem=error.problem)
    states = [paragraph.state for paragraph in then]
    return Kept(
        generation,
        reviewed=states.count(State.REVIEWED),
        total=len(states) - states.count(State.SKIPPED),
        differs=tuple(at for at, pair in enumerate(zip_longest(then, now)) if _differ(*pair)),
    )


def _differ(then: ParagraphRecord | None, now: ParagraphRecord | None) -> bool:
    return then is None or now is None or _said(then) != _said(now)


def _said(paragraph: ParagraphRecord) -> tuple[object, ...]:
    return paragraph.target, paragraph.state, paragraph.note, paragraph.overrides
