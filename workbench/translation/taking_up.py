"""What a bilingual file says of a paragraph by itself: its English, how far that is, and its notes, taken up once.

What was seen of it is remembered as digests (`ParagraphRecord.seen`), so that English that comes into the file later is
known as new, and what a translator took away does not come back.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from workbench.formats import Paragraph
from workbench.text import Inline
from workbench.translation.notes import FILE_HAS, kept_line
from workbench.translation.record import ParagraphRecord, State

_NONE = "-"


def begun(record: ParagraphRecord, now: Paragraph) -> ParagraphRecord:
    """The new record of a paragraph, with what its file has. A locked one is as in the file: reviewed, or skipped."""
    record = replace(record, note=now.note, seen=_seen(now))
    if now.given is None:
        return replace(record, state=State.SKIPPED) if now.locked else record
    return record.with_target(now.given, State.REVIEWED if now.locked else _state(now))


def locked(record: ParagraphRecord, now: Paragraph, was: ParagraphRecord) -> ParagraphRecord:
    """The new record of a paragraph that is locked in its file: as it is there, with what was noted here (`was`)."""
    _, note = _seen_before(was)
    noted = was if _digest(now.note) == note else _with_file_note(was, now.note, note)
    return replace(begun(record, now), note=noted.note, overrides=was.overrides)


def taken_up(record: ParagraphRecord, now: Paragraph, was: ParagraphRecord) -> ParagraphRecord:
    """A record with what has come into its file since; `was`: as it was before its German changed.

    The file's English takes the place of nothing, of a draft, and of English that came from the file and that nobody
    has touched. Where a person has written or accepted other English here, that stays, `translated`, and the file's
    waits in the note, where the check `review` finds it. Notes that are new come in.
    """
    seen = _seen(now)
    if seen == was.seen or record.state is State.SKIPPED:
        return record
    english, note = _seen_before(was)
    if _digest(now.note) != note:
        record = _with_file_note(record, now.note, note)
    if now.given is not None and _english(now.given, _state(now)) != english:
        record = _with_given(record, now.given, _state(now), untouched=_english(was.target, was.state) == english)
    return replace(record, seen=seen)


def _with_given(record: ParagraphRecord, given: Inline, state: State, *, untouched: bool) -> ParagraphRecord:
    decided = [line for line in record.note.splitlines() if not line.startswith(FILE_HAS)]
    record = replace(record, note="\n".join(decided))  # what an earlier file had is not waiting any more
    if given == record.target:  # what was handed over may have come back: a draft is none the better for that
        return replace(record, state=State.REVIEWED) if state is State.REVIEWED else record
    if untouched or not record.has_own_english:
        return replace(record, old_german="").with_target(given, state)
    kept = _with_note(record, kept_line(FILE_HAS, given))
    return replace(kept, state=State.TRANSLATED)


def _with_file_note(record: ParagraphRecord, note: str, before: str) -> ParagraphRecord:
    """With another note of the file's in the place of the one that was seen `before`, where that stands first."""
    lines = record.note.splitlines()
    old = next((end for end in range(len(lines), 0, -1) if _digest("\n".join(lines[:end])) == before), 0)
    if not old:
        return _with_note(record, note)
    return _with_note(replace(record, note=note), "\n".join(lines[old:]))


def _with_note(record: ParagraphRecord, note: str) -> ParagraphRecord:
    """With the lines of a note that its own has not."""
    there = record.note.splitlines()
    new = [line for line in note.splitlines() if line not in there]
    return replace(record, note="\n".join([*there, *new])) if new else record


def _state(now: Paragraph) -> State:
    return State.REVIEWED if now.given_state == "reviewed" else State.TRANSLATED


def _seen_before(was: ParagraphRecord) -> tuple[str, str]:
    english, _, note = was.seen.partition(" ")
    return english or _NONE, note or _NONE


def _seen(now: Paragraph) -> str:
    """Empty where the file says nothing."""
    said = (_english(now.given, _state(now)) if now.given is not None else _NONE), _digest(now.note)
    return "" if said == (_NONE, _NONE) else " ".join(said)


def _english(target: Inline, state: State) -> str:
    return _digest(f"{state.value}\0{target.shown()}") if target.text else _NONE


def _digest(said: str) -> str:
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest() if said else _NONE
