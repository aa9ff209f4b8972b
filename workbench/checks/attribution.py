"""The check `attribution`: what the German only reports, the English does not assert."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.beside import english_of, is_headline
from workbench.checks.finding import Finding, Severity
from workbench.glossary import Glossary
from workbench.glossary.finding.lexicon import lemma
from workbench.text.reported import Reported, reported
from workbench.text.reported_english import is_in_the_past, is_moved_back, reports
from workbench.translation import ParagraphRecord


def attribution(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """A sentence in the Konjunktiv of reported speech whose English says of nobody that he said it.

    Enough is a reporting verb, “according to” or a quotation in the English of the sentence, or such a thing
    elsewhere in the paragraph and a past tense in the sentence. Where only the tense tells (had, would) it is an info:
    the paragraph before may say whose words they are. Headlines are let through.
    """
    if is_headline(record):
        return
    english = record.english
    severity: Severity
    for sentence, verb in _reported(record.german):
        place = english_of(sentence, record.german, english)
        said = english[slice(*place)]
        if reports(said) or (is_in_the_past(said) and reports(english)):
            continue
        shown = record.german[slice(*verb)]
        if is_moved_back(said):
            severity, message = "info", f"“{shown}” reports what somebody says; nothing in the English says who"
        else:
            severity, message = "warning", f"“{shown}” reports what somebody says; the English asserts it"
        yield Finding("attribution", severity, index, shown, message, german=verb, english=place)


@lru_cache(maxsize=20_000)
def _reported(german: str) -> tuple[Reported, ...]:
    """Asked for at every letter of the English."""
    return reported(german, lemma)
