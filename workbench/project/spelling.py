"""Spelling while somebody types: which words of a paragraph are no English, and what may stand in their place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.glossary import Glossary
from workbench.project.words import is_about_a_word
from workbench.text.words import Suggestion, Unknown, suggested
from workbench.text.words.english import words_of

if TYPE_CHECKING:
    from workbench.project.project import Project
    from workbench.project.session import Session
    from workbench.translation import ParagraphRecord

SHORTEST = 3
"""Letters of words that are proposed from the German and the glossary."""


def misspelt(session: Session, index: int) -> tuple[Unknown, ...]:
    """The words of a paragraph (from 0) that the checks tell as no English, at each of their places, in text order.

    As far as is known by now: nothing before the document and the dictionaries have been read. Words whose finding
    somebody let stand are none.
    """
    findings = (finding for finding in session.findings_so_far(index) if is_about_a_word(finding))
    first = {finding.about: finding.english.start for finding in findings if finding.english}
    if not first:
        return ()
    english = session.paragraphs[index].english
    return tuple(Unknown(word, span) for word, span in words_of(english) if span.start >= first.get(word, len(english)))


def suggestions(project: Project, record: ParagraphRecord, word: str) -> tuple[Suggestion, ...]:
    """What a misspelt word of a paragraph may have been meant to be, at most eight (see `suggested`).

    Forms of the glossary's English and names of the German come first, and the project's own words. Takes some tenths
    of a second.
    """
    vocabulary = project.words.vocabulary
    dialect = vocabulary.dialect if vocabulary else "both"
    return suggested(word, dialect, _known(project, record))


def _known(project: Project, record: ParagraphRecord) -> Iterator[Suggestion]:
    """Words that are right here without standing in a dictionary."""
    yield from (Suggestion(word, "glossary") for word in _of_glossary(project.termbase.glossary))
    names = (word for word, _ in words_of(record.german) if word[0].isupper() and len(word) >= SHORTEST)
    yield from (Suggestion(name, "German") for name in dict.fromkeys(names))
    yield from (Suggestion(word, "own word") for word in sorted(project.words.own))


@lru_cache(maxsize=1)
def _of_glossary(glossary: Glossary) -> tuple[str, ...]:
    """The words of the English that the glossary wants or allows."""
    forms = (form for entry in glossary.entries for form in (entry.en, entry.first, *entry.also))
    words = (word for form in forms for word, _ in words_of(form) if len(word) >= SHORTEST)
    return tuple(dict.fromkeys(words))
