"""Reading TBX: version 3 (ISO 30042:2019; data categories as attributes or as tags) and version 2 (martif)."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from workbench.formats.languages import language, tag
from workbench.glossary.entry import KINDS
from workbench.glossary.exchange.cells import says_exact_case, says_yes
from workbench.glossary.exchange.concept import Concept, English, Standing, Told
from workbench.glossary.exchange.standing import standing
from workbench.glossary.exchange.xml_encoding import as_it_is
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

FIRST_MENTION = "first mention"
"""The note of an English term that is the form of the first mention."""

_KINDS_OF_FILE = {"tbx": "TBX version 3", "martif": "TBX version 2", "TBX": "TBX-Min", "mtf": "MultiTerm's own XML"}
_CONCEPTS = frozenset(("conceptEntry", "termEntry", "entry", "conceptGrp"))
_LANGUAGES = frozenset(("langSec", "langSet", "langGroup", "languageGrp"))
_TERMS = frozenset(("termSec", "tig", "ntig", "termGroup", "termGrp"))
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUSES = frozenset(
    ("administrativestatus", "normativeauthorization", "termstatus", "status", "usagestatus", "usage")
)
_CASES = frozenset(("casesensitive", "casesensitivity", "case"))
"""Categories in small letters, without blanks."""

_NOTES = {
    "note": "",
    "descrip": "",
    "comment": "",
    "definition": "definition: ",
    "explanation": "explanation: ",
    "anmerkung": "",
    "bemerkung": "",
    "usagenote": "usage: ",
    "usage note": "usage: ",
    "subjectfield": "subject: ",
    "subject": "subject: ",
    "domain": "subject: ",
    "partofspeech": "part of speech: ",
    "context": "context: ",
    "example": "example: ",
}
"""The categories (in small letters) that go into a note, in this order, each with what stands before it."""
_OTHERS = {
    "tmx": ("a translation memory (TMX)", "export a term base as TBX"),
    "xliff": ("an XLIFF document", "export a term base as TBX"),
    "html": ("a web page", "download the file itself"),
}


class Datum(NamedTuple):
    """A data category and its value: `definition`, `administrativeStatus`, `note` …"""

    category: str
    value: str


def read_tbx(data: bytes, swap: bool, told: Told) -> Iterator[Concept]:
    """The concepts of a TBX file that have German or English in them, one after the other.

    No entity is resolved and nothing outside the file is read. Raises WorkbenchError for what is no XML or no TBX,
    and for a file with no concept in both languages.
    """
    languages: Counter[str] = Counter()
    both = 0
    for element in _elements(data, told):
        entity = next(element.iter(etree.Entity), None)
        if entity is not None:
            what = f"entry has {clean_line(entity.text or '')[:40]} in it, which is not resolved"
            told.count(element.sourceline, what, "left out; write the letters themselves")
            continue
        concept, found = _concept(element)
        languages.update(found)
        both += bool(concept.german and concept.english)
        if concept.german or concept.english:
            yield concept
        else:
            told.count(concept.line, "entry has neither German nor English", "left out")
    if not both and languages:
        names = " and ".join(language for language, _ in languages.most_common(5))
        what = f"has no entry in German and English; its languages are {names}"
        raise WorkbenchError(Problem(told.where, what, "export it with German and English"))


def _elements(data: bytes, told: Told) -> Iterator[Any]:
    """The elements of the concepts. Each is emptied when the next one is asked for, so that a large file fits."""
    events = etree.iterparse(
        io.BytesIO(as_it_is(data, told)),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    root = None
    try:
        for event, element in events:
            if root is None:
                root = element
                _must_be_tbx(root, told)
            elif event == "end" and _name(element) in _CONCEPTS:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        first = next(iter(events.error_log), None)
        reason, line = (first.message, first.line) if first else (error.msg or "it is empty", error.lineno)
        if "amplification" in reason:
            reason = "its entities unfold without end"
        what = f"is no well-formed XML: {clean_line(reason).partition(', use XML_')[0][:120]}"
        raise WorkbenchError(Problem(told.where, what, "export it again", line or 1)) from None


def _must_be_tbx(root: Any, told: Told) -> None:
    name = _name(root)
    if name not in _KINDS_OF_FILE:
        what, mend = _OTHERS.get(name.lower(), (f"XML, but no TBX (<{clean_line(name)[:40]}>)", "export it as TBX"))
        raise WorkbenchError(Problem(told.where, f"is {what}", mend))
    told.notes.append(_KINDS_OF_FILE[name])


def _name(element: Any) -> str:
    """An element's name without its namespace; "" for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


