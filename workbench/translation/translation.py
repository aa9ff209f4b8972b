"""The living document: what both faces work on, with undo and safe saving."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from workbench.problem import Problem, WorkbenchError
from workbench.text import Document, clean
from workbench.translation.english import english_text
from workbench.translation.history import History, Step, Undone, restored
from workbench.translation.kept_file import KeptFile, english_path, record_path, remove_litter
from workbench.translation.lock import READ_ONLY_MEND
from workbench.translation.progress import Progress, count
from workbench.translation.record import Draft, Override, ParagraphRecord, State, TranslationRecord
from workbench.translation.rematch import rematch
from workbench.translation.yaml_dump import Dump
from workbench.translation.yaml_file import cleaned, parse_record

UNTOUCHED = frozenset({State.NEW, State.DRAFT})
FINISHED = frozenset({State.REVIEWED, State.SKIPPED})


class Translation:
    """The translation of one source file, in memory and on disk. Make one with `Translation.open`.

    Paragraphs are counted from 0. accept, skip, back_to_draft, set_note, set_override, drop_override, reword, undo
    and redo return when the change is on the disk; where it cannot be written they raise WorkbenchError and the
    change is not made. edit and set_draft are kept in memory until the next save. Not for several threads at once.
    """

    UNTOUCHED = UNTOUCHED
    """The states of paragraphs that nobody has worked on: these take new drafts."""

    def __init__(self, source: Document, folder: Path, read_only_reason: str) -> None:
        self._record_file = KeptFile(record_path(source.name, folder))
        self._english_file = KeptFile(english_path(source.name, folder))
        self._reason = read_only_reason
        self._dump = Dump()
        self._record: TranslationRecord | None = None
        self._progress: Progress | None = None
        self._work_unsaved = False
        self.revision = 0
        """Grows with every change."""
        self._read(source)

    @classmethod
    def open(cls, source: Document, folder: Path, *, read_only_reason: str = "") -> Translation:
        """The translation of `source` as saved in `folder`, matched to the source as it is now; or a new one.

        A `read_only_reason` means that nothing is written and changes are refused with it; without one the
        caller holds the project's lock. Nothing is written before the first save.
        Raises WorkbenchError when there is a record but it cannot be read; the file is then left alone.
        """
        if not read_only_reason:
            remove_litter(folder)
        return cls(source, folder, read_only_reason)

    def _read(self, source: Document) -> None:
        """Take up what is on disk; nothing here changes when that cannot be read."""
        file = KeptFile(self._record_file.path)
        data = file.read()
        new = TranslationRecord(source.name, (), source.tail)
        found = new if data is None else cleaned(parse_record(data, file.path))
        record = rematch(found, source)
        if self._work_unsaved:
            self._record_file.set_aside(self._dump.of(self.record))
        self._source, self._record_file = source, file
        self._paragraphs, self._removed = list(record.paragraphs), record.removed
        self._words = [len(paragraph.german.split()) for paragraph in self._paragraphs]
        self._history = History()
        self._work_unsaved = False
        self._unsaved = data is not None and record != found
        self._forget()
        self._look_at_english(found)

    def _look_at_english(self, found: TranslationRecord) -> None:
        """Learn whether the English file is what the record says, an old state of it, or edited by hand."""
        there = self._english_file.read()
        said = english_text(found).encode()
        expected = there == said or (there is None and not _any_reviewed(found))
        self._english_stale = not expected
        self._english_foreign = not (
            expected or there is None or self._english_file.modified() < self._record_file.modified()
        )

    # What there is

    @property
    def record(self) -> TranslationRecord:
        """Everything, as plain frozen data."""
        if self._record is None:
            source = self._source
            self._record = TranslationRecord(source.name, tuple(self._paragraphs), source.tail, self._removed)
        return self._record

    @property
    def paragraphs(self) -> tuple[ParagraphRecord, ...]:
        """The paragraphs, in the source file's order."""
        return self.record.paragraphs

    @property
    def path(self) -> Path:
        """The record's file, `translations/NAME.yaml`."""
        return self._record_file.path

    @property
    def english_path(self) -> Path:
        """The English version's file, `translations/NAME.en.txt` or `.md`."""
        return self._english_file.path

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return bool(self._reason)

    @property
    def saved(self) -> bool:
        """Whether everything here is on the disk."""
        return self.read_only or not (self._unsaved or self._english_stale)

    @property
    def changed_elsewhere(self) -> bool:
        """Whether somebody else changed or deleted the record on disk since it was read or written here."""
        return self._record_file.changed()

    @property
    def progress(self) -> Progress:
        """Counts of paragraphs by state, and of German words."""
        if self._progress is None:
            self._progress = count(zip((p.state for p in self._paragraphs), self._words, strict=True))
        return self._progress

    def next_open(self, after: int) -> int | None:
        """The next paragraph that is neither reviewed nor skipped, going round; None if all are."""
        size = len(self._paragraphs)
        around = (i % size for i in range(after + 1, after + 1 + size))
        return next((i for i in around if self._paragraphs[i].state not in FINISHED), None)

    # Changes

    def set_draft(self, index: int, draft: Draft) -> bool:
        """Put a machine draft into a paragraph nobody has touched; True if that changed anything.

        English that a person wrote or accepted is never touched: there a first draft is only kept for
        `back_to_draft`. No undo step; kept in memory until the next save, and for good if read-only.
        """
        now = self._paragraphs[index]
        if now.draft == draft:
            return False
        if now.state in UNTOUCHED:
            new = replace(now, draft=draft, english=draft.english, state=State.DRAFT)
        elif now.draft is None:
            english = draft.english if now.state is State.SKIPPED and not now.english else now.english
            new = replace(now, draft=draft, english=english)
        else:
            return False
        self._put(index, new)
        self._unsaved = True
        return True

    def edit(self, index: int, english: str, *, continuing: bool = False) -> None:
        """Set a paragraph's English as the translator types it; it becomes `translated`, or `new` if empty.

        `continuing`: this goes on with the last edit of the paragraph, so that one undo takes back both.
        Kept in memory until the next save.
        """
        self._must_be_writable()
        now = self._paragraphs[index]
        english = clean(english)
        if english == now.english:
            return
        if english.strip():
            new = replace(now, english=english, state=State.TRANSLATED)
        else:
            new = replace(now, english="", state=State.NEW)
        self._history.add(Step(index, now, new, "edit"), joined=continuing)
        self._put(index, new)
        self._unsaved = self._work_unsaved = True

    def accept(self, index: int, overrides: Iterable[Override] = ()) -> None:
        """Mark a paragraph as reviewed; rules broken on purpose join its overrides. On disk at return.

        Raises WorkbenchError when there is no English to accept.
        """
        now = self._paragraphs[index]
        if not now.english.strip():
            what = f"paragraph {index + 1} has no English to accept"
            raise WorkbenchError(Problem(self._source.name, what, "write it, or skip the paragraph"))
        kept = _joined(now.overrides, overrides)
        new = replace(now, state=State.REVIEWED, overrides=kept, old_german="")
        self._change(index, new, "accept")

    def skip(self, index: int) -> None:
        """Leave a paragraph out of the English version, or take it in again if it is. On disk at return.

        Taken in again it is `translated` if a person wrote its English, else a draft, or new.
        """
        now = self._paragraphs[index]
        if now.state is not State.SKIPPED:
            self._change(index, replace(now, state=State.SKIPPED), "skip")
            return
        state = State.TRANSLATED if now.has_own_english else State.DRAFT if now.draft else State.NEW
        english = now.english if state is State.TRANSLATED else now.draft.english if now.draft else ""
        self._change(index, replace(now, state=state, english=english), "unskip")

    def back_to_draft(self, index: int) -> None:
        """Put the machine draft, or nothing, in place of a paragraph's English. On disk at return."""
        now = self._paragraphs[index]
        english, state = (now.draft.english, State.DRAFT) if now.draft else ("", State.NEW)
        new = replace(now, english=english, state=state, overrides=(), old_german="")
        self._change(index, new, "back to draft")

    def set_note(self, index: int, text: str) -> None:
        """Set a paragraph's note; empty takes it away. On disk at return."""
        self._change(index, replace(self._paragraphs[index], note=clean(text).strip()), "note")

    def set_override(self, index: int, override: Override) -> None:
        """Let a finding of a paragraph stand, with the reason; state and English stay. On disk at return.

        It takes the place of an override of the same check about the same thing.
        """
        now = self._paragraphs[index]
        said = Override(override.check, override.about, clean(override.reason).strip())
        self._change(index, replace(now, overrides=_joined(now.overrides, (said,))), "override")

    def drop_override(self, index: int, check: str, about: str) -> None:
        """Let a check tell again what an override kept quiet; nothing happens where none is. On disk at return."""
        now = self._paragraphs[index]
        kept = tuple(o for o in now.overrides if (o.check, o.about) != (check, about))
        self._change(index, replace(now, overrides=kept), "dropping an override")

    def reword(self, english: Mapping[int, str]) -> None:
        """Set the English of paragraphs, by index, which keep their states: reviewed stays reviewed.

        One undo step each. All of it is on disk at return, or nothing is changed. Raises WorkbenchError.
        """
        self._must_be_writable()
        steps = []
        for index, text in english.items():
            now = self._paragraphs[index]
            steps.append(Step(index, now, replace(now, english=clean(text)), "rewording"))
            self._put(index, steps[-1].after)
        try:
            self._write_record()
        except WorkbenchError:
            for step in steps:
                self._put(step.index, step.before)
            raise
        for step in steps:
            self._history.add(step)
        self.save()

    def undo(self) -> Undone | None:
        """Take back the last change of this session; None if there is none left. On disk at return."""
        step = self._history.next_undo()
        if step is None:
            return None
        self._restore(step.index, step.before)
        self._history.undone()
        self.save()
        return Undone(step.index, f"{step.name} of paragraph {step.index + 1} undone")

    def redo(self) -> Undone | None:
        """Do again what undo took back last; None if there is nothing. On disk at return."""
        step = self._history.next_redo()
        if step is None:
            return None
        self._restore(step.index, step.after)
        self._history.redone()
        self.save()
        return Undone(step.index, f"{step.name} of paragraph {step.index + 1} done again")

    def _change(self, index: int, new: ParagraphRecord, name: str) -> None:
        self._must_be_writable()
        now = self._paragraphs[index]
        if new != now:
            self._put_on_disk(index, new)
            self._history.add(Step(index, now, new, name))
        self.save()

    def _restore(self, index: int, wanted: ParagraphRecord) -> None:
        self._must_be_writable()
        self._put_on_disk(index, restored(wanted, self._paragraphs[index]))

    def _put_on_disk(self, index: int, new: ParagraphRecord) -> None:
        """Change one paragraph and write the record, or change nothing."""
        now = self._paragraphs[index]
        self._put(index, new)
        try:
            self._write_record()
        except WorkbenchError:
            self._put(index, now)
            raise

    def _put(self, index: int, new: ParagraphRecord) -> None:
        self._paragraphs[index] = new
        self._forget()

    def _forget(self) -> None:
        self._record = None
        self._progress = None
        self.revision += 1

    def _must_be_writable(self) -> None:
        if self._reason:
            what = f"cannot be changed: {self._reason}"
            raise WorkbenchError(Problem(self._source.name, what, READ_ONLY_MEND))

    # Disk

    def save(self, *, over: bool = False) -> None:
        """Write what is not yet on the disk: the record first, then the English version.

        Raises WorkbenchError when that cannot be done, or when somebody else changed the record since it was
        read. `over=True` then puts what is on disk aside (`NAME.yaml.aside-1`) and writes all the same; the
        other way out is `reload`. Read-only this does nothing.
        """
        if self._reason:
            return
        if over and self._record_file.changed():
            if self._record_file.path.exists():
                self._record_file.set_aside()
            self._record_file.read()
            self._unsaved = True
        if self._unsaved:
            self._write_record()
        if self._english_stale:
            self._write_english()

    def reload(self, source: Document | None = None) -> None:
        """Read the record from disk again (and match it to `source`, if the source file has changed too).

        Work that was not saved is put aside in a file first (`NAME.yaml.aside-1`). Undo begins anew.
        Raises WorkbenchError, with nothing changed here, when what is on disk cannot be read.
        """
        self._read(source or self._source)

    def _write_record(self) -> None:
        if self._record_file.changed():
            gone = not self._record_file.path.exists()
            what = "was deleted by somebody else" if gone else "was changed by somebody else"
            mend = "decide whose work goes on: F5 in the workbench"
            raise WorkbenchError(Problem(self._record_file.path, f"{what} since it was read", mend))
        self._record_file.write(self._dump.of(self.record))
        self._unsaved = self._work_unsaved = False
        self._english_stale = True

    def _write_english(self) -> None:
        """Write the English version, if there is any reviewed paragraph or the file exists already."""
        data = english_text(self.record).encode()
        file = self._english_file
        theirs = self._english_foreign or file.changed()
        there = file.path.exists()
        if (data != file.data or theirs) and (there or _any_reviewed(self.record)):
            if theirs and there:
                file.set_aside()
            file.write(data)
        self._english_stale = self._english_foreign = False


def _any_reviewed(record: TranslationRecord) -> bool:
    return any(p.state is State.REVIEWED for p in record.paragraphs)


def _joined(overrides: Iterable[Override], added: Iterable[Override]) -> tuple[Override, ...]:
    """Both, one for each check and thing; the later one says why."""
    return tuple({(o.check, o.about): o for o in (*overrides, *added)}.values())
