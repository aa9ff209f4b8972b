"""Both languages as XLIFF 2.1 (OASIS Standard, 13 February 2018): a unit a paragraph, its id that of the paragraph.

Codes are `pc` and `ph`, `sc` and `ec` where they cross or have lost an end; what they are in the source file stands in
`originalData`. Glossary terms are in the Glossary module, the English as it was handed over is in the Metadata module:
what a reviewer changed is found by it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from workbench.export.delivery import Delivery
from workbench.export.mixed import Mixed, Placed, indented, to_bytes
from workbench.export.rows import Row, rows
from workbench.formats import CodeRole, Markup
from workbench.text import Inline, clean, clean_line
from workbench.translation import ParagraphRecord, State

CORE = "urn:oasis:names:tc:xliff:document:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
_TERMS = "urn:oasis:names:tc:xliff:glossary:2.0"
EMPTY = "none"
"""The id of the unit in a file that has no paragraph; no paragraph's id has these letters."""
OWN = "workbench"
"""Marks what is the program's own in the file: the categories of notes and metadata."""

_STATES: Mapping[State, tuple[str, str]] = {
    State.NEW: ("initial", ""),
    State.DRAFT: ("initial", "workbench:draft"),
    State.TRANSLATED: ("translated", ""),
    State.REVIEWED: ("reviewed", ""),
    State.SKIPPED: ("initial", "workbench:skipped"),
}
_TYPES: Mapping[CodeRole, tuple[str, str]] = {
    "bold": ("fmt", "xlf:b"),
    "italic": ("fmt", "xlf:i"),
    "break": ("fmt", "xlf:lb"),
    "strike": ("fmt", "workbench:strike"),
    "code": ("fmt", "workbench:code"),
    "link": ("link", ""),
    "image": ("image", ""),
    "note": ("other", "workbench:note"),
    "other": ("other", ""),
}
_LEAVES = frozenset(("source", "target", "note", "data", "meta", "term", "translation"))


def bilingual(delivery: Delivery) -> bytes:
    """Every paragraph with its state, notes and findings. What is skipped has `translate="no"` and no target."""
    from lxml.etree import Element, SubElement

    record = delivery.record
    root = Element(
        _core("xliff"),
        {"version": "2.1", "srcLang": "de", "trgLang": "en"},
        {None: CORE, "mda": METADATA, "gls": _TERMS},
    )
    file = SubElement(root, _core("file"), {"id": "f1", "original": clean_line(record.source)})
    file.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for row in rows(delivery):
        _unit(file, row, record.paragraphs[row.number - 1])
    if not len(file):  # the standard wants a unit in a file
        empty = SubElement(SubElement(file, _core("unit"), {"id": EMPTY, "translate": "no"}), _core("segment"))
        SubElement(empty, _core("source"))
    indented(root, _LEAVES)
    return to_bytes(root)


def note_id(number: int, text: str) -> str:
    """The id of one of the program's own notes: it tells whether somebody has written in it since."""
    return f"n{number}-{hashlib.blake2b(text.encode(), digest_size=4).hexdigest()}"


def _unit(file: Any, row: Row, paragraph: ParagraphRecord) -> None:
    from lxml.etree import SubElement

    skipped = row.state is State.SKIPPED
    target = Inline("") if skipped else row.target
    attributes = {"id": row.id, "name": str(row.number), "type": f"workbench:{paragraph.role}"}
    unit = SubElement(file, _core("unit"), attributes | ({"translate": "no"} if skipped else {}))
    _terms(unit, row)
    group = SubElement(SubElement(unit, f"{{{METADATA}}}metadata"), f"{{{METADATA}}}metaGroup", category=OWN)
    state, more = _STATES[row.state]
    SubElement(group, f"{{{METADATA}}}meta", type="exported").text = target.shown()
    SubElement(group, f"{{{METADATA}}}meta", type="state").text = state
    _notes(unit, row)
    data = _original_data(unit, row.markup)
    segment = SubElement(unit, _core("segment"), {"state": state} | ({"subState": more} if more else {}))
    _fill(SubElement(segment, _core("source")), row.source, row.markup, data)
    if target.text or target.codes:
        _fill(SubElement(segment, _core("target")), target, row.markup, data)


