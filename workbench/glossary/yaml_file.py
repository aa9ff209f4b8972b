"""Reading `glossary.yaml`: every valid entry comes into force, and everything wrong is told with its line."""

from __future__ import annotations

import difflib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, cast

from workbench.glossary.entry import KINDS, Entry, Kind
from workbench.glossary.folding import WORD, fold
from workbench.glossary.matcher import Glossary
from workbench.glossary.yaml_items import (
    CONTROL,
    LINE_END,
    BrokenItemError,
    Chunk,
    Field,
    Value,
    chunks,
    fields,
)
from workbench.problem import Problem
from workbench.text import clean_line

MOST_BYTES = 5_000_000
LONGEST_FORM, LONGEST_NOTE = 200, 2_000
_MOST_PROBLEMS = 200
_KEYS = ("de", "en", "first", "also", "avoid", "kind", "note", "case")
_MEANT = {
    "german": "de", "deutsch": "de", "source": "de", "term": "de", "english": "en", "englisch": "en",
    "target": "en", "preferred": "en", "allowed": "also", "auch": "also", "synonyms": "also",
    "forbidden": "avoid", "not": "avoid", "never": "avoid", "type": "kind", "category": "kind",
    "notes": "note", "comment": "note", "remark": "note",
}  # fmt: skip

Tell = Callable[[int | None, str, str], None]
"""Takes a problem: its line (or None), what it is, what to do."""


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """A glossary file that has been read: what is in force, and what is wrong, in line order."""

    glossary: Glossary
    problems: tuple[Problem, ...] = ()


def read_glossary(path: Path) -> GlossaryFile:
    """Read a glossary file. A missing file is an empty glossary without problems; nothing is ever raised.

    The file is a YAML list; each entry has `de` and `en`, and may have `also`, `avoid`, `kind`, `note` and
    `case`. `de`, `also` and `avoid` take one text or a list. Values are taken as written (`NO` is a word).
    Files over 5 MB, and entries over 20,000 characters, are told and not read.
    """
    problems: list[Problem] = []

    def tell(line: int | None, what: str, mend: str) -> None:
        problems.append(Problem(path, what, mend, line))

    entries = entries_of(decoded(read_data(path, tell), tell), tell)
    problems.sort(key=lambda problem: problem.line or 0)
    if len(problems) > _MOST_PROBLEMS:
        more = len(problems) - _MOST_PROBLEMS
        problems[_MOST_PROBLEMS:] = [Problem(path, f"{more} more problems", "mend these first")]
    return GlossaryFile(Glossary(entries), tuple(problems))


def read_data(path: Path, tell: Tell) -> bytes:
    """The file's bytes; none if it is missing, or cannot or must not be read (which is told)."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            kind = "a folder" if stat.S_ISDIR(found.st_mode) else "not an ordinary file"
            tell(None, f"is {kind}", "the glossary must be a text file; move it away")
            return b""
        if found.st_size > MOST_BYTES:
            size = f"{found.st_size / 1e6:.1f} MB"
            tell(None, f"has {size}, over the limit of 5 MB", "split it, or delete entries")
            return b""
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except PermissionError:
        tell(None, "no permission to read it", "check the file's permissions")
    except (OSError, RuntimeError, ValueError) as error:
        reason = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
        tell(None, f"cannot be read: {reason}", "check the file and its folder")
    return b""


def decoded(data: bytes, tell: Tell) -> str:
    """The text of a file, without a byte order mark; empty if it is not UTF-8 (which is told)."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = len(LINE_END.findall(data[: error.start].decode("latin-1"))) + 1
        tell(line, "is not UTF-8 text", "save it as UTF-8 in your editor")
        return ""


def entries_of(text: str, tell: Tell) -> list[Entry]:
    """The valid entries of a glossary file's text, in order; everything wrong is told."""
    entries: list[Entry] = []
    claims: dict[tuple[str, bool], Entry] = {}
    for chunk in chunks(LINE_END.split(text)):
        if chunk.stray:
            mend = "begin each entry with '- de: …' and indent its other lines"
            tell(chunk.line, "line belongs to no entry", mend)
            continue
        try:
            entry = _entry(chunk, tell)
        except BrokenItemError as error:
            tell(error.line, error.what, error.mend)
            continue
        entry = entry and without_claimed(entry, claims, tell)
        if entry:
            entries.append(entry)
    return entries


def claim(form: str) -> tuple[str, bool]:
    """What two German forms have in common if they would be found at the same places."""
    return " ".join(fold(word) for word in WORD.findall(form)), form[:1].isupper()


def without_claimed(entry: Entry, claims: dict[tuple[str, bool], Entry], tell: Tell) -> Entry | None:
    """The entry without the German forms an earlier one has (told); None if no form is left to it."""
    left = []
    for form in entry.de:
        first = claims.setdefault(claim(form), entry)
        if first is entry:
            left.append(form)
        elif first.en == entry.en:
            tell(entry.line, f"'{form}' is already at line {first.line}", "delete one of the two")
        else:
            what = f"'{form}' is '{entry.en}' here, but '{first.en}' at line {first.line} (in force)"
            tell(entry.line, what, "delete one of the two, or put the other English under 'also'")
    if len(left) == len(entry.de):
        return entry
    return replace(entry, de=tuple(left)) if left else None


