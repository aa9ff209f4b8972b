"""What a format has no place for, written behind the note in brackets: `Ruler of Belarus [avoid: VSU] [kind: person]`.

A translator sees it in the other program, and it is understood when the file comes back.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.glossary.entry import Entry

EXACT = "[case: exact]"
_BEGIN = re.compile(r"(?:^|(?<= ))\[(avoid|first|kind|case): ")


class Remarks(NamedTuple):
    """A note, and what stands in brackets behind it."""

    note: str
    avoid: tuple[str, ...] = ()
    first: str = ""
    kind: str = ""
    exact: bool = False


def with_remarks(entry: Entry) -> str:
    """The entry's note with its forbidden forms, first mention, kind and case behind it."""
    parts = [entry.note, *(f"[avoid: {form}]" for form in entry.avoid)]
    parts += [f"[first: {entry.first}]" if entry.first else ""]
    parts += [f"[kind: {entry.kind}]" if entry.kind != "term" else ""]
    parts += [EXACT if entry.case == "exact" else ""]
    return " ".join(part for part in parts if part)


def read_remarks(text: str) -> Remarks:
    """The note and the remarks of a text that `with_remarks` wrote; a text without any is all note."""
    begins = list(_BEGIN.finditer(text))
    ends = [*(match.start() for match in begins[1:]), len(text)] if begins else []
    found = [(match[1], text[match.end() : end].strip()) for match, end in zip(begins, ends, strict=True)]
    if not found or not all(value.endswith("]") and len(value) > 1 for _, value in found):
        return Remarks(text)
    values = [(label, value[:-1].strip()) for label, value in found]
    single = dict(values)
    return Remarks(
        note=text[: begins[0].start()].strip(),
        avoid=tuple(value for label, value in values if label == "avoid"),
        first=single.get("first", ""),
        kind=single.get("kind", ""),
        exact=single.get("case") == "exact",
    )
