"""Checks of what a paragraph is, before what it says: `empty`, `source-changed`, `markers`, `length`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.translation import ParagraphRecord, State

LENGTH_FROM = 40
"""Paragraphs with less German than this (characters) are not measured."""

SHORT, LONG = 0.4, 2.2
"""English per German length beyond which something was left out or added."""


def empty(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The paragraph was accepted with no English in it."""
    if record.state is State.REVIEWED and not record.english.strip():
        yield Finding("empty", "error", index, "English", "accepted, but the English is empty")


def source_changed(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The German has changed since it was translated, and the English has not been accepted again."""
    if record.old_german:
        message = "the German has changed since it was translated; compare and accept again"
        yield Finding("source-changed", "warning", index, "German", message)


def markers(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """A term marker of the translation package (⟦ or ⟧) was left in the English."""
    for match in re.finditer("[⟦⟧]", record.english):
        if match[0] not in record.german:
            message = f"{match[0]} does not belong in the English"
            yield Finding("markers", "error", index, match[0], message, english=Span(*match.span()), wanted="")


def length(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The English is much shorter or longer than the German, which has 40 characters or more."""
    german, english = len(record.german.strip()), len(record.english.strip())
    if german < LENGTH_FROM or SHORT <= english / german <= LONG:
        return
    what = "shorter" if english < german else "longer"
    message = f"the English is much {what} than the German ({english} to {german} characters)"
    yield Finding("length", "info", index, what, message)