def _terms(unit: Any, row: Row) -> None:
    """The unit's glossary: each term once."""
    from lxml.etree import SubElement

    found = {(row.german[term.span.start : term.span.end], term.says): None for term in row.german_terms}
    if not found:
        return
    glossary = SubElement(unit, f"{{{_TERMS}}}glossary")
    for german, english in found:
        entry = SubElement(glossary, f"{{{_TERMS}}}glossEntry")
        SubElement(entry, f"{{{_TERMS}}}term").text = german
        SubElement(entry, f"{{{_TERMS}}}translation").text = clean_line(english)


def _notes(unit: Any, row: Row) -> None:
    from lxml.etree import SubElement

    told = [*((f"{OWN}-note", text) for text in row.remarks), *((f"{OWN}-finding", text) for text in row.findings)]
    if not told:
        return
    notes = SubElement(unit, _core("notes"))
    for number, (category, said) in enumerate(told, 1):
        text = clean(said).strip()
        attributes = {"id": note_id(number, text), "appliesTo": "target", "category": category}
        SubElement(notes, _core("note"), attributes).text = text


def _original_data(unit: Any, markup: Iterable[Markup]) -> dict[tuple[str, str], str]:
    """What the codes are in the source file. The answer: the id of that by a code's id and `first` or `last`."""
    from lxml.etree import SubElement

    texts: dict[str, str] = {}
    found = {}
    for one in markup:
        for side, native in (("first", one.first), ("last", one.last)):
            if text := clean(native):
                found[one.id, side] = texts.setdefault(text, f"d{len(texts) + 1}")
    if texts:
        data = SubElement(unit, _core("originalData"))
        for text, key in texts.items():
            SubElement(data, _core("data"), {"id": key}).text = text
    return found


def _fill(element: Any, inline: Inline, markup: Iterable[Markup], data: Mapping[tuple[str, str], str]) -> None:
    known = {one.id: one for one in markup}
    mixed = Mixed(element)
    mixed.put(inline, lambda part: _write(mixed, part, known.get(part.code.id), data))


def _write(mixed: Mixed, part: Placed, markup: Markup | None, data: Mapping[tuple[str, str], str]) -> None:
    code = part.code.id
    named = {"id": part.key, "copyOf": code if part.key != code else "", **_type(markup)}
    first, last = data.get((code, "first"), ""), data.get((code, "last"), "")
    address = clean_line(markup.address) if markup else ""
    match part.form:
        case "opens":
            mixed.begin(_core("pc"), _said(named, dataRefStart=first, dataRefEnd=last, dispStart=address))
        case "closes":
            mixed.end()
        case "starts":
            mixed.empty(_core("sc"), _said(named, dataRef=first))
        case "lone-start":
            mixed.empty(_core("sc"), _said(named, dataRef=first, isolated="yes"))
        case "ends":
            mixed.empty(_core("ec"), _said({"startRef": part.key}, dataRef=last))
        case "lone-end":
            mixed.empty(_core("ec"), _said(named, dataRef=last, isolated="yes"))
        case "alone":
            mixed.empty(_core("ph"), _said(named, dataRef=first, disp=address))


def _said(named: dict[str, str], **more: str) -> dict[str, str]:
    """The attributes that say something."""
    return {name: value for name, value in (named | more).items() if value}


def _type(markup: Markup | None) -> dict[str, str]:
    if markup is None:
        return {}
    kind, more = _TYPES[markup.role]
    return {"type": kind} | ({"subType": more} if more else {})


def _core(name: str) -> str:
    return f"{{{CORE}}}{name}"
