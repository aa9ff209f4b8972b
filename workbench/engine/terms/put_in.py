"""The right form of a name in the place of a German or garbled one; nothing is decoded again.

`Lukaschenko's army` → `Lukashenko's army`, `Zhidanouskaya said` → `Tsikhanouskaya said`. A word is taken for
a garbled name when its letters are those of a known form for the most part; what the German sentence
itself has elsewhere, or another term holds, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from workbench.engine.terms.in_place import put_form
from workbench.engine.terms.kept import whole_word
from workbench.engine.terms.likeness import SHORT, enough
from workbench.engine.terms.places import forbidden, placed
from workbench.glossary import TermHit, judge
from workbench.text import Span

_WORD = re.compile(r"\w+")
_DERIVED = re.compile(r"(?P<stem>\w{3,}?)(?:i?ans?|ish|ese|ic)")
_DERIVED_WHOLE = re.compile(r"(?P<whole>\w{4,})(?:is?|ers?)")
"""Azerbaijani, Berliners: of the whole name, while a garbled one may end so by chance."""
# The least that each word of a name of several words has in common with its part of the name, by rapidfuzz's ratio.
_LIKE_PART = 50.0


@dataclass(frozen=True, slots=True)
class _Window:
    """Some words of the English that may be a garbled name. `likeness`: percent."""

    span: Span
    likeness: float


def put_in(german: str, hits: Sequence[TermHit], english: str, elsewhere: Collection[str] = ()) -> str:
    """The English with every missing name put in the place of its German, forbidden or garbled form.

    Names are persons, places and organisations; of other terms only the German word itself and the
    forbidden English are replaced. Unchanged where nothing is found. `elsewhere`: the English words, in
    small letters, that stand for other German words; they are no garbled name, however like it they are (`russians`
    for `Belarusians`).
    """
    for _ in hits:
        changed = _put_one_in(german, hits, english, elsewhere)
        if changed is None:
            break
        english = changed
    return english


def _put_one_in(german: str, hits: Sequence[TermHit], english: str, others: Collection[str]) -> str | None:
    """The English with one more name, the likeliest pair of hit and place first; None where there is none."""
    places = placed(german, hits, english)
    if None not in places:
        return None
    put = (put_form(german, hit, english, span) for hit, span in _likeliest(german, hits, english, places, others))
    for changed in chain(_with_capitals(hits, english, places), put):
        if _number_met(placed(german, hits, changed)) > _number_met(places):
            return changed
    return None


def _with_capitals(hits: Sequence[TermHit], english: str, places: Sequence[Span | None]) -> Iterator[str]:
    """The English with the capitals of a form that is there without them: what is accepted stays (`duma` is Duma)."""
    held = [place for place in places if place]
    missing = dict.fromkeys(hit.entry for hit, place in zip(hits, places, strict=True) if place is None)
    for small in (small for entry in missing for small in judge(entry, english).small):
        if not small.span.meets(*held):
            yield english[: small.span.start] + small.wanted + english[small.span.end :]


def _number_met(places: Sequence[Span | None]) -> int:
    return sum(place is not None for place in places)


def _likeliest(
    german: str, hits: Sequence[TermHit], english: str, places: Sequence[Span | None], others: Collection[str]
) -> list[tuple[TermHit, Span]]:
    """Each missing hit with each place it may have: what is most like it first, then what stands nearest."""
    held = [place for place in places if place]
    banned = forbidden(hits, english)
    rest = _without(german, hits)
    pairs: list[tuple[float, float, TermHit, Span]] = []
    for hit in (hit for hit, place in zip(hits, places, strict=True) if place is None):
        middle = len(english) * (hit.start + hit.end) / 2 / max(1, len(german))
        windows = [_Window(span, 101.0) for entry, span in banned if entry == hit.entry]
        pairs += [
            (-round(window.likeness / 4), abs(window.span.start - middle), hit, window.span)
            for window in (*windows, *_windows(german, hit, english, others))
            if not window.span.meets(*held) and not _is_elsewhere(rest, english[slice(*window.span)])
        ]
    return [(hit, span) for _, _, hit, span in sorted(pairs, key=itemgetter(0, 1))]


def _without(german: str, hits: Sequence[TermHit]) -> str:
    """The German with blanks in the places of its hits."""
    for hit in hits:
        german = german[: hit.start] + " " * (hit.end - hit.start) + german[hit.end :]
    return german


def _windows(german: str, hit: TermHit, english: str, others: Collection[str]) -> Iterator[_Window]:
    """Every run of words that is like a form of the entry.

    Not one that stands for another German word, nor one that is more like the whole word of which the hit is a part
    (`Belaruskali`, copied): the rest of that word would be lost.
    """
    from rapidfuzz import fuzz

    whole = whole_word(german, Span(hit.start, hit.end)).casefold()
    words = _words(english)
    for form, discount in _forms(hit):
        small = form.casefold()
        parts = _WORD.findall(small)
        enough = _enough(hit, form)
        any_word = enough < 100 and _in_any_letters(form, hit)
        for first in _firsts(words, parts, any_word=any_word, same=enough == 100):
            start, end = words[first].span.start, words[first + len(parts) - 1].span.end
            low = words[first].small if len(parts) == 1 else english[start:end].casefold()
            likeness = fuzz.ratio(low, small, score_cutoff=enough)
            if likeness < enough:
                continue
            alike = _may_be(english[start:end], form, hit) and _each_is_like(_WORD.findall(low), parts)
            if not alike or _is_derived(hit, low, form):
                continue
            if likeness == 100 or not _is_another(low, likeness, others, whole):
                yield _Window(Span(start, end), likeness - discount)


class _Word(NamedTuple):
    """A word of an English, in small letters, and whether it is written with a capital or a figure."""

    span: Span
    small: str
    has_capital: bool


@lru_cache(maxsize=200)
def _words(english: str) -> tuple[_Word, ...]:
    return tuple(
        _Word(Span(*match.span()), match[0].casefold(), not match[0][0].islower()) for match in _WORD.finditer(english)
    )


def _firsts(words: Sequence[_Word], parts: Sequence[str], *, any_word: bool, same: bool) -> Iterator[int]:
    """With which words of an English a run may begin that is like a name of these parts, in small letters.

    `any_word`: with any; else with the name's own first word or, but for `same`, where a word of the run has a capital.
    """
    size = len(parts)
    firsts = range(len(words) - size + 1 if parts else 0)
    if any_word:
        yield from firsts
        return
    for first in firsts:
        run = words[first : first + size] if not same else ()
        if words[first].small == parts[0] or any(word.has_capital for word in run):
            yield first


def _is_another(text: str, likeness: float, others: Collection[str], whole: str) -> bool:
    """Whether words stand for another German word, or are more like the whole word of which the hit is a part."""
    from rapidfuzz import fuzz

    return text in others or (bool(whole) and fuzz.ratio(text, whole) > likeness)


def _is_derived(hit: TermHit, text: str, form: str) -> bool:
    """Whether a word is made of a place's name, and no garbled one: `Russian` Federation, `Kyivan`, `Azerbaijani`."""
    if hit.entry.kind != "place" or text == form.casefold():
        return False
    found, whole = _DERIVED.fullmatch(text), _DERIVED_WHOLE.fullmatch(text)
    names = [name.casefold() for name in (form, *hit.entry.accepted)]
    return any(
        (found is not None and name.startswith(found["stem"][:-1])) or (whole is not None and name == whole["whole"])
        for name in names
    )


