"""What a format writes, and what it cannot hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.glossary.entry import Entry
from workbench.text.counted import counted

_NAMES = {
    "also": "the other allowed English (also)",
    "first": "the first mention (first)",
    "avoid": "the forbidden English (avoid)",
    "kind": "the kind",
    "note": "the note",
    "case": "the exact case",
}
_DEFAULTS = {"kind": "term", "case": "any"}


@dataclass(frozen=True, slots=True)
class Written:
    """A glossary in another format: the file's bytes, what could not be put into it, what was put otherwise (words)."""

    data: bytes
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def left_out(entries: Sequence[Entry], *fields: str) -> tuple[str, ...]:
    """For each field that entries have and a format lacks, what it is and how many entries have it."""
    counts = {field: sum(getattr(e, field) not in ("", (), _DEFAULTS.get(field)) for e in entries) for field in fields}
    return tuple(f"{_NAMES[field]} of {counted(number, 'entry')}" for field, number in counts.items() if number)
