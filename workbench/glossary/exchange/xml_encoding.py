"""XML as its bytes are, where its declaration says something else of them."""

from __future__ import annotations

import codecs

from workbench.formats.decoding import decode
from workbench.formats.xml_encoding import declared_encoding, is_true, without_declaration
from workbench.glossary.exchange.concept import Told

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def as_it_is(data: bytes, told: Told) -> bytes:
    """The file for an XML parser: its own bytes where its declaration is true (see `is_true`), else as UTF-8, which
    is told. Raises WorkbenchError as `decode` does.
    """
    if data.startswith(_UTF_16) or b"\0" in data[:200]:
        return data  # its bytes say what it is; a parser believes these
    bare = data.removeprefix(codecs.BOM_UTF8)
    declared = declared_encoding(bare)
    if is_true(declared or "UTF-8", bare):
        return data
    text, remark = decode(bare, told.where)
    how = remark.what.removeprefix("is not UTF-8: ") if remark else "read as UTF-8"
    claim = f"says that it is {declared}, and is not" if declared else "is not UTF-8"
    told.notes.append(f"{claim}: {how}{f' – {remark.mend}' if remark else ''}")
    return without_declaration(text).encode()
