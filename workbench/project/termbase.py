"""The project's termbase: glossary.yaml in force, its hits in a paragraph, and changing it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from workbench.files import read_start, stamp
from workbench.glossary import Entry, Glossary, TermHit, judge, read_glossary
from workbench.problem import Problem, WorkbenchError
from workbench.project.other_glossaries import OtherGlossaries, joined
from workbench.project.team.place import is_merging
from workbench.text import Span
from workbench.translation import LARGEST, ParagraphRecord

if TYPE_CHECKING:  # the file is changed after the screen is there
    from workbench.glossary.file.edit import Edit
    from workbench.glossary.file.opened import OpenedFile
    from workbench.glossary.file.patch import Patch


@dataclass(frozen=True, slots=True)
class TermRow:
    """A glossary hit of one paragraph as the screen shows it.

    `english`: where the English has it; empty where it is missing. `way`: how the draft met it, if known.
    """

    hit: TermHit
    english: tuple[Span, ...]
    forbidden: tuple[Span, ...]
    way: str


LARGE = 200_000
"""Bytes of a glossary file, some three thousand entries, from which on a screen does not wait for it (see Termbase)."""


class Termbase:
    """A glossary file that people and the program keep: what is in force, and how it is changed.

    Glossaries in the folder `glossaries/` beside it are in force, too, behind it, and only read (`OtherGlossaries`).
    `glossary` is another object after every change, so that what was computed with it can be told from what is new.
    Threads may ask for hits, read the file again and change it; a big file takes a second or two.

    `at_leisure` is for a screen: it does not wait for a large file, and calls `read` in a lane. Until that is done
    (see `ready`) there are no hits, rows and problems; whoever asks for the glossary or its entries waits.
    """

    def __init__(self, path: Path, must_be_writable: Callable[[], None], *, at_leisure: bool = False) -> None:
        self.path = path
        self.ready = False
        """Whether the file has been read."""
        self.problems: tuple[Problem, ...] = ()
        """What is wrong in the file."""
        self._glossary = Glossary(())
        self._must_be_writable = must_be_writable
        self._for_screen = at_leisure
        self._others = OtherGlossaries(path)
        self._own: tuple[Entry, ...] = ()
        self._seen: tuple[object, ...] = ()
        self._reading = Lock()
        self._hits = lru_cache(maxsize=50_000)(Glossary.find)
        seen = (stamp(path), *(one for _, one in self._others.seen()))
        if not (at_leisure and sum(one[1] for one in seen if one) > LARGE):
            self.read()

    @property
    def glossary(self) -> Glossary:
        """The glossary in force. Waits until the file has been read."""
        if not self.ready:
            self.read()
        return self._glossary

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries of the file that are in force, in its order; those of other glossaries are not among them."""
        if not self.ready:
            self.read()
        return self._own

    @property
    def others(self) -> int:
        """How many entries of other glossaries are in force."""
        return len(self.glossary.entries) - len(self._own)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are in force, its own first."""
        return (self.path, *(path for path, _ in self._others.seen()))

    def read(self) -> None:
        """Read the file, if nobody has yet."""
        with self._reading:
            if not self.ready:
                self._read()

    def reload(self) -> bool:
        """Read the file again if it changed on disk; True if it had. Not while another thread is reading it."""
        if not self._reading.acquire(blocking=False):
            return False
        try:
            return self._read()
        finally:
            self._reading.release()

    def _read(self) -> bool:
        if self._stamps() == self._seen:
            return False
        told, shown = self._settle()
        seen = self._stamps()
        file = read_glossary(self.path, data=shown)
        others, wrong = self._others.entries()
        glossary = Glossary(joined(file.glossary.entries, others)) if others else file.glossary
        if self._for_screen:
            glossary.prepare()
        self._seen, self._own = seen, file.glossary.entries
        self.put_in_force(glossary, (*told, *file.problems, *wrong))
        return True

    def _stamps(self) -> tuple[object, ...]:
        return stamp(self.path), self._others.seen()

    def _settle(self) -> tuple[tuple[Problem, ...], bytes | None]:
        """Merge what git has left in the file of two people's work; what is to be told.

        Where it may not be written, it is read as it would be then: the bytes.
        """
        with suppress(WorkbenchError):
            if is_merging(self.path.parent) or b"<<<<<<<" in (read_start(self.path, LARGEST) or b""):
                from workbench.project.team.resolving import settled_glossary, shown_glossary

                try:
                    self._must_be_writable()
                except WorkbenchError:
                    shown = shown_glossary(self.path)
                    return ((shown[1],), shown[0]) if shown else ((), None)
                told = settled_glossary(self.path)
                return ((told,) if told else ()), None
        return (), None

    def put_in_force(self, glossary: Glossary, problems: tuple[Problem, ...] = ()) -> None:
        """Work with this glossary, until the file changes."""
        self._glossary, self.problems = glossary, problems
        self.ready = True
        self._hits.cache_clear()

    def _take_up(self) -> None:
        """Put in force what was written here."""
        with self._reading:
            self._read()

    def add(self, entry: Entry) -> Patch:
        """Write a new entry into the file and put it in force; what that did to the file.

        Raises WorkbenchError, with the file unchanged, when the entry contradicts another or cannot be written.
        """
        from workbench.glossary.file.edit import adding

        return self._change(adding(self.path, entry))

    def replace(self, old: Entry, new: Entry) -> Patch:
        """Write an entry in the place of another, whose comments stay, and put it in force; what that did to the file.

        Raises WorkbenchError, with the file unchanged, when `old` is no longer there as it was, or when `new`
        contradicts another entry or cannot be written.
        """
        from workbench.glossary.file.edit import replacing

        self._must_be_own(old)
        return self._change(replacing(self.path, old, new))

    def remove(self, entry: Entry) -> Patch:
        """Take an entry out of the file; what that did to the file.

        Raises WorkbenchError, with the file unchanged, when that cannot be done.
        """
        from workbench.glossary.file.edit import removing

        self._must_be_own(entry)
        return self._change(removing(entry))

    def _must_be_own(self, entry: Entry) -> None:
        file = None if entry in self._own else self._others.file_of(entry)
        if file is not None:
            mend = "change it there, or add an entry of your own: it goes before this one"
            raise WorkbenchError(Problem(file, f"“{entry.de[0]}” stands in this glossary, which is only read", mend))

    def put_back(self, patch: Patch) -> bool:
        """Take a change back to the letter; False, with nothing done, where the file was changed since.

        Raises WorkbenchError, with the file unchanged, when it cannot be written.
        """
        from workbench.glossary.file.opened import change

        back = patch.reversed()

        def edit(file: OpenedFile) -> tuple[str, bool]:
            text = back.applied(file.text)
            return (file.text, False) if text is None else (text, True)

        self._must_be_writable()
        done = change(self.path, edit)
        self._take_up()
        return done

    def _change(self, edit: Edit) -> Patch:
        """Make a change while the file's lock is held, and put in force what was written."""
        from workbench.glossary.file.opened import change
        from workbench.glossary.file.patch import Patch

        def noted(file: OpenedFile) -> tuple[str, Patch]:
            text, _ = edit(file)
            return text, Patch.between(file.text, text)

        self._must_be_writable()
        patch = change(self.path, noted)
        self._take_up()
        return patch

    def hits(self, german: str) -> tuple[TermHit, ...]:
        """The glossary's hits in a German text, in text order."""
        return self._hits(self.glossary, german) if self.ready else ()

    def rows(self, record: ParagraphRecord) -> tuple[TermRow, ...]:
        """One row for each different entry hit in a paragraph: what is required, and whether the English has it."""
        ways = {(german, english): way for german, english, way in record.draft.terms} if record.draft else {}
        rows = {}
        for hit in self.hits(record.german):
            if hit.entry not in rows:
                verdict = judge(hit.entry, record.english)
                way = ways.get((hit.surface, hit.entry.en)) or ways.get((hit.surface, hit.entry.first), "")
                rows[hit.entry] = TermRow(hit, verdict.there, verdict.forbidden, way)
        return tuple(rows.values())
