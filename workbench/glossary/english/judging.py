"""Judging English: which of an entry's accepted and forbidden forms stand in a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from workbench.glossary.english.before_noun import belongs_to_noun
from workbench.glossary.english.form_places import form_places, may_stand, written_places
from workbench.glossary.english.letters import has_own_letters, is_surely_wrong, with_capitals
from workbench.glossary.english.longer_words import in_longer_words
from workbench.glossary.entry import Entry
from workbench.text import Span

_LEAD = frozenset({"the", "a", "an", "in", "of", "on", "to", "from", "for", "at", "by", "with"})
"""Words before a name that are a noun's where the name stands before one."""


class SmallLetters(NamedTuple):
    """An accepted form that stands in small letters where it wants capitals, and how it is `wanted` there.

    `surely`: it is a slip whatever the house style (`belarusian`), and not how some papers write it (`the foreign
    ministry`).
    """

    span: Span
    wanted: str
    surely: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where an English text has an entry's forms, in text order.

    `met`: accepted ones; `small`: accepted ones that lack their capitals; `forbidden`: forbidden ones. A span covers
    the form with its plural ending, without a possessive ’s.
    """

    met: tuple[Span, ...] = ()
    forbidden: tuple[Span, ...] = ()
    small: tuple[SmallLetters, ...] = ()

    @property
    def there(self) -> tuple[Span, ...]:
        """Where accepted forms stand, with their capitals or without, in text order."""
        return tuple(sorted((*self.met, *(one.span for one in self.small))))


class FormPlace(NamedTuple):
    """A form at a place of a text: an accepted one, an accepted one in small letters, or a forbidden one."""

    span: Span
    form: str
    what: Literal["met", "small", "forbidden"]


def judge(entry: Entry, english: str, held: Sequence[Span] = ()) -> Verdict:
    """Find an entry's accepted and forbidden English forms in a text. Offsets are characters into `english`.

    Forms are found as words: in ALL CAPS, in the plural, before ’s, with any kind of dash, apostrophe or space;
    abbreviations of up to five letters only in capitals; names and titles in small letters stand apart, as `small`
    (`letters.how_written`).
    The longest form wins: a forbidden form inside a longer accepted one is no fault, and the other way round; of forms
    in one place the one that is written so: `Donbass` is the forbidden word, and no plural of Donbas, nor is it one if
    it is the German of that place. Where small words alone make a form forbidden (`the Ukraine`), it is no fault before
    a noun, whose article it is then.
    Another spelling of a name is seen inside longer words, too (`Odessans`: see `in_longer_words`).
    `held`: places of other entries' terms, where this entry's cannot be.
    """
    return _verdict(entry, english, held) if held else verdict(entry, english)


@lru_cache(maxsize=2_000)
def verdict(entry: Entry, english: str) -> Verdict:
    """`judge` without places that are held: of one draft the same is asked again and again."""
    return _verdict(entry, english, ())


def _verdict(entry: Entry, english: str, held: Sequence[Span]) -> Verdict:
    places = settled_places(entry, english, entry.accepted, held)
    return Verdict(
        met=tuple(place.span for place in places if place.what == "met"),
        forbidden=tuple(place.span for place in places if place.what == "forbidden"),
        small=tuple(_small(entry, english, place) for place in places if place.what == "small"),
    )


def settled_places(
    entry: Entry, english: str, accepted: Iterable[str], held: Sequence[Span] = ()
) -> tuple[FormPlace, ...]:
    """Where a text has these forms and the entry's forbidden ones, in text order, without overlaps (see `judge`)."""
    places = (*_accepted_places(entry, english, accepted), *_forbidden_places(entry, english))
    taken: list[FormPlace] = []
    for place in sorted(places, key=lambda place: _rank(place, english)) if len(places) > 1 else places:
        span = place.span
        at = bisect_left(taken, place)
        is_free = at == 0 or taken[at - 1].span.end <= span.start
        if is_free and (at == len(taken) or span.end <= taken[at].span.start) and not span.meets(*held):
            taken.insert(at, place)
    return tuple(taken)


def _rank(place: FormPlace, english: str) -> tuple[int, int, bool, Span]:
    """The longest first, then what is written so, then what is accepted."""
    start, end = place.span
    return start - end, _distance(place.form, english, place.span), place.what == "forbidden", place.span


def _distance(form: str, english: str, span: Span) -> int:
    """How far what stands there is from a form: its very letters, only in other capitals, or inflected (2, 3)."""
    is_inflected = english[slice(*span)].casefold() != form.casefold()
    return 2 * is_inflected + (not has_own_letters(form, english, *span))


def _small(entry: Entry, english: str, place: FormPlace) -> SmallLetters:
    found = english[slice(*place.span)]
    return SmallLetters(place.span, with_capitals(place.form, entry, found), is_surely_wrong(entry, place.form, found))


def _accepted_places(entry: Entry, english: str, accepted: Iterable[str]) -> Iterator[FormPlace]:
    for form in accepted:
        for span, writing in written_places(form, english, entry) if may_stand(form, english) else ():
            if not _is_german(entry, form, english[slice(*span)]):
                yield FormPlace(span, form, "small" if writing == "small" else "met")


def _forbidden_places(entry: Entry, english: str) -> Iterator[FormPlace]:
    return (FormPlace(span, form, "forbidden") for form in entry.avoid for span in _forbidden(entry, form, english))


def _is_german(entry: Entry, form: str, found: str) -> bool:
    """Whether what looks like the plural of a person's or place's name is its German, in capitals or not."""
    said = found.casefold()
    if entry.kind not in ("person", "place") or said == form.casefold():
        return False
    return said in (german.casefold() for german in entry.de)


def _forbidden(entry: Entry, form: str, english: str) -> Iterator[Span]:
    if may_stand(form, english):
        name = _without_lead(form)
        lead = len(form.strip()) - len(name) if name in entry.accepted else 0
        for span in form_places(form, english):
            if not (lead and belongs_to_noun(english, span.start + lead, span.end)):
                yield span
    yield from in_longer_words(entry, form, english)


def _without_lead(form: str) -> str:
    """A form without the small words before its name: `Ukraine` of `in the Ukraine`."""
    words = form.split()
    while len(words) > 1 and words[0].lower() in _LEAD:
        del words[0]
    return " ".join(words)
