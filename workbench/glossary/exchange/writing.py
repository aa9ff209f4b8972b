"""Writing a glossary in another program's format."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from workbench.glossary.entry import Entry
from workbench.glossary.exchange.formats import format_named
from workbench.glossary.exchange.written import Written
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line


def write_terms(entries: Iterable[Entry], format: str) -> Written:
    """The entries as a file's bytes in one of FORMATS, and what that format cannot hold, in words.

    The same entries always give the same bytes. Raises WorkbenchError for a format there is not, and for no entries
    (a TBX without any would be invalid).
    """
    write = format_named(format).write
    clean = [_clean(entry) for entry in entries]
    if not clean:
        raise WorkbenchError(Problem("export", "there are no entries to export", "add some first"))
    return write(clean)


def _clean(entry: Entry) -> Entry:
    """The entry with its texts on one line and without control characters, which no format could hold."""
    return replace(
        entry,
        de=tuple(map(clean_line, entry.de)),
        en=clean_line(entry.en),
        also=tuple(map(clean_line, entry.also)),
        avoid=tuple(map(clean_line, entry.avoid)),
        first=clean_line(entry.first),
        note=clean_line(entry.note),
    )
