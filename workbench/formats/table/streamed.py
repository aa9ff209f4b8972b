"""A large workbook, read piece by piece: of each sheet one row is in memory, and the texts that cells share are packed.

Each part is looked through as a whole before anything is taken of it, so that what is damaged is told at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.parsers import expat

from workbench.formats.large_container import LargeContainer
from workbench.formats.safe_xml import unparsed
from workbench.formats.table.book import Book
from workbench.formats.table.covered import Area, Covered
from workbench.formats.table.packed_texts import PackedTexts
from workbench.formats.table.sheet import Cells, areas, heads, lines_of, shared_part, sheet_parts
from workbench.problem import Problem, WorkbenchError

_DEEPEST = 256
"""Elements within one another, as in `safe_xml`."""
_LARGEST = 4_000_000
"""Bytes of one row, or of one shared text; a cell has at most 32,767 characters."""
_MOST_MERGED = 1_000_000
_MOST = 10_000_000
"""Rows of a sheet, and texts that cells share; a sheet has at most 1,048,576 rows."""


@dataclass(frozen=True, slots=True)
class StreamedSheet:
    """A sheet whose rows are read anew each time that they are asked for (see `ReadSheet`)."""

    package: LargeContainer
    name: str
    part: str
    covered: Covered
    heads: frozenset[int]

    def lines(self) -> Iterable[tuple[int, Cells]]:
        """See `ReadSheet`. The cells of a row are gone when the next one is asked for."""
        return lines_of(_elements(self.package, self.part, "row"))


def streamed_book(package: LargeContainer) -> Book[StreamedSheet]:
    """The workbook in this file. Raises WorkbenchError for what is damaged."""
    shared, parts = shared_part(package), list(sheet_parts(package))
    sheets = sum(package.size(part) for _, part in parts)
    package.expected = 2 * sheets + (package.size(shared) if shared else 0)
    texts = PackedTexts(_elements(package, shared, "si") if shared else ())
    return Book(package.where, [_sheet(package, name, part) for name, part in parts], texts)


def _sheet(package: LargeContainer, name: str, part: str) -> StreamedSheet:
    merged = _Merged(package.where, part)
    merged.look_through(package.pieces(part))
    return StreamedSheet(package, name, part, Covered(merged.areas), frozenset(heads(package, part)))


class _Merged:
    """Looks through a sheet for cells that are merged, which stand behind all rows, and for what is no XML."""

    def __init__(self, where: Path, part: str) -> None:
        self.areas: list[Area] = []
        self._where, self._part = where, part
        self._depth = 0

    def look_through(self, pieces: Iterable[bytes]) -> None:
        """Raises WorkbenchError for what is damaged."""
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            for piece in pieces:
                parser.Parse(piece, False)
            parser.Parse(b"", True)
        except (expat.ExpatError, ValueError) as error:
            raise WorkbenchError(unparsed(str(error), self._where, self._part)) from None

    def _start(self, name: str, said: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise WorkbenchError(unparsed(f"depth {_DEEPEST}", self._where, self._part))
        if name.rpartition(":")[2] == "mergeCell":
            self.areas += areas(said.get("ref", ""))
            if len(self.areas) > _MOST_MERGED:
                what = f"has more than {_MOST_MERGED:,} merged cells in {self._part}"
                raise WorkbenchError(Problem(self._where, what, "do not trust this file"))

    def _end(self, _: str) -> None:
        self._depth -= 1


def _elements(package: LargeContainer, part: str, name: str) -> Iterator[Any]:
    """The elements of this name in a part, each gone when the next one is asked for."""
    from lxml import etree

    parser = etree.XMLPullParser(
        ("end",), tag=f"{{*}}{name}", resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
    )
    waiting = count = 0
    try:
        for piece in package.pieces(part):
            parser.feed(piece)
            waiting += len(piece)
            for _, element in parser.read_events():
                waiting = 0
                count += 1
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
            if waiting > _LARGEST or count > _MOST:
                many = f"{_MOST:,} times a {name}" if count > _MOST else f"{_LARGEST // 1_000_000} MB without a {name}"
                what = f"has more than {many} in {part}"
                raise WorkbenchError(Problem(package.where, what, "do not trust this file"))
        parser.close()
    except (etree.XMLSyntaxError, ValueError) as error:
        raise WorkbenchError(unparsed(str(error), package.where, part)) from None
