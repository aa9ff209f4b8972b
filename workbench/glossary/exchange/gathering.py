"""From what a file says to entries the glossary can hold: which English is preferred, what is left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from workbench.formats.garbled import garbled
from workbench.formats.languages import rank, shown
from workbench.glossary.entry import KINDS, Entry, Kind
from workbench.glossary.exchange.cells import is_address
from workbench.glossary.exchange.concept import Concept, English, Told
from workbench.glossary.exchange.remarks import Remarks, read_remarks
from workbench.glossary.exchange.standing import marked
from workbench.glossary.file.letters import form_fault
from workbench.glossary.file.yaml_entry import LONGEST_NOTE
from workbench.glossary.finding.printed import not_read
from workbench.text import clean_line
from workbench.text.counted import counted

_SHOWN = 5
_ORDER = {"preferred": 0, "": 1, "allowed": 2}
_KIND_WORDS: dict[str, Kind] = {
    **{kind: kind for kind in KINDS},
    **dict.fromkeys(("people", "name", "personenname", "personen"), "person"),
    **dict.fromkeys(("location", "ort", "ortsname", "orte", "city", "country", "stadt", "land"), "place"),
    **dict.fromkeys(("organization", "organisationen", "institution", "company", "firma", "partei"), "organisation"),
    **dict.fromkeys(("begriff", "fachbegriff", "terminus", "benennung"), "term"),
}

_TERM_TYPES = frozenset(
    ("full form", "fullform", "short form", "shortform", "abbreviation", "abbrev", "abbrev.", "acronym", "initialism",
     "variant", "phrase", "phraseologism", "formula", "entry term", "main term", "lookup", "lookup form", "synonym",
     "vollform", "kurzform", "abkürzung", "akronym", "noun", "verb", "adjective", "adverb", "proper noun", "other",
     "substantiv", "nomen", "eigenname", "adjektiv", "n/a")
)  # fmt: skip
"""What other programs say of a term under “type”: nothing about what the name is of."""


def gathered(concepts: Iterable[Concept], wanted: str, told: Told) -> tuple[Entry, ...]:
    """The entries that concepts give, in order; `wanted` is the English that is preferred where a file has several.

    Concepts without German or without English, and forms that the glossary cannot hold, are left out and told.
    """
    entries = []
    several: Counter[tuple[str, ...]] = Counter()
    doubled = []
    for concept in concepts:
        entry = _entry(concept, wanted, told)
        if not entry:
            continue
        entries.append(entry)
        tags = {english.tag for english in concept.english if english.standing in _ORDER}
        if len(tags) > 1:
            several[tuple(sorted(tags, key=lambda tag: rank(tag, wanted)))] += 1
        elif entry.also and sum(not english.standing for english in concept.english) > 1:
            doubled.append(entry)
    _tell_choices(several, doubled, told)
    return tuple(entries)


def _tell_choices(several: Counter[tuple[str, ...]], doubled: list[Entry], told: Told) -> None:
    """Which English was taken for the preferred one: by its country, or because it is the first."""
    for tags, number in several.items():
        first, *others = map(shown, tags)
        told.notes.append(
            f"{counted(number, 'entry')} in {' and '.join((first, *others))}: {first} is preferred, "
            f"{' and '.join(others)} allowed (--english {others[0]} turns that round)"
        )
    if doubled:
        names = ", ".join(f"'{entry.de[0]}' ({entry.line})" for entry in doubled[:_SHOWN])
        more = f" and {len(doubled) - _SHOWN:,} more" if len(doubled) > _SHOWN else ""
        told.notes.append(
            f"{counted(len(doubled), 'entry')} with several English terms and no word on which is preferred: "
            f"the first is, the others are allowed: {names}{more}"
        )


def _entry(concept: Concept, wanted: str, told: Told) -> Entry | None:
    line = concept.line
    remarks = [read_remarks(clean_line(note)) for note in concept.notes]
    german = _german(concept, told)
    english = _english(concept, remarks, told)
    accepted = _accepted(english, wanted)
    if not german or not accepted:
        _tell_missing(concept, told)
        return None
    first = next((e.text for e in english if e.standing == "first" and e.text != accepted[0]), "")
    return Entry(
        de=german,
        en=accepted[0],
        also=accepted[1:],
        avoid=_avoided(english, (*accepted, first), line, told),
        kind=_kind((concept.kind, *(remark.kind for remark in remarks)), line, told),
        note=_note([remark.note for remark in remarks], line, told),
        case="exact" if concept.exact or any(remark.exact for remark in remarks) else "any",
        first=first,
        line=line,
    )


def _german(concept: Concept, told: Told) -> tuple[str, ...]:
    """The German of a concept, each form once; what the glossary cannot hold is told and left out."""
    bare = (marked(text)[0] for text in concept.german)
    forms = tuple(dict.fromkeys(form for text in bare if (form := _form(text, concept.line, told))))
    for form in filter(not_read, forms):
        told.count(
            concept.line, "German term as printed lists have it, which is not read", "write it as texts do", form
        )
    return forms


def _english(concept: Concept, remarks: Sequence[Remarks], told: Told) -> list[English]:
    """All English of a concept, that of its remarks too; what the glossary cannot hold is told and left out."""
    bare = [_unmarked(e) for e in concept.english]
    english = [e._replace(text=form) for e in bare if (form := _form(e.text, concept.line, told))]
    english += [English(form, "forbidden") for remark in remarks for form in remark.avoid]
    return english + [English(remark.first, "first") for remark in remarks if remark.first]


def _unmarked(english: English) -> English:
    """An English term without the mark beside it, which says how it stands where nothing else does."""
    text, said = marked(english.text)
    return english._replace(text=text, standing=english.standing or said)


def _accepted(english: Iterable[English], wanted: str) -> tuple[str, ...]:
    """The English that may be used, the preferred one first."""
    allowed = (e for e in english if e.standing in _ORDER)
    return _texts(sorted(allowed, key=lambda e: (rank(e.tag, wanted), _ORDER[e.standing])))


def _avoided(english: Iterable[English], allowed: Sequence[str], line: int, told: Told) -> tuple[str, ...]:
    """The forbidden English; what is allowed as well is told and stays allowed."""
    forbidden = _texts(e for e in english if e.standing == "forbidden")
    for form in forbidden:
        if form in allowed:
            told.problem(line, f"'{form}' is both allowed and forbidden", "it is taken as allowed: look at the file")
    return tuple(form for form in forbidden if form not in allowed)


def _form(text: str, line: int, told: Told) -> str:
    form = clean_line(text)
    if is_address(form):
        told.count(line, "address where a term should be", "left out", form)
        return ""
    fault = form_fault(form) if form else None
    if damaged := garbled(form):
        fault = (f"'{damaged.word}' was garbled when the file was saved", f"'{damaged.meant}' is meant")
    if fault:
        told.problem(line, f"term {fault[0]}", f"left out; {fault[1]}")
        return ""
    return form


def _texts(english: Iterable[English]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(e.text for e in english))


def _tell_missing(concept: Concept, told: Told) -> None:
    """What a concept lacks; a term that was refused has been told."""
    german = [text for text in concept.german if text.strip()]
    english = [e for e in concept.english if e.text.strip()]
    example = next(iter(german or _texts(english)), "")
    if not german:
        told.count(concept.line, "entry has no German term", "left out; give one", example)
    elif not english:
        told.count(concept.line, "entry has no English term", "left out; give one", example)
    elif not any(e.standing in _ORDER for e in english):
        told.count(concept.line, "entry has forbidden English only", "left out; give the English to use", example)


def _kind(given: Iterable[str], line: int, told: Told) -> Kind:
    for text in given:
        word = clean_line(text)
        if word.casefold() in _KIND_WORDS:
            return _KIND_WORDS[word.casefold()]
        if word and word.casefold() not in _TERM_TYPES:
            told.count(line, "unknown kind", f"taken as 'term'; use {', '.join(KINDS)}", word)
    return "term"


def _note(notes: list[str], line: int, told: Told) -> str:
    note = ""
    for part in dict.fromkeys(part for part in notes if part):
        note += part if not note else f" {part}" if note.endswith((".", "!", "?", "…")) else f"; {part}"
    if len(note) > LONGEST_NOTE:
        told.count(line, f"note is longer than {LONGEST_NOTE:,} characters", "it is cut there", note)
        note = note[: LONGEST_NOTE - 1].rstrip() + "…"
    return note
