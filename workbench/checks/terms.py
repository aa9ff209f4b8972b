"""The checks `term-missing` and `term-forbidden`: the English has the glossary's names and terms."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.finding import Finding
from workbench.checks.kept import kept_with_glossary
from workbench.glossary import Entry, Glossary, TermHit, Verdict, judge
from workbench.text import Span
from workbench.translation import ParagraphRecord


def term_missing(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The German has a glossary term, and none of its accepted English forms stands in the English."""
    for hit, verdict in judged(record.german, record.english, glossary):
        entry = hit.entry
        if not verdict.met:
            for_what = f" for “{hit.surface}”" if hit.surface != entry.en else ""
            message = f"“{entry.en}” is missing{for_what}{_or_else(entry)}"
            yield Finding("term-missing", "error", index, entry.en, message, german=Span(hit.start, hit.end))


def term_forbidden(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The English has a form that the glossary forbids for a term of the German."""
    told: set[Span] = set()
    for hit, verdict in judged(record.german, record.english, glossary):
        for place in verdict.forbidden:
            if place not in told:
                told.add(place)
                form = record.english[place.start : place.end]
                message = f"“{form}” should be “{hit.entry.en}”{_or_else(hit.entry)}"
                german = Span(hit.start, hit.end)
                yield Finding("term-forbidden", "error", index, form, message, german, place)


@kept_with_glossary()
def hits(german: str, glossary: Glossary) -> tuple[TermHit, ...]:
    """The first hit of each entry in a German text: a term is told once, however often the paragraph has it."""
    first: dict[Entry, TermHit] = {}
    for hit in glossary.find(german):
        first.setdefault(hit.entry, hit)
    return tuple(first.values())


@kept_with_glossary(most=500)
def judged(german: str, english: str, glossary: Glossary) -> tuple[tuple[TermHit, Verdict], ...]:
    """These hits, each with where the English has its entry's forms. Every check of the glossary asks for them."""
    return tuple((hit, judge(hit.entry, english)) for hit in hits(german, glossary))


def _or_else(entry: Entry) -> str:
    """The other English that would do."""
    return f" (or {', '.join(f'“{form}”' for form in entry.also)})" if entry.also else ""
