"""The checks `first-mention` and `later-mention`, over a whole document: a name is written out where it comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from workbench.checks.compared import Compared
from workbench.checks.finding import Finding
from workbench.checks.kept import kept_with_glossary
from workbench.checks.terms import hits
from workbench.formats import is_running_text
from workbench.glossary import Entry, Glossary, Mention, find_mentions, judge, opening, spare
from workbench.text import Span
from workbench.translation import ParagraphRecord, State


class Mentions:
    """A name that has a `first` form is written out in the paragraph that names it first, and there alone."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._named: Compared[Entry, None, int] = Compared()
        """Entry → the paragraphs that name it; held of an entry: the first of them."""
        self.changed: frozenset[Entry] = frozenset()
        """The entries that have another first mention since the last `put`, or none now, or had none."""

    @property
    def first(self) -> Mapping[Entry, int]:
        """For each entry with a `first` form that is named the paragraph (from 0) of its first mention."""
        return self._named.verdicts

    def put(self, changed: Mapping[int, ParagraphRecord]) -> set[int]:
        """Take up changed paragraphs; which others may have other findings by it."""
        touched: set[Entry] = set()
        for index, record in changed.items():
            named = dict.fromkeys(_named_in(record, self._glossary))
            touched.update(entry for entry, *_ in self._named.put(index, named))
        now = {entry: min(self._named.places(entry), default=None) for entry in touched}
        self.changed = frozenset(entry for entry, first in now.items() if first != self.first.get(entry))
        return set[int]().union(*(self._named.hold(entry, now[entry]) for entry in self.changed))

    def of(self, index: int, record: ParagraphRecord) -> Iterator[Finding]:
        """What a paragraph has of `first-mention`, then of `later-mention`."""
        named = self._named.facts(index)
        for entry in named:
            if self.first[entry] == index:
                yield from self._short_at_first(entry, index, record)
        for entry in named:
            yield from self._long_again(entry, index, record)

    def _short_at_first(self, entry: Entry, index: int, record: ParagraphRecord) -> Iterator[Finding]:
        """The paragraph that names an entry first does not have the entry's `first` form, or has it too late."""
        found = _mentions(entry, record.english)
        head = opening(found)
        if found and not (head and head.full):
            place = (head or found[0]).span
            said = record.english[slice(*place)]
            message = f"“{said}” is named here first: write it out, “{entry.first}”"
            yield Finding("first-mention", "error", index, entry.en, message, self._german(entry, record), place)

    def _long_again(self, entry: Entry, index: int, record: ParagraphRecord) -> Iterator[Finding]:
        """Running text writes a name out again that was named before."""
        first = self.first[entry]
        before = "above" if first == index else f"in paragraph {first + 1}"
        for mention in spare(_mentions(entry, record.english), first=first == index):
            said = record.english[slice(*mention.span)]
            message = f"“{said}” was written out {before}: “{entry.en}” is enough here"
            german = self._german(entry, record)
            yield Finding("later-mention", "warning", index, entry.en, message, german, mention.span)

    def _german(self, entry: Entry, record: ParagraphRecord) -> Span | None:
        found = hits(record.german, self._glossary)
        return next((Span(hit.start, hit.end) for hit in found if hit.entry == entry), None)


def where_first(paragraphs: Sequence[ParagraphRecord], glossary: Glossary) -> dict[Entry, int]:
    """For each entry with a `first` form the paragraph (from 0) of its first mention.

    That is the first paragraph of running text that is not skipped and whose German has the entry. One whose
    English a person wrote without naming the entry is passed over: no reader meets the name there.
    """
    mentions = Mentions(glossary)
    mentions.put(dict(enumerate(paragraphs)))
    return dict(mentions.first)


@kept_with_glossary()
def _has_first(glossary: Glossary) -> bool:
    return any(entry.first for entry in glossary.entries)


def _named_in(paragraph: ParagraphRecord, glossary: Glossary) -> tuple[Entry, ...]:
    if paragraph.state is State.SKIPPED or not _has_first(glossary):
        return ()
    entries = _candidates(paragraph.german, glossary) if is_running_text(paragraph.german, paragraph.role) else ()
    if not paragraph.has_own_english:
        return entries
    return tuple(entry for entry in entries if _is_named(entry, paragraph.english))


@kept_with_glossary()
def _candidates(german: str, glossary: Glossary) -> tuple[Entry, ...]:
    """The entries with a `first` form that a paragraph's German names."""
    return tuple(hit.entry for hit in hits(german, glossary) if hit.entry.first)


def _is_named(entry: Entry, english: str) -> bool:
    return bool(_mentions(entry, english) or judge(entry, english).forbidden)


@lru_cache(maxsize=20_000)
def _mentions(entry: Entry, english: str) -> tuple[Mention, ...]:
    return find_mentions(entry, english)
