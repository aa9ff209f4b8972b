"""The check `script`: nothing of another script got lost, and no character is broken."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.finding import Finding
from workbench.checks.terms import hits
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.text.scripts import foreign_runs
from workbench.translation import ParagraphRecord

BROKEN = "\ufffd"


def script(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The English has a broken character (�), or lacks words that the German has in another script (Мінск)."""
    at = record.english.find(BROKEN)
    if at >= 0:
        place = Span(at, at + 1)
        yield Finding(
            "script", "error", index, BROKEN, f"“{BROKEN}” is a broken character: see the German", english=place
        )
    runs = list(foreign_runs(record.german))
    terms = [Span(hit.start, hit.end) for hit in hits(record.german, glossary)] if runs else []
    for run in runs:
        words = record.german[slice(*run)]
        if any(letter.isalpha() for letter in words) and words not in record.english and not run.meets(*terms):
            yield Finding("script", "warning", index, words, f"“{words}” is not in the English", german=run)