def _entry(chunk: Chunk, tell: Tell) -> Entry | None:
    values: dict[str, Field] = {}
    for found in fields(chunk):
        if found.key not in _KEYS:
            tell(found.line, f"unknown key '{clean_line(found.key)[:40]}'", _did_you_mean(found.key))
        elif found.key in values:
            what = f"'{found.key}' is given twice, first at line {values[found.key].line} (in force)"
            tell(found.line, what, "delete one of the two")
        else:
            values[found.key] = found
    de = _texts(values.get("de"), tell)
    en = _texts(values.get("en"), tell, one="put other forms under 'also'")
    for key, texts in (("de", de), ("en", en)):
        if not texts and key not in values:
            tell(chunk.line, f"entry has no '{key}'", f"add '{key}: …'")
    if not de or not en:
        return None
    first = _texts(values.get("first"), tell, one="the first mention has one form")
    accepted = (en[0], *(form for form in _texts(values.get("also"), tell) if form != en[0]))
    avoid = _texts(values.get("avoid"), tell)
    for form in avoid:
        if form in accepted + first:
            mend = "delete it from one of the two"
            tell(values["avoid"].line, f"'{form}' is both accepted and avoided", mend)
    return Entry(
        de=de,
        en=en[0],
        also=accepted[1:],
        avoid=tuple(form for form in avoid if form not in accepted + first),
        kind=cast(Kind, _choice(values.get("kind"), KINDS, "term", tell)),
        note=_note(values.get("note"), tell),
        case=cast(Literal["any", "exact"], _choice(values.get("case"), ("any", "exact"), "any", tell)),
        first=first[0] if first and first[0] != en[0] else "",
        line=chunk.line,
    )


def _texts(found: Field | None, tell: Tell, one: str = "") -> tuple[str, ...]:
    """The forms a key gives, each once; what is no form is told and left out."""
    if not found:
        return ()
    if one and found.value.is_list:
        tell(found.line, f"'{found.key}' is a list", f"'{found.key}' takes one text; {one}")
        return ()
    if not found.value.texts:
        tell(found.line, f"'{found.key}' is empty", _fill(found.key))
    forms = (_form(found.key, text, line, tell) for text, line in found.value.texts)
    return tuple(dict.fromkeys(form for form in forms if form))


def _form(key: str, text: str, line: int, tell: Tell) -> str:
    form = clean_line(text).strip()
    fault = form_fault(text) if CONTROL.search(text) else form_fault(form)
    if fault:
        tell(line, f"'{key}' {fault[0]}", _fill(key) if not form else fault[1])
        return ""
    return form


def form_fault(form: str) -> tuple[str, str] | None:
    """What is wrong with a German or English form, and what to do; None if it can be used."""
    if not form:
        return "is empty", "give a text"
    if CONTROL.search(form):
        return "has a control character in it", "retype it"
    if len(form) > LONGEST_FORM:
        return f"has {len(form):,} characters, over the limit of {LONGEST_FORM}", "shorten it"
    if not WORD.search(form):
        return f"'{form[:20]}' has no letter or digit", "give a word"
    return None


def _fill(key: str) -> str:
    return "give a text" if key in ("de", "en") else f"give a text, or delete '{key}'"


def _choice(found: Field | None, choices: tuple[str, ...], default: str, tell: Tell) -> str:
    if not found:
        return default
    text = _only_text(found.value)
    if text in choices:
        return text
    mend = f"use {', '.join(choices[:-1])} or {choices[-1]}; until then it is '{default}'"
    if text:
        tell(found.line, f"unknown {found.key} '{clean_line(text)[:40]}'", mend)
    else:
        tell(found.line, f"'{found.key}' is {'a list' if found.value.is_list else 'empty'}", mend)
    return default


def _note(found: Field | None, tell: Tell) -> str:
    if not found:
        return ""
    note = clean_line(" ".join(text for text, _ in found.value.texts)).strip()
    if found.value.is_list:
        tell(found.line, "'note' is a list", "write it as one text")
    if len(note) > LONGEST_NOTE:
        what = f"'note' has {len(note):,} characters, over the limit of {LONGEST_NOTE:,}"
        tell(found.line, what, "shorten it")
    return note[:LONGEST_NOTE]


def _only_text(value: Value) -> str:
    return "" if value.is_list else value.texts[0][0].strip()


def _did_you_mean(key: str) -> str:
    plain = key.strip().lower()
    close = difflib.get_close_matches(plain[:20], _KEYS, 1, 0.5)
    meant = _MEANT.get(plain) or (close[0] if close else "")
    return f"did you mean '{meant}'?" if meant else f"use {', '.join(_KEYS)}"
