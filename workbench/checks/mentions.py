"""The checks `first-mention` and `later-mention`, over a whole document: a name is written out where it comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.checks.compared import Compared
from workbench.checks.finding import Finding
from workbench.checks.kept import kept_with_glossary
from workbench.checks.terms import every_hit, hits
from workbench.formats import is_running_text
from workbench.glossary import Entry, Glossary, Mention, TermHit, find_mentions, judge, opening, spare
from workbench.text import Span
from workbench.text.house_style import NO_STYLE, HouseStyle
from workbench.translation import ParagraphRecord, State


class _Named(NamedTuple):
    """How a paragraph's German names an entry: written out somewhere, and at once.

    `here`: the entry as it fits the first place there: with the English for a woman where the German has one.
    """

    written_out: bool
    at_once: bool
    here: Entry


class _First(NamedTuple):
    """Where an entry is named first, and where the German first writes it out, if that is later (paragraphs from 0)."""

    at: int
    german_full: int | None


class Mentions:
    """A name that has a `first` form is written out in the paragraph that names it first, and there alone.

    Where the German writes it out after its first mention only (`Putin … Wladimir Putin`), English may do so there as
    well, unless the house style wants it once.
    """

    def __init__(self, glossary: Glossary, house: HouseStyle = NO_STYLE) -> None:
        self._glossary = glossary
        self._once = house.names == "once"
        self._named: Compared[Entry, _Named, _First] = Compared()
        """Entry → the paragraphs that name it; held of an entry: the first of them."""

    @property
    def first(self) -> Mapping[Entry, int]:
        """For each entry with a `first` form that is named the paragraph (from 0) of its first mention."""
        return {entry: held.at for entry, held in self._named.verdicts.items()}

    def put(self, changed: Mapping[int, ParagraphRecord]) -> set[int]:
        """Take up changed paragraphs; which others may have other findings by it."""
        touched: set[Entry] = set()
        for index, record in changed.items():
            touched.update(entry for entry, *_ in self._named.put(index, _named_in(record, self._glossary)))
        return set[int]().union(*(self._named.hold(entry, self._first(entry)) for entry in touched))

    def _first(self, entry: Entry) -> _First | None:
        places = self._named.places(entry)
        if not places:
            return None
        first = min(places)
        full = min((index for index, named in places.items() if named.written_out), default=None)
        return _First(first, None if full == first and places[first].at_once else full)

    def of(self, index: int, record: ParagraphRecord) -> Iterator[Finding]:
        """What a paragraph has of `first-mention`, then of `later-mention`."""
        named = self._named.facts(index)
        for entry in named:
            if self._named.verdicts[entry].at == index:
                yield from self._short_at_first(entry, index, record)
        for entry in named:
            yield from self._long_again(entry, index, record)

    def _short_at_first(self, entry: Entry, index: int, record: ParagraphRecord) -> Iterator[Finding]:
        """The paragraph that names an entry first does not have the entry's `first` form, or has it too late."""
        here = self._named.places(entry)[index].here
        found = _mentions(here, record.english)
        head = opening(found)
        if found and not (head and head.full):
            place = (head or found[0]).span
            said = record.english[slice(*place)]
            message = f"“{said}” is named here first: write it out, “{here.first}”{self._though_later(entry)}"
            yield Finding("first-mention", "error", index, here.en, message, self._german(entry, record), place)

    def _long_again(self, entry: Entry, index: int, record: ParagraphRecord) -> Iterator[Finding]:
        """Running text writes a name out again that was named before."""
        first, german_full = self._named.verdicts[entry]
        before = "above" if first == index else f"in paragraph {first + 1}"
        as_german = not self._once and german_full == index
        here = self._named.places(entry)[index].here
        for mention in spare(_mentions(here, record.english), first=first == index)[1 if as_german else 0 :]:
            said = record.english[slice(*mention.span)]
            message = f"“{said}” was written out {before}: “{here.en}” is enough here"
            german = self._german(entry, record)
            yield Finding("later-mention", "warning", index, here.en, message, german, mention.span)

    def _though_later(self, entry: Entry) -> str:
        """What is to be said where the German writes a name out after its first mention only."""
        first, german_full = self._named.verdicts[entry]
        if german_full is None:
            return ""
        where = "further down" if german_full == first else f"only in paragraph {german_full + 1}"
        right = "the short form" if self._once else "either form"
        return f" (the German does so {where}, where {right} is right)"

    def _german(self, entry: Entry, record: ParagraphRecord) -> Span | None:
        found = hits(record.german, self._glossary)
        return next((Span(hit.start, hit.end) for hit in found if hit.kept == entry), None)


def where_first(paragraphs: Sequence[ParagraphRecord], glossary: Glossary) -> dict[Entry, int]:
    """For each entry (`TermHit.kept`) with a `first` form the paragraph (from 0) of its first mention.

    That is the first paragraph of running text that is not skipped and whose German has the entry. One whose
    English a person wrote without naming the entry is passed over: no reader meets the name there.
    """
    mentions = Mentions(glossary)
    mentions.put(dict(enumerate(paragraphs)))
    return dict(mentions.first)


@kept_with_glossary()
def _has_first(glossary: Glossary) -> bool:
    return any(entry.first for entry in glossary.entries)


def _named_in(paragraph: ParagraphRecord, glossary: Glossary) -> dict[Entry, _Named]:
    if paragraph.state is State.SKIPPED or not _has_first(glossary):
        return {}
    if not is_running_text(paragraph.german, paragraph.role):
        return {}
    named = _candidates(paragraph.german, glossary)
    if not paragraph.has_own_english:
        return named
    return {entry: how for entry, how in named.items() if _is_named(how.here, paragraph.english)}


@kept_with_glossary()
def _candidates(german: str, glossary: Glossary) -> dict[Entry, _Named]:
    """The entries with a `first` form that a paragraph's German names, and how."""
    found: dict[Entry, _Named] = {}
    for hit in every_hit(german, glossary):
        if hit.entry.first:
            full = _is_full(hit)
            before = found.get(hit.kept, _Named(written_out=False, at_once=full, here=hit.entry))
            found[hit.kept] = before._replace(written_out=before.written_out or full)
    return found


def _is_full(hit: TermHit) -> bool:
    """Whether the German has a name in full: more words than its shortest form, or no abbreviation."""
    forms = hit.entry.de
    if len(hit.surface.split()) > min(len(form.split()) for form in forms):
        return True
    return any(form.isupper() for form in forms) and not any(map(str.isupper, hit.surface[1:]))


def _is_named(entry: Entry, english: str) -> bool:
    return bool(_mentions(entry, english) or judge(entry, english).forbidden)


@lru_cache(maxsize=20_000)
def _mentions(entry: Entry, english: str) -> tuple[Mention, ...]:
    return find_mentions(entry, english)
