"""The units of an XLIFF file, cut out of it piece by piece: each in a small file with the tags that are open around it.

What is before all units (in SDLXLIFF the whole Word file) and between them is not kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from workbench.formats.safe_xml import unparsed
from workbench.problem import Problem, WorkbenchError

LARGEST_UNIT = 2_000_000
"""Bytes (UTF-8) of a unit that is read; a text of a memory has at most 20,000 characters."""
_DEEPEST = 256
"""Elements within one another, as in `safe_xml`."""
_LARGEST_TAG = 8_000_000
_ENDS = frozenset(
    expat.errors.codes[one]
    for one in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)
"""The faults of a file whose end is missing."""
_AROUND = {"trans-unit": frozenset({"body", "group", "bin-unit"}), "unit": frozenset({"group"})}


@dataclass(frozen=True, slots=True)
class Cut:
    """A unit: `text` is a file with it alone, empty where it is too long to be read or has nothing in it.

    `part`, `number`: which `file` element it is in, and which unit of that it is, from 1.
    """

    text: str
    part: int
    number: int
    is_too_long: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What a file says of itself: its root's name (without prefix) and attributes, and the languages of its parts."""

    root: str
    version: str
    languages: tuple[tuple[str, str], ...]


def head_of(pieces: Iterable[bytes], where: Path) -> Head:
    """Looks through a whole file in UTF-8. Raises WorkbenchError for what is damaged or nested too deeply."""
    walk = _Walk(where)
    for _ in walk.through(pieces):
        pass
    is_2 = walk.version.startswith("2")
    return Head(walk.root, walk.version, tuple(walk.of_root if is_2 else walk.of_parts))


def units_in(pieces: Iterable[bytes], version: str, where: Path) -> Iterator[Cut]:
    """The units of a file in UTF-8 of this version of XLIFF. Raises as `head_of`."""
    return _Walk(where, "unit" if version.startswith("2") else "trans-unit").through(pieces)


class _Walk:
    """Goes through a file once, and cuts the elements of this name (if any) out of it."""

    def __init__(self, where: Path, unit: str = "") -> None:
        self.root = self.version = ""
        self.of_root: dict[tuple[str, str], None] = {}
        self.of_parts: dict[tuple[str, str], None] = {}
        self._where, self._name = where, unit
        self._depth = self._outside = self._inside = 0
        self._part = self._number = 0
        self._around: list[tuple[str, str]] = []
        self._start = 0
        self._kept, self._at = bytearray(), 0
        self._too_long = False
        self._done: list[Cut] = []
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._begins
        self._parser.EndElementHandler = self._ends

    def through(self, pieces: Iterable[bytes]) -> Iterator[Cut]:
        """The units. Raises WorkbenchError for what is damaged."""
        fed = 0
        try:
            for piece in pieces:
                fed += len(piece)
                self._kept += piece
                self._parser.Parse(piece, False)
                yield from self._taken()
                self._forget(fed)
            self._parser.Parse(b"", True)
        except expat.ExpatError as error:
            ends = f"it ends in the middle (line {error.lineno})" if fed else "Document is empty"
            said = ends if error.code in _ENDS else str(error)
            raise WorkbenchError(unparsed(said, self._where)) from None
        yield from self._taken()

    def _taken(self) -> list[Cut]:
        done, self._done = self._done, []
        return done

    def _forget(self, fed: int) -> None:
        """Keep only what the unit that is open, or a tag that is not whole, begins with."""
        now = max(self._parser.CurrentByteIndex, 0)
        if fed - now > _LARGEST_TAG:
            self._fail(f"has a tag or a comment of more than {_LARGEST_TAG // 1_000_000} MB")
        keep = self._start if self._inside and not self._too_long else now
        if self._inside and fed - keep > LARGEST_UNIT:
            self._too_long, keep = True, now
        del self._kept[: keep - self._at]
        self._at = keep

    def _begins(self, name: str, said: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise WorkbenchError(unparsed(f"depth {_DEEPEST}", self._where))
        if self._inside or self._outside:
            return
        local = name.rpartition(":")[2]
        if self._depth < 3:
            self._take_head(local, said)
        if self._depth > 2 and local == self._name:
            self._inside, self._start, self._too_long = self._depth, self._parser.CurrentByteIndex, False
            self._number += 1
        elif self._is_around(local):
            self._around.append((f"<{name}{_written(said)}>", f"</{name}>"))
        else:
            self._outside = self._depth

    def _take_head(self, name: str, said: Mapping[str, str]) -> None:
        if self._depth == 1:
            self.root, self.version = name, said.get("version", "")
            self.of_root.setdefault((said.get("srcLang", ""), said.get("trgLang", "")))
        elif name == "file":
            self._part, self._number = self._part + 1, 0
            self.of_parts.setdefault((said.get("source-language", ""), said.get("target-language", "")))

    def _is_around(self, name: str) -> bool:
        if self._depth < 3:
            return self._depth == 1 or name == "file"
        return name in _AROUND.get(self._name, ())

    def _ends(self, name: str) -> None:
        if self._inside == self._depth:
            self._cut()
            self._inside = 0
        elif self._outside == self._depth:
            self._outside = 0
        elif not self._inside and not self._outside:
            self._around.pop()
        self._depth -= 1

    def _cut(self) -> None:
        at = self._parser.CurrentByteIndex
        if at - self._start > LARGEST_UNIT or self._too_long:
            self._done.append(Cut("", self._part, self._number, is_too_long=True))
        elif at > self._start:  # else it is one tag
            end = self._kept.index(b">", at - self._at) + 1
            unit = self._kept[self._start - self._at : end].decode()
            before, after = zip(*self._around, strict=True)
            self._done.append(Cut("".join((*before, unit, *reversed(after))), self._part, self._number))

    def _fail(self, what: str) -> NoReturn:
        raise WorkbenchError(Problem(self._where, what, "do not trust this file"))


def _written(said: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in said.items())
