"""Writing TBX-Basic: version 3 (ISO 30042:2019, categories as attributes), and version 2 (martif), which OmegaT reads.

Both hold everything an entry has. The German forms and the preferred, allowed and forbidden English are terms with
their status; the form of the first mention is an allowed term with a note that says so; the kind is the subject field.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

from workbench.glossary.entry import Entry
from workbench.glossary.exchange.remarks import EXACT
from workbench.glossary.exchange.tbx_reading import FIRST_MENTION
from workbench.glossary.exchange.written import Written
from workbench.text import clean_line

_SOURCE = "Glossary of the translation workbench"
_DOCTYPE = '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n'


class _Names(NamedTuple):
    header: str
    concept: str
    language: str
    term: str


_V3 = _Names("tbxHeader", "conceptEntry", "langSec", "termSec")
_V2 = _Names("martifHeader", "termEntry", "langSet", "tig")


def write_tbx3(entries: Sequence[Entry]) -> Written:
    """TBX version 3, dialect TBX-Basic, style DCA."""
    root = ET.Element("tbx", type="TBX-Basic", style="dca", xmlns="urn:iso:std:iso:30042:ed-2")
    return Written(_document(root, _V3, entries, doctype=""))


def write_tbx2(entries: Sequence[Entry]) -> Written:
    """TBX version 2, dialect TBX-Basic."""
    root = ET.Element("martif", type="TBX-Basic")
    return Written(_document(root, _V2, entries, doctype=_DOCTYPE))


def _document(root: ET.Element, names: _Names, entries: Sequence[Entry], doctype: str) -> bytes:
    root.set("xml:lang", "de")
    header = ET.SubElement(root, names.header)
    source = ET.SubElement(ET.SubElement(header, "fileDesc"), "sourceDesc")
    ET.SubElement(source, "p").text = _SOURCE
    if names is _V2:
        ET.SubElement(ET.SubElement(header, "encodingDesc"), "p", type="XCSURI").text = "TBXBasicXCSV02.xcs"
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for number, entry in enumerate(entries, 1):
        _add_concept(body, names, entry, f"c{number}")
    ET.indent(root, "  ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}{ET.tostring(root, encoding="unicode")}\n'.encode()


def _add_concept(body: ET.Element, names: _Names, entry: Entry, identity: str) -> None:
    concept = ET.SubElement(body, names.concept, id=identity)
    if entry.kind != "term":
        ET.SubElement(concept, "descrip", type="subjectField").text = entry.kind
    for note in (entry.note, EXACT if entry.case == "exact" else ""):
        if note:
            ET.SubElement(concept, "note").text = clean_line(note)
    german = ET.SubElement(concept, names.language, {"xml:lang": "de"})
    for form in entry.de:
        _add_term(german, names, form)
    english = ET.SubElement(concept, names.language, {"xml:lang": "en"})
    _add_term(english, names, entry.en, "preferredTerm")
    for form in entry.also:
        _add_term(english, names, form, "admittedTerm")
    if entry.first:
        _add_term(english, names, entry.first, "admittedTerm", FIRST_MENTION)
    for form in entry.avoid:
        _add_term(english, names, form, "deprecatedTerm")


def _add_term(section: ET.Element, names: _Names, text: str, status: str = "", note: str = "") -> None:
    """A term's section: the term, then what is said of it, then its note, as the standard orders them."""
    term = ET.SubElement(section, names.term)
    ET.SubElement(term, "term").text = clean_line(text)
    if status:
        ET.SubElement(term, "termNote", type="administrativeStatus").text = f"{status}-admn-sts"
    if note:
        ET.SubElement(term, "note").text = note
