"""English of a reviewer's that is not the paragraph's: neither is written over the other before somebody decides."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Inline, Span, clean_line
from workbench.translation import ParagraphRecord

REVIEWER_HAS = "The reviewer has: "
"""What a line of a note begins with that keeps a reviewer's English for a decision."""
_SHORT = 60


def review(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """Each English of a reviewer's that a note keeps and that is not what stands there."""
    if REVIEWER_HAS not in record.note:
        return
    english = clean_line(record.english)
    for line in record.note.splitlines():
        theirs = clean_line(Inline.parsed(line.removeprefix(REVIEWER_HAS)).text)
        if line.startswith(REVIEWER_HAS) and theirs and theirs != english:
            about = theirs if len(theirs) <= _SHORT else f"{theirs[: _SHORT - 1]}…"
            message = f"the reviewer has other English: “{theirs}”"
            yield Finding("review", "warning", index, about, message, None, Span(0, len(record.english)), theirs)
