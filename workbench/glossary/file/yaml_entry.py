"""What one item of a glossary file says: an entry, and what is wrong with it."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from functools import lru_cache
from typing import Literal, NamedTuple, TypeVar

from workbench.glossary.entry import KINDS, Entry, Kind
from workbench.glossary.file.contradictions import Claim, claim
from workbench.glossary.file.letters import form_fault, invisible
from workbench.glossary.file.plain_item import Field
from workbench.glossary.file.yaml_items import CONTROL, BrokenItemError, fields
from workbench.glossary.finding.printed import not_read
from workbench.text import clean_line

LONGEST_NOTE = 2_000
KEYS = ("de", "en", "first", "also", "avoid", "kind", "note", "case")
_SHORT_ITEM, _MOST_REMEMBERED = 2_000, 60_000
_MEANT = {
    "german": "de", "deutsch": "de", "source": "de", "term": "de", "english": "en", "englisch": "en",
    "target": "en", "preferred": "en", "allowed": "also", "auch": "also", "synonyms": "also",
    "forbidden": "avoid", "not": "avoid", "never": "avoid", "verboten": "avoid", "type": "kind", "category": "kind",
    "art": "kind", "notes": "note", "comment": "note", "remark": "note", "notiz": "note", "definition": "note",
    "first mention": "first", "full": "first", "long": "first", "zuerst": "first", "match": "case",
}  # fmt: skip

_Case = Literal["any", "exact"]
_CASES: tuple[_Case, ...] = ("any", "exact")
_Choice = TypeVar("_Choice", bound=str)
_Tell = Callable[[int, str, str], None]
"""Takes a fault: its line in the item (from 0), what it is, what to do."""


class Fault(NamedTuple):
    """Something wrong in an item: its line there (from 0), what it is, what to do."""

    line: int
    what: str
    mend: str


class ReadItem(NamedTuple):
    """An item that was read: its entry (with `line` 0), or None if it gives none, and its faults.

    `claims`: one for each German form of the entry.
    """

    entry: Entry | None
    faults: tuple[Fault, ...] = ()
    claims: tuple[Claim, ...] = ()


def read_item(text: str) -> ReadItem:
    """Read one item of a glossary file. What was read is remembered, so that a file reads quickly again."""
    return _remembered(text) if len(text) <= _SHORT_ITEM else _read(text)


def _read(text: str) -> ReadItem:
    faults: list[Fault] = []

    def tell(line: int, what: str, mend: str) -> None:
        faults.append(Fault(line, what, mend))

    try:
        entry = _entry(fields(text), tell)
    except BrokenItemError as error:
        return ReadItem(None, (Fault(error.line, error.what, error.mend),))
    return ReadItem(entry, tuple(faults), tuple(map(claim, entry.de)) if entry else ())


_remembered = lru_cache(maxsize=_MOST_REMEMBERED)(_read)


def forget() -> None:
    """Let go of what was remembered of items read before."""
    _remembered.cache_clear()


def _entry(found: list[Field], tell: _Tell) -> Entry | None:
    values = _by_key(found, tell)
    de = _texts(values.get("de"), tell)
    en = _texts(values.get("en"), tell, one="put other forms under 'also'")
    for key in ("de", "en"):
        if key not in values:
            tell(0, f"entry has no '{key}'", f"add '{key}: …'")
    if not de or not en:
        return None
    kind = _choice(values.get("kind"), KINDS, "term", tell)
    _tell_not_read(values.get("de"), de, kind, tell)
    first = _first(values.get("first"), en[0], tell)
    also = tuple(form for form in _texts(values.get("also"), tell) if form != en[0])
    return Entry(
        de=de,
        en=en[0],
        also=also,
        avoid=_avoided(values.get("avoid"), {en[0], first, *also}, tell),
        kind=kind,
        note=_note(values.get("note"), tell),
        case=_choice(values.get("case"), _CASES, "any", tell),
        first=first,
    )


def _tell_not_read(found: Field | None, forms: tuple[str, ...], kind: Kind, tell: _Tell) -> None:
    """Tell German forms with signs of printed lists that finding does not understand."""
    lines = {clean_line(text): line for text, line in found.texts} if found else {}
    for form in forms:
        if sign := not_read(form, kind):
            what = f"'de' has '{sign}' in '{form[:40]}', which is looked for as it is written"
            tell(lines.get(form, 0), what, "write it as a text has it, each form by itself")


def _by_key(found: list[Field], tell: _Tell) -> dict[str, Field]:
    """The item's fields by their keys; a key that is unknown or given again is told and left out."""
    values: dict[str, Field] = {}
    for field in found:
        if field.key not in KEYS:
            tell(field.line, f"unknown key '{clean_line(field.key)[:40]}'", _did_you_mean(field.key))
        elif field.key in values:
            what = f"'{field.key}' is given twice in this entry (the first is in force)"
            tell(field.line, what, "delete one of the two")
        else:
            values[field.key] = field
    return values


