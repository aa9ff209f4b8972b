"""The living document: its paragraphs in memory, each decision on them, and that it is on the disk."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from workbench.files import remove_litter
from workbench.formats import Document
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline
from workbench.translation import decisions, reshaping
from workbench.translation.beyond import has_work_beyond
from workbench.translation.generations import Generations
from workbench.translation.lock import READ_ONLY_MEND
from workbench.translation.paragraphs import Paragraphs, Steps
from workbench.translation.progress import Progress
from workbench.translation.record import Draft, Override, ParagraphRecord, TranslationRecord
from workbench.translation.rematch import rematch
from workbench.translation.reshaping import Reshaped
from workbench.translation.store import Store, Unmerged, merged_remark


class Translation:
    """The translation of one source file, in memory and on disk. Make one with `Translation.open`.

    Paragraphs are counted from 0. accept, skip, back_to_draft, set_note, set_override, drop_override, reword and
    restore return, with the steps they did, when the record is on the disk; where it cannot be written they raise
    WorkbenchError and the change is not made. edit and set_draft are kept in memory until the next save, which also
    brings the English version up to date. Not for several threads at once.
    """

    def __init__(self, source: Document, store: Store, read_only_reason: str, read_only_mend: str) -> None:
        self._store = store
        self._reason, self._mend = read_only_reason, read_only_mend
        if not read_only_reason:
            self._store.must_be_own()
        self._read(source)

    @classmethod
    def open(
        cls,
        source: Document,
        folder: Path,
        *,
        read_only_reason: str = "",
        read_only_mend: str = READ_ONLY_MEND,
        beside: Iterable[str] = (),
        generations: Generations | None = None,
        unmerged: Unmerged | None = None,
    ) -> Translation:
        """The translation of `source` as saved in `folder`, matched to the source as it is now; or a new one.

        `folder` is the project's `translations`; nothing is written outside of the folder it lies in.
        A `read_only_reason` (and what to do about it) means that nothing is written and changes are refused with it;
        without one the caller holds the project's lock. Nothing is written before the first save.
        `beside`: the names of other sources (see `record_path`); `generations`: where earlier states are kept;
        `unmerged`: says what git could not merge (see `Unmerged`): it is merged here then, and saved at the next save.
        Raises WorkbenchError when there is a record but it cannot be read, or could not be written because it is a
        link; the file is then left alone.
        """
        store = Store(source.name, folder, beside, generations, unmerged)
        if not read_only_reason:
            remove_litter(folder.parent, store.path.parent)
        return cls(source, store, read_only_reason, read_only_mend)

    def _read(self, source: Document, mine: TranslationRecord | None = None) -> None:
        """Take up what is on disk, in place of what is `mine`; nothing here changes when that cannot be read."""
        file, there = self._store.read()
        found = there or TranslationRecord(source.name, ())
        record = rematch(found, source)
        if mine is not None and has_work_beyond(mine, found):
            self._store.put_aside(mine)
        self._file = source
        self._paragraphs = Paragraphs(record)
        self._unsaved = there is not None and (record != found or found.met is not None)
        self._merged = () if found.met is None else (merged_remark(self.path, found.met),)
        self._store.take_up(file, record, changed=self._unsaved)

    # What there is

    @property
    def remarks(self) -> tuple[Problem, ...]:
        """What the user should know of how source and record were read (see `Document`, `merged_remark`)."""
        return (*self._merged, *self._paragraphs.source.remarks)

    @property
    def record(self) -> TranslationRecord:
        """Everything, as plain frozen data; the same object until something changes."""
        return self._paragraphs.record

    @property
    def paragraphs(self) -> tuple[ParagraphRecord, ...]:
        """The paragraphs, in the source file's order."""
        return self.record.paragraphs

    @property
    def path(self) -> Path:
        """The record's file, `translations/NAME.yaml`."""
        return self._store.path

    @property
    def english_path(self) -> Path:
        """The English version's file, `translations/NAME.en.txt` (`.md` for Markdown)."""
        return self._store.english_path

    @property
    def read_only(self) -> bool:
        """Whether changes are refused."""
        return bool(self._reason)

    @property
    def recorded(self) -> bool:
        """Whether the record, in which all work is, is on the disk; the English version may follow."""
        return self.read_only or not self._unsaved

    @property
    def saved(self) -> bool:
        """Whether everything here is on the disk, the English version too."""
        return self.read_only or not (self._unsaved or not self._store.english_is_of(self.record))

    @property
    def changed_elsewhere(self) -> bool:
        """Whether somebody else changed or deleted the record on disk since it was read or written here."""
        return self._store.changed

    @property
    def progress(self) -> Progress:
        """Counts of paragraphs by state, and of German words."""
        return self._paragraphs.progress

    def next_open(self, after: int, among: Iterable[int] | None = None) -> int | None:
        """The next paragraph that is neither reviewed nor skipped, going round; None if all are.

        `among`: only these are gone through, in this order.
        """
        return self._paragraphs.next_open(after, among)

    # Changes

    def set_draft(self, index: int, draft: Draft) -> bool:
        """Put a machine draft into a paragraph nobody has touched; True if that changed anything.

        English that a person wrote or accepted is never touched: there a first draft is only kept for
        `back_to_draft`. No step to undo; kept in memory until the next save, and for good if read-only.
        """
        if self.locked(index):
            return False
        new = decisions.drafted(self._paragraphs[index], draft)
        return bool(self._put({index: new}))

    def edit(self, index: int, english: str | Inline) -> Steps:
        """Set a paragraph's English as the translator types it; it becomes `translated`, or `new` if empty.

        Codes stay at their words where only the text is given. Kept in memory until the next save.
        """
        self._must_be_writable()
        return self._put(self._unlocked({index: decisions.edited(self._paragraphs[index], english)}))

    def accept(
        self, index: int, overrides: Iterable[Override] = (), following: Mapping[int, Draft] | None = None
    ) -> Steps:
        """Mark a paragraph as reviewed; rules broken on purpose join its overrides. On disk at return.

        `following`: drafts of other paragraphs that nobody has touched, which come with it.
        Raises WorkbenchError when there is no English to accept.
        """
        now = self._paragraphs[index]
        if not now.english.strip():
            what = f"paragraph {index + 1} has no English to accept"
            raise WorkbenchError(Problem(self._paragraphs.source.name, what, "write it, or skip the paragraph"))
        others = {at: decisions.drafted(self._paragraphs[at], draft) for at, draft in (following or {}).items()}
        return self._change({index: decisions.accepted(now, overrides), **others})

    @property
    def furniture(self) -> tuple[int, ...]:
        """The paragraphs (from 0) that belong to the page and not to the article, and that nobody has decided on."""
        return self._paragraphs.furniture

    def skip(self, index: int) -> Steps:
        """Leave a paragraph out of the English version, or take it in again if it is. On disk at return.

        Taken in again it is `translated` if a person wrote its English, else a draft, or new.
        """
        return self._change({index: decisions.skipped(self._paragraphs[index])})

    def skip_furniture(self) -> Steps:
        """Leave all of it out of the English version. On disk at return, all of it or nothing."""
        return self._change({index: decisions.skipped(self._paragraphs[index]) for index in self.furniture})

    def back_to_draft(self, index: int) -> Steps:
        """Put the machine draft, or nothing, in place of a paragraph's English. On disk at return."""
        return self._change({index: decisions.redrafted(self._paragraphs[index])})

    def set_note(self, index: int, text: str) -> Steps:
        """Set a paragraph's note; empty takes it away. On disk at return."""
        return self._change({index: decisions.noted(self._paragraphs[index], text)})

    def set_override(self, index: int, override: Override) -> Steps:
        """Let a finding of a paragraph stand, with the reason; state and English stay. On disk at return.

        It takes the place of an override of the same check about the same thing.
        """
        return self._change({index: decisions.overridden(self._paragraphs[index], override)})

    def drop_override(self, index: int, check: str, about: str) -> Steps:
        """Let a check tell again what an override kept quiet; nothing happens where none is. On disk at return."""
        return self._change({index: decisions.told_again(self._paragraphs[index], check, about)})

    def reword(self, english: Mapping[int, str]) -> Steps:
        """Set the English of paragraphs, by index; they keep their states, but a draft is translated, an empty one new.

        On disk at return, all of it or nothing. Raises WorkbenchError.
        """
        return self._change({i: decisions.reworded(self._paragraphs[i], text) for i, text in english.items()})

    def correct(self, made: Mapping[int, ParagraphRecord]) -> Steps:
        """Put what a reviewer's corrections make of paragraphs in their place (see `decisions.corrected`). On disk."""
        return self._change(made)

    def restore(
        self, wanted: Mapping[int, ParagraphRecord], left: Mapping[int, ParagraphRecord] | None = None
    ) -> Steps:
        """Make paragraphs what they were at another time, each with its newest draft. On disk at return.

        `left`: what the act that is taken back left of them; a draft that is the act's own is taken back with it.
        All of it is done or nothing. Raises WorkbenchError.
        """
        left = left or wanted
        now = self._paragraphs
        return self._change({i: decisions.restored(was, left[i], now[i]) for i, was in wanted.items()})

    def _change(self, new: Mapping[int, ParagraphRecord]) -> Steps:
        """Change paragraphs and write the record, or change nothing."""
        self._must_be_writable()
        unsaved = self._unsaved
        steps = self._put(self._unlocked(new))
        if steps:
            try:
                self._write()
            except WorkbenchError:
                self._put({step.index: step.before for step in steps})
                self._unsaved = unsaved
                raise
        return steps

    def locked(self, index: int) -> str:
        """Why the English of a paragraph cannot be changed: its file has locked it; empty where it can."""
        return self._paragraphs.source.paragraphs[index].locked

    def _unlocked(self, new: Mapping[int, ParagraphRecord]) -> Mapping[int, ParagraphRecord]:
        """The same; raises WorkbenchError where a locked paragraph would be another."""
        for index, record in new.items():
            decisions.must_be_unlocked(self._paragraphs.source, index, self._paragraphs[index], record)
        return new

    def _put(self, new: Mapping[int, ParagraphRecord]) -> Steps:
        steps = self._paragraphs.put(new)
        self._unsaved = self._unsaved or bool(steps)
        return steps

    def _must_be_writable(self) -> None:
        if self._reason:
            what = f"cannot be changed: {self._reason}"
            raise WorkbenchError(Problem(self._paragraphs.source.name, what, self._mend))

    # Cutting and joining

    def reshape(self, change: Reshaped) -> Reshaped:
        """Put paragraphs in the place of others (see `reshaping`); `change.back` takes that back; what it came to.

        On disk at return, or not done. Raises WorkbenchError, also where the paragraphs have been changed meanwhile.
        """
        self._must_be_writable()
        was, unsaved = self.record, self._unsaved
        made = reshaping.reshaped(was, self._file, change)
        try:
            self._paragraphs.take_up(made)
            self._write()
        except WorkbenchError:
            self._paragraphs.take_up(was)
            self._unsaved = unsaved
            raise
        return change.with_after(self.paragraphs)

    # Disk

    def save(self, *, over: bool = False) -> None:
        """Write what is not yet on the disk: the record first, then the English version.

        Raises WorkbenchError when that cannot be done, or when somebody else changed the record since it was
        read. `over=True` then puts what is on disk aside (`NAME.yaml.aside-1`) and writes all the same; the
        other way out is `reload`. Read-only this does nothing.
        """
        self.save_record(over=over)
        if not self._reason:
            self.save_english(self.record)

    def save_record(self, *, over: bool = False) -> None:
        """Write the record alone, in which all work is (see `save`).

        What was on the disk and has been deleted or replaced there since is not on the disk: that is a change, too.
        """
        if self._reason:
            return
        if not self._unsaved and self._store.changed:
            self._unsaved = True  # as long as nobody knows that what is there now has the work
            self._unsaved = self.would_lose()
        if over and self._store.changed:
            self._store.write_over()
            self._unsaved = True
        if self._unsaved:
            self._write()

    def save_english(self, record: TranslationRecord) -> None:
        """Bring the English version up to date with a record that is on the disk. Any thread may do this.

        Raises WorkbenchError when that cannot be done.
        """
        self._store.write_english(record)

    def reload(self, source: Document | None = None) -> None:
        """Read the record from disk again (and match it to `source`, if the source file has changed too).

        Work here that is not in what is on disk is put aside in a file first (`NAME.yaml.aside-1`).
        Raises WorkbenchError, with nothing changed here, when what is on disk cannot be read.
        """
        self._read(source or self._file, self.record)

    def put_aside(self) -> Path:
        """Keep everything as it is here in a file of its own, for what cannot be saved; the file.

        That is `NAME.yaml.aside-1` beside the record, or where nothing can be written there, a file in the user's own
        folder of this program. Raises WorkbenchError when that cannot be written either.
        """
        return self._store.put_aside_anywhere(self.record)

    def would_lose(self) -> bool:
        """Whether work here is not in what is on disk now. Raises WorkbenchError when that cannot be read."""
        return has_work_beyond(self.record, self._store.read()[1])

    def close_for_writing(self, reason: str, mend: str) -> None:
        """From now on changes are refused, for this reason: another program has the project now."""
        self._reason, self._mend = reason, mend

    def _write(self) -> None:
        self._store.write(self.record)
        self._unsaved = False
