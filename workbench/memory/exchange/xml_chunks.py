"""An XML file from outside as UTF-8, piece by piece: of whatever encoding, with nothing that would end a parser."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html.entities import html5
from itertools import chain
from typing import Protocol

from workbench.formats.xml_encoding import without_declaration
from workbench.memory.exchange.encoding import HEAD, begun, errors_of, mended
from workbench.memory.exchange.report import Reason, Report
from workbench.problem import Problem, WorkbenchError


class Readable(Protocol):
    """A file of bytes, or what is read as one."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""


PARTS = "\u2029"
"""Stands for the two U+001E (no characters of XML) between the plural forms of a text."""

_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]|&(?!(?:lt|gt|amp|quot|apos);)")
_TO_MEND = re.compile(
    "\x1e\x1e|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]"
    r"|&\#0*30;&\#0*30;|&\#[xX]0*1[eE];&\#[xX]0*1[eE];|&\#(?:[0-9]{1,9}|[xX][0-9a-fA-F]{1,8});|&[A-Za-z][\w.-]{0,40};",
    re.ASCII,
)
_XML = frozenset(("&lt;", "&gt;", "&amp;", "&quot;", "&apos;"))
_LONGEST_REFERENCE = 64
_NO_BREAK_HYPHEN, _MARKUP = 0x1E, frozenset(map(ord, "<>&\"'"))

_CONTROL: Reason = (
    "1 character that XML cannot have is left out",
    "{} characters that XML cannot have are left out",
    "nothing, if the texts are whole",
)
_UNKNOWN: Reason = (
    "1 entity that nobody knows is a blank now",
    "{} entities that nobody knows are blanks now",
    "write the letters themselves",
)


def utf8_chunks(file: Readable, report: Report, size: int = 1 << 16) -> Iterator[bytes]:
    """The bytes of an XML file as UTF-8, without its declaration and byte order mark; its lines stay as they are.

    What encoding it is: byte order mark, zero bytes, the declaration where it is true of the first 64 kB, else as
    `decode` guesses from these. Control characters and references to them (`&#x1F;`) are left out and counted, a
    U+001E that Word means as a hyphen is one, and HTML's names of letters (`&nbsp;`) are these letters: none of them
    ends a parser. Raises WorkbenchError for bytes of no encoding, OSError as the file does.
    """
    head = file.read(HEAD)
    start, encoding = begun(head, report)
    decoder = codecs.getincrementaldecoder(encoding)(errors_of(encoding))
    pieces = chain((head[start:],), iter(lambda: file.read(size), b""), (b"",))
    rest, line, is_first = "", 1, True
    for piece in pieces:
        try:
            text = decoder.decode(piece, final=not piece)
        except UnicodeError:
            raise WorkbenchError(Problem(report.where, "is of no known encoding", "export it as UTF-8")) from None
        text = rest + mended(text, encoding, line, report)
        if is_first:
            text, is_first = without_declaration(text), False
        text, rest = _at_a_reference(text) if piece else (text, "")
        yield _parsable(text, line, report).encode("utf-8", "replace")
        line += text.count("\n")


def _at_a_reference(text: str) -> tuple[str, str]:
    """The text, and what is kept for the next piece: a reference, or two of them, that may be cut in two."""
    tail = text[-_LONGEST_REFERENCE:]
    at = tail.find("&")
    cut = len(text) - len(tail) + at if at >= 0 else len(text) - text.endswith("\x1e")
    return text[:cut], text[cut:]


def _parsable(text: str, line: int, report: Report) -> str:
    """The text with nothing in it that a parser ends at, but for markup that is broken."""
    if not _ODD.search(text):
        return text
    lost: list[int] = []
    unknown: list[int] = []

    def in_place(found: re.Match[str]) -> str:
        letter = _letter(found[0])
        if not letter:
            (unknown if letter is None else lost).append(found.start())
        return " " if letter is None else letter

    made = _TO_MEND.sub(in_place, text)
    for reason, places in ((_CONTROL, lost), (_UNKNOWN, unknown)):
        if places:
            report.leave(line + text.count("\n", 0, places[0]), reason, len(places))
    return made


def _letter(written: str) -> str | None:
    """What stands for a control character, or a reference; empty for what XML cannot have, None for an unknown name."""
    if written in _XML:
        return written
    if not written.startswith("&"):
        return PARTS if len(written) == 2 else _character(ord(written))
    if not written.startswith("&#"):
        letters = html5.get(written[1:])
        return None if letters is None else "".join(f"&#{ord(one)};" if ord(one) in _MARKUP else one for one in letters)
    first, *others = written[2:].split(";")
    number = int(first[1:], 16) if first[:1] in "xX" else int(first)
    return PARTS if others != [""] else _character(number)


def _character(number: int) -> str:
    """A character as XML can have it; empty for one that it cannot have."""
    if number == _NO_BREAK_HYPHEN:
        return "-"  # in the files that Word wrote
    allowed = number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or number >= 0x10000
    return f"&#{number};" if allowed and number < 0x110000 else ""
