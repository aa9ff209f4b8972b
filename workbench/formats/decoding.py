"""From a file's bytes to its characters."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from workbench.problem import Problem, WorkbenchError

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a zip file or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAVE_AS_TEXT = "open it in the program it was made with and save it as plain text (UTF-8)"
_SAVE_AS_UTF8 = "save it as UTF-8 in an editor that shows its letters right"


def decode(data: bytes, where: Path) -> str:
    """Return the characters of a text file: UTF-8, UTF-16 or UTF-32 with a byte order mark, or Windows-1252.

    Windows-1252 is what bytes are taken for that are not UTF-8. Raises WorkbenchError, with the line where
    there is one, for what is no text (an image renamed to .txt), for damaged UTF-8, and for bytes that
    neither encoding has.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise WorkbenchError(Problem(where, f"this is {kind}, not plain text", _SAVE_AS_TEXT))
    text = _decode(data, where)
    if "\0" in text or len(_CONTROL.findall(text)) * 100 > len(text):
        raise WorkbenchError(Problem(where, "this is a binary file, not text", _SAVE_AS_TEXT))
    return text


def _decode(data: bytes, where: Path) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                what = f"its byte order mark says {encoding.upper()}, but its bytes are not"
                line = _line(data, len(mark) + error.start)
                raise WorkbenchError(Problem(where, what, _SAVE_AS_UTF8, line)) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows_1252(data, where, error.start)


def _windows_1252(data: bytes, where: Path, first_bad: int) -> str:
    if b"\0" in data:
        raise WorkbenchError(Problem(where, "this is a binary file, not text", _SAVE_AS_TEXT))
    read_as_utf8 = data.decode("utf-8", errors="replace")
    damaged = read_as_utf8.count("\ufffd")
    if sum(character > "\x7f" for character in read_as_utf8) > 2 * damaged:
        what = f"damaged UTF-8: byte 0x{data[first_bad]:02x} does not belong there"
        raise WorkbenchError(Problem(where, what, _SAVE_AS_UTF8, _line(data, first_bad)))
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        what = f"byte 0x{data[error.start]:02x} is neither UTF-8 nor Windows-1252"
        raise WorkbenchError(Problem(where, what, _SAVE_AS_UTF8, _line(data, error.start))) from error


def _line(data: bytes, offset: int) -> int:
    """The line (from 1) a byte stands in."""
    return data.count(b"\n", 0, offset) + 1
