"""The parts of an XLSX workbook (ECMA-376, part 1, 18): its sheets, their cells, the texts in these."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from workbench.formats.safe_xml import parsed
from workbench.formats.table.columns import number
from workbench.formats.table.covered import Area, Covered

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_ID = re.compile(r"\{[^}]*/relationships\}id")
REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_NUMBER = re.compile(r"[0-9]{1,7}")


Cells = dict[int, Any]
"""The cells of a row, by their columns."""


class Package(Protocol):
    """A workbook's parts."""

    @property
    def where(self) -> Path:
        """The file."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts."""

    def read(self, name: str) -> bytes:
        """A part's bytes. Raises WorkbenchError where it is damaged, or not there."""


class ReadSheet(Protocol):
    """A sheet to be read: its name, what merged cells cover, and the rows that are heads of tables."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def covered(self) -> Covered:
        """The cells that are hidden beneath a merged one."""

    @property
    def heads(self) -> frozenset[int]:
        """Rows that are heads of tables."""

    def lines(self) -> Iterable[tuple[int, Cells]]:
        """The rows that have cells, with their numbers, in order."""


@dataclass(slots=True)
class Sheet:
    """A sheet that is in memory: its part, that part's XML, and its rows by their numbers (see `ReadSheet`)."""

    name: str
    part: str
    root: Any
    rows: dict[int, Cells] = field(default_factory=dict)
    covered: Covered = field(default_factory=Covered)
    heads: frozenset[int] = frozenset()

    def lines(self) -> Iterable[tuple[int, Cells]]:
        """See `ReadSheet`."""
        return self.rows.items()


def sheets_of(package: Package) -> list[Sheet]:
    """The sheets of a workbook, in their order. Raises WorkbenchError for what is damaged."""
    return [_sheet(package, name, part) for name, part in sheet_parts(package)]


def sheet_parts(package: Package) -> Iterator[tuple[str, str]]:
    """The names of the sheets of a workbook, and their parts. Raises WorkbenchError for what is damaged."""
    book_part = _target(package, "", "officeDocument") or "xl/workbook.xml"
    book = parsed(package.read(book_part), package.where, book_part)
    targets = dict(_related(package, book_part))
    for element in book.iterfind("{*}sheets/{*}sheet"):
        key = next((value for name, value in element.attrib.items() if _ID.fullmatch(name)), "")
        kind, part = targets.get(key, ("", ""))
        if kind == "worksheet" and part in package.names:
            yield str(element.get("name") or ""), part


def shared_part(package: Package) -> str:
    """The part that has the texts that cells share; empty where there is none."""
    return next((name for name in package.names if name.lower().endswith("sharedstrings.xml")), "")


def shared_texts(package: Package) -> list[Any]:
    """The elements of the texts that cells share."""
    part = shared_part(package)
    return list(parsed(package.read(part), package.where, part).iterchildren("{*}si")) if part else []


def text_element(cell: Any, shared: Sequence[Any]) -> Any | None:
    """The element with the text of a cell; None for numbers, dates, formulas and empty cells."""
    if cell.find("{*}f") is not None:
        return None
    kind = cell.get("t")
    if kind == "inlineStr":
        return cell.find("{*}is")
    value = cell.findtext("{*}v")
    if kind == "s" and value is not None and _NUMBER.fullmatch(value.strip()) and int(value) < len(shared):
        return shared[int(value)]
    return None


def cell_at(sheet: Sheet, column: int, row: int, reference: str) -> Any:
    """The cell at a place, which is made if it is not there; its row is."""
    cells = sheet.rows[row]
    if column not in cells:
        line = next(iter(cells.values())).getparent()
        made = line.makeelement(line.tag.replace("}row", "}c"), {"r": reference})
        before = [cell for at, cell in cells.items() if at < column]
        line.insert(line.index(before[-1]) + 1 if before else 0, made)
        cells[column] = made
        sheet.rows[row] = dict(sorted(cells.items()))
    return sheet.rows[row][column]


def _sheet(package: Package, name: str, part: str) -> Sheet:
    root = parsed(package.read(part), package.where, part)
    covered = Covered([area for merged in root.iter("{*}mergeCell") for area in areas(merged.get("ref") or "")])
    return Sheet(name, part, root, dict(lines_of(root.iter("{*}row"))), covered, frozenset(heads(package, part)))


def lines_of(rows: Iterable[Any]) -> Iterator[tuple[int, Cells]]:
    """The numbers and the cells of rows that have cells, from their elements."""
    last = 0
    for line in rows:
        said = line.get("r") or ""
        last = int(said) if _NUMBER.fullmatch(said) else last + 1
        cells: Cells = {}
        for cell in line.iterchildren("{*}c"):
            found = REFERENCE.fullmatch(cell.get("r") or "")
            cells[number(found[1]) if found else len(cells)] = cell
        if cells:
            yield last, cells


def heads(package: Package, part: str) -> Iterator[int]:
    """The rows that are heads of tables: their cells must say what the table's part says."""
    for kind, target in dict(_related(package, part)).values():
        if kind == "table" and target in package.names:
            table = parsed(package.read(target), package.where, target)
            if table.get("headerRowCount") != "0":
                yield from (area[1] for area in areas(table.get("ref") or ""))


def areas(reference: str) -> Iterator[Area]:
    """Left column, top row, right column, bottom row of `B2:D4`."""
    ends = [REFERENCE.fullmatch(end) for end in reference.split(":")]
    if len(ends) == 2 and ends[0] and ends[1]:
        yield number(ends[0][1]), int(ends[0][2]), number(ends[1][1]), int(ends[1][2])


def _target(package: Package, part: str, kind: str) -> str:
    return next((target for one, target in dict(_related(package, part)).values() if one == kind), "")


def _related(package: Package, part: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The parts that a part refers to: id, and (last word of the kind, name)."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in package.names:
        return
    for element in parsed(package.read(relations), package.where, relations).iter(_RELATIONS):
        target = str(element.get("Target") or "")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield str(element.get("Id") or ""), (str(element.get("Type") or "").rpartition("/")[2], whole)
