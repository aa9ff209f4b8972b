"""The check before anything is handed over: what was written is read again and counted against the record.

Where a format keeps segments and codes, all of them are compared; documents for people are searched for every stretch
of their texts, in order. A difference is an error, and no file goes out.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from workbench.export import delimited, po, tmx
from workbench.export.delivery import Delivery
from workbench.export.passages import laid_out, passages
from workbench.export.returned_xlsx import read_xlsx
from workbench.export.units import LOST, Unit, must_hold_units, units_of
from workbench.export.xliff_reading import xliff_units
from workbench.problem import Problem, WorkbenchError
from workbench.text import Code, Inline, clean_line

_BACKSLASH = re.compile(r"\\([!-/:-@\[-`{-~])")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def must_hold(data: bytes, delivery: Delivery, to: str, what: str) -> None:
    """Raises WorkbenchError where a file has lost words, segments or codes of what is handed over in it.

    A format that nothing here can read is let through.
    """
    where = clean_line(delivery.record.source)
    if what == "bilingual" and to in _UNITS:
        must_hold_units(_wanted(delivery, to), _UNITS[to](data), where)
    elif to in _TEXTS:
        _must_say(_TEXTS[to](data), _stretches(delivery, to, what), where)


def _wanted(delivery: Delivery, to: str) -> Sequence[Unit]:
    if to in ("tmx", "tmx1"):
        return (tmx.pairs_of if to == "tmx" else tmx.plain_pairs_of)(delivery.record)
    found = units_of(delivery, skipped=to != "po")
    return [_as_openpyxl(unit) for unit in found] if to == "xlsx" else found


def _as_openpyxl(unit: Unit) -> Unit:
    """As openpyxl reads it, which takes out these letters wherever they stand (its cell/rich_text.py)."""
    source, target = (Inline.parsed(text.shown().replace("x005F_", "")) for text in (unit.source, unit.target))
    return replace(unit, source=source, target=target)


def _from_xliff(data: bytes) -> list[Unit]:
    _, units = xliff_units(data, Path("xliff"))
    return [Unit(unit.id, unit.source, unit.target or Inline("")) for unit in units]


_UNITS: Mapping[str, Callable[[bytes], Sequence[Unit]]] = MappingProxyType(
    {
        "xliff": _from_xliff,
        "xliff12": _from_xliff,
        "tmx": tmx.read_tmx,
        "tmx1": tmx.read_tmx,
        "po": po.read_po,
        "csv": delimited.read_csv,
        "tsv": delimited.read_tsv,
        "xlsx": lambda data: read_xlsx(data, Path("xlsx")),
    }
)
"""What reads a format again, segment by segment."""


def _stretches(delivery: Delivery, to: str, what: str) -> Iterator[tuple[int, str]]:
    """What a document for people has to say, in order, with the number of the paragraph: stretches without codes."""
    if what == "english":
        found = passages(delivery.record)
        for passage in found if to == "txt" else laid_out(found):
            yield from ((passage.number, part) for part in _between(passage.inline))
        return
    going = (n for n in range(1, len(delivery.record.paragraphs) + 1) if n - 1 not in delivery.left_out)
    for number, unit in zip(going, units_of(delivery), strict=True):
        for text in (unit.source, unit.target):
            yield from ((number, part) for part in _between(text))


def _between(inline: Inline) -> Iterator[str]:
    """The text between the codes: at a code a document may have a sign of its own, a footnote's number, an address."""
    text = ""
    for part in inline:
        if isinstance(part, Code):
            yield text
            text = ""
        else:
            text += part
    yield text


def _must_say(text: str, wanted: Iterator[tuple[int, str]], where: str) -> None:
    """Every stretch, one after the other; white space does not count."""
    said, at = "".join(text.split()), 0
    for number, part in wanted:
        letters = "".join(part.split())
        found = said.find(letters, at)
        if found < 0:
            what = f"has lost words of segment {number:,}: “{clean_line(part)[:60]}”"
            raise WorkbenchError(Problem(where, f"the file {what}", LOST))
        at = found + len(letters)


def _docx_text(data: bytes) -> str:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return "".join(element.text or "" for element in root.iter(_WORD))


def _odt_text(data: bytes) -> str:
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("content.xml"))
    return "".join(root.itertext())


def _html_text(data: bytes) -> str:
    from lxml import html

    return str(html.document_fromstring(data.decode()).text_content())


def _markdown_text(data: bytes) -> str:
    """Without the marks of quotations, the backslashes of escapes and of line breaks."""
    return _BACKSLASH.sub(r"\1", data.decode().replace("\n>", "\n").replace("\\\n", "\n"))


_TEXTS: Mapping[str, Callable[[bytes], str]] = MappingProxyType(
    {
        "docx": _docx_text,
        "odt": _odt_text,
        "html": _html_text,
        "md": _markdown_text,
        "txt": lambda data: data.decode(),
    }
)
"""What reads the words of a document for people."""
