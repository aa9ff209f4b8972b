"""The glossaries in a project's `glossaries/`: in force beside its own, and only read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.files import stamp
from workbench.glossary import Entry, read_glossary
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.files_below import files_below, must_be_a_file

FOLDER = "glossaries"
MOST_FILES = 100
"""More files than these are told and passed over."""
_SUFFIXES = frozenset((".yaml", ".yml", ".tbx", ".tsv", ".tab", ".csv", ".txt", ".utf8", ".xlsx"))
_OWN = frozenset((".yaml", ".yml"))

Stamp = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Read:
    """What a file had when it was read."""

    stamp: Stamp
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


class OtherGlossaries:
    """Glossaries of others in the folder beside a `glossary.yaml`, read again as they change. One thread at a time."""

    def __init__(self, own: Path) -> None:
        self.folder = own.parent / FOLDER
        self._read: dict[Path, _Read] = {}

    def seen(self) -> tuple[tuple[Path, Stamp], ...]:
        """The files there are, and what tells that one was changed."""
        return tuple((path, stamp(path)) for path in self._files()[0])

    def entries(self) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
        """The entries of all files, and what is wrong in them; only files that are others are read again.

        Each entry says in its note which file it is from, and has no line: it can be changed there alone.
        """
        paths, told = self._files()
        if len(paths) > MOST_FILES:
            what = f"has {len(paths):,} glossaries, of which the first {MOST_FILES} are in force"
            told.append(Problem(self.folder, what, "put several into one file"))
        before, self._read = self._read, {}
        for path in paths[:MOST_FILES]:
            now = stamp(path)
            known = before.get(path)
            self._read[path] = known if known and known.stamp == now else self._taken(path, now)
        found = self._read.values()
        entries = tuple(entry for one in found for entry in one.entries)
        return entries, (*told, *(problem for one in found for problem in one.problems))

    def file_of(self, entry: Entry) -> Path | None:
        """The file that an entry is from; None where it is from none of these."""
        return next((path for path, one in self._read.items() if entry in one.entries), None)

    def _files(self) -> tuple[list[Path], list[Problem]]:
        """The glossaries there are, and what cannot be looked into."""
        paths, problems = files_below(self.folder)
        return [path for path in paths if path.suffix.lower() in _SUFFIXES], problems

    def _taken(self, path: Path, now: Stamp) -> _Read:
        try:
            must_be_a_file(path)
            entries, problems = _entries(path)
        except WorkbenchError as error:
            return _Read(now, (), (error.problem,))
        place = path.relative_to(self.folder).as_posix()
        return _Read(now, tuple(_from(entry, place) for entry in entries), problems)


def joined(own: tuple[Entry, ...], others: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries of one's own, then those of others of which no German form has been there before."""
    known = {form.casefold() for entry in own for form in entry.de}
    kept = []
    for entry in others:
        forms = {form.casefold() for form in entry.de}
        if not forms & known:
            known |= forms
            kept.append(entry)
    return (*own, *kept)


def _entries(path: Path) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    if path.suffix.lower() in _OWN:
        file = read_glossary(path)
        return file.glossary.entries, file.problems
    from workbench.glossary.exchange import read_terms

    found = read_terms(path)
    return found.entries, found.problems


def _from(entry: Entry, place: str) -> Entry:
    said = place.encode("utf-8", "replace").decode("utf-8")
    return replace(entry, line=0, note=f"{entry.note} ({said})" if entry.note else f"from {said}")