def _avoided(found: Field | None, accepted: set[str], tell: _Tell) -> tuple[str, ...]:
    """The forms under `avoid`; one that is accepted as well is told and left out."""
    avoid = _texts(found, tell)
    for form in avoid:
        if found and form in accepted:
            tell(found.line, f"'{form}' is both accepted and avoided", "delete it from one of the two")
    return tuple(form for form in avoid if form not in accepted)


def _first(found: Field | None, en: str, tell: _Tell) -> str:
    texts = _texts(found, tell, one="the first mention has one form")
    if found and texts and texts[0] == en:
        tell(found.line, "'first' is the same as 'en'", "delete 'first', or give the longer form of the first mention")
        return ""
    return texts[0] if texts else ""


def _texts(found: Field | None, tell: _Tell, one: str = "") -> tuple[str, ...]:
    """The forms a key gives, each once; what is no form is told and left out."""
    if not found:
        return ()
    if one and found.is_list:
        tell(found.line, f"'{found.key}' is a list", f"'{found.key}' takes one text; {one}")
        return ()
    if not found.texts:
        tell(found.line, f"'{found.key}' is empty", _fill(found.key))
    forms = [_form(found.key, text, line, tell) for text, line in found.texts]
    return tuple(dict.fromkeys(form for form in forms if form))


def _form(key: str, text: str, line: int, tell: _Tell) -> str:
    form = clean_line(text)
    fault = form_fault(text if CONTROL.search(text) else form)
    if fault:
        tell(line, f"'{key}' {fault[0]}", fault[1] if form else _fill(key))
        return ""
    unseen = invisible(text)
    if unseen:
        tell(line, f"'{key}' has an invisible character in '{form[:40]}' ({unseen})", "retype it; it is read without")
    return form


def _fill(key: str) -> str:
    return "give a text" if key in ("de", "en") else f"give a text, or delete '{key}'"


def _choice(found: Field | None, choices: tuple[_Choice, ...], default: _Choice, tell: _Tell) -> _Choice:
    if not found:
        return default
    text = "" if found.is_list else found.texts[0][0].strip()
    if text in choices:
        return choices[choices.index(text)]
    mend = f"use {', '.join(choices[:-1])} or {choices[-1]}; until then it is '{default}'"
    if text:
        tell(found.line, f"unknown {found.key} '{clean_line(text)[:40]}'", mend)
    else:
        tell(found.line, f"'{found.key}' is {'a list' if found.is_list else 'empty'}", mend)
    return default


def _note(found: Field | None, tell: _Tell) -> str:
    if not found:
        return ""
    note = clean_line(" ".join(text for text, _ in found.texts))
    if found.is_list:
        tell(found.line, "'note' is a list", "write it as one text")
    if len(note) > LONGEST_NOTE:
        what = f"'note' has {len(note):,} characters, over the limit of {LONGEST_NOTE:,}"
        tell(found.line, what, "shorten it")
    return note[:LONGEST_NOTE].rstrip()


def _did_you_mean(key: str) -> str:
    plain = key.strip().lower()
    close = difflib.get_close_matches(plain[:20], KEYS, 1, 0.5)
    meant = _MEANT.get(plain) or (close[0] if close else "")
    return f"did you mean '{meant}'?" if meant else f"use {', '.join(KEYS)}"
