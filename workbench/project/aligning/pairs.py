"""What was aligned as pairs: taken into a memory, or written as TMX, TSV or XLSX."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from workbench.files import must_be_free, write_atomically
from workbench.memory import Memory, Pair
from workbench.memory.aligning import Line, Table
from workbench.problem import Problem, WorkbenchError
from workbench.project.aligning.codes import SharedCodes
from workbench.project.aligning.work import Work
from workbench.project.folder.layout import layout_of
from workbench.project.handing.handing_over import must_not_be_own
from workbench.project.memories.giving_out import SUFFIXES, pieces
from workbench.project.memories.places import named_memory, with_folder
from workbench.project.memories.taking_in import usual_name
from workbench.text import Inline

__all__ = ["SUFFIXES", "Taken", "as_tsv", "pairs_of", "take_in", "usual_name", "write"]


@dataclass(frozen=True, slots=True)
class Taken:
    """What came into a memory: how many pairs there were, and how many of them it did not have."""

    memory: str
    pairs: int
    new: int


def pairs_of(work: Work) -> Iterator[Pair]:
    """The pairs, with the German before and after each; what a person accepted is reviewed, the rest is aligned."""
    table, name = work.table, work.german.path.name
    made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    shared = SharedCodes(work.german.document, work.english.document)
    of = Pair(Inline(""), Inline(""), document=name, made=made, english=work.spelt)
    for line in table.lines:
        if line.is_pair:
            yield _pair(table, line, shared.line(table, line), of)


def take_in(work: Work, name: str) -> Taken:
    """Take the pairs into the memory of this name, which is made where there is none.

    Raises WorkbenchError where there is no pair, for what is no name of a memory, and where it cannot be written.
    """
    _must_have_pairs(work)
    where = named_memory(name)
    with closing(Memory.open(with_folder(where), name=name)) as memory:
        new = memory.add(pairs_of(work))
        for _ in memory.seal():
            pass
    return Taken(name, work.pairs, new)


def write(work: Work, path: Path, *, replace: bool = False) -> int:
    """Write the pairs into a file, in the format that its suffix names; how many there are.

    Raises WorkbenchError, with nothing half-written, as `giving_out.give_out` does, for a file of the project's own,
    and where there is no pair.
    """
    _must_have_pairs(work)
    if path.suffix.lower() not in SUFFIXES:
        mend = f"name it {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
        raise WorkbenchError(Problem(path, "is of no format that pairs are written in", mend))
    _must_be_free(path, replace)
    write_atomically(path, pieces(pairs_of(work), path.suffix.lower(), path))
    return work.pairs


def as_tsv(work: Work, put: Callable[[bytes], object]) -> int:
    """Hand the pairs over as a table of lines, piece by piece; how many there are. Raises WorkbenchError for none."""
    _must_have_pairs(work)
    for piece in pieces(pairs_of(work), ".tsv", Path("-")):
        put(piece)
    return work.pairs


def _must_have_pairs(work: Work) -> None:
    if not work.pairs:
        what = "there is no pair to take"
        raise WorkbenchError(Problem(work.german.path, what, "all of it was dropped, or nothing belongs together"))


def _must_be_free(path: Path, replace: bool) -> None:
    try:
        must_be_free(path, replace=replace)
        layout = layout_of(path.absolute().parent.resolve())
    except (RuntimeError, ValueError, OSError):  # links in a circle, a NUL in the name
        raise WorkbenchError(Problem(str(path), "is no file name", "choose another name")) from None
    must_not_be_own(layout, path)


def _pair(table: Table, line: Line, texts: tuple[Inline, Inline], of: Pair) -> Pair:
    bead, sentences = line.bead, table.german
    return replace(
        of,
        source=texts[0],
        target=texts[1],
        before=sentences[bead.german - 1].text if bead.german else "",
        after=sentences[bead.german_end].text if bead.german_end < len(sentences) else "",
        place=sentences[bead.german].paragraph,
        trust="reviewed" if line.accepted else "aligned",
    )
