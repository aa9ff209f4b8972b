"""XML from outside: parsed without entities, without the network, and told in one line where it is none."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

_MOST_TAGS = 5_000_000
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TOO_DEEP = re.compile(r"depth.*?(\d+)")
_NO_NAME = re.compile(r" \(<string>, line \d+\)$")
_ENCODINGS = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


def parsed(data: bytes, where: Path, part: str = "", *, doctype: bool = False) -> Any:
    """The root element of an XML file, or of a `part` inside of one.

    Raises WorkbenchError for what is damaged, has more than 5 million tags, elements nested more than 256 deep
    (libxml2's own limit), or declares entities (a document type without any is let through where `doctype` says so).
    External files are never read.
    """
    from lxml import etree

    must_declare_nothing(data, where, part, doctype=doctype)
    if data.count(b"<") > _MOST_TAGS:
        what = f"has more than {_MOST_TAGS:,} tags{_in(part)}"
        raise WorkbenchError(Problem(where, what, "split it into several files"))
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_blank_text=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise WorkbenchError(unparsed(str(error), where, part)) from None


def written(root: Any, *, like: bytes = b"") -> bytes:
    """An element's document as bytes: UTF-8, with the declaration that the bytes it was parsed from begin with.

    What stands before and after the root element (comments, processing instructions, a document type) is kept.
    """
    from lxml import etree

    tree = root.getroottree()
    head = b""
    if like.lstrip(b"\xef\xbb\xbf")[:5] == b"<?xml":
        standalone = re.search(rb"standalone=[\"'](yes|no)[\"']", like[:200])
        tail = f' standalone="{standalone[1].decode()}"' if standalone else ""
        head = f'<?xml version="1.0" encoding="UTF-8"{tail}?>\n'.encode()
    return head + bytes(etree.tostring(tree, encoding="UTF-8", xml_declaration=False))


def canonical(data: bytes) -> bytes:
    """XML in the one form that all files which say the same have (Canonical XML 2.0, W3C 2013)."""
    from lxml import etree

    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    return bytes(etree.tostring(root, method="c14n2"))


def must_declare_nothing(data: bytes, where: Path, part: str = "", *, doctype: bool = False) -> None:
    """Raises WorkbenchError for XML, or a piece of it, that declares a document type, or entities (see `parsed`)."""
    found = _DOCTYPE.search(data) or any("<!DOCTYPE".encode(encoding) in data for encoding in _ENCODINGS)
    if not found or (doctype and b"<!ENTITY" not in data and not isinstance(found, bool)):
        return
    what = f"declares a document type or entities{_in(part)}, which may pull other files in"
    raise WorkbenchError(Problem(where, what, "do not trust this file"))


def unparsed(error: str, where: Path, part: str = "") -> Problem:
    """What is told of XML that a parser ended at with this error."""
    if too_deep := _TOO_DEEP.search(error):
        what = f"has elements nested more than {too_deep[1]} deep{_in(part)}"
        return Problem(where, what, "do not trust this file")
    if error.startswith("Document is empty"):
        return Problem(where, f"is empty{_in(part)}", "open it in the program that made it and save it again")
    what = f"is damaged{_in(part)}: {_NO_NAME.sub('', clean_line(error))[:120]}"
    return Problem(where, what, "open it in the program that made it and save it again")


def _in(part: str) -> str:
    return f" in {clean_line(part)[:80]}" if part else ""
