"""From a file's bytes to its characters."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from workbench.formats.encodings import fits, guessed
from workbench.formats.garbled import garbled
from workbench.problem import Problem, WorkbenchError

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""What a text may begin with, and the encoding that it says."""
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
_BEYOND_ASCII = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]"
)
"""A character of UTF-8 that is none of ASCII, or a byte that belongs to none."""
_IN_GERMAN = re.compile(rb"[\xc2-\xc5].|\xe2(?:\x80.|\x82\xac)", re.DOTALL)
_NOT_IN_GERMAN = re.compile(rb"(?:(?<=[A-Za-z\xe4\xf6\xfc])\xdf|(?<=\x84)\xdc)[\x85\x91-\x94\x96\x9b\xab\xbb]")
"""An ß with a quotation mark, a dash or … behind it, or „Ü“, in Windows-1252; in UTF-8, a letter of N'Ko or Syriac."""
_LINE_END = re.compile(rb"\r\n|\n|\r")
_SAVE_AS_TEXT = "open it in the program it was made with and save it as plain text (UTF-8)"
_SAVE_AS_UTF8 = "save it as UTF-8 in an editor that shows its letters right"


_LOOK = "look whether the umlauts are right"
_GET_ANEW = "get the text anew, saved as UTF-8, or retype these words"


class Decoded(NamedTuple):
    """The characters of a file. `remark`: how they had to be read, or what is wrong with them; None if all is well."""

    text: str
    remark: Problem | None = None


def kind_of(data: bytes) -> str:
    """What a file is that begins so, where it is surely no text: `a PDF file`; empty elsewhere."""
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), "")


def decode(data: bytes, where: Path) -> Decoded:
    """Return the characters of a text file: UTF-8, UTF-16 or UTF-32 with a byte order mark, or an older encoding.

    The remark tells of every text that is not surely as it was written: one in an encoding that is guessed
    (Windows-1252, MacRoman …; see `guessed`), UTF-8 with bytes of Windows-1252 in it, UTF-8 that was read wrongly
    before it was saved (`Ã¤`), letters that were lost (U+FFFD). Raises WorkbenchError, with the line where there is
    one, for what is no text (an image renamed to .txt), for damaged UTF-8, and for bytes that no encoding has.
    """
    if kind := kind_of(data):
        raise WorkbenchError(Problem(where, f"this is {kind}, not plain text", _SAVE_AS_TEXT))
    decoded = _decode(data, where)
    text = decoded.text
    if "\0" in text or len(_CONTROL.findall(text)) * 100 > len(text):
        raise WorkbenchError(Problem(where, _no_text(data), _SAVE_AS_TEXT))
    return decoded if decoded.remark else Decoded(text, _damage(text, where))


def _decode(data: bytes, where: Path) -> Decoded:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding))
            except UnicodeDecodeError as error:
                what = f"its byte order mark says {encoding.upper()}, but its bytes are not"
                line = _line(data, len(mark) + error.start)
                raise WorkbenchError(Problem(where, what, _SAVE_AS_UTF8, line)) from error
    try:
        text = data.decode("utf-8")
        first_bad = -1 if text.isascii() or not (odd := _NOT_IN_GERMAN.search(data)) else odd.start()
    except UnicodeDecodeError as error:
        text, first_bad = "", error.start
    if first_bad < 0:
        return Decoded(text)
    if b"\0" in data:
        raise WorkbenchError(Problem(where, _no_text(data), _SAVE_AS_TEXT))
    return _mixed(data, where) or _older(data, where, first_bad)


def _mixed(data: bytes, where: Path) -> Decoded | None:
    """UTF-8 with bytes of Windows-1252 in it, as texts have that were put together; None for another encoding.

    Raises WorkbenchError for UTF-8 that is damaged: its stray bytes are no letters that could stand there.
    """
    characters, strays = _characters(data)
    german = sum(bool(_IN_GERMAN.fullmatch(data, *span)) for span in characters)
    if not german and len(characters) <= 2 * len(strays):
        return None
    text, places = _read_with_strays(data, strays)
    good, bad = fits(text, places)
    if bad and bad >= good:
        guess = guessed(data)
        if guess and guess.good and not guess.bad:
            return None
        what = f"damaged UTF-8: byte 0x{data[strays[0]]:02x} does not belong there"
        raise WorkbenchError(Problem(where, what, _SAVE_AS_UTF8, _line(data, strays[0])))
    number = "1 letter" if len(strays) == 1 else f"{len(strays):,} letters"
    what = f"is UTF-8, but for {number} in Windows-1252 (first: '{_word_at(text, places[0])}'); read so"
    return Decoded(text, Problem(where, what, _LOOK, _line(data, strays[0])))


def _characters(data: bytes) -> tuple[list[tuple[int, int]], list[int]]:
    """Where the characters of UTF-8 are that are none of ASCII, and the bytes that belong to none."""
    characters: list[tuple[int, int]] = []
    strays: list[int] = []
    for match in _BEYOND_ASCII.finditer(data):
        start, end = match.span()
        if end - start > 1 and not _NOT_IN_GERMAN.fullmatch(data, start, end):
            characters.append((start, end))
        else:
            strays += range(start, end)
    return characters, strays


def _read_with_strays(data: bytes, strays: list[int]) -> tuple[str, list[int]]:
    """UTF-8 with bytes of Windows-1252 at these places as text, and where in it they stand."""
    parts: list[str] = []
    places = []
    length = end = 0
    for stray in strays:
        part = data[end:stray].decode("utf-8")
        places.append(length + len(part))
        parts += [part, data[stray : stray + 1].decode("cp1252", "replace")]
        length, end = places[-1] + 1, stray + 1
    return "".join([*parts, data[end:].decode("utf-8")]), places


def _older(data: bytes, where: Path, first_bad: int) -> Decoded:
    guess = guessed(data)
    if guess is None:
        what = f"byte 0x{data[first_bad]:02x} is neither UTF-8 nor Windows-1252"
        raise WorkbenchError(Problem(where, what, _SAVE_AS_UTF8, _line(data, first_bad)))
    return Decoded(guess.text, Problem(where, f"is not UTF-8: read as {guess.encoding}", _LOOK))


def _damage(text: str, where: Path) -> Problem | None:
    """What was done to a text before it was saved: letters that were read in a wrong encoding, or lost."""
    found = garbled(text)
    if found:
        more = f", {found.times:,} such places" if found.times > 1 else ""
        what = f"letters were garbled when it was saved: '{found.word}' for '{found.meant}'{more}"
        return Problem(where, what, _GET_ANEW, _line(text[: found.at].encode(), found.at * 4))
    lost = text.find("\ufffd")
    if lost < 0:
        return None
    what = f"letters were lost when it was saved ('{_word_at(text, lost)}')"
    return Problem(where, what, _GET_ANEW, _line(text[:lost].encode(), lost * 4))


def _word_at(text: str, place: int) -> str:
    """The word that has a letter of a text."""
    before = text[max(0, place - 20) : place].split()
    start = len(before[-1]) if before and place and not text[place - 1].isspace() else 0
    return text[place - start :][:40].split(maxsplit=1)[0]


def _no_text(data: bytes) -> str:
    odd, even = data[1:1000:2].count(0), data[:1000:2].count(0)
    if 3 * max(odd, even) > min(len(data), 1000) and min(odd, even) * 20 <= max(odd, even):
        return "this is UTF-16 without a byte order mark, or a binary file"
    return "this is a binary file, not text"


def _line(data: bytes, offset: int) -> int:
    """The line (from 1) a byte stands in."""
    return sum(1 for _ in _LINE_END.finditer(data, 0, offset)) + 1
