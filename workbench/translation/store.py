"""The two files of a translation on the disk: the record, and the English version that is made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Lock

from platformdirs import user_state_path

from workbench.files import Versions, told_as_problem
from workbench.problem import Problem, WorkbenchError
from workbench.translation.english import english_text
from workbench.translation.english_file import EnglishFile
from workbench.translation.generations import Generations
from workbench.translation.kept_file import KeptFile, english_path, record_path
from workbench.translation.record import State, TranslationRecord
from workbench.translation.yaml_dump import Dump
from workbench.translation.yaml_file import clean_record, merged_record

Unmerged = Callable[[Path, bytes], Versions | None]
"""For a file and its bytes the versions of it that git has and could not merge; None where it has none."""


def merged_remark(path: Path, met: Sequence[int]) -> Problem:
    """What is told of a record that was merged when it was read; `met`: where somebody has to decide."""
    which = "one paragraph" if len(met) == 1 else f"{len(met) or 'no'} paragraphs"
    mend = "git add and git commit end the merge, when you have saved"
    return Problem(path, f"was merged with the other translator's work: {which} to decide (])", mend)


class Store:
    """Keeps `NAME.yaml` and `NAME.en.txt` of one source file. Any thread may write the English version."""

    def __init__(
        self,
        source: str,
        folder: Path,
        beside: Iterable[str] = (),
        generations: Generations | None = None,
        unmerged: Unmerged | None = None,
    ) -> None:
        """`beside`: the names of other sources (see `record_path`); `generations`: where earlier states are kept.

        `unmerged`: says which versions of the record git could not merge (see `Unmerged`).
        """
        root = folder.parent
        self._generations = generations
        self._is_merged = False
        before_replacing = generations.before_replacing if generations else None
        self._record_file = KeptFile(record_path(source, folder, beside), root, before_replacing)
        self._english_file = EnglishFile(english_path(source, folder), root)
        self._unmerged = unmerged
        self._dump = Dump()
        self._english_of: TranslationRecord | None = None
        self._writing = Lock()

    def must_be_own(self) -> None:
        """Raises WorkbenchError where the files could not be written: for a link, or what is no ordinary file."""
        self._record_file.must_be_own()
        self._english_file.must_be_own()

    @property
    def path(self) -> Path:
        """The record's file."""
        return self._record_file.path

    @property
    def english_path(self) -> Path:
        """The English version's file."""
        return self._english_file.path

    @property
    def changed(self) -> bool:
        """Whether somebody else changed or deleted the record since it was read or written here."""
        return self._record_file.changed()

    def read(self) -> tuple[KeptFile, TranslationRecord | None]:
        """The record on disk, and the file to `take_up` when it is to be in force; None where there is none.

        Raises WorkbenchError when it cannot be read; nothing has changed here then.
        """
        file = KeptFile(self.path, self._record_file.root, self._record_file.before_replacing)
        data = file.read()
        if data is None:
            return file, None
        both = self._unmerged(file.path, data) if self._unmerged else None
        record = merged_record(both, file.path) if both else None
        record = record or clean_record(data, file.path, self._dump)
        self._is_merged = record.met is not None
        return file, record

    def take_up(self, file: KeptFile, record: TranslationRecord, *, changed: bool) -> None:
        """What `read` found is in force: learn whether the English file is made from it.

        `record`: what it comes to with the source file as it is now; `changed`: whether it is another than on disk.
        """
        self._record_file = file
        self._english_file.look(english_text(record), wanted=_any_reviewed(record))
        self._english_of = None if self._english_file.stale or changed else record

    def put_aside(self, record: TranslationRecord | None = None) -> None:
        """Keep a record, or what is on disk now, in a file of its own beside it (`NAME.yaml.aside-1`)."""
        if record is not None:
            self._record_file.set_aside(self._dump.of(record))
        elif self.path.exists():
            self._record_file.set_aside()

    def put_aside_anywhere(self, record: TranslationRecord) -> Path:
        """Keep a record in a file beside it, or where that cannot be written in the user's own folder; the file.

        Raises WorkbenchError when neither can be done.
        """
        data = self._dump.of(record)
        try:
            return self._record_file.set_aside(data)
        except WorkbenchError:
            folder = user_state_path("workbench", appauthor=False) / "aside"
            with told_as_problem(folder):
                folder.mkdir(parents=True, exist_ok=True)
            return KeptFile(folder / self.path.name, folder).set_aside(data)

    def write_over(self) -> None:
        """Put what somebody else wrote aside, so that the next `write` goes on with the work here."""
        self.put_aside()
        self._record_file.read()

    def write(self, record: TranslationRecord) -> None:
        """Write the record. Raises WorkbenchError when that cannot be done, or somebody else changed the file."""
        if self._record_file.changed():
            gone = not self.path.exists()
            what = "was deleted by somebody else" if gone else "was changed by somebody else"
            mend = "decide whose work goes on: F5 in the workbench"
            raise WorkbenchError(Problem(self.path, f"{what} since it was read", mend))
        if self._is_merged and self._generations:
            self._generations.keep(self.path)  # what git left there, whenever an earlier state was kept last
            self._is_merged = False
        self._record_file.write(self._dump.of(record))

    def english_is_of(self, record: TranslationRecord) -> bool:
        """Whether the English file says what a record does."""
        return self._english_of is record

    def write_english(self, record: TranslationRecord) -> None:
        """Write the English version of a record, if any paragraph is reviewed or the file exists already.

        An English file that was edited by hand is put aside first. Raises WorkbenchError.
        """
        with self._writing:
            if self._english_of is record:
                return
            self._english_file.write(english_text(record), wanted=_any_reviewed(record))
            self._english_of = record


def _any_reviewed(record: TranslationRecord) -> bool:
    return any(paragraph.state is State.REVIEWED for paragraph in record.paragraphs)
