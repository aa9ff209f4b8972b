"""Which encoding an XML file is in, where its declaration may say something else than its bytes do."""

from __future__ import annotations

import codecs
import re

DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DECLARED = re.compile(rb"\A\s*<\?xml[^>]*?\sencoding\s*=\s*['\"]([\w.:-]+)['\"][^>]*\?>")


def declared_encoding(data: bytes) -> str:
    """The encoding that an XML file declares, in capitals; empty where it declares none."""
    found = _DECLARED.match(data)
    return found[1].decode("ascii").upper() if found else ""


def is_true(declared: str, data: bytes, *, whole: bool = True) -> bool:
    """Whether bytes can be of the encoding that is declared: one of several that can be is UTF-8.

    A declaration lies that says UTF-16 of UTF-8, Latin-1 of UTF-8 (umlauts would come out as `Ã¤`), UTF-8 of
    Windows-1252, or an encoding that nobody knows. `whole`: whether these are all the bytes of the file: the last
    letter of a part may be cut in two.
    """
    older = not declared.startswith("UTF") and _is_known(declared)
    return (declared == "UTF-8" or (older and data.isascii())) if is_utf_8(data, whole=whole) else older


def without_declaration(text: str) -> str:
    """The text without its declaration, of which the lines stay."""
    return DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), text.lstrip("\ufeff")).lstrip(" \t")


def is_utf_8(data: bytes, *, whole: bool = True) -> bool:
    """Whether bytes are UTF-8; of a part that is not the `whole`, the last letter may be cut in two."""
    try:
        codecs.utf_8_decode(data, "strict", whole)
    except UnicodeDecodeError:
        return False
    return True


def _is_known(encoding: str) -> bool:
    try:
        b"a".decode(encoding, "replace")
    except (LookupError, UnicodeError):
        return False
    return True
