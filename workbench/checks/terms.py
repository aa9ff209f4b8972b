"""The checks `term-missing` and `term-forbidden`: the English has the glossary's names and terms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.finding import Finding
from workbench.checks.kept import kept_with_glossary
from workbench.glossary import Entry, Glossary, TermHit, Verdict, judge
from workbench.text import Span
from workbench.translation import ParagraphRecord


def term_missing(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The German has a glossary term, and none of its accepted English forms stands in the English."""
    for hit in _first_hits(record.german, glossary):
        entry = hit.entry
        if not verdict(entry, record.english).met:
            message = f"“{hit.surface}”: the glossary wants {_forms(entry)}"
            yield Finding("term-missing", "error", index, entry.en, message, german=Span(hit.start, hit.end))


def term_forbidden(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The English has a form that the glossary forbids for a term of the German."""
    told: set[Span] = set()
    for hit in _first_hits(record.german, glossary):
        for place in verdict(hit.entry, record.english).forbidden:
            if place not in told:
                told.add(place)
                form = record.english[place.start : place.end]
                message = f"“{form}” is not to be used for “{hit.surface}”: the glossary wants {_forms(hit.entry)}"
                german = Span(hit.start, hit.end)
                yield Finding("term-forbidden", "error", index, form, message, german, place)


def _first_hits(german: str, glossary: Glossary) -> Iterator[TermHit]:
    """The first hit of each entry: a term is told once, however often the paragraph has it."""
    seen: set[Entry] = set()
    for hit in hits(german, glossary):
        if hit.entry not in seen:
            seen.add(hit.entry)
            yield hit


@kept_with_glossary
def hits(german: str, glossary: Glossary) -> tuple[TermHit, ...]:
    """The glossary's hits in a German text. Every check of the glossary asks for them, at every change."""
    return glossary.find(german)


@lru_cache(maxsize=50_000)
def verdict(entry: Entry, english: str) -> Verdict:
    """Which of an entry's forms an English text has. Every check of the glossary asks for it."""
    return judge(entry, english)


def _forms(entry: Entry) -> str:
    wanted = f"“{entry.en}”"
    return wanted + (f" (or {', '.join(f'“{form}”' for form in entry.also)})" if entry.also else "")
