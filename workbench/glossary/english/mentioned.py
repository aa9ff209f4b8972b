"""Where an English text names an entry that is written out at its first mention, and how it is written there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench.glossary.english.judging import settled_places
from workbench.glossary.entry import Entry
from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern

SAME_NAME = 70.0
"""From this likeness on (percent, rapidfuzz.fuzz.ratio) a given name is a misspelling of another."""
LOOK_BACK = 100
"""Characters before a surname in which its given name is looked for."""

_TWO_NAMES = lazy_pattern(r"(.*\S)\s*\(([^()]+)\)")
_BRACKET = lazy_pattern(r"\s*\(([^()]{1,200})\)")
_BETWEEN_NAMES = lazy_pattern(r"[,;/]|\b(?:also|or|and|in short|for short|short|known as|the)\b", re.IGNORECASE)
_POSSESSIVE = lazy_pattern(r"['’]s(?!\w)")
_BARE_POSSESSIVE = lazy_pattern(r"['’](?!\w)")
_PART_BEFORE = lazy_pattern(r"(?<=\w)[-\u2010\u2011]$")
_PART_AFTER = lazy_pattern(r"[-\u2010\u2011]\w")
_QUOTED = lazy_pattern(r'“[^”]*(?:”|$)|"[^"]*"')
_NAME_BEFORE = lazy_pattern(r"(?:(?<!\w)(?P<where>[A-Za-z]+) )?(?<!\w)(?P<name>[A-Z][\w-]*\.?) $")
_WORDS_BEFORE_NAMES = """
president premier minister chancellor mr mrs ms dr prof professor king queen prince princess pope general
colonel major captain lieutenant marshal admiral secretary senator governor mayor ambassador leader chief
commander commissioner ruler dictator judge director chairman chairwoman chair spokesman spokeswoman
spokesperson speaker deputy sir lord lady father patriarch bishop archbishop cardinal candidate opposition
activist journalist lawyer
monday tuesday wednesday thursday friday saturday sunday
a after although an and as at because before but by even for from if in later like meanwhile now on only
since so still that the then there to today under until what when where while who why with without yet
"""
_NO_GIVEN_NAMES = frozenset(_WORDS_BEFORE_NAMES.split())
"""What may stand with a capital before a surname and is no part of the name."""
_BEFORE_PLACES = frozenset({"at", "from", "in", "into", "near", "of", "on", "to"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where an English text names an entry.

    `span`: the form, with its possessive and with brackets behind it that only name the entry again.
    `written_out`: it is longer than it need be after the first mention; `full`: it is all that a first one wants.
    `fixed`: it is part of a compound, a plural, or an abbreviation alone in brackets (`CSTO-led`), and cannot be
    written out there.
    `possessive`: `’s`, `’` or nothing. `quoted`: it stands in quotation marks.
    """

    span: Span
    written_out: bool
    full: bool
    fixed: bool
    possessive: str
    quoted: bool


def find_mentions(entry: Entry, english: str) -> tuple[Mention, ...]:
    """Where an English text names an entry, in text order. Offsets are characters into `english`.

    What names it, in its capitals or without, and what is a forbidden form, is found as `judge` finds it.
    A form inside another is part of it: the `CSTO` in `Collective Security Treaty Organization (CSTO)` is no
    mention of its own. The `Putin` in `Ludmila Putin` is somebody else.
    """
    forms = _forms(entry)
    taken = settled_places(entry, english, forms)
    quotations = [Span(*match.span()) for match in _QUOTED.finditer(english)] if taken else []
    found: list[Mention] = []
    for span, form, what in taken:
        if what != "forbidden" and (not found or found[-1].span.end <= span.start):
            mention = _mention(entry, form, english, span, quotations)
            found += [mention] if mention else []
    return tuple(found)


def two_names(entry: Entry) -> tuple[str, str] | None:
    """`Collective Security Treaty Organization` and `CSTO`, where `first` has one of them in brackets."""
    both = _TWO_NAMES.fullmatch(entry.first)
    return (both[1], both[2]) if both and entry.en in both.groups() else None


@lru_cache(maxsize=10_000)
def _forms(entry: Entry) -> dict[str, bool]:
    """The English forms by which an entry is found, and whether each is a long one.

    Long are the `first` form, what an abbreviation in its brackets stands for (unless `also` allows that
    anywhere), and a person's names of more words than `en`, as the German has them too.
    """
    forms = dict.fromkeys((entry.en, *entry.also), False)
    forms |= {name: True for name in two_names(entry) or () if name not in forms}
    if entry.kind == "person":
        words = len(entry.en.split())
        forms |= {form: True for form in (*entry.also, *entry.de) if len(form.split()) > words}
    if entry.first:
        forms[entry.first] = True
    return {form: long for form, long in forms.items() if form not in entry.avoid}