def _each_is_like(words: Sequence[str], parts: Sequence[str]) -> bool:
    """Whether no word is quite another than the name's: `Security began on` is not `Security Treaty Organisation`."""
    from rapidfuzz import fuzz

    return all(len(part) <= 3 or fuzz.ratio(word, part) >= _LIKE_PART for word, part in zip(words, parts, strict=True))


def _forms(hit: TermHit) -> Iterator[tuple[str, float]]:
    """The forms a garbled name is compared with; a surname alone counts a little less than the full name."""
    forms = dict.fromkeys((hit.surface, *hit.entry.de))
    if _is_name(hit):
        forms |= dict.fromkeys(hit.entry.accepted)
    for form in forms:
        yield form, 0.0
        surname = (form.split() or [form])[-1]
        if hit.entry.kind == "person" and surname != form and len(surname) > 3:
            yield surname, 10.0


def _is_name(hit: TermHit) -> bool:
    """Names, and what is written like one in English (Belarusian)."""
    return hit.entry.kind != "term" or hit.entry.en[:1].isupper()


def _enough(hit: TermHit, form: str) -> float:
    if not _is_name(hit) or form.isupper():
        return 100.0
    return enough(form)


def _may_be(text: str, form: str, hit: TermHit) -> bool:
    """Names are written with a capital; a German word that was copied may be written as it likes."""
    if text.casefold() == form.casefold():
        return text.isupper() or not form.isupper()
    if " ".join(text.split()).count(" ") != form.count(" "):
        return False
    return any(word[0].isupper() for word in text.split()) or _in_any_letters(form, hit)


def _in_any_letters(form: str, hit: TermHit) -> bool:
    """Whether a name is long enough to be told in small letters."""
    return hit.entry.kind == "person" and len(form) > SHORT


def _is_elsewhere(rest: str, text: str) -> bool:
    """Whether the German has these very words outside its hits: then they are someone else's."""
    return text in rest and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", rest) is not None
