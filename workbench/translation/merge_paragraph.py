"""Merging what two people made of one paragraph: a field at a time, and where they met, both Englishes stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from workbench.text import Code
from workbench.translation.decisions import UNTOUCHED
from workbench.translation.notes import OTHER_HAS, OTHER_LEFT_OUT, OTHER_TOOK_OUT, kept_line
from workbench.translation.record import Draft, Override, ParagraphRecord, State

_T = TypeVar("_T")

NOTHING = ParagraphRecord("")
"""What a paragraph was before anybody had it."""
_ACCEPTED = frozenset({State.TRANSLATED, State.REVIEWED})
_RANK = {State.REVIEWED: 0, State.TRANSLATED: 1, State.SKIPPED: 2, State.DRAFT: 3, State.NEW: 4}


@dataclass(frozen=True, slots=True)
class Met:
    """A merged paragraph; `met`: both decided on its English, differently, and somebody has to look at it."""

    paragraph: ParagraphRecord
    met: bool = False


def merge_paragraph(base: ParagraphRecord | None, ours: ParagraphRecord, theirs: ParagraphRecord) -> Met:
    """What two made of one paragraph. `base`: as both had it before; None where both began it.

    What only one has changed is as he has it. A draft is the machine's: it goes with the English that stays, and is
    never what two meet in. Where both have decided on the English, differently, that which is reviewed stays, of two
    such the one that sorts first, so that it does not matter who merges; it is `translated`, and the other's waits in
    the note. Ours and theirs can change places: the same comes out.
    """
    if ours == theirs:
        return Met(ours)
    was = base or replace(NOTHING, german=ours.german, codes=ours.codes)
    stays, lines, met = _english(was, ours, theirs)
    note = _note(was.note, ours.note, theirs.note)
    made = replace(
        stays,
        codes=three_way(was.codes, ours.codes, theirs.codes, _first),
        note=with_lines(note, lines),
        overrides=_overrides(was.overrides, ours.overrides, theirs.overrides),
        old_german=three_way(was.old_german, ours.old_german, theirs.old_german, max),
        seen=three_way(was.seen, ours.seen, theirs.seen, lambda *_: ""),
        part=three_way(was.part, ours.part, theirs.part, max),
        joints=three_way(was.joints, ours.joints, theirs.joints, max),
    )
    return Met(made, met)


def three_way(was: _T, ours: _T, theirs: _T, doubt: Callable[[_T, _T], _T]) -> _T:
    """What is another than it was; `doubt` chooses where both are, differently."""
    if ours in (was, theirs):
        return theirs
    return ours if theirs == was else doubt(ours, theirs)


def _first(one: tuple[Code, ...], other: tuple[Code, ...]) -> tuple[Code, ...]:
    return min(one, other, key=lambda codes: [(code.at, code.id, code.kind) for code in codes])


def with_lines(note: str, lines: tuple[str, ...]) -> str:
    """A note with these lines at its end, but for those that it has."""
    there = note.splitlines()
    return "\n".join([*there, *(line for line in dict.fromkeys(lines) if line not in there)]) if lines else note


def _english(
    was: ParagraphRecord, ours: ParagraphRecord, theirs: ParagraphRecord
) -> tuple[ParagraphRecord, tuple[str, ...], bool]:
    """The paragraph with the English, state and draft that stay; lines for its note; whether the two met."""
    changed = [one for one in (ours, theirs) if _has_decided(was, one)]
    if len(changed) == 1:
        return changed[0], (), False
    if not changed and was.state in UNTOUCHED:
        return _drafted(was, ours, theirs), (), False
    stays, other = sorted((ours, theirs), key=_precedence)
    if _decision(ours) == _decision(theirs):
        return replace(stays, draft=_draft(was, ours, theirs)), (), False
    if stays.target == other.target and {stays.state, other.state} == {State.REVIEWED, State.TRANSLATED}:
        return stays, (), False
    lines = _told(was, stays, other)
    return (
        replace(stays, state=State.TRANSLATED if lines and stays.state in _ACCEPTED else stays.state),
        lines,
        bool(lines),
    )


def _has_decided(was: ParagraphRecord, now: ParagraphRecord) -> bool:
    """Whether a person has changed English or state: a new draft is nobody's decision."""
    return _decision(was) != _decision(now) and not (was.state in UNTOUCHED and now.state in UNTOUCHED)


