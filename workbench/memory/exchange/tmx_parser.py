"""A stretch of a TMX file through expat: its units, until something is broken.

expat builds no tree, has no limit of its own for long texts, and tells a line for every fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.parsers import expat

from workbench.memory.exchange.tmx_unit import Begin, End, Part, Told, Unit, Variant
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

LONGEST = 100_000
"""Characters of a text; of a longer one nothing is kept."""

STEP = 1 << 14
"""Bytes that are to be parsed at once: as many may have to be looked through again behind a fault."""

_DEEPEST = 60
_LARGEST_TAG = 8_000_000
_MOST_VARIANTS = 300
_OF_A_TAG = 20
"""What a tag inside of a text counts, in characters."""
_DO_NOT_TRUST = "do not trust this file"
_OTHERS = {
    "tbx": ("a term base (TBX)", "take its terms over: workbench glossary import"),
    "martif": ("a term base (TBX)", "take its terms over: workbench glossary import"),
    "xliff": ("an XLIFF document", "give it a name that ends in .xliff, and import it"),
    "html": ("a web page", "download the file itself"),
    "sdltm": ("Trados's own file", "export the memory as TMX"),
}
_RESUMED = b"<tmx><body>"


class AnotherUnitError(Exception):
    """A unit begins inside of another one, whose end is missing."""


class UnitParser:
    """What one parser makes of a stretch of a file: its units. A fault ends it, and another one goes on behind it.

    `first_line`: the line that the stretch begins in; one in the middle of a file begins with a unit.
    """

    def __init__(self, where: Path, wanted: frozenset[str], first_line: int = 0) -> None:
        self.done: list[Unit] = []
        self.header: Mapping[str, str] = {}
        self.unit: Unit | None = None
        self.depth = 0
        self.has_root = False
        self.first_line = first_line or 1
        self._where = where
        self._wanted = wanted
        self._owner: Told | None = None
        self._type = ""
        self._parts: list[Part] | None = None
        self._is_segment = False
        self._outside = 0
        self._length = 0
        self._another = 0, 0
        self._fed = 0
        self._kept = b""
        self._parser = expat.ParserCreate("utf-8")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = self._refuse_entities
        if first_line:
            self.feed(_RESUMED)

    @property
    def line(self) -> int:
        """The line of what is parsed now."""
        return self.first_line + self._parser.CurrentLineNumber - 1

    @property
    def is_empty(self) -> bool:
        """Whether nothing but blanks has come."""
        return not self._kept.strip()

    def feed(self, part: bytes) -> None:
        """Parse what comes next. Raises ExpatError, AnotherUnitError, and WorkbenchError for what is not to be read."""
        self._kept = self._kept[-2 * STEP :] + part
        self._fed += len(part)
        self._parser.Parse(part, False)
        if self._fed - max(self._parser.CurrentByteIndex, 0) > _LARGEST_TAG:
            what = f"has a tag or a comment of more than {_LARGEST_TAG // 1_000_000} MB"
            raise WorkbenchError(Problem(self._where, what, _DO_NOT_TRUST, self.line))

    def end(self) -> None:
        """The file is over. Raises as `feed` does."""
        self._parser.Parse(b"", True)

    def line_of(self, error: expat.ExpatError | None) -> int:
        """The line of a fault."""
        return self.first_line + error.lineno - 1 if error else self._another[1]

    def behind(self, error: expat.ExpatError | None) -> tuple[bytes, int]:
        """What was fed behind a fault, as far as it is at hand, and its line; None: from another unit on."""
        index = self._parser.ErrorByteIndex + 1 if error else self._another[0]  # expat parses on behind an exception
        at = max(0, index - (self._fed - len(self._kept)))
        return self._kept[at:], self.line_of(error)

    def _start(self, name: str, said: dict[str, str]) -> None:
        self.depth += 1
        name = name.rpartition(":")[2]
        if self.depth > _DEEPEST:
            what = f"has elements nested more than {_DEEPEST} deep"
            raise WorkbenchError(Problem(self._where, what, _DO_NOT_TRUST, self.line))
        if not self.has_root:
            self._take_root(name)
        if name == "tu":
            if self.unit is not None:
                self._another = self._parser.CurrentByteIndex, self.line
                raise AnotherUnitError
            self.unit = self._owner = Unit(said, line=self.line)
            self._length = 0
        elif self._parts is not None:
            self._add(Begin(name, said), _OF_A_TAG)
        elif self.unit is not None:
            self._start_in_unit(self.unit, name, said)
        elif name == "header":
            self.header = said

    def _start_in_unit(self, unit: Unit, name: str, said: dict[str, str]) -> None:
        if name == "tuv":
            self._owner = Variant(said)
            unit.variants.append(self._owner)
            unit.too_long |= len(unit.variants) > _MOST_VARIANTS
            del unit.variants[_MOST_VARIANTS:]
        elif name == "seg" or (name == "prop" and said.get("type") in self._wanted):
            self._type = said.get("type", "")
            self._is_segment = name == "seg"
            self._parts, self._outside = [], self.depth - 1
            self._parser.CharacterDataHandler = self._take_text

    def _end(self, name: str) -> None:
        self.depth -= 1
        if self._parts is not None:
            if self.depth == self._outside:
                self._end_text(self._parts)
            else:
                self._add(End(name.rpartition(":")[2]), _OF_A_TAG)
        elif name.rpartition(":")[2] == "tu" and self.unit is not None:
            self.done.append(self.unit)
            self.unit = None
        elif name.rpartition(":")[2] == "tuv":
            self._owner = self.unit

    def _end_text(self, parts: list[Part]) -> None:
        """The text of a segment or a property is whole."""
        self._parts = self._parser.CharacterDataHandler = None
        owner = self._owner
        if not self._is_segment and owner is not None:
            owner.properties.setdefault(self._type, "".join(part for part in parts if isinstance(part, str)))
        elif isinstance(owner, Variant) and owner.text is None:
            owner.text = parts

    def _take_text(self, text: str) -> None:
        self._add(text, len(text))

    def _add(self, part: Part, length: int) -> None:
        """Keep a part of a text, unless the unit has become too long."""
        self._length += length
        if self._length <= LONGEST and self._parts is not None:
            self._parts.append(part)
        elif self.unit is not None:
            self.unit.too_long = True

    def _take_root(self, name: str) -> None:
        self.has_root = True
        if name != "tmx":
            what, mend = _OTHERS.get(name.lower(), (f"XML, but no TMX (<{clean_line(name)[:40]}>)", "export it as TMX"))
            raise WorkbenchError(Problem(self._where, f"is {what}", mend))

    def _refuse_entities(self, *_: object) -> None:
        what = "declares entities, which may unfold without end"
        raise WorkbenchError(Problem(self._where, what, _DO_NOT_TRUST, self.line))
