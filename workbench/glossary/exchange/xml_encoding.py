"""XML as its bytes are, where its declaration says something else of them."""

from __future__ import annotations

import codecs
import re

from workbench.formats.decoding import decode
from workbench.glossary.exchange.concept import Told

_DECLARED = re.compile(rb"\A\s*<\?xml[^>]*?\sencoding\s*=\s*['\"]([\w.:-]+)['\"][^>]*\?>")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def as_it_is(data: bytes, told: Told) -> bytes:
    """The file for an XML parser: its own bytes where its declaration is true, else as UTF-8, which is told.

    A declaration lies that says UTF-16 of UTF-8, Latin-1 of UTF-8 (umlauts would come out as `Ã¤`), UTF-8 of
    Windows-1252, or an encoding that nobody knows. Raises WorkbenchError as `decode` does.
    """
    if data.startswith(_UTF_16) or b"\0" in data[:200]:
        return data  # its bytes say what it is; a parser believes these
    bare = data.removeprefix(codecs.BOM_UTF8)
    found = _DECLARED.match(bare)
    declared = found[1].decode("ascii").upper() if found else "UTF-8"
    if _is_true(declared, bare):
        return data
    text, remark = decode(bare, told.where)
    how = remark.what.removeprefix("is not UTF-8: ") if remark else "read as UTF-8"
    claim = f"says that it is {declared}, and is not" if found else "is not UTF-8"
    told.notes.append(f"{claim}: {how}{f' – {remark.mend}' if remark else ''}")
    return _without_declaration(text)


def _is_true(declared: str, data: bytes) -> bool:
    """Whether bytes can be of the encoding that is declared: one of several that can be is UTF-8."""
    older = not declared.startswith("UTF") and _is_known(declared)
    return (declared == "UTF-8" or (older and data.isascii())) if _is_utf_8(data) else older


def _without_declaration(text: str) -> bytes:
    """The text without its declaration, of which the lines stay."""
    return _DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), text.lstrip("\ufeff")).lstrip(" \t").encode()


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_known(encoding: str) -> bool:
    try:
        return bool(codecs.lookup(encoding))
    except LookupError:
        return False
