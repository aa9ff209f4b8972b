"""The check `consistency`, over a whole document: the same German has the same English."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.translation import State, TranslationRecord


def consistency(record: TranslationRecord, glossary: Glossary) -> Iterator[Finding]:
    """Paragraphs with the same German and different English; told at the later one."""
    first: dict[str, tuple[int, str]] = {}
    for index, paragraph in enumerate(record.paragraphs):
        english = _words(paragraph.english)
        if not english or paragraph.state is State.SKIPPED:
            continue
        german = _words(paragraph.german)
        place, before = first.setdefault(german, (index, english))
        if before != english:
            message = f"paragraph {place + 1} has the same German and another English"
            yield Finding("consistency", "info", index, f"paragraph {place + 1}", message)


@lru_cache(maxsize=50_000)
def _words(text: str) -> str:
    """The text with single spaces; the check runs at every change of any paragraph."""
    return " ".join(text.split())
