"""Writing the formats of other programs' glossaries that hold one German and one English term in a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from workbench.glossary.entry import Entry
from workbench.glossary.exchange.formulas import as_text, number_run
from workbench.glossary.exchange.remarks import with_remarks
from workbench.glossary.exchange.written import Written, left_out
from workbench.text.counted import counted

MAGIC = "# Glossary in tab-separated format -*- coding: utf-8 -*-"
"""The first line OmegaT gives a glossary; its `coding` holds whatever the file's suffix is."""


def write_omegat(entries: Sequence[Entry]) -> Written:
    """UTF-8, a line for each German form with each English one, the preferred first; the comment holds the rest."""
    lines = [MAGIC]
    comments = 0
    for entry in entries:
        for german in entry.de:
            if german.startswith("#"):
                comments += 1
                continue
            lines += [
                "\t".join((german, english, with_remarks(entry))).rstrip("\t") for english in (entry.en, *entry.also)
            ]
    told = [f"{counted(comments, 'German form')} beginning with #, as comments do there"] if comments else []
    return Written(("\n".join(lines) + "\n").encode(), tuple(told))


def write_pairs(entries: Sequence[Entry]) -> Written:
    """DeepL's and Google's CSV: UTF-8, two columns, no names; each German form once, with the preferred English."""
    rows, doubled = _once(entries)
    left = (*left_out(entries, "also", "first", "avoid", "kind", "note", "case"), *doubled)
    return Written(_csv(rows), left, _told_formulas(rows))


def write_google_set(entries: Sequence[Entry]) -> Written:
    """Google's equivalent term set: CSV with the language codes in its first row, and a description."""
    rows, doubled = _once(entries)
    notes = {german: entry.note for entry in reversed(entries) for german in entry.de}
    table = [("de", "en", "description"), *((german, english, notes[german]) for german, english in rows)]
    left = (*left_out(entries, "also", "first", "avoid", "kind", "case"), *doubled)
    return Written(_csv(table), left, _told_formulas(table))


def _once(entries: Sequence[Entry]) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """Each German form with its English; DeepL and Google refuse a file that has one twice."""
    pairs: dict[str, str] = {}
    doubled = []
    for german, english in _pairs(entries):
        if pairs.setdefault(german, english) != english:
            doubled.append(german)
    if not doubled:
        return list(pairs.items()), ()
    number = counted(len(doubled), "German form")
    return list(pairs.items()), (f"a second English of {number} ('{doubled[0]}'), which may stand there once only",)


def _pairs(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    return ((german, entry.en) for entry in entries for german in entry.de)


def _csv(rows: Sequence[tuple[str, ...]]) -> bytes:
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows([as_text(cell) for cell in row] for row in rows)
    return table.getvalue().encode()


def _told_formulas(rows: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    number = number_run(cell for row in rows for cell in row)
    what = "has an apostrophe before it" if number == 1 else "have an apostrophe before them"
    return (f"{counted(number, 'cell')} that a spreadsheet would run {what}",) if number else ()
