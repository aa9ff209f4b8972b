"""What git runs for one file: the merge, or lines with marks where it cannot be made."""

from __future__ import annotations

from pathlib import Path

from workbench.files import Versions, read_regular, versions, write_atomically
from workbench.problem import Problem, WorkbenchError
from workbench.project.team.git import Git
from workbench.translation import LARGEST, dump_record, merged_record, own_english


def merge_file(kind: str, base: Path, ours: Path, theirs: Path, path: Path) -> Problem | None:
    """Merge three versions of a file, which lies at `path`, into `ours`; why that could not be done, if so.

    A record, a glossary or an English text (`kind`). What the workbench cannot merge is merged line by line, with
    marks where two lines meet, as git does it. Raises WorkbenchError where a file cannot be read or written.
    """
    both = Versions(*(read_regular(one, LARGEST) or b"" for one in (base, ours, theirs)))
    made = _MERGES[kind](both, path)
    if made is not None:
        write_atomically(ours, made)
        return None
    lined = Git(Path()).asked(
        "merge-file", "-p", "-L", "here", "-L", "before", "-L", "the other translator", str(ours), str(base),
        str(theirs), fine=range(128),
    )  # fmt: skip
    write_atomically(ours, lined)
    return Problem(path, _WHAT, _MEND) if versions(lined) else None


_WHAT = "is merged line by line: a version of it cannot be read, or is of an earlier form"
_MEND = "choose between the lines at <<<<<<< and >>>>>>>, then git add it"


def _record(both: Versions, path: Path) -> bytes | None:
    record = merged_record(both, path)
    return None if record is None else dump_record(record)


def _english(both: Versions, path: Path) -> bytes:
    """The English is made from the record: the one that was made here stays, until it is made anew."""
    return own_english(path, (both.ours, both.theirs))


def _glossary(both: Versions, path: Path) -> bytes | None:
    from workbench.glossary.file.merge import merge_glossaries

    try:
        return merge_glossaries(both, path)
    except WorkbenchError:
        return None


_MERGES = {"record": _record, "english": _english, "glossary": _glossary}