class _Section(NamedTuple):
    """What a concept says in one language: the language's tag, its terms with the data of each, its own data."""

    spoken: str
    terms: list[tuple[list[Datum], str]]
    data: list[Datum]

    def every_datum(self) -> list[Datum]:
        """Its own data and those of its terms, but for what says that a term is the form of a first mention."""
        of_terms = [datum for data, _ in self.terms for datum in data if datum != Datum("note", FIRST_MENTION)]
        return self.data + of_terms


def _concept(element: Any) -> tuple[Concept, list[str]]:
    """A concept, and the languages it has terms in."""
    german: list[str] = []
    english: list[English] = []
    own = _data(element)
    sections = [section for child in element if (section := _section(child)).terms]
    for section in sections:
        if language(section.spoken) == "de":
            german += [text for _, text in section.terms]
        elif language(section.spoken) == "en":
            english += [English(text, _standing(data), section.spoken) for data, text in section.terms]
        else:
            continue
        own += section.every_datum()
    concept = Concept(
        line=element.sourceline or 0,
        german=tuple(german),
        english=tuple(english),
        notes=_notes(own),
        kind=next((d.value for d in own if _is_kind(d)), ""),
        exact=_is_exact(own),
    )
    return concept, [language(section.spoken) for section in sections]


def _is_exact(data: list[Datum]) -> bool:
    return any(_plain(category) in _CASES and says_exact_case(value) for category, value in data)


def _section(element: Any) -> _Section:
    """A language's section; one without terms for anything else."""
    if _name(element) not in _LANGUAGES:
        return _Section("", [], [])
    spoken = _spoken(element)
    terms = [(_data(term), text) for term in element if _name(term) in (*_TERMS, "term") and (text := _term(term))]
    return _Section(spoken, terms, _data(element))


def _spoken(element: Any) -> str:
    """The tag of a section's language; MultiTerm has it in an element: `<language type="German" lang="DE"/>`."""
    own = next((child for child in element if _name(child) == "language"), None)
    where = element if own is None else own
    return tag(where.get(_XML_LANG) or where.get("lang") or "")


def _notes(data: list[Datum]) -> tuple[str, ...]:
    order = list(_NOTES)
    wanted = [datum for datum in data if datum.category.lower() in _NOTES and not _is_kind(datum)]
    wanted.sort(key=lambda datum: order.index(datum.category.lower()))
    return tuple(dict.fromkeys(f"{_NOTES[category.lower()]}{value}" for category, value in wanted))


def _term(element: Any) -> str:
    """The text of the term in a term's section, without the marks inside it."""
    term = next((child for child in element.iter() if _name(child) == "term"), None)
    return "" if term is None else clean_line("".join(term.itertext()))


def _data(element: Any) -> list[Datum]:
    """The data categories of a concept, language or term; what stands in a group belongs to its parent."""
    found = []
    for child in element:
        name = _name(child)
        if name in _LANGUAGES or name in _TERMS or name in ("", "term", "transacGrp", "language", "concept", "system"):
            continue
        if name.endswith("Grp"):
            found += _data(child)
        else:
            found.append(Datum(child.get("type") or name, clean_line("".join(child.itertext()))))
    return [datum for datum in found if datum.value]


def _is_kind(datum: Datum) -> bool:
    return datum.category == "subjectField" and datum.value in KINDS


def _standing(data: list[Datum]) -> Standing:
    if Datum("note", FIRST_MENTION) in data:
        return "first"
    for category, value in data:
        if category.casefold() in ("forbidden", "preferred") and says_yes(value):
            return "forbidden" if category.casefold() == "forbidden" else "preferred"
    return next((told for category, value in data if _plain(category) in _STATUSES and (told := standing(value))), "")


def _plain(category: str) -> str:
    """`Usage status`, `caseSensitive`, `Term_Status` without capitals and what parts the words."""
    return "".join(letter for letter in category.casefold() if letter.isalnum())
