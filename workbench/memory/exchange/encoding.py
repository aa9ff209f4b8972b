"""Files from outside as letters, piece by piece: which encoding they are in, and bytes that do not belong there."""

from __future__ import annotations

import re

from workbench.formats.decoding import BYTE_ORDER_MARKS, decode
from workbench.formats.encodings import codec_named, guessed
from workbench.formats.xml_encoding import declared_encoding, is_true, is_utf_8
from workbench.memory.exchange.report import Reason, Report
from workbench.problem import Problem, WorkbenchError

HEAD = 1 << 16
"""Bytes from which the encoding is told."""

_ZEROS = (
    (re.compile(rb"\s?<\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0\0\0\s?\0*<"), "utf-32-be"),
    (re.compile(rb"(?:\s\0)*<\0"), "utf-16-le"),
    (re.compile(rb"(?:\0\s)*\0<"), "utf-16-be"),
)
"""How a file without a byte order mark begins in an encoding of several bytes a letter."""
_BEYOND_ASCII = bytes(range(0x80, 0x100))
_AS_UTF_8 = frozenset(("", "UTF-8", "US-ASCII", "ASCII"))
_STRAY = re.compile("[\udc80-\udcff]")
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


def begun(head: bytes, report: Report) -> tuple[int, str]:
    """How many bytes a byte order mark takes, and the encoding of a file that begins so."""
    if marked := _by_mark(head):
        return marked
    if b"\0" in head[:200]:
        return 0, _by_zeros(head, report)
    declared = declared_encoding(head)
    if is_true(declared or "UTF-8", head, whole=len(head) < HEAD):
        return 0, "utf-8" if declared in _AS_UTF_8 else declared.lower()
    return 0, _guessed(head if len(head) < HEAD else head.rstrip(_BEYOND_ASCII), declared, report)


def _by_mark(head: bytes) -> tuple[int, str] | None:
    """The length of the byte order mark, and what it says; None where there is none, or one that lies."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if head.startswith(mark) and (encoding == "utf-8" or b"\0" in head):
            return len(mark), encoding
    return None


def _by_zeros(head: bytes, report: Report) -> str:
    """The encoding of several bytes a letter that a file is in. Raises WorkbenchError where that is none."""
    found = next((encoding for begins, encoding in _ZEROS if begins.match(head)), "")
    if not found:
        mend = "export the memory as TMX, or as a table of text"
        raise WorkbenchError(Problem(report.where, "is a binary file", mend))
    return found


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


def errors_of(encoding: str) -> str:
    """What Python's decoder is to make of bytes that an encoding has not, for `mended`."""
    return "surrogateescape" if encoding == "utf-8" else "replace"


def mended(text: str, encoding: str, line: int, report: Report) -> str:
    """A text that was decoded so, with its bytes that are no UTF-8 as Windows-1252 has them; what is lost is told."""
    if text.isascii():
        return text
    if encoding != "utf-8":
        if often := text.count("\ufffd"):
            report.leave(line + text.count("\n", 0, text.index("\ufffd")), _LOST, often)
    elif found := _STRAY.search(text):
        line += text.count("\n", 0, found.start())
        text, often = _STRAY.subn(_as_windows_1252, text)
        report.leave(line, _OTHER_BYTES, often)
    return text


def _as_windows_1252(found: re.Match[str]) -> str:
    return bytes((ord(found[0]) - 0xDC00,)).decode("cp1252", "replace")
