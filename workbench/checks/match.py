"""The check `match`: a match of less than 100 % stands in a draft, and nobody has looked at it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.translation import ParagraphRecord, State


def match(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """A memory's English of a sentence that is not quite the same was put in by itself; once a sentence.

    It is about the draft: gone when somebody has written in the paragraph, or accepted it.
    """
    draft = record.draft
    if draft is None or record.state is not State.DRAFT:
        return
    for german, percent, place in draft.matches:
        at = record.german.find(german)
        span = Span(at, at + len(german)) if at >= 0 else None
        message = f"a match of {percent} %, put in by itself: compare it with the German ({place})"
        yield Finding("match", "warning", index, german[:60], message, span)
