"""English of a reviewer's, or of a bilingual source, that is not the paragraph's: somebody has to decide."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Inline, Span, clean_line
from workbench.translation import FILE_HAS, REVIEWER_HAS, ParagraphRecord

_WHOSE = {REVIEWER_HAS: "the reviewer has", FILE_HAS: "the file has"}
_SHORT = 60


def review(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """Each English of a reviewer's or of a bilingual source that a note keeps and that is not what stands there."""
    if REVIEWER_HAS not in record.note and FILE_HAS not in record.note:
        return
    english = clean_line(record.english)
    for line in record.note.splitlines():
        begins = next((begins for begins in _WHOSE if line.startswith(begins)), None)
        theirs = clean_line(Inline.parsed(line.removeprefix(begins)).text) if begins else ""
        if begins and theirs and theirs != english:
            about = theirs if len(theirs) <= _SHORT else f"{theirs[: _SHORT - 1]}…"
            message = f"{_WHOSE[begins]} other English: “{theirs}”"
            yield Finding("review", "warning", index, about, message, None, Span(0, len(record.english)), theirs)
