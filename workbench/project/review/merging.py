"""A reviewer's file against what stands here: three ways, paragraph by paragraph, as plain data.

As exported, theirs, now: where only theirs is another, it can be taken over; where only ours is, it stays; where both
are, nothing is written over the other before somebody decides. Docs: docs/review.md.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline, clean, clean_line
from workbench.text.differences import Part, is_same, settled, word_diff
from workbench.translation import REVIEWER_HAS, ParagraphRecord, State, TranslationRecord, decisions, kept_line

if TYPE_CHECKING:
    from workbench.export.returned import Returned, ReturnedSegment

Kind = Literal["change", "conflict", "mark", "comment"]
_NO_BASE = "the file does not tell what was handed over"
_BOTH = "it was changed here, too"
_SKIPPED = "it is left out here now"
_EMPTIED = "the reviewer took all of its English out"
_HAS_NONE = "The reviewer took its English out."
_WOULD_HAVE = "English for a locked paragraph: "


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reviewer did to one paragraph (`index` from 0).

    `kind`: `change`, their English is another and ours is as it was handed over; `conflict`, somebody has to decide,
    and `why` says for what reason; `mark`, only that it is good, or no more; `comment`, only something written beside
    it. `exported` is as it was handed over (None where the file does not tell), `theirs` as it came back, `now` as it
    stands here. `comments` are those that the note does not have yet.
    """

    index: int
    kind: Kind
    german: Inline
    now: Inline
    theirs: Inline
    exported: Inline | None = None
    comments: tuple[str, ...] = ()
    reviewed: bool | None = None
    why: str = ""

    @property
    def changes_english(self) -> bool:
        """Whether taking it over makes the English another."""
        return self.kind in ("change", "conflict")

    @property
    def diff(self) -> tuple[Part, ...]:
        """What of the English here goes and comes, in words; each code is one private character (`Inline.marked`)."""
        return word_diff(self.now.marked(), self.theirs.marked())

    @property
    def ours(self) -> tuple[Part, ...]:
        """What was changed here since it was handed over."""
        return word_diff(self.exported.marked(), self.now.marked()) if self.exported else ()


@dataclass(frozen=True, slots=True)
class Review:
    """A file that came back, compared with its article. `corrections` are in the order of the paragraphs.

    `same`: paragraphs with which nothing is to be done; `ours`: those that were changed here only, and stay.
    """

    document: str
    corrections: tuple[Correction, ...] = ()
    same: int = 0
    ours: int = 0
    remarks: tuple[Problem, ...] = ()

    @property
    def conflicts(self) -> tuple[Correction, ...]:
        """Those that somebody has to decide."""
        return tuple(one for one in self.corrections if one.kind == "conflict")

    @property
    def free(self) -> tuple[Correction, ...]:
        """Those that can be taken over without writing over anything."""
        return tuple(one for one in self.corrections if one.kind != "conflict")


def unlocked(index: int) -> str:
    """No paragraph is locked."""
    return ""


def compare(
    record: TranslationRecord, returned: Returned, where: str, locked: Callable[[int], str] = unlocked
) -> Review:
    """What a file that came back (`where`) says against a record. Raises WorkbenchError where it is of another one.

    `locked`: why a paragraph cannot be changed, as `Translation.locked` tells it. A reviewer's English for such a
    paragraph is a comment.
    """
    steps = comparing(record, returned, where, locked)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            review: Review = end.value
            return review


def comparing(
    record: TranslationRecord, returned: Returned, where: str, locked: Callable[[int], str] = unlocked
) -> Generator[None, None, Review]:
    """The same as `compare`, in steps, a paragraph each: for a lane, in which it can be stopped between two."""
    placed, left = _placed(record, returned.segments)
    if returned.segments and not placed:
        what = f"has none of the paragraphs of {clean_line(record.source)}"
        raise WorkbenchError(Problem(where, what, "name the article that it is a review of: --into ARTICLE"))
    corrections, same, ours = [], 0, 0
    for index, segment in placed:
        yield
        found = _compared(index, record.paragraphs[index], segment, locked(index))
        if isinstance(found, Correction):
            corrections.append(found)
        elif found == "ours":
            ours += 1
        else:
            same += 1
    remarks = [*returned.remarks, *_of_left(left, where)]
    ordered = sorted(corrections, key=lambda one: one.index)
    return Review(record.source, tuple(ordered), same, ours, tuple(remarks))


def _placed(
    record: TranslationRecord, segments: Iterable[ReturnedSegment]
) -> tuple[list[tuple[int, ReturnedSegment]], list[ReturnedSegment]]:
    """Each segment with the paragraph it is, by its id or else by its German, and those that are none here."""
    by_id = {key: index for index, key in enumerate(record.ids)}
    found: dict[int, ReturnedSegment] = {}
    others = []
    for segment in segments:
        index = by_id.get(segment.id)
        if index is None or index in found:
            others.append(segment)
        else:
            found[index] = segment
    by_german: dict[str, list[int]] = defaultdict(list)
    for index, paragraph in enumerate(record.paragraphs):
        if index not in found and paragraph.german:
            by_german[clean_line(paragraph.german)].append(index)
    left = []
    for segment in others:
        indexes = by_german.get(clean_line(segment.source), [])
        if indexes:
            found[indexes.pop(0)] = segment
        else:
            left.append(segment)
    return list(found.items()), left


