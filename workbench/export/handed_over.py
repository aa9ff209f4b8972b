"""What was handed over, kept inside of the file that a reviewer gets: XML of the workbench's own, which they never see.

With it the file can be compared three ways when it comes back: as it was handed over, as they left it, as it is now.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.export.rows import Row
from workbench.formats import CodeRole, Markup
from workbench.formats.safe_xml import parsed
from workbench.text import Inline

SPACE = "urn:workbench:handed-over:1"
_NUMBER = re.compile(r"[1-9]\d{0,6}", re.ASCII)
_ROLES: Mapping[str, CodeRole] = {
    "bold": "bold",
    "italic": "italic",
    "strike": "strike",
    "link": "link",
    "note": "note",
    "image": "image",
    "code": "code",
    "break": "break",
}


@dataclass(frozen=True, slots=True)
class Kept:
    """One paragraph as it was handed over. `number` counts from 1; `said`: the lines of its last column."""

    id: str
    number: int
    source: Inline
    target: Inline
    markup: tuple[Markup, ...] = ()
    note: str = ""
    label: str = ""
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A document as it was handed over: the name of its article, and its paragraphs by their ids, in order.

    `lines`: what stands above the table.
    """

    document: str
    kept: Mapping[str, Kept]
    lines: frozenset[str] = frozenset()


def as_xml(document: str, rows: Iterable[Row], said: Mapping[int, tuple[str, ...]], lines: Iterable[str] = ()) -> bytes:
    """What is kept of a document. `said`: the lines of each row's last column, by its number.

    `lines`: what stands above the table.
    """
    from lxml import etree

    root = etree.Element(f"{{{SPACE}}}handed-over", nsmap={None: SPACE}, document=document)
    for line in lines:
        etree.SubElement(root, f"{{{SPACE}}}line").text = line
    for row in rows:
        of_row = etree.SubElement(root, f"{{{SPACE}}}paragraph", id=row.id, number=str(row.number), state=row.label)
        texts = (("source", row.source.shown()), ("target", row.target.shown()), ("note", row.note))
        for name, text in (*texts, *(("said", line) for line in said.get(row.number, ()))):
            if text:
                etree.SubElement(of_row, f"{{{SPACE}}}{name}").text = text
        for one in row.markup:
            etree.SubElement(of_row, f"{{{SPACE}}}code", id=one.id, role=one.role, address=_plain(one.address))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _plain(address: str) -> str:
    """An address as an attribute of XML can have it."""
    return "".join(letter for letter in address if letter.isprintable())


def from_xml(data: bytes, where: Path, part: str) -> HandedOver | None:
    """What `as_xml` kept; None for other XML. Raises WorkbenchError for what is damaged."""
    if SPACE.encode() not in data:
        return None
    root = parsed(data, where, part)
    if root.tag != f"{{{SPACE}}}handed-over":
        return None
    found = (_kept(element) for element in root.iterchildren(f"{{{SPACE}}}paragraph"))
    lines = frozenset(line.text or "" for line in root.iterchildren(f"{{{SPACE}}}line"))
    return HandedOver(root.get("document", ""), {one.id: one for one in found}, lines)


def _kept(element: Any) -> Kept:
    def texts(name: str) -> list[str]:
        return [one.text or "" for one in element.iterchildren(f"{{{SPACE}}}{name}")]

    number = element.get("number", "")
    codes = element.iterchildren(f"{{{SPACE}}}code")
    return Kept(
        id=element.get("id", ""),
        number=int(number) if _NUMBER.fullmatch(number) else 0,
        source=Inline.parsed("".join(texts("source"))),
        target=Inline.parsed("".join(texts("target"))),
        markup=tuple(_markup(one) for one in codes if _NUMBER.fullmatch(one.get("id", ""))),
        note="".join(texts("note")),
        label=element.get("state", ""),
        said=tuple(texts("said")),
    )


def _markup(code: Any) -> Markup:
    return Markup(code.get("id", ""), _ROLES.get(code.get("role", ""), "other"), "", "", code.get("address", ""))
