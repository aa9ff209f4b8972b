"""The units of a TMX file one by one, as it has them (LISA OSCAR, TMX 1.1 to 1.4b); what is broken is passed over.

Behind a fault another parser goes on at the next unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NoReturn
from xml.parsers import expat

from workbench.memory.exchange.report import Reason, Report
from workbench.memory.exchange.tmx_parser import LONGEST, STEP, AnotherUnitError, UnitParser
from workbench.memory.exchange.tmx_unit import Unit
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

_UNIT = re.compile(rb"<tu[\s>/]")
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
_RESUMED = b"<tmx><body>"
_BROKEN: Reason = (
    "1 unit is no well-formed XML, and is left out",
    "{} units are no well-formed XML, and are left out",
    "export the memory again",
)
_CUT, _ON = "the file ends in the middle; what stands before is taken", "goes on behind its end; units there are taken"
_CUT_OFF: Reason = (_CUT, _CUT, "export the memory again")
_BEHIND: Reason = (_ON, _ON, "look whether two files were put together")
_TOO_LONG: Reason = (
    f"1 unit is longer than {LONGEST:,} characters, and is left out",
    f"{{}} units are longer than {LONGEST:,} characters, and are left out",
    "no sentence is as long: look how they were made",
)


class UnitReader:
    """Gives the units of a file, as they are whole. `header`: the attributes of the file's header, once it has come.

    `wanted`: the types of properties that are kept; others, of which Trados writes hundreds, are not.
    """

    def __init__(self, report: Report, wanted: frozenset[str]) -> None:
        self.header: Mapping[str, str] = {}
        self._report = report
        self._run = UnitParser(report.where, wanted)
        self._wanted = wanted
        self._found_any = False
        self._searched: bytes | None = None
        self._line = 1

    def units(self, pieces: Iterable[bytes]) -> Iterator[Unit]:
        """The units of a file whose bytes come as UTF-8.

        Raises WorkbenchError for what is no TMX, declares entities, or is nested too deeply. A unit that is broken is
        left out and told, and so is the end of the file where it is missing.
        """
        for piece in pieces:
            yield from self._all(piece)
        while rest := self._ended():
            yield from self._all(rest)
        yield from self._taken()

    def _all(self, rest: bytes) -> Iterator[Unit]:
        while rest:
            part, rest = rest[:STEP], rest[STEP:]
            rest = (self._look_on(part) if self._searched is not None else self._parse(part)) + rest
            yield from self._taken()

    def _taken(self) -> Iterator[Unit]:
        done, self._run.done = self._run.done, []
        self.header = self.header or self._run.header
        for unit in done:
            self._found_any = True
            self._report.units += 1
            if unit.too_long:
                self._report.leave(unit.line, _TOO_LONG)
            else:
                yield unit

    def _parse(self, part: bytes) -> bytes:
        """Parse what comes next; what of it is to be parsed anew, from the next unit on, behind a fault."""
        try:
            self._run.feed(part)
        except expat.ExpatError as error:
            return self._behind(error)
        except AnotherUnitError:
            return self._behind(None)
        return b""

    def _ended(self) -> bytes:
        """The file is over; what is to be parsed anew, behind a fault that shows only now."""
        if self._searched is not None:
            if not self._found_any:
                self._fail_as_no_xml("no unit of a translation memory is in it")
            return b""
        try:
            self._run.end()
        except expat.ExpatError as error:
            if error.code not in _ENDS:
                return self._behind(error)
            if not self._run.has_root:
                self._fail_as_no_xml("it is empty" if self._run.is_empty else expat.ErrorString(error.code))
            self._report.leave(self._run.line, _CUT_OFF)
        return b""

    def _behind(self, error: expat.ExpatError | None) -> bytes:
        """What was fed behind a fault; from there on a unit is looked for. None: a unit that begins in another one."""
        run = self._run
        is_over = error is not None and run.has_root and not run.depth
        if is_over:
            self._report.leave(error.lineno + run.first_line - 1 if error else 0, _BEHIND)
        else:
            self._found_any |= run.unit is not None
            self._report.units += 1
            self._report.leave(run.unit.line if run.unit else run.line_of(error), _BROKEN)
        rest, self._line = run.behind(error)
        self._searched = b""
        return rest

    def _look_on(self, part: bytes) -> bytes:
        """Look for the next unit; the bytes from it on, if it is there."""
        assert self._searched is not None
        held = len(self._searched)
        text = self._searched + part
        found = _UNIT.search(text)
        if not found:
            self._line += text.count(b"\n", 0, max(0, len(text) - len(b"<tu")))
            self._searched = text[-len(b"<tu") :]
            return b""
        self._line += text.count(b"\n", 0, found.start())
        header, done = self._run.header, self._run.done
        self._run = UnitParser(self._report.where, self._wanted, self._line)
        self._run.done, self._run.header = done, header
        self._searched = None
        assert held < found.end()
        return text[found.start() :]

    def _fail_as_no_xml(self, reason: str) -> NoReturn:
        what = f"is no TMX: {clean_line(reason)[:120]}"
        raise WorkbenchError(Problem(self._report.where, what, "export the memory as TMX"))
