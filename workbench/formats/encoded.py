"""From characters back to bytes, in the encoding that a file had."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLDER = ("cp1252", "mac_roman", "cp850", "cp437", "iso8859_2", "cp1250", "iso8859_15")


def encoded_like(content: str, data: bytes, text: str) -> bytes:
    """A text as bytes, in the encoding in which `data` is `text` (see `decode`), with its byte order mark.

    Where that has no sign for one of its letters, or is not to be found, it is UTF-8 with a byte order mark.
    """
    if content == text:
        return data
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return mark + content.encode(encoding, "replace")
    encoding = next((one for one in ("utf-8", *_OLDER) if _is_in(text, one, data)), "")
    try:
        return content.encode(encoding or "utf-8-sig")
    except UnicodeError:
        return codecs.BOM_UTF8 + content.encode("utf-8", "replace")


def _is_in(text: str, encoding: str, data: bytes) -> bool:
    try:
        return text.encode(encoding) == data
    except UnicodeError:
        return False
