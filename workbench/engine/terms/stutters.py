"""The wrong spelling of a name beside the right one: `Swjatlana Sviatlana Tsikhanouskaya`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.engine.terms.likeness import enough, likeness
from workbench.glossary import TermHit
from workbench.text import Span

_BEFORE = re.compile(r"(?<![\w-])(?P<word>\w+)(?:, |[ -])$")
_AFTER = re.compile(r"^(?:, |[ -])(?P<word>\w+)(?![\w-])")
_CAPITALISED = re.compile(r"(?<!\w)[A-ZÄÖÜ]\w+")
_NEAR = 80


def without_stutter(german: str, hit: TermHit, before: str, form: str, after: str) -> tuple[str, str]:
    """What stands before and after the form of a name, without other spellings of its own words beside it.

    A word that the German has for itself beside the hit stays: the `Alexander` of `Alexander Alexandrov`. Given names
    that a form of several words has are the form's.

    >>> from workbench.glossary import Entry, TermHit
    >>> hit = TermHit(Entry(("Zichanouskaja",), "Sviatlana Tsikhanouskaya", kind="person"), 10, 23, "Zichanouskaja")
    >>> without_stutter("Swjatlana Zichanouskaja floh.", hit, "Swjatlana ", "Sviatlana Tsikhanouskaya", " fled.")
    ('', ' fled.')
    """
    if hit.entry.kind == "term" or not form[:1].isupper():
        return before, after
    words = form.split()
    others = _CAPITALISED.findall(german[: hit.start] + "\n" + german[hit.end :])
    while (match := _BEFORE.search(before[-_NEAR:])) and _again(match["word"], words, others):
        before = before[: len(before) - len(match[0])]
    while (match := _AFTER.match(after[:_NEAR])) and _again(match["word"], words[-1:], others):
        after = after[len(match[0]) :]
    return before, after


def without_stutters(german: str, hits: Sequence[TermHit], english: str, places: Sequence[Span | None]) -> str:
    """An English without stutters beside any of its terms. `places`: where the terms of the hits stand (`placed`)."""
    found = [(place, hit) for hit, place in zip(hits, places, strict=True) if place]
    for place, hit in sorted(found, key=lambda pair: pair[0], reverse=True):
        form = english[slice(*place)]
        before, after = without_stutter(german, hit, english[: place.start], form, english[place.end :])
        english = _with_given_names(hit, before, form) + form + after
    return english


def _with_given_names(hit: TermHit, before: str, form: str) -> str:
    """What stands before a surname, its given names as the entry has them: `Volodymyr` for `Wolodymyr Zelensky`.

    Only where the hit has them, too.
    """
    if hit.entry.kind != "person" or len(hit.surface.split()) < len(form.split()) + 1:
        return before
    for full in hit.entry.accepted:
        wanted = full.removesuffix(form).split() if full.endswith(f" {form}") else []
        said = before.split(" ")[-len(wanted) - 1 : -1] if wanted and before.endswith(" ") else []
        if len(said) == len(wanted) > 0 and all(map(_is_spelling, said, wanted)):
            return before[: len(before) - len(" ".join(said)) - 1] + " ".join(wanted) + " "
    return before


def _is_spelling(word: str, wanted: str) -> bool:
    return word[:1].isupper() and word != wanted and likeness(word, wanted) >= enough(word)


def _again(word: str, words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a word beside a name says one of its words again, and no German word outside the name wants it."""
    if not word[:1].isupper() or word in words:
        return False
    if len(words) > 1 and any(likeness(word, given) >= enough(word) for given in words[:-1]):
        return True
    alike = likeness(word, words[-1])
    return alike >= enough(word) and all(likeness(word, other) < alike for other in others)
