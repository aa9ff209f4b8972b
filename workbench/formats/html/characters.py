"""From a page's bytes to its characters and back, in the encoding that it has."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workbench.formats.decoding import decode
from workbench.problem import Problem, WorkbenchError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})|<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_WITHIN = 4_096
"""Bytes: browsers look for a declaration in the first 1,024; pages that are saved have it later sometimes."""
_LATIN_1 = frozenset({"iso8859-1", "latin-1", "ascii"})
_TRUSTED = re.compile(r"utf-8|cp125\d|iso8859-\d+|mac-roman|cp850|koi8-r")
_GUESSED = ("cp1252", "mac_roman", "cp850", "iso8859-15", "cp1250")
_ARCHIVE = re.compile(
    rb"\A(?:From: <Saved by|(?:[\w-]+:.*\r?\n(?:\s.*\r?\n)*)*?Content-Type: multipart/related)", re.IGNORECASE
)
_BINARY = (b"%PDF-", b"{\\rtf", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b")


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a page. `codec`: what they are written in again, behind the byte order `mark`.

    `plain`: new text is written in ASCII, with references for all other letters, since what the page says of its
    encoding is not true.
    """

    text: str
    codec: str
    mark: bytes = b""
    plain: bool = False
    remark: Problem | None = None

    def written(self, parts: Iterable[tuple[str, bool]]) -> bytes:
        """The bytes of stretches of a page; each with whether it is new. A letter that does not fit is a reference."""
        made = [self.mark]
        for text, new in parts:
            if not new:
                made.append(text.encode(self.codec, "surrogateescape"))
            elif self.plain:
                made.append(text.encode("ascii", "xmlcharrefreplace").decode().encode(self.codec))
            else:
                made.append(_safe(text).encode(self.codec, "xmlcharrefreplace"))
        return b"".join(made)


def characters_in(data: bytes, where: Path) -> Characters:
    """The characters of a page, which is in the encoding of its byte order mark, or the one that it declares, or that
    fits. Raises WorkbenchError for what is no text.
    """
    if data.startswith(_BINARY):
        decode(data, where)
    if _ARCHIVE.search(data[:2_000]):
        what = "this is a page saved as one file of the kind MHTML"
        raise WorkbenchError(Problem(where, what, "name it .mhtml and take it in with workbench import"))
    found = _marked(data, where) or _unmarked(data, where)
    if "\0" in found.text:
        line = found.text.count("\n", 0, found.text.index("\0")) + 1
        what = "has bytes of value 0 in it, as no page has"
        raise WorkbenchError(Problem(where, what, "save the page anew from a browser", line))
    return found


def _marked(data: bytes, where: Path) -> Characters | None:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            try:
                return Characters(data[len(mark) :].decode(codec), codec, mark)
            except UnicodeDecodeError:
                decode(data, where)
    return None


def _unmarked(data: bytes, where: Path) -> Characters:
    declared = _declared(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if declared and declared != "utf-8":
            return Characters(data.decode(declared, "surrogateescape"), declared)
        return _guessed(data, where, declared)
    if declared and declared != "utf-8" and not text.isascii():
        what = f"says that it is in {declared}, and is in UTF-8; read as that"
        return Characters(text, "utf-8", plain=True, remark=Problem(where, what, "look whether the umlauts are right"))
    return Characters(text, declared or "utf-8", plain=not declared and text.isascii())


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_WITHIN])
    if not found:
        return ""
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return ""
    if name in _LATIN_1:
        return "cp1252"  # as browsers read it
    if name.startswith("utf-16"):
        return "utf-8"  # it could not be read if it were true
    return name if _TRUSTED.fullmatch(name) else ""


def _guessed(data: bytes, where: Path, declared: str) -> Characters:
    read = decode(data, where)
    for codec in _GUESSED:
        try:
            if data.decode(codec) == read.text:
                return Characters(read.text, codec, plain=True, remark=read.remark)
        except UnicodeDecodeError:
            continue
    return Characters(read.text, "utf-8", remark=read.remark)


def _safe(text: str) -> str:
    return text.encode("utf-8", "replace").decode() if any("\ud800" <= one <= "\udfff" for one in text) else text
