"""The text of a file that is written back in its own encoding, so that what does not change stays byte for byte."""

from __future__ import annotations

import codecs
import re

_KNOWN = re.compile(r"utf-8|utf-16-[lb]e|ascii|iso8859-\d+|cp(?:125\d|437|850|852)|mac-roman|koi8-r")


def exactly(data: bytes, encoding: str) -> str | None:
    """The text of bytes in an encoding; None where it is not known here, or would not give the same bytes again."""
    if not is_kept(encoding):
        return None
    try:
        text = data.decode(encoding)
        return text if text.encode(encoding) == data else None
    except UnicodeError:
        return None


def is_kept(encoding: str) -> bool:
    """Whether an encoding is one that files are written back in."""
    try:
        return _KNOWN.fullmatch(codecs.lookup(encoding).name) is not None
    except (LookupError, ValueError):
        return False
