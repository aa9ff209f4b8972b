"""The history of a paragraph: every earlier English of it that this machine knows of, with what made it, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.layout import Layout
from workbench.text import Inline
from workbench.translation import (
    Done,
    Generations,
    Journal,
    ParagraphRecord,
    State,
    Stood,
    TranslationRecord,
    found_again,
    read_record,
)

if TYPE_CHECKING:
    from workbench.project.team.authors import Hand

DRAFT, ELSEWHERE, SAVED = "draft", "from elsewhere (git, another program)", "in an earlier state of the file"
_NAMES = {
    "offer": "offer of the memory",
    "skip": "left out",
    "taking up": "taken up again",
    "putting back": "put back",
}
"""Acts that are called otherwise here than where they are undone."""
_HOW = {"undone": "undo of ", "redone": "redo of "}


@dataclass(frozen=True, slots=True)
class Earlier:
    """An English that stood in a paragraph: since when (None where nobody knows), and what put it there.

    `state`: the last one that it had; `german`: of the paragraph then, where it was another; else empty. `by`: who put
    it there first, as far as this machine knows.
    """

    target: Inline
    state: State
    at: datetime | None
    did: tuple[str, ...]
    german: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class PastOf:
    """The history of a paragraph, the newest first; `problem`: what of it cannot be read, if something cannot.

    `now`: who made of it last what stands there, and when; None where nobody knows.
    """

    earlier: tuple[Earlier, ...] = ()
    problem: Problem | None = None
    now: Hand | None = None


def past_of(layout: Layout, file: Path, record: TranslationRecord, index: int) -> PastOf:
    """The history of a paragraph (from 0), and who changed it last; `file`: the record's. Any thread may ask."""
    from workbench.project.own.hands import last_hands

    past = earlier_english(layout, record, index)
    try:
        return replace(past, now=last_hands(layout, file, record).get(index))
    except WorkbenchError as error:
        return replace(past, problem=past.problem or error.problem)


def earlier_english(layout: Layout, record: TranslationRecord, index: int) -> PastOf:
    """Every earlier English of a paragraph (from 0), without the one that stands there. Any thread may ask.

    From the journal of acts, from the earlier states of the record's file, and its draft.
    """
    now = record.paragraphs[index]
    written = Journal(layout.private, record.source).read()
    found = _stood(_of_paragraph(written.acts, record, index), now.source.shown())
    known = {one.target.shown() for one in found} | {now.target.shown()}
    for one in _saved(layout, record, index):
        if one.target.shown() not in known:
            known.add(one.target.shown())
            found.append(one)
    if now.draft and now.draft.english.strip() and now.draft.target.shown() not in known:
        found.append(Earlier(now.draft.target, State.DRAFT, None, (DRAFT,)))
    ordered = sorted(found, key=lambda one: one.at or datetime.min.replace(tzinfo=UTC))  # stable: as they were written
    if ordered and ordered[-1].target == now.target:
        ordered.pop()
    return PastOf(tuple(reversed(ordered)), written.problem)


def _of_paragraph(acts: Sequence[Done], record: TranslationRecord, index: int) -> list[Done]:
    """The acts of one paragraph, under whatever id and German it had then, the oldest first."""
    kept = list(dict.fromkeys((act.id, act.german) for act in reversed(acts)))
    places = dict(zip(kept, found_again(kept, record), strict=True))
    return [act for act in acts if places[act.id, act.german] == index]


def _stood(acts: Iterable[Done], german: str) -> list[Earlier]:
    """What stood there one after the other; what stayed the same through several acts is told once."""
    found: list[Earlier] = []
    last: Stood | None = None
    for act in acts:
        told = act.german if act.german != german else ""
        if act.was != last:
            did = DRAFT if act.was.state is State.DRAFT else ELSEWHERE
            known_by = () if last is None and did != DRAFT else (did,)
            _append(found, Earlier(Inline.parsed(act.was.english), act.was.state, None, known_by, told))
        name = _HOW.get(act.how, "") + _NAMES.get(act.did, act.did)
        _append(found, Earlier(Inline.parsed(act.now.english), act.now.state, act.at, (name,), told, act.by))
        last = act.now
    return _with_times(found)


def _append(found: list[Earlier], one: Earlier) -> None:
    if not one.target.text.strip():
        return
    if found and found[-1].target == one.target:
        did = tuple(dict.fromkeys((*found[-1].did, *one.did)))
        found[-1] = replace(found[-1], state=one.state, did=did, at=found[-1].at or one.at, by=found[-1].by or one.by)
    else:
        found.append(one)


def _with_times(found: list[Earlier]) -> list[Earlier]:
    """Those of which nobody knows when they came stand where they were found: between the others."""
    placed: list[Earlier] = []
    for one in found:
        before = placed[-1].at if placed else None
        placed.append(one if one.at or before is None else replace(one, at=before))
    return placed


def _saved(layout: Layout, record: TranslationRecord, index: int) -> Iterator[Earlier]:
    """What stood in the earlier states of the file, the oldest first."""
    now = record.paragraphs[index]
    for kept in reversed(Generations(layout.private, record.source).listed()):
        try:
            then = read_record(kept.path)
        except WorkbenchError:
            continue
        if (paragraph := _as_it_was(then, record.ids[index], now)) and paragraph.english.strip():
            told = paragraph.source.shown() if paragraph.source != now.source else ""
            yield Earlier(paragraph.target, paragraph.state, kept.saved, (SAVED,), told)


def _as_it_was(then: TranslationRecord, key: str, now: ParagraphRecord) -> ParagraphRecord | None:
    (at,) = found_again([(key, now.source.shown())], then)
    return None if at is None else then.paragraphs[at]
