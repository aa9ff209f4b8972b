"""An XML file from outside as UTF-8, piece by piece: of whatever encoding, with nothing that would end a parser."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from html.entities import html5
from itertools import chain
from typing import BinaryIO

from workbench.formats.decoding import decode
from workbench.formats.encodings import codec_named, guessed
from workbench.formats.xml_encoding import declared_encoding, is_true, is_utf_8, without_declaration
from workbench.memory.exchange.report import Reason, Report
from workbench.problem import Problem, WorkbenchError

PARTS = "\u2029"
"""Stands for the two U+001E (no characters of XML) between the plural forms of a text."""

_HEAD = 1 << 16
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ZEROS = (
    (re.compile(rb"\s?<\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0\0\0\s?\0*<"), "utf-32-be"),
    (re.compile(rb"(?:\s\0)*<\0"), "utf-16-le"),
    (re.compile(rb"(?:\0\s)*\0<"), "utf-16-be"),
)
"""How a file without a byte order mark begins in an encoding of several bytes a letter."""
_STRAY = re.compile("[\udc80-\udcff]")
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
_OTHER_BYTES: Reason = (
    "1 byte that is no UTF-8 is read as Windows-1252",
    "{} bytes that are no UTF-8 are read as Windows-1252",
    "look whether the umlauts are right",
)
_LOST: Reason = (
    "1 letter is lost, which its encoding has not",
    "{} letters are lost, which its encoding has not",
    "look whether the umlauts are right, or export it as UTF-8",
)


def utf8_chunks(file: BinaryIO, report: Report, size: int = 1 << 16) -> Iterator[bytes]:
    """The bytes of an XML file as UTF-8, without its declaration and byte order mark; its lines stay as they are.

    What encoding it is: byte order mark, zero bytes, the declaration where it is true of the first 64 kB, else as
    `decode` guesses from these. Control characters and references to them (`&#x1F;`) are left out and counted, a
    U+001E that Word means as a hyphen is one, and HTML's names of letters (`&nbsp;`) are these letters: none of them
    ends a parser. Raises WorkbenchError for bytes of no encoding, OSError as the file does.
    """
    head = file.read(_HEAD)
    start, encoding = _encoding(head, report)
    decoder = codecs.getincrementaldecoder(encoding)("surrogateescape" if encoding == "utf-8" else "replace")
    pieces = chain((head[start:],), iter(lambda: file.read(size), b""), (b"",))
    rest, line, is_first = "", 1, True
    for piece in pieces:
        text = rest + _decoded(decoder, piece, line, report)
        if is_first:
            text, is_first = without_declaration(text), False
        text, rest = _at_a_reference(text) if piece else (text, "")
        yield _mended(text, line, report).encode("utf-8", "replace")
        line += text.count("\n")


def _encoding(head: bytes, report: Report) -> tuple[int, str]:
    """How many bytes a byte order mark takes, and the encoding of a file that begins so."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if head.startswith(mark) and (encoding == "utf-8" or b"\0" in head):
            return len(mark), encoding
    if b"\0" in head[:200]:
        found = next((encoding for begins, encoding in _ZEROS if begins.match(head)), "")
        if not found:
            mend = "export the memory as TMX; other files of its program are not read"
            raise WorkbenchError(Problem(report.where, "is a binary file, no TMX", mend))
        return 0, found
    declared = declared_encoding(head)
    part = head if len(head) < _HEAD else head[: head.rfind(b"<")] if b"<" in head else head
    if is_true(declared or "UTF-8", part, whole=len(head) < _HEAD):
        return 0, "utf-8" if declared in ("", "UTF-8", "US-ASCII", "ASCII") else declared.lower()
    return 0, _guessed(part, declared, report)


def _guessed(part: bytes, declared: str, report: Report) -> str:
    """The encoding of bytes whose declaration lies, or is missing where they are no UTF-8; which is told."""
    claim = f"says that it is {declared}, and is not" if declared else "is not UTF-8"
    if is_utf_8(part, whole=False):
        report.note(f"{claim}: read as UTF-8")
        return "utf-8"
    decoded = decode(part, report.where)
    how = decoded.remark.what.removeprefix("is not UTF-8: ") if decoded.remark else "read as UTF-8"
    report.note(f"{claim}: {how} – look whether the umlauts are right")
    guess = guessed(part)
    return codec_named(guess.encoding) if guess and guess.text == decoded.text else "utf-8"


def _decoded(decoder: codecs.IncrementalDecoder, piece: bytes, line: int, report: Report) -> str:
    """The next letters; bytes that are no UTF-8 are read as Windows-1252."""
    try:
        text = decoder.decode(piece, final=not piece)
    except UnicodeError:
        raise WorkbenchError(Problem(report.where, "is of no known encoding", "export it as UTF-8")) from None
    if decoder.errors == "surrogateescape":
        if not text.isascii() and (found := _STRAY.search(text)):
            line += text.count("\n", 0, found.start())
            text, often = _STRAY.subn(_as_windows_1252, text)
            report.leave(line, _OTHER_BYTES, often)
    elif not text.isascii() and (often := text.count("\ufffd")):
        report.leave(line + text.count("\n", 0, text.index("\ufffd")), _LOST, often)
    return text


def _as_windows_1252(found: re.Match[str]) -> str:
    return bytes((ord(found[0]) - 0xDC00,)).decode("cp1252", "replace")


def _at_a_reference(text: str) -> tuple[str, str]:
    """The text, and what is kept for the next piece: a reference, or two of them, that may be cut in two."""
    tail = text[-_LONGEST_REFERENCE:]
    at = tail.find("&")
    cut = len(text) - len(tail) + at if at >= 0 else len(text) - text.endswith("\x1e")
    return text[:cut], text[cut:]


def _mended(text: str, line: int, report: Report) -> str:
    """The text with nothing in it that a parser ends at, but for markup that is broken."""
    if not _ODD.search(text):
        return text
    lost: list[int] = []
    unknown: list[int] = []

    def mended(found: re.Match[str]) -> str:
        letter = _letter(found[0])
        if not letter:
            (unknown if letter is None else lost).append(found.start())
        return " " if letter is None else letter

    made = _TO_MEND.sub(mended, text)
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
        return "\u2011"  # as Word has it in its files
    allowed = number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or number >= 0x10000
    return f"&#{number};" if allowed and number < 0x110000 else ""