def _mention(entry: Entry, form: str, english: str, span: Span, quotations: Sequence[Span]) -> Mention | None:
    """The mention that begins with a form found at a place; None where the name is part of somebody else's."""
    start, end = span
    long = _forms(entry)[form]
    full = long and form in entry.accepted
    if entry.kind == "person":
        given = _given_name(entry, english[max(0, start - LOOK_BACK) : start])
        if given is None and not long:
            return None
        if given:
            start = _with_given_names(entry, english, start)
            full, long = not long and given == _given(entry), True
    possessive, inside, end = _behind(entry, english, end)
    if two_names(entry):
        full = form == entry.first or _has_both(entry, form, inside)
    whole = Span(start, end)
    return Mention(
        whole,
        written_out=long or bool(inside),
        full=full,
        fixed=_is_fixed(entry, english, whole, long) or _letters(english[slice(*span)]) != _letters(form),
        possessive=possessive,
        quoted=_is_inside(whole, quotations),
    )


def _is_inside(span: Span, others: Sequence[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in others)


def _with_given_names(entry: Entry, english: str, start: int) -> int:
    """Where a surname's given names begin, all that stand before it."""
    while given := _given_name(entry, english[max(0, start - LOOK_BACK) : start]):
        start -= len(given)
    return start


def _behind(entry: Entry, english: str, end: int) -> tuple[str, str, int]:
    """What belongs to a form that ends there: its possessive, the entry's names in brackets, where all that ends."""
    possessive = _possessive(english, end)
    end += len(possessive)
    inside = ""
    while again := _names_again(entry, english, end):
        inside, end = f"{inside}, {again[1]}", again.end()
    if inside and not possessive:
        possessive = _possessive(english, end)
        end += len(possessive)
    return possessive, inside, end


def _is_fixed(entry: Entry, english: str, span: Span, long: bool) -> bool:
    """Whether a form is part of a compound, or an abbreviation alone in brackets."""
    start, end = span
    if _PART_BEFORE.search(english[max(0, start - 2) : start]) or _PART_AFTER.match(english, end):
        return True
    in_brackets = english[start - 1 : start] == "(" and english[end : end + 1] == ")"
    return in_brackets and not long and two_names(entry) is not None


def _given(entry: Entry) -> str:
    """What stands before `en` in the `first` form: `Vladimir ` before Putin; "" where that is no full name."""
    return entry.first.removesuffix(entry.en) if entry.first.endswith(f" {entry.en}") else ""


def _given_name(entry: Entry, before: str) -> str | None:
    """The given name that stands before a surname, perhaps in another spelling; None if it is another person's.

    `Wladimir ` before `Putin` is `Vladimir `, and so is `V. `; `Ludmila ` is not, `President ` is no name.
    """
    if own := _own_given_name(_given(entry).split(), before):
        return own
    other = _NAME_BEFORE.search(before)
    if other is None or other["name"].rstrip(".").lower() in _NO_GIVEN_NAMES:
        return ""
    return "" if (other["where"] or "").lower() in _BEFORE_PLACES else None


def _own_given_name(wanted: Sequence[str], before: str) -> str:
    """The words right before a surname where they are its given name or initials, with the space; else ""."""
    from rapidfuzz import fuzz

    words = before.rsplit(" ", len(wanted) + 1)[-len(wanted) - 1 : -1] if wanted and before.endswith(" ") else []
    words[:1] = [word.lstrip("“‘\"'(") for word in words[:1]]
    if not words or not all(word[:1].isupper() for word in words):
        return ""
    initials = all(word == f"{name[0]}." for word, name in zip(words, wanted, strict=False))
    alike = initials or fuzz.ratio(" ".join(words), " ".join(wanted)) >= SAME_NAME
    return " ".join(words) + " " if alike else ""


def _possessive(english: str, end: int) -> str:
    """The possessive that a name has which ends there: `’s`, or `’` after an s where that closes no quotation."""
    if mark := _POSSESSIVE.match(english, end):
        return mark[0]
    before = english[:end]
    if before[-1:].lower() != "s" or before.count("‘") > before.count("’") or before.count(" '") > before.count("' "):
        return ""
    bare = _BARE_POSSESSIVE.match(english, end)
    return bare[0] if bare else ""


def _names_again(entry: Entry, english: str, end: int) -> re.Match[str] | None:
    """Brackets that begin there and hold nothing but names of the entry, German ones included."""
    bracket = _BRACKET.match(english, end)
    return bracket if bracket and _pieces(bracket[1]) and _pieces(bracket[1]) <= _own_names(entry) else None


def _has_both(entry: Entry, form: str, inside: str) -> bool:
    """Whether a form and the names in brackets behind it are the short one and one that is written out."""
    short, others = entry.en.casefold(), _pieces(inside)
    german = {name.casefold() for name in entry.de}
    return short in others if form != entry.en else bool(others - {short} - german)


def _pieces(inside: str) -> frozenset[str]:
    return frozenset(filter(None, (piece.strip(" .“”\"'‘’").casefold() for piece in _BETWEEN_NAMES.split(inside))))


@lru_cache(maxsize=10_000)
def _own_names(entry: Entry) -> frozenset[str]:
    return frozenset(name.casefold() for name in (*_forms(entry), *entry.de, *entry.avoid))


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
