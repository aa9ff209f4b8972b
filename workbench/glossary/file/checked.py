"""An entry that is to be written, made as it will be read again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from workbench.glossary.entry import KINDS, Entry
from workbench.glossary.file.letters import form_fault
from workbench.glossary.file.yaml_entry import LONGEST_NOTE
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line


def checked(path: Path, entry: Entry) -> Entry:
    """The entry with clean texts, as it will be read again. Raises WorkbenchError, for `path`, if it could not be."""
    new = _cleaned(entry)
    for what, mend in _faults(new):
        raise WorkbenchError(Problem(path, what, mend))
    return replace(new, also=tuple(form for form in new.also if form != new.en))


def _cleaned(entry: Entry) -> Entry:
    return Entry(
        de=_clean(entry.de),
        en=clean_line(entry.en),
        also=_clean(entry.also),
        avoid=_clean(entry.avoid),
        kind=entry.kind,
        note=clean_line(entry.note),
        case=entry.case,
        first=clean_line(entry.first),
    )


def _clean(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(clean_line, forms)))


def _faults(new: Entry) -> Iterator[tuple[str, str]]:
    """What is wrong with the entry, and what to do about it."""
    if not new.de:
        yield "entry has no German form", "give at least one"
    yield from _faults_of_forms(new)
    both = set(new.accepted) & set(new.avoid)
    if both:
        yield f"'{min(both)}' is both accepted and avoided", "delete it from one of the two"
    if new.first == new.en:
        yield f"'first' is '{new.en}', as 'en' is", "leave it out, or give the form of the first mention"
    if new.kind not in KINDS or new.case not in ("any", "exact"):
        yield "unknown kind or case", f"use one of {', '.join(KINDS)}; any or exact"
    if len(new.note) > LONGEST_NOTE:
        yield f"note is longer than {LONGEST_NOTE:,} characters", "shorten it"


def _faults_of_forms(new: Entry) -> Iterator[tuple[str, str]]:
    first = (new.first,) if new.first else ()
    for key, forms in (("de", new.de), ("en", (new.en,)), ("first", first), ("also", new.also), ("avoid", new.avoid)):
        for form in forms:
            fault = form_fault(form)
            if fault:
                yield f"'{key}' {fault[0]}", fault[1]