def _decision(one: ParagraphRecord) -> tuple[object, ...]:
    return one.target, one.state


def _precedence(one: ParagraphRecord) -> tuple[object, ...]:
    return _RANK[one.state], one.target.shown(), _sortable(one.draft)


def _told(was: ParagraphRecord, stays: ParagraphRecord, other: ParagraphRecord) -> tuple[str, ...]:
    """The lines of a note that keep what the other one decided."""
    lines = []
    if other.state is State.SKIPPED and stays.state is not State.SKIPPED:
        lines.append(OTHER_LEFT_OUT)
    if other.state in UNTOUCHED and stays.state in _ACCEPTED:
        lines.append(OTHER_TOOK_OUT)
    wanted = other.state in _ACCEPTED or other.target != was.target
    if other.target != stays.target and other.has_own_english and wanted:
        lines.append(kept_line(OTHER_HAS, other.target))
    return tuple(lines)


def _drafted(was: ParagraphRecord, ours: ParagraphRecord, theirs: ParagraphRecord) -> ParagraphRecord:
    """The one of two untouched paragraphs that has another draft than before; of two such the one that sorts first."""
    as_it_was = [one for one in (ours, theirs) if (_decision(one), one.draft) == (_decision(was), was.draft)]
    others = [one for one in (ours, theirs) if one not in as_it_was]
    return min(others or as_it_was, key=_precedence)


def _draft(was: ParagraphRecord, ours: ParagraphRecord, theirs: ParagraphRecord) -> Draft | None:
    return three_way(was.draft, ours.draft, theirs.draft, lambda *two: min(two, key=_sortable))


def _sortable(draft: Draft | None) -> tuple[object, ...]:
    """Any draft before none."""
    if draft is None:
        return (1,)
    return 0, draft.package, draft.target.shown(), draft.terms, draft.unsure, draft.words, draft.lost


def _note(was: str, ours: str, theirs: str) -> str:
    """The lines that both kept, and those that either wrote: one that both have changed is there twice."""
    return three_way(was, ours, theirs, lambda *two: _both_notes(was, *sorted(two)))


def _both_notes(was: str, one: str, other: str) -> str:
    before, ones, others = was.splitlines(), one.splitlines(), other.splitlines()
    made = [line for line in ones if line in others or line not in before]
    place = 0
    for line in others:
        if line in made:
            place = made.index(line) + 1
        elif line not in before:
            made.insert(place, line)
            place += 1
    return "\n".join(made)


_Overrides = tuple[Override, ...]


def _overrides(was: _Overrides, ours: _Overrides, theirs: _Overrides) -> _Overrides:
    return three_way(was, ours, theirs, lambda *two: _both_overrides(was, *two))


def _both_overrides(was: _Overrides, ours: _Overrides, theirs: _Overrides) -> _Overrides:
    """One a check and thing, as one has changed it; where both have, with both reasons. Those of before come first."""
    before, ones, others = ({(o.check, o.about): o.reason for o in said} for said in (was, ours, theirs))
    made = []
    for key in (*before, *sorted({*ones, *others} - set(before))):
        reason = three_way(before.get(key), ones.get(key), others.get(key), _joined)
        if reason is not None:
            made.append(Override(*key, reason))
    return tuple(made)


def _joined(ours: str | None, theirs: str | None) -> str | None:
    """Both reasons; one that was taken away on one side and changed on the other stays."""
    if ours is None or theirs is None:
        return ours if theirs is None else theirs
    one, other = sorted((ours, theirs))
    return with_lines(one, tuple(other.splitlines()))
