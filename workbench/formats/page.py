"""Whether bytes are a web page, and its characters whatever its server says of them."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from workbench.formats.decoding import decode
from workbench.problem import WorkbenchError

ARCHIVE_SUFFIXES = (".mhtml", ".mht")
"""Of a page that was saved as one file (see `web_archive`)."""

_PASSWORD = re.compile(rb"<input\b[^>]{0,500}\btype\s*=\s*[\"']?password", re.IGNORECASE)
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,200}charset\s*=\s*[\"']?([\w-]{1,40})|<\?xml[^>]{0,100}encoding=[\"']([\w-]{1,40})", re.IGNORECASE
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head)\b", re.IGNORECASE | re.DOTALL
)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def looks_like_html(data: bytes) -> bool:
    """Whether a file begins as a web page does."""
    return _HTML.match(data[:5_000].removeprefix(codecs.BOM_UTF8)) is not None


def asks_for_password(data: bytes) -> bool:
    """Whether a page has a field for a password."""
    return _PASSWORD.search(data) is not None


def in_utf8(data: bytes, charset: str) -> str:
    """The text of a page. `charset`: what the server says it is in; what its bytes say goes before that.

    What can be read as UTF-8 is that, since nothing else looks like it by chance; then the server's word counts, then
    the page's own, then the look of its letters.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for encoding in ("utf-8", charset, _declared(data)):
        if (text := _read_as(data, encoding)) is not None:
            return text
    try:
        return decode(data, Path("page")).text
    except WorkbenchError:
        return data.decode("utf-8", "replace")


def kept(data: bytes, charset: str) -> bytes:
    """A page's bytes as a file that says itself in which characters it is, now that no server does.

    They stay as they are where every reader takes them for what they are; else it is UTF-8 with a byte order mark,
    which goes before what the page declares (HTML Standard, 13.2.3.2).
    """
    said, text = _declared(data), in_utf8(data, charset)
    if data.startswith(tuple(mark for mark, _ in _MARKS)) or data.isascii():
        return data
    if said and _read_as(data, said) == text:
        return data
    return codecs.BOM_UTF8 + text.encode("utf-8", "replace")


def _declared(data: bytes) -> str:
    """The encoding that a page says it is in; empty where it says nothing."""
    found = _DECLARED.search(data[:2_000])
    return (found[1] or found[2]).decode("ascii", "replace") if found else ""


def _read_as(data: bytes, encoding: str) -> str | None:
    """The text in an encoding, by the name that servers give it; None where it is not in that, or there is none."""
    name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(encoding.lower(), encoding)
    try:
        return data.decode(name) if name and codecs.lookup(name)._is_text_encoding else None
    except (LookupError, UnicodeError, ValueError):
        return None
