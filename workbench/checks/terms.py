"""The checks `term-missing`, `term-forbidden` and `term-capitals`: the English has the glossary's names and terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from workbench.checks.finding import Finding, Severity
from workbench.checks.kept import kept_with_glossary
from workbench.checks.lost_mentions import lost_mentions
from workbench.glossary import (
    Entry,
    Glossary,
    SmallLetters,
    TermHit,
    Verdict,
    capitals_of_list,
    form_places,
    is_short_head,
    judge,
)
from workbench.text import Span
from workbench.translation import ParagraphRecord

_REST_OF_WORD = re.compile(r"[^\W_]*")


def term_missing(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The German has a glossary term, and none of its accepted English forms stands in the English.

    A warning where it has one, but lost another mention (see `lost_mentions`). A hint where the German has the term
    only as a short noun at the end of compounds (`Bundesland`), which may have an English of their own.
    """
    for hit, verdict in judged(record.german, record.english, glossary):
        entry = hit.entry
        if verdict.there or _is_named(entry, record.english, verdict):
            yield from _missing_again(index, record, entry, glossary, len(verdict.there) + len(verdict.forbidden))
        else:
            yield _missing(index, record, hit, glossary)


def term_forbidden(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The English has a form that the glossary forbids for a term of the German."""
    told: set[Span] = set()
    for hit, verdict in judged(record.german, record.english, glossary):
        for place in verdict.forbidden:
            if place not in told:
                told.add(place)
                form = _whole_words(record.english, place)
                message = f"“{form}” should be “{hit.entry.en}”{_or_else(hit.entry)}"
                german = Span(hit.start, hit.end)
                yield Finding("term-forbidden", "error", index, form, message, german, place)


def term_capitals(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """A glossary term stands in the English without its capitals: an error in a name, else a warning.

    Capitals that the glossary gives to every term of its list are not asked for.
    """
    told: set[Span] = set()
    for hit, verdict in judged(record.german, record.english, glossary):
        for small in verdict.small:
            said = record.english[slice(*small.span)]
            if small.span not in told and not _is_the_lists(hit.entry, said, small, glossary):
                told.add(small.span)
                message = f"“{said}” is written “{small.wanted}” in the glossary"
                severity: Severity = "error" if small.surely else "warning"
                german = Span(hit.start, hit.end)
                about = hit.entry.en
                yield Finding("term-capitals", severity, index, about, message, german, small.span, small.wanted)


def _is_the_lists(entry: Entry, said: str, small: SmallLetters, glossary: Glossary) -> bool:
    """Whether the capitals that are wanting are only the glossary's way to write its terms."""
    if small.surely or entry.kind != "term":
        return False
    capitals = capitals_of_list(glossary)
    return capitals == "all" or (capitals == "first" and said[1:] == small.wanted[1:])


def _missing(index: int, record: ParagraphRecord, hit: TermHit, glossary: Glossary) -> Finding:
    entry, place = hit.entry, Span(hit.start, hit.end)
    own = [other for other in every_hit(record.german, glossary) if other.entry == entry]
    if all(is_short_head(other, record.german) for other in own):
        word = _whole_word(record.german, place)
        message = f"“{entry.en}” is not there for “{hit.surface}” in “{word}”, which may have another English"
        return Finding("term-missing", "info", index, entry.en, message, german=place)
    surface = next(other.surface for other in own if not is_short_head(other, record.german))
    for_what = f" for “{surface}”" if surface != entry.en else ""
    message = f"“{entry.en}” is missing{for_what}{_or_else(entry)}"
    return Finding("term-missing", "error", index, entry.en, message, german=place)


def _missing_again(
    index: int, record: ParagraphRecord, entry: Entry, glossary: Glossary, met: int
) -> Iterator[Finding]:
    own = [hit for hit in every_hit(record.german, glossary) if hit.entry == entry]
    lost = (hit for hit in lost_mentions(record, entry, own, met) if not is_short_head(hit, record.german))
    for hit in islice(lost, 1):
        times = f"{own.index(hit) + 1} of {len(own)}"
        message = f"“{hit.surface}” (mention {times}) seems to have no English: “{entry.en}” is missing there"
        yield Finding("term-missing", "warning", index, entry.en, message, german=Span(hit.start, hit.end))


@kept_with_glossary()
def every_hit(german: str, glossary: Glossary) -> tuple[TermHit, ...]:
    """The hits in a German text."""
    return tuple(glossary.find(german))


@kept_with_glossary()
def hits(german: str, glossary: Glossary) -> tuple[TermHit, ...]:
    """The first hit of each entry in a German text: a term is told once, however often the paragraph has it."""
    first: dict[Entry, TermHit] = {}
    for hit in every_hit(german, glossary):
        first.setdefault(hit.entry, hit)
    return tuple(first.values())


@kept_with_glossary(most=500)
def judged(german: str, english: str, glossary: Glossary) -> tuple[tuple[TermHit, Verdict], ...]:
    """These hits, each with where the English has its entry's forms. Every check of the glossary asks for them."""
    return tuple((hit, judge(hit.entry, english)) for hit in hits(german, glossary))


def _is_named(entry: Entry, english: str, verdict: Verdict) -> bool:
    """Whether a wanted form is part of a forbidden one that stands there (`the Ukraine`): it is not missing, too."""
    said = [english[slice(*place)] for place in verdict.forbidden]
    return any(next(form_places(form, text, entry), None) for text in said for form in entry.accepted)


def _whole_word(german: str, place: Span) -> str:
    """The word of which a place is the end."""
    start = place.start
    while start and german[start - 1].isalpha():
        start -= 1
    return german[start : place.end]


def _whole_words(english: str, place: Span) -> str:
    """The text at a place with the rest of its last word: `Odessans`."""
    rest = _REST_OF_WORD.match(english, place.end)
    return english[place.start : rest.end() if rest else place.end]


def _or_else(entry: Entry) -> str:
    """The other English that would do."""
    return f" (or {', '.join(f'“{form}”' for form in entry.also)})" if entry.also else ""
