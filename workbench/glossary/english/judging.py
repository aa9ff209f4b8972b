"""Judging English: which of an entry's accepted and forbidden forms stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.glossary.english.before_noun import belongs_to_noun
from workbench.glossary.english.letters import case_fits
from workbench.glossary.english.longer_words import in_longer_words
from workbench.glossary.english.plural import plural
from workbench.glossary.entry import Entry, Kind
from workbench.text import Span

_HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_ALIKE = (_HYPHENS, "'\u2018\u2019\u02bc\u0060\u00b4", '"“”„«»')
"""Marks that stand for each other."""
_LEAD = frozenset({"the", "a", "an", "in", "of", "on", "to", "from", "for", "at", "by", "with"})
"""Words before a name that are a noun's where the name stands before one."""
_PART = re.compile(r"(?P<word>[^\W_]+)|(?P<space>\s+)|(?P<other>.)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where an English text has an entry's forms: accepted ones (`met`) and forbidden ones, in text order.

    A span covers the form with its plural ending, without a possessive ’s.
    """

    met: tuple[Span, ...] = ()
    forbidden: tuple[Span, ...] = ()


def judge(entry: Entry, english: str, held: Sequence[Span] = ()) -> Verdict:
    """Find an entry's accepted and forbidden English forms in a text. Offsets are characters into `english`.

    Forms are found as words: in ALL CAPS, in the plural, before ’s, with any kind of dash, apostrophe or space;
    abbreviations of up to five letters only in capitals, names and titles only with theirs (`letters.case_fits`).
    The longest form wins: a forbidden form inside a longer accepted one is no fault, and the other way round; of forms
    in one place the one that is written so: `Donbass` is the forbidden word, and no plural of Donbas, nor is it one if
    it is the German of that place. Where small words alone make a form forbidden (`the Ukraine`), it is no fault before
    a noun, whose article it is then.
    Another spelling of a name is seen inside longer words, too (`Odessans`: see `in_longer_words`).
    `held`: places of other entries' terms, where this entry's cannot be.
    """
    places = [
        (span, _distance(form, english[slice(*span)]), is_forbidden)
        for form, span, is_forbidden in (*_accepted_places(entry, english), *_forbidden_places(entry, english))
    ]
    places.sort(key=lambda place: (place[0].start - place[0].end, *place[1:], place[0]))
    taken: list[tuple[Span, bool]] = []
    for span, _, forbidden in places:
        if not span.meets(*held, *(other for other, _ in taken)):
            taken.append((span, forbidden))
    taken.sort()
    return Verdict(
        met=tuple(span for span, forbidden in taken if not forbidden),
        forbidden=tuple(span for span, forbidden in taken if forbidden),
    )


def _accepted_places(entry: Entry, english: str) -> Iterator[tuple[str, Span, bool]]:
    for form in entry.accepted:
        for span in form_places(form, english, entry.kind):
            if not _is_german(entry, form, english[slice(*span)]):
                yield form, span, False


def _forbidden_places(entry: Entry, english: str) -> Iterator[tuple[str, Span, bool]]:
    return ((form, span, True) for form in entry.avoid for span in _forbidden(entry, form, english))


def _distance(form: str, found: str) -> int:
    """How far what stands there is from a form: its very letters, only in other capitals, or inflected.

    A capital may be the sentence's, a small letter is none but the word's own.
    """
    if found == form and found[:1].islower():
        return 0
    return 1 if found.casefold() == form.casefold() else 2


def _is_german(entry: Entry, form: str, found: str) -> bool:
    """Whether what looks like the plural of a person's or place's name is its German."""
    return entry.kind in ("person", "place") and found in entry.de and found.casefold() != form.casefold()


def _forbidden(entry: Entry, form: str, english: str) -> Iterator[Span]:
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


def form_places(form: str, english: str, kind: Kind | None = None) -> Iterator[Span]:
    """Where an English form stands as words (see `judge`), its plural too, in text order; overlaps with others too.

    `kind`: of its entry, whose names and titles must have their capitals; None: in capitals or not.
    """
    for match in _matches(form, english):
        if match[0] and case_fits(form, english, *match.span(), kind):
            yield Span(*match.span())


def _matches(form: str, english: str) -> Iterator[re.Match[str]]:
    """Where the form's pattern is in a text.

    A pattern is slow to make and to look for, and mostly there is nothing to find. So what must be there is looked
    for first, in small letters, and the pattern only where the first word may begin.
    """
    small, needed = _small(english), _must_have(form)
    if not all(map(small.__contains__, needed)):
        return
    pattern = _pattern(form)
    if not (needed and needed[0] and form.strip()[0].isalnum() and len(small) == len(english)):
        yield from pattern.finditer(english)
        return
    at = small.find(needed[0])
    while at >= 0:
        match = pattern.match(english, at)
        if match:
            yield match
        at = small.find(needed[0], match.end() if match else at + 1)


@lru_cache(maxsize=100)
def _small(text: str) -> str:
    """A text in small letters. Asked for with each form that is looked for in it."""
    return _folded(text)


def _folded(text: str) -> str:
    """Without capitals; letters that a pattern takes for one are one."""
    return text.replace("İ", "i").replace("ı", "i").casefold()


@lru_cache(maxsize=50_000)
def _must_have(form: str) -> tuple[str, ...]:
    """What stands in every text that has the form, in small letters: of each word what no plural changes."""
    words = (part["word"] for part in _PART.finditer(form) if part["word"])
    return tuple(_common(_folded(_regular(word)[0]), _folded(plural(word))) for word in words)


def _common(one: str, other: str) -> str:
    """What both words begin with."""
    size = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[:size]


@lru_cache(maxsize=50_000)
def _pattern(form: str) -> re.Pattern[str]:
    """The form's pattern. One word may take a plural: `Ministry of Defence` has `Ministries of Defence`."""
    parts: list[str] = []
    changes = _inflected(form.strip())
    for number, part in enumerate(_PART.finditer(form.strip())):
        if part["word"]:
            parts.append(_word(part["word"]) if number in changes else re.escape(part["word"]))
        elif part["space"]:
            parts.append(rf"(?:\s+|[{_HYPHENS}])")
        else:
            parts.append(_mark(part["other"]))
    return re.compile(rf"(?<![^\W_]){''.join(parts)}(?![^\W_])", re.IGNORECASE)


def _inflected(form: str) -> frozenset[int]:
    """Which parts of a form differ in the plural: the noun's, not every word (`exiles governments`).

    The last word, too, of what has several behind its preposition (`prisoner of war camps`), both of `woman doctor`.
    """
    parts = list(_PART.finditer(form))
    words = [at for at, part in enumerate(parts) if part["word"]]
    if not words:
        return frozenset()
    several = [part[0] for part in _PART.finditer(plural(form))]
    changed = [at for at in words if len(several) == len(parts) and several[at] != parts[at][0]] or words[-1:]
    if words.index(changed[0]) + 3 <= words.index(words[-1]):
        changed.append(words[-1])
    if parts[words[0]]["word"].lower() in ("woman", "man") and changed == words[1:]:
        changed.append(words[0])
    return frozenset(changed)


def _word(word: str) -> str:
    """The word in singular and plural; an irregular plural beside the regular one (people, persons)."""
    stem, endings = _regular(word)
    regular, irregular = rf"{re.escape(stem)}(?:{'|'.join(endings)})", plural(word)
    if irregular.lower() in (f"{stem}{ending}".lower() for ending in endings):
        return regular
    return f"(?:{regular}|{re.escape(irregular)})"


def _regular(word: str) -> tuple[str, tuple[str, ...]]:
    """What a word has in singular and plural, and how it ends then."""
    if len(word) < 2 or not word[-1].isalpha():
        return word, ("",)
    lower = word.lower()
    if len(word) > 3 and lower.endswith("man"):
        return word[:-2], ("an", "en")
    if lower.endswith("y") and lower[-2] not in "aeiou":
        return word[:-1], ("y", "ies", "ys")
    return word, ("", "s", "es") if lower.endswith(("s", "x", "z", "ch", "sh", "o")) else ("", "s")


def _mark(mark: str) -> str:
    for marks in _ALIKE:
        if mark in marks:
            return f"[{marks}]"
    return rf"{re.escape(mark)}?" if mark == "." else re.escape(mark)
