"""A memory written for other programs, for git, or for people: TMX, TSV, XLSX."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace as changed
from pathlib import Path

from workbench.files import must_be_free, write_atomically
from workbench.memory import Memory, Pair
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline

SUFFIXES = (".tmx", ".tsv", ".xlsx")
Progress = Callable[[int], None]
"""Takes how many pairs have been written."""


def give_out(
    memory: Memory,
    path: Path,
    progress: Progress,
    *,
    replace: bool = False,
    salvage: bool = False,
    codes: bool = True,
    lost: Callable[[], None] | None = None,
) -> int:
    """Write the pairs of a memory into a file, in the format that its suffix names; how many there are.

    `codes`: with the codes that stand in the texts; else the texts alone, as programs take them that know none.
    `salvage`: what cannot be read of a damaged memory is left out, and `lost` is called for each of these pairs.

    Raises WorkbenchError, with nothing half-written, for another suffix, a file that is there (but for `replace`), a
    memory that cannot be read, and where the file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise WorkbenchError(Problem(path, "is of no format that a memory is written in", f"name it {_told(SUFFIXES)}"))
    must_be_free(path, replace=replace)
    pairs = memory.pairs(salvage=salvage, lost=lost)
    counted = _Counted(pairs if codes else map(_without_codes, pairs), progress)
    write_atomically(path, pieces(counted, suffix, path))
    return counted.number


def pieces(pairs: Iterable[Pair], suffix: str, path: Path) -> Iterator[bytes]:
    """The file of these pairs, in pieces; `suffix` is one of SUFFIXES."""
    if suffix == ".tmx":
        from workbench.export.memory_tmx import memory_as_tmx

        return memory_as_tmx(pairs)
    from workbench.export.memory_tables import memory_as_tsv, memory_as_xlsx

    return memory_as_tsv(pairs) if suffix == ".tsv" else memory_as_xlsx(pairs, path)


def _without_codes(pair: Pair) -> Pair:
    return changed(pair, source=Inline(pair.source.text), target=Inline(pair.target.text))


class _Counted:
    """Pairs that are counted as they go by."""

    def __init__(self, pairs: Iterable[Pair], progress: Progress) -> None:
        self.number = 0
        self._pairs, self._progress = pairs, progress

    def __iter__(self) -> Iterator[Pair]:
        for pair in self._pairs:
            self.number += 1
            if self.number % 1_000 == 0:
                self._progress(self.number)
            yield pair


def _told(names: tuple[str, ...]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
