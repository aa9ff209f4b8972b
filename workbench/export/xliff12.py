"""Both languages as XLIFF 1.2 (OASIS Standard, 1 February 2008): a trans-unit a paragraph, with the paragraph's id.

Codes are `g` and `x`, `bx` and `ex` where they cross, `it` where one has lost its other end. The English as it was
handed over stands as `alt-trans` of the type `previous-version`: what a reviewer changed is found by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from workbench import __version__
from workbench.export.delivery import Delivery
from workbench.export.mixed import Mixed, Placed, indented, to_bytes
from workbench.export.rows import Row, rows
from workbench.export.units import datatype
from workbench.formats import CodeRole, Markup
from workbench.text import Inline, clean, clean_line
from workbench.translation import ParagraphRecord, State

CORE = "urn:oasis:names:tc:xliff:document:1.2"
OWN = "workbench"
"""Begins what the program says in the file: where its notes are from, what its `alt-trans` is."""
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_STATES = {State.DRAFT: "needs-review-translation", State.TRANSLATED: "translated", State.REVIEWED: "signed-off"}
_TYPES: Mapping[CodeRole, str] = {
    "bold": "bold",
    "italic": "italic",
    "link": "link",
    "image": "image",
    "break": "lb",
    "strike": "x-strike",
    "code": "x-code",
    "note": "x-note",
    "other": "x-other",
}
_LEAVES = frozenset(("source", "target", "note"))


def bilingual(delivery: Delivery) -> bytes:
    """Every paragraph with its state, notes and findings. What is skipped has `translate="no"` and no target."""
    from lxml.etree import Element, SubElement

    record = delivery.record
    root = Element(_core("xliff"), {"version": "1.2"}, {None: CORE})
    source = clean_line(record.source)
    named = {"original": source, "datatype": datatype(source), "source-language": "de", "target-language": "en"}
    file = SubElement(root, _core("file"), named)
    tool = {"tool-id": OWN, "tool-name": "workbench", "tool-version": __version__}
    SubElement(SubElement(file, _core("header")), _core("tool"), tool)
    body = SubElement(file, _core("body"))
    for row in rows(delivery):
        _unit(body, row, record.paragraphs[row.number - 1])
    indented(root, _LEAVES)
    return to_bytes(root)


def _unit(body: Any, row: Row, paragraph: ParagraphRecord) -> None:
    from lxml.etree import SubElement

    skipped = row.state is State.SKIPPED
    attributes = {"id": row.id, "resname": str(row.number), "restype": f"x-{paragraph.role}", SPACE: "preserve"}
    attributes |= {"translate": "no"} if skipped else {"approved": "yes" if row.state is State.REVIEWED else "no"}
    unit = SubElement(body, _core("trans-unit"), attributes)
    _fill(SubElement(unit, _core("source")), row.source, row.markup)
    written = not skipped and (row.target.text or row.target.codes)
    state = {"state": _STATES.get(row.state, "new")}
    if written:
        drafted = paragraph.draft and row.state is State.DRAFT
        told = state | ({"state-qualifier": "leveraged-mt"} if drafted else {})
        _fill(SubElement(unit, _core("target"), told), row.target, row.markup)
    _notes(unit, row)
    if written:
        kind = {"alttranstype": "previous-version", "origin": OWN, "tool-id": OWN, SPACE: "preserve"}
        _fill(SubElement(SubElement(unit, _core("alt-trans"), kind), _core("target"), state), row.target, row.markup)


def _notes(unit: Any, row: Row) -> None:
    from lxml.etree import SubElement

    terms = {f"{row.german[t.span.start : t.span.end]} = {clean_line(t.says)}": None for t in row.german_terms}
    told = [
        *(("note", "target", text) for text in row.remarks),
        *(("finding", "target", text) for text in row.findings),
        *(("term", "source", text) for text in terms),
    ]
    for kind, annotates, text in told:
        attributes = {"from": f"{OWN}-{kind}", "annotates": annotates}
        SubElement(unit, _core("note"), attributes).text = clean(text).strip()


def _fill(element: Any, inline: Inline, markup: Iterable[Markup]) -> None:
    known = {one.id: one for one in markup}
    mixed = Mixed(element)
    mixed.put(inline, lambda part: _write(mixed, part, known.get(part.code.id)))


def _write(mixed: Mixed, part: Placed, markup: Markup | None) -> None:
    kind = {"ctype": _TYPES[markup.role]} if markup else {}
    first, last = (clean(markup.first), clean(markup.last)) if markup else ("", "")
    shown, ended = ({"equiv-text": text} if text else {} for text in (first, last))
    match part.form:
        case "opens":
            mixed.begin(_core("g"), {"id": part.key} | kind | shown)
        case "closes":
            mixed.end()
        case "starts":
            mixed.empty(_core("bx"), {"id": part.key, "rid": part.key} | kind | shown)
        case "ends":
            mixed.empty(_core("ex"), {"id": f"{part.key}.end", "rid": part.key} | ended)
        case "lone-start":
            mixed.empty(_core("it"), {"id": part.key, "pos": "open"} | kind, first)
        case "lone-end":
            mixed.empty(_core("it"), {"id": part.key, "pos": "close"} | kind, last)
        case "alone":
            mixed.empty(_core("x"), {"id": part.key} | _alone(kind) | shown)


def _alone(kind: dict[str, str]) -> dict[str, str]:
    """The standard has types of its own for codes that stand alone."""
    return (
        kind
        if kind.get("ctype") in (None, "image", "lb") or kind["ctype"].startswith("x-")
        else {"ctype": f"x-{kind['ctype']}"}
    )


def _core(name: str) -> str:
    return f"{{{CORE}}}{name}"