def _of_left(left: Sequence[ReturnedSegment], where: str) -> Iterator[Problem]:
    for segment in left[:5]:
        words = clean_line(segment.target.text or segment.source)[:80]
        if words:
            mend = "the article has changed since; put it in by hand, where it belongs"
            yield Problem(where, f"has a paragraph that the article has not: “{words}”", mend)
    if len(left) > 5:
        yield Problem(where, f"has {len(left) - 5:,} more such paragraphs", "look whether it is the right article")


def _compared(
    index: int, paragraph: ParagraphRecord, segment: ReturnedSegment, locked: str
) -> Correction | Literal["same", "ours"]:
    now, exported = paragraph.target, segment.exported
    theirs = settled(now if exported is None else exported, segment.target)
    verdict, why = _decided(paragraph, exported, theirs)
    changed = verdict in ("change", "conflict")
    comments = _new_comments(paragraph, (*segment.comments, *_would_have(theirs) * bool(changed and locked)))
    if changed and not locked:
        kind: Kind = "conflict" if why else "change"
        return Correction(index, kind, paragraph.source, now, theirs, exported, comments, segment.reviewed, why)
    marked = _marked(paragraph, segment.reviewed) if verdict == "same" and not locked else None
    if marked is not None:
        return Correction(index, "mark", paragraph.source, now, now, exported, comments, marked)
    if comments:
        return Correction(index, "comment", paragraph.source, now, now, exported, comments)
    return "ours" if verdict == "ours" else "same"


def _would_have(theirs: Inline) -> tuple[str, ...]:
    return (f"{_WOULD_HAVE}{clean_line(theirs.shown())}",) if theirs.text.strip() else ()


def _new_comments(paragraph: ParagraphRecord, comments: Iterable[str]) -> tuple[str, ...]:
    """Those that a paragraph's note does not have yet, as lines of their own."""
    note = f"\n{paragraph.note}\n"
    return tuple(one for one in comments if f"\n{clean(one).strip()}\n" not in note)


def _marked(paragraph: ParagraphRecord, reviewed: bool | None) -> bool | None:
    """A reviewer's mark where it makes a paragraph another: one that is left out or empty has no such state."""
    can_be = paragraph.state is not State.SKIPPED and paragraph.english.strip() != ""
    return reviewed if can_be and reviewed != (paragraph.state is State.REVIEWED) else None


def _decided(
    paragraph: ParagraphRecord, exported: Inline | None, theirs: Inline
) -> tuple[Literal["same", "ours", "change", "conflict"], str]:
    """What is to be done with a reviewer's English, and why where somebody has to decide."""
    if is_same(paragraph.target, theirs) or _is_left_out(paragraph, exported, theirs):
        return "same", ""
    if exported is not None and is_same(exported, theirs):
        return "ours", ""
    why = _why_not(paragraph, exported, theirs)
    return ("conflict" if why else "change"), why


def _is_left_out(paragraph: ParagraphRecord, exported: Inline | None, theirs: Inline) -> bool:
    """Whether a paragraph has no English in the file since it is left out, which it still is here."""
    return paragraph.state is State.SKIPPED and not theirs.text.strip() and not (exported and exported.text.strip())


def _why_not(paragraph: ParagraphRecord, exported: Inline | None, theirs: Inline) -> str:
    """Why a reviewer's English cannot be taken over before somebody decides; empty where it can."""
    if paragraph.state is State.SKIPPED:
        return _SKIPPED
    if exported is None:
        return _NO_BASE
    if not is_same(exported, paragraph.target):
        return _BOTH
    return "" if theirs.text.strip() else _EMPTIED


def made(
    record: TranslationRecord, taken: Iterable[Correction], noted: Iterable[Correction] = (), *, reviewed: bool = False
) -> dict[int, ParagraphRecord]:
    """What becomes of the paragraphs when corrections are taken over, by index.

    Of those only `noted` the comments come in, and a reviewer's English waits in the note, where the check `review`
    finds it. `reviewed`: what is taken over is. Raises WorkbenchError where a paragraph is not as it was compared.
    """
    found: dict[int, ParagraphRecord] = {}
    for one in taken:
        english = one.theirs if one.changes_english else None
        marked = True if reviewed and one.changes_english else one.reviewed
        found[one.index] = decisions.corrected(_as_compared(record, one), english, one.comments, marked)
    for one in noted:
        paragraph = _as_compared(record, one)
        kept = kept_line(REVIEWER_HAS, one.theirs) if one.theirs.text.strip() else _HAS_NONE
        waits = one.kind == "conflict" and kept not in paragraph.note.splitlines()
        found[one.index] = decisions.corrected(paragraph, None, (*one.comments, kept) if waits else one.comments)
    return found


def _as_compared(record: TranslationRecord, correction: Correction) -> ParagraphRecord:
    now = record.paragraphs[correction.index] if correction.index < len(record.paragraphs) else None
    if now is None or now.source != correction.german or (now.has_own_english and now.target != correction.now):
        what = f"paragraph {correction.index + 1} has been changed meanwhile"
        raise WorkbenchError(Problem(record.source, what, "read the reviewer's file again; nothing was taken over"))
    return now
