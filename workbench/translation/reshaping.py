"""Cutting a paragraph in two, joining two, adding one: from the paragraphs that there are to those in their place.

The functions say what a `Translation.reshape` is to do. They take a record that is matched to its source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.formats import Document
from workbench.formats.parts import may_change, may_join
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline
from workbench.translation.decisions import joined as joined_overrides
from workbench.translation.record import ParagraphRecord, State, TranslationRecord
from workbench.translation.rematch import rematch


@dataclass(frozen=True, slots=True)
class Reshaped:
    """Paragraphs from `at` on (from 0), and those that took their place."""

    at: int
    before: tuple[ParagraphRecord, ...]
    after: tuple[ParagraphRecord, ...]

    @property
    def back(self) -> Reshaped:
        """The way back."""
        return Reshaped(self.at, self.after, self.before)

    def with_after(self, paragraphs: Sequence[ParagraphRecord]) -> Reshaped:
        """With those that took their place as they stand now in all paragraphs of the document."""
        return replace(self, after=tuple(paragraphs[self.at : self.at + len(self.after)]))


def split(record: TranslationRecord, index: int, german: int, english: int) -> Reshaped:
    """A paragraph cut in two at offsets of its German and of its English, or at the blanks that are nearest to them.

    English that a person wrote is to be looked at again in both; drafts are made anew.
    Raises WorkbenchError where it cannot be cut there.
    """
    now = record.paragraphs[index]
    german, english = _between_words(now.german, german), _between_words(now.english, english)
    left, right = _halves(now.source, german)
    if not left.text or not right.text:
        raise _refused(record, index, "can only be cut between its words", "put the cursor between two words")
    if why := may_change(_document(record).paragraphs[index]):
        raise _refused(record, index, f"cannot be cut: {why}", "translate it as it is")
    first, second = _halves(now.target, english) if now.has_own_english else (Inline(""), Inline(""))
    begin = german + len(now.german[german:]) - len(now.german[german:].lstrip())
    parts = (
        replace(now, german=left.text, codes=left.codes, joints=tuple(j for j in now.joints if j < len(left.text))),
        replace(
            now,
            german=right.text,
            codes=right.codes,
            part="split",
            joints=tuple(j - begin for j in now.joints if j > begin),
            note="",
            overrides=(),
        ),
    )
    return Reshaped(index, (now,), tuple(_worded(*pair) for pair in zip(parts, (first, second), strict=True)))


def _between_words(text: str, at: int) -> int:
    """The blank nearest to a place, or the end of the text that it is at."""
    if not 0 < at < len(text):
        return at
    blanks = [place for place, letter in enumerate(text) if letter.isspace()]
    return min(blanks, key=lambda place: abs(place - at), default=0)


def _halves(inline: Inline, at: int) -> tuple[Inline, Inline]:
    left, right = inline.text[:at].rstrip(), inline.text[at:].lstrip()
    return inline[: len(left)], inline[len(inline.text) - len(right) :]


def _worded(part: ParagraphRecord, target: Inline) -> ParagraphRecord:
    """A new paragraph with this English, which nobody has reviewed as it is now."""
    part = replace(part, draft=None, old_german="")
    if part.state is State.SKIPPED:
        return part.with_target(Inline(""), State.SKIPPED)
    return part.with_target(target, State.TRANSLATED if target.text.strip() else State.NEW)


def join(record: TranslationRecord, index: int) -> Reshaped:
    """A paragraph and the one after it in one. Raises WorkbenchError where they cannot be.

    The halves of one that was cut are it again. One that was added gives its English to the other.
    """
    records, pieces = record.paragraphs, _document(record).paragraphs
    if index + 1 >= len(records):
        raise _refused(record, index, "has none after it", "join it with the one before, from there")
    first, second = records[index], records[index + 1]
    if why := may_join(pieces[index], pieces[index + 1]):
        raise _refused(record, index, f"cannot be joined with the next: {why}", "translate them as they are")
    if State.SKIPPED in (first.state, second.state) and first.state is not second.state:
        raise _refused(record, index, "or the next is left out", "take it up first, with s")
    german, joints = _german(first, second)
    base = first if first.german else second
    one = replace(
        base,
        german=german,
        joints=joints,
        note="\n".join(filter(None, (first.note, second.note))),
        overrides=joined_overrides(first.overrides, second.overrides),
    )
    return Reshaped(index, (first, second), (_worded(one, _english(first, second)),))


def _german(first: ParagraphRecord, second: ParagraphRecord) -> tuple[str, tuple[int, ...]]:
    """The German of two paragraphs in one, and where in it two of the source meet."""
    if not first.german or not second.german:
        return first.german or second.german, first.joints or second.joints
    begin = len(first.german) + 1
    between = () if second.part == "split" else (len(first.german),)
    return f"{first.german} {second.german}", (*first.joints, *between, *(joint + begin for joint in second.joints))


def _english(first: ParagraphRecord, second: ParagraphRecord) -> Inline:
    """What a person wrote in them, with the codes of both; nothing where it is all drafts."""
    if not (first.has_own_english or second.has_own_english):
        return Inline("")
    target = second.target
    if second.part != "split" and first.german and second.german:
        by = len(first.markup)
        target = Inline(target.text, tuple(replace(code, id=str(int(code.id) + by)) for code in target.codes))
    both = [one for one in (first.target, target) if one.text.strip()]
    return both[0] if len(both) == 1 else (both[0] + Inline(" ") + both[1]).mended()


def insert(record: TranslationRecord, index: int) -> Reshaped:
    """A paragraph of the translator's own after one. Raises WorkbenchError where there can be none."""
    if why := may_change(_document(record).paragraphs[index]):
        raise _refused(record, index, f"can have no other after it: {why}", "write into this one")
    now = record.paragraphs[index]
    return Reshaped(index, (now,), (now, ParagraphRecord("", part="inserted", block=now.block)))


def reshaped(record: TranslationRecord, file: Document, change: Reshaped) -> TranslationRecord:
    """The record with paragraphs in the place of others, matched to the source file as it stands on the disk.

    Raises WorkbenchError where they are not those any more that were there when the change was made, and where the
    source cannot be divided so.
    """
    now, end = record.paragraphs, change.at + len(change.before)
    if [p.german for p in now[change.at : end]] != [p.german for p in change.before]:
        raise _refused(record, change.at, "has been changed meanwhile", "look at it on the desk; nothing was undone")
    wanted = (*now[: change.at], *change.after, *now[end:])
    made = rematch(TranslationRecord(file.name, wanted, record.removed, origin=record.origin), file)
    if [p.german for p in made.paragraphs] != [p.german for p in wanted]:
        raise _refused(record, change.at, "cannot be divided so", "translate it as it is")
    return made


def _document(record: TranslationRecord) -> Document:
    assert record.document is not None
    return record.document


def _refused(record: TranslationRecord, index: int, what: str, mend: str) -> WorkbenchError:
    return WorkbenchError(Problem(record.source, f"paragraph {index + 1} {what}", mend))
