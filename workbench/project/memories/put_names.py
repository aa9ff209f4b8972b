"""A name of the glossary in the place of another one in English, where no article, number or case hangs on it."""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.glossary import Entry, TermHit, belongs_to_noun, form_of, judge, reworded
from workbench.text import Span

_ARTICLE_BEFORE = re.compile(r"(?<![^\W_])(?:the|a|an)\s+$", re.IGNORECASE)
_GERMAN_ARTICLE = re.compile(
    r"(?<![^\W_])(?:der|die|das|des|dem|den|im|am|vom|zum|zur|beim|ins|ans|ein|eine[mnrs]?)\s+$", re.IGNORECASE
)
_GENITIVE = ("s", "es", "’", "'", "’s", "'s")
_LETTERS = re.compile(r"[A-Z]{2,3}|(?=[A-Z]+$)[^AEIOU][^AEIOU].*")
"""A name that is spoken letter by letter (the FSB, the CSTO), and not as a word (NATO)."""

_KIND_WORDS = """
Union Nations Organization Organisation Ministry Council Party Committee Agency Court Bank Fund Commission Service
Alliance Forces Army Office Institute Foundation Federation Republic Kingdom States Emirates Guard Association Authority
Bureau Assembly Senate Front Movement League Community Corps Administration Department
"""
_KINDS = frozenset(_KIND_WORDS.split())
"""Last words of names that have an article."""


class Put(NamedTuple):
    """What is cut out of an English text, what is put there, and the two names."""

    cut: Span
    put: str
    old: str
    new: str


def ending(hit: TermHit) -> str | None:
    """What a hit has behind a German form of its entry: the `s` of Putins, all genitives alike; None of no form."""
    found = hit.surface.casefold()
    ends = [found[len(form) :] for form in map(str.casefold, hit.entry.de) if found.startswith(form)]
    shortest = min(ends, key=len, default=None)
    return "s" if shortest in _GENITIVE else shortest


def renamed(german: str, english: str, old: TermHit, new: TermHit, count: int) -> tuple[Put, ...] | None:
    """How the name `new` comes into an English text in all `count` places of `old`, a hit in `german`.

    None where that is in doubt: another number of places, an article that only one of the names may have, a form that
    is no name in the singular.
    """
    if ending(old) is None or ending(old) != ending(new):
        return None
    verdict = judge(old.entry, english)
    if len(verdict.there) != count or verdict.forbidden or verdict.small:
        return None
    puts = []
    for place in verdict.there:
        found = english[slice(*place)]
        form = form_of(found, old.entry.accepted)
        if not _is_name_as_it_is(old, new, found, form) or not _article_fits(german, english, place, old, new, form):
            return None
        wanted = new.entry.first if form == old.entry.first and new.entry.first else new.entry.en
        cut, put = reworded(english, place, old.entry.accepted, wanted)
        puts.append(Put(cut, put, found, wanted))
    return tuple(puts)


def _is_name_as_it_is(old: TermHit, new: TermHit, found: str, form: str) -> bool:
    """Whether a name stands there that has no plural here; for common nouns, whether both are in their base form."""
    if _is_name(old.entry) and _is_name(new.entry):
        return True
    return _is_name(old.entry) == _is_name(new.entry) and not ending(old) and found.casefold() == form.casefold()


def _is_name(entry: Entry) -> bool:
    return entry.kind != "term" or entry.en[:1].isupper()


def _article_fits(german: str, english: str, place: Span, old: TermHit, new: TermHit, form: str) -> bool:
    """Whether both names have the same article, or none, where the old one stands.

    A name in the place of a noun's attribute has that noun's article. Elsewhere a name that has none in German has
    none in English; of those that have one in German, English says some with it and some without (the EU, but NATO).
    """
    if not _is_name(old.entry) or belongs_to_noun(english, place.start, place.end):
        return True
    before = _ARTICLE_BEFORE.search(english, max(0, place.start - 8), place.start)
    if old.entry.kind == new.entry.kind == "person":
        return not before
    if not _GERMAN_ARTICLE.search(german[: old.start]):
        return not before and _own_article(old.entry.en) == _own_article(new.entry.en)
    return bool(before) and _takes_article(form) and _takes_article(new.entry.en)


def _own_article(form: str) -> bool:
    return form[:4].casefold() == "the "


def _takes_article(form: str) -> bool:
    """Whether a name has `the` before it for sure: one spoken in letters, or one that says what kind of thing it is."""
    return _LETTERS.fullmatch(form) is not None or (not _own_article(form) and form.rsplit(maxsplit=1)[-1] in _KINDS)
