"""The checks `first-mention` and `later-mention`, over a whole document: a name is written out where it comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from workbench.checks.finding import Finding
from workbench.checks.kept import kept_with_glossary
from workbench.checks.terms import hits, verdict
from workbench.glossary import Entry, Glossary, Mention, find_mentions, first_mentions, opening, role, spare
from workbench.text import Span
from workbench.translation import ParagraphRecord, State, TranslationRecord


def first_mention(record: TranslationRecord, glossary: Glossary) -> Iterator[Finding]:
    """The paragraph that names an entry first does not have the entry's `first` form, or has it too late."""
    for entry, index in where_first(record.paragraphs, glossary).items():
        paragraph = record.paragraphs[index]
        found = _mentions(entry, paragraph.english)
        head = opening(found)
        if found and not (head and head.full):
            place = (head or found[0]).span
            said = paragraph.english[slice(*place)]
            message = f"“{said}” is named here for the first time: the glossary wants “{entry.first}”"
            german = _german(entry, paragraph.german, glossary)
            yield Finding("first-mention", "error", index, entry.en, message, german, place)


def later_mention(record: TranslationRecord, glossary: Glossary) -> Iterator[Finding]:
    """Running text writes a name out again that was named before."""
    firsts = where_first(record.paragraphs, glossary)
    if not firsts:
        return
    for index, paragraph in enumerate(record.paragraphs):
        for entry in _named_in(paragraph, glossary):
            for mention in spare(_mentions(entry, paragraph.english), first=firsts[entry] == index):
                before = "above" if firsts[entry] == index else f"in paragraph {firsts[entry] + 1}"
                said = paragraph.english[slice(*mention.span)]
                message = f"“{said}” is named {before} already: the glossary wants “{entry.en}” from then on"
                german = _german(entry, paragraph.german, glossary)
                yield Finding("later-mention", "warning", index, entry.en, message, german, mention.span)


def where_first(paragraphs: Sequence[ParagraphRecord], glossary: Glossary) -> dict[Entry, int]:
    """For each entry with a `first` form the paragraph (from 0) of its first mention.

    That is the first paragraph of running text that is not skipped and whose German has the entry. One whose
    English a person wrote without naming the entry is passed over: no reader meets the name there.
    """
    if not _has_first(glossary):
        return {}
    return first_mentions(_named_in(paragraph, glossary) for paragraph in paragraphs)


@kept_with_glossary
def _has_first(glossary: Glossary) -> bool:
    return any(entry.first for entry in glossary.entries)


def _named_in(paragraph: ParagraphRecord, glossary: Glossary) -> tuple[Entry, ...]:
    if paragraph.state is State.SKIPPED:
        return ()
    own = paragraph.english if paragraph.has_own_english else None
    return _named(paragraph.german, paragraph.before, own, glossary)


@kept_with_glossary
def _named(german: str, before: str, own: str | None, glossary: Glossary) -> tuple[Entry, ...]:
    """The entries with a `first` form that a paragraph names; none in a headline or a caption."""
    entries = dict.fromkeys(hit.entry for hit in hits(german, glossary) if hit.entry.first)
    if not entries or role(german, before) != "text":
        return ()
    return tuple(entry for entry in entries if own is None or _is_named(entry, own))


def _is_named(entry: Entry, english: str) -> bool:
    found = verdict(entry, english)
    return bool(found.forbidden or _mentions(entry, english))


@lru_cache(maxsize=20_000)
def _mentions(entry: Entry, english: str) -> tuple[Mention, ...]:
    return find_mentions(entry, english)


def _german(entry: Entry, german: str, glossary: Glossary) -> Span | None:
    return next((Span(hit.start, hit.end) for hit in hits(german, glossary) if hit.entry == entry), None)
