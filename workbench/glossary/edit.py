"""Changing `glossary.yaml` so that every byte a person wrote there stays."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import yaml

from workbench.files import write_atomically
from workbench.glossary.entry import KINDS, Entry
from workbench.glossary.yaml_file import (
    LONGEST_NOTE,
    MOST_BYTES,
    claim,
    decoded,
    entries_of,
    form_fault,
    read_data,
)
from workbench.glossary.yaml_items import LINE_END, chunks
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

HEADER = """\
# The glossary of this project. Each entry:
# - de: [German form, another one]   inflected and compound forms are found from these
#   en: the English to use
#   also: [English that is allowed]
#   avoid: [English that is forbidden]
#   kind: person, place, organisation or term
#   note: what a translator should know
#   case: exact                      if the German must be written exactly so
"""
_ITEM = re.compile(r"( *)-\s")


def add_entry(path: Path, entry: Entry) -> None:
    """Append an entry to a glossary file, which is created if it is missing; all that stands there stays.

    On return the file is on the disk (see `write_atomically`). Raises WorkbenchError, the file untouched: if
    the entry is no valid one, if one of its German forms is already there (with the line), or if the file
    cannot be read or written. Problems in other entries are no hindrance.
    """
    new = _checked(path, entry)
    faults: list[Problem] = []

    def tell(line: int | None, what: str, mend: str) -> None:
        faults.append(Problem(path, what, mend, line))

    data = read_data(path, tell)
    old = decoded(data, tell)
    if faults:
        raise WorkbenchError(faults[0])
    stray = next((chunk for chunk in chunks(LINE_END.split(old)) if chunk.stray), None)
    if stray:
        mend = "begin each entry with '- de: …', then add again"
        raise WorkbenchError(Problem(path, "line belongs to no entry", mend, stray.line))
    there = entries_of(old, tell)
    _refuse_claimed(path, new, there)
    added = _addition(old, new)
    again = entries_of(old + added, lambda *_: None)
    if [replace(e, line=0) for e in again] != [replace(e, line=0) for e in (*there, new)]:
        what = f"'{new.de[0]}' cannot be added: the end of the file is broken"
        raise WorkbenchError(faults[-1] if faults else Problem(path, what, "mend the last entry"))
    data += added.encode()
    if len(data) > MOST_BYTES:
        what = f"'{new.de[0]}' cannot be added: the file would be over the limit of 5 MB"
        raise WorkbenchError(Problem(path, what, "delete entries first"))
    write_atomically(path, data)


def _checked(path: Path, entry: Entry) -> Entry:
    """The entry with clean texts, as it will be read again. Raises WorkbenchError if it could not be."""
    new = Entry(
        de=_clean(entry.de),
        en=clean_line(entry.en).strip(),
        also=_clean(entry.also),
        avoid=_clean(entry.avoid),
        kind=entry.kind,
        note=clean_line(entry.note).strip(),
        case=entry.case,
        first=clean_line(entry.first).strip(),
    )
    if not new.de:
        raise WorkbenchError(Problem(path, "entry has no German form", "give at least one"))
    first = (new.first,) if new.first else ()
    for key, forms in (("de", new.de), ("en", (new.en,)), ("first", first), ("also", new.also), ("avoid", new.avoid)):
        for form in forms:
            fault = form_fault(form)
            if fault:
                raise WorkbenchError(Problem(path, f"'{key}' {fault[0]}", fault[1]))
    both = set(new.accepted) & set(new.avoid)
    if both:
        what = f"'{min(both)}' is both accepted and avoided"
        raise WorkbenchError(Problem(path, what, "delete it from one of the two"))
    if new.kind not in KINDS or new.case not in ("any", "exact"):
        mend = f"use one of {', '.join(KINDS)}; any or exact"
        raise WorkbenchError(Problem(path, "unknown kind or case", mend))
    if len(new.note) > LONGEST_NOTE:
        raise WorkbenchError(Problem(path, f"note is longer than {LONGEST_NOTE:,} characters", "shorten it"))
    also = tuple(form for form in new.also if form != new.en)
    return replace(new, also=also, first=new.first if new.first != new.en else "")


def _clean(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clean_line(form).strip() for form in forms))


def _refuse_claimed(path: Path, new: Entry, there: list[Entry]) -> None:
    claims = {claim(form): entry for entry in there for form in entry.de}
    for form in new.de:
        other = claims.get(claim(form))
        if other and other.en == new.en:
            what = f"'{form}' is already here, with the same English"
            raise WorkbenchError(Problem(path, what, "edit that entry", other.line))
        if other:
            what = f"'{form}' is already here, as '{other.en}'"
            mend = f"edit that entry if it should be '{new.en}', or allow that under 'also'"
            raise WorkbenchError(Problem(path, what, mend, other.line))


def _addition(old: str, entry: Entry) -> str:
    """What is to be appended: in the file's own line ends, indentation and spacing."""
    end: str = (LINE_END.findall(old) or ["\n"])[-1]
    lines = LINE_END.split(old)
    items = [(number, match[1]) for number, line in enumerate(lines) if (match := _ITEM.match(line))]
    indent = items[0][1] if items else ""
    starts = [number for number, spaces in items if spaces == indent]
    spaced = any(not lines[number - 1].strip() for number in starts[1:]) or not starts
    before = [] if not lines[-1] else [""]
    if not old.strip():
        before += HEADER.splitlines()
    if spaced and (lines[-1] or len(lines) == 1 or lines[-2].strip()):
        before.append("")
    return end.join([*before, *(indent + line for line in _lines(entry)), ""])


def _lines(entry: Entry) -> list[str]:
    values: dict[str, str | tuple[str, ...]] = {"de": entry.de, "en": entry.en, "first": entry.first}
    values |= {"also": entry.also, "avoid": entry.avoid, "kind": entry.kind, "note": entry.note, "case": entry.case}
    default = {"kind": "term", "case": "any"}
    lines = [f"{key}: {_yaml(value)}" for key, value in values.items() if value and value != default.get(key)]
    return [("  " if number else "- ") + line for number, line in enumerate(lines)]


def _yaml(value: str | tuple[str, ...]) -> str:
    """One line of YAML, quoted where a reader would take it for something else."""
    plain = value if isinstance(value, str) else value[0] if len(value) == 1 else list(value)
    text = str(yaml.safe_dump(plain, allow_unicode=True, width=1_000_000, default_flow_style=True))
    return text.removesuffix("\n").removesuffix("\n...")
