"""The reviewed sentences as a translation memory, TMX 1.4b (LISA OSCAR, 2005): with their codes (its level 2), or the
texts alone (level 1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from workbench import __version__
from workbench.export.delivery import Delivery
from workbench.export.mixed import Mixed, Placed, indented, placed
from workbench.export.runs import cleaned
from workbench.export.units import Unit, datatype
from workbench.formats import CodeRole, Markup, safe_xml
from workbench.memory import coded_pairs
from workbench.text import Code, Inline, clean, clean_line
from workbench.text.inline import Kind
from workbench.translation import State, TranslationRecord

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
HEAD = b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
_TYPES: Mapping[CodeRole, str] = {
    "bold": "bold",
    "italic": "italic",
    "link": "link",
    "image": "image",
    "break": "lb",
    "note": "fnote",
    "strike": "x-strike",
    "code": "x-code",
    "other": "x-other",
}
_LEAVES = frozenset(("seg", "prop"))


def bilingual(delivery: Delivery) -> bytes:
    """The reviewed sentence pairs, each once; whole paragraphs where the sentences do not align.

    A translation memory is trusted: drafts and unreviewed English are left out, and so is what has no letters (`1/6`).
    A code is there with what it is in the source file, so that other programs can match and rebuild it. Each unit tells
    its document and paragraph (from 1). There are no dates in it: an unchanged document gives an unchanged file.
    """
    return _written(delivery.record, _pairs(delivery.record), header(clean_line(delivery.record.source)))


def plain(delivery: Delivery) -> bytes:
    """The same without codes: texts that any program takes for what they are. Pairs that only codes told apart are
    one.
    """
    return _written(delivery.record, _plain_pairs(delivery.record), header(""))


def _written(record: TranslationRecord, units: Iterable[tuple[int, Unit]], said: Mapping[str, str]) -> bytes:
    from lxml import etree

    root = etree.Element("tmx", {"version": "1.4"})
    etree.SubElement(root, "header", said)
    body = etree.SubElement(root, "body")
    markup = [paragraph.markup for paragraph in record.paragraphs]
    for place, unit in units:
        _add(body, unit, clean_line(record.source), place, markup[place])
    indented(root, _LEAVES)
    return HEAD + bytes(etree.tostring(root, encoding="UTF-8")) + b"\n"


def pairs_of(record: TranslationRecord) -> list[Unit]:
    """What such a file holds of a record: its reviewed sentence pairs, each with the id of its paragraph."""
    return [unit for _, unit in _pairs(record)]


def plain_pairs_of(record: TranslationRecord) -> list[Unit]:
    """The same of one without codes."""
    return [unit for _, unit in _plain_pairs(record)]


def read_tmx(data: bytes) -> list[Unit]:
    """The units of such a file again."""
    root = safe_xml.parsed(data, Path("tmx"), doctype=True)
    found = []
    for unit in root.iter("tu"):
        texts = {tuv.get(_LANGUAGE): _read(tuv.find("seg")) for tuv in unit.iter("tuv")}
        found.append(Unit(unit.findtext("prop[@type='x-segment']", ""), texts["de"], texts["en"]))
    return found


def _pairs(record: TranslationRecord) -> Iterator[tuple[int, Unit]]:
    """The pairs, each with the place of its paragraph."""
    seen: set[tuple[str, str]] = set()
    for place, (key, paragraph) in enumerate(zip(record.ids, record.paragraphs, strict=True)):
        if paragraph.state is not State.REVIEWED:
            continue
        for source, target in coded_pairs(_one_line(paragraph.source), _one_line(paragraph.target)):
            shown = source.shown(), target.shown()
            if shown not in seen and any(letter.isalpha() for letter in source.text):
                seen.add(shown)
                yield place, Unit(key, source, target)


def _plain_pairs(record: TranslationRecord) -> Iterator[tuple[int, Unit]]:
    seen: set[tuple[str, str]] = set()
    for place, unit in _pairs(record):
        texts = unit.source.text, unit.target.text
        if texts not in seen:
            seen.add(texts)
            yield place, Unit(unit.id, *map(Inline, texts))


def _one_line(inline: Inline) -> Inline:
    made = cleaned(inline, strip=True)
    return made.carried(clean_line(made.text))


def header(source: str) -> dict[str, str]:
    """What the standard demands of a header. `source`: the name of the document, empty for several."""
    return {
        "creationtool": "workbench",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "workbench",
        "adminlang": "en",
        "srclang": "de",
        "datatype": datatype(source),
    }


def _add(body: Any, unit: Unit, document: str, place: int, markup: Iterable[Markup]) -> None:
    """Add one unit. TMX wants a unit's properties before its texts."""
    from lxml.etree import SubElement

    element = SubElement(body, "tu")
    for kind, value in (("x-document", document), ("x-paragraph", str(place + 1)), ("x-segment", unit.id)):
        SubElement(element, "prop", {"type": kind}).text = value
    known = {one.id: one for one in markup}
    put_text(element, "de", unit.source, known)
    put_text(element, "en", unit.target, known)


def put_text(unit: Any, language: str, text: Inline, known: Mapping[str, Markup] = MappingProxyType({})) -> None:
    """Put a text with its codes into a unit (an element `tu`). `known`: what the codes are, by their ids."""
    from lxml.etree import SubElement

    mixed = Mixed(SubElement(SubElement(unit, "tuv", {_LANGUAGE: language}), "seg"))
    numbers: dict[str, str] = {}
    for part in placed(text):
        if isinstance(part, str):
            mixed.text(part)
        else:
            _write(mixed, part, known.get(part.code.id), numbers.setdefault(part.key, str(len(numbers) + 1)))


def _write(mixed: Mixed, part: Placed, markup: Markup | None, number: str) -> None:
    """One code; `number` pairs the beginning and the end of it in its segment, `x` the codes of the two languages."""
    named = {"x": part.code.id} | ({"type": _TYPES[markup.role]} if markup else {})
    first, last = (clean(markup.first), clean(markup.last)) if markup else ("", "")
    match part.form:
        case "opens" | "starts":
            mixed.empty("bpt", {"i": number} | named, first)
        case "closes" | "ends":
            mixed.empty("ept", {"i": number}, last)
        case "lone-start":
            mixed.empty("it", {"pos": "begin"} | named, first)
        case "lone-end":
            mixed.empty("it", {"pos": "end"} | named, last)
        case "alone":
            mixed.empty("ph", named, first)


def _read(segment: Any) -> Inline:
    text, codes = segment.text or "", []
    opened: dict[str | None, str] = {}
    for child in segment:
        kind: Kind = "alone"
        if child.tag == "bpt" or child.get("pos") == "begin":
            kind = "open"
        elif child.tag == "ept" or child.get("pos") == "end":
            kind = "close"
        key = child.get("x") or opened.get(child.get("i"), "")
        if kind == "open":
            opened[child.get("i")] = key
        codes.append(Code(len(text), key, kind))
        text += child.tail or ""
    return Inline(text, tuple(codes))
