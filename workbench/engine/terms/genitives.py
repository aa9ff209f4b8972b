"""Names in the genitive that stand behind the noun they belong to: an adviser to her, not “an adviser hers”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS, GERMAN_IN_HEADLINES, GERMAN_PREPOSITIONS
from workbench.engine.terms.forms import is_genitive
from workbench.glossary import TermHit
from workbench.glossary.english.before_noun import belongs_to_noun
from workbench.text import Span

_MARK = re.compile(r"['’]s?(?!\w)")
_THE = re.compile(r"(?<![^\s“\"‘(])[Tt]he $")
_LAST = re.compile(r"(?P<word>[^\W\d_][\w-]*) $")
_NOUN_BEFORE = re.compile(r"(?<![^\W\d_])(?P<noun>[^\W\d_][\w-]*)\s+$")
_NOUN_AFTER = re.compile(r"\s+[„“\"‚‘]?[A-ZÄÖÜ]")
_OWNED = re.compile(r"\s+(?!d[ei]|[ekms]?eine?\b|ihre|hatte|w[ou]rde)[a-zäöüß]{2,}(?:e|er|en|es|em)\s+[A-ZÄÖÜ]")
"""An adjective and its noun."""
_PHRASE = re.compile(
    r"(?:(?<![^\s“\"‘(])(?P<article>an?|the|this|that|no|one|another|some|several|many|his|her|its|their|former)\s"
    r"|^[\s“\"‘(]*)(?P<words>(?:[^\W\d_][\w-]*\s){1,4})$",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(r"(?:.*(?:ed|ing|ly)|said|told|saw|met|was|were|led|made|gave|took|called|says|like)")
_TO = re.compile(
    r"(?:advis[eo]r|consultant|successor|heir|alternative|ambassador|envoy|answer|threat)s?", re.IGNORECASE
)
"""Nouns that have “to” where others have “of”."""


def stands_behind(german: str, hit: TermHit) -> bool:
    """Whether a genitive stands behind its noun (`Berater Lukaschenkos`), not before it (`Lukaschenkos Rede`)."""
    if not is_genitive(hit) or _NOUN_AFTER.match(german, hit.end):
        return False
    before = _NOUN_BEFORE.search(german[: hit.start])
    return before is not None and before["noun"][0].isupper() and not _is_small(before["noun"])


def owns_what_follows(german: str, hit: TermHit) -> bool:
    """Whether the German has a noun behind a genitive that owns it, or an adjective and a noun."""
    return not stands_behind(german, hit) and bool(_NOUN_AFTER.match(german, hit.end) or _OWNED.match(german, hit.end))


def with_genitive(german: str, hit: TermHit, before: str, after: str) -> tuple[str, str]:
    """What stands before and after a name: `of` or `to` between it and the noun before it, no article before its ’s.

    >>> hit = TermHit(Entry(("Lukaschenko",), "Lukashenko", kind="person"), 12, 24, "Lukaschenkos")
    >>> with_genitive("Ein Berater Lukaschenkos sprach.", hit, "An adviser ", " spoke.")
    ('An adviser to ', ' spoke.')
    """
    if hit.entry.kind == "term" or not is_genitive(hit):
        return before, after
    before, given = _without_given_names(hit, before)
    noun = _noun_at_end(before) if stands_behind(german, hit) else ""
    if mark := _MARK.match(after):
        if noun and re.match(rf" {re.escape(noun)}(?!\w)", after[mark.end() :]):
            before = _PHRASE.sub("", before)
        elif noun and not belongs_to_noun(f"x{after}", 0, 1 + mark.end()):
            return _linked(before, noun) + given, after[mark.end() :]
        else:
            before = before[: without_article(hit, before)]
        return before + given, after
    return (_linked(before, noun) if noun else before) + given, after


def without_article(hit: TermHit, before: str) -> int:
    """Where the text before a name ends without `the`; persons have none, nor do places but `the Netherlands`, say."""
    english = hit.entry.en
    bare = hit.entry.kind == "person" or (hit.entry.kind == "place" and " " not in english and english[-1:] != "s")
    article = _THE.search(before) if bare else None
    return article.start() if article else len(before)


def _linked(before: str, noun: str) -> str:
    return before + ("to " if _TO.fullmatch(noun) else "of ")


def _without_given_names(hit: TermHit, before: str) -> tuple[str, str]:
    """A text without the names at its end that are the hit's as well, and these."""
    own = {*hit.surface.split(), *(word for form in hit.entry.accepted for word in form.split())}
    rest = before
    while (last := _LAST.search(rest)) and last["word"] in own and last["word"][0].isupper():
        rest = rest[: last.start()]
    return rest, before[len(rest) :]


def with_genitives(german: str, hits: Sequence[TermHit], english: str, places: Sequence[Span | None]) -> str:
    """An English whose names in the genitive are linked with their nouns, and have no German s (`Lukashenkos`).

    `places`: where the terms of the hits stand.
    """
    found = [(place, hit) for hit, place in zip(hits, places, strict=True) if place and hit.entry.kind != "term"]
    for place, hit in sorted(found, key=lambda pair: pair[0], reverse=True):
        if not is_genitive(hit):
            continue
        before, form, after = english[: place.start], english[slice(*place)], english[place.end :]
        if _has_german_s(hit, form):
            form = form[:-1]
            if owns_what_follows(german, hit) and re.match(r" [^\W\d_]", after):
                after = "’s" + after
        before, after = with_genitive(german, hit, before, after)
        english = before + form + after
    return english


def _has_german_s(hit: TermHit, form: str) -> bool:
    accepted = {one.casefold() for one in hit.entry.accepted}
    return form.endswith("s") and form[:-1].casefold() in accepted and form.casefold() not in accepted


def _noun_at_end(before: str) -> str:
    """The noun that ends a text, with its article or at the beginning; "" where there is none."""
    phrase = _PHRASE.search(before)
    if phrase is None:
        return ""
    words = phrase["words"].split()
    last = words[-1]
    inside = [word for word in words if word.lower() not in ("and", "or")]
    if any(word.lower() in ENGLISH_SMALL_WORDS for word in inside) or _NO_NOUN.fullmatch(last):
        return ""
    return last if phrase["article"] or last[0].islower() or len(words) == 1 else ""


def _is_small(german: str) -> bool:
    return german.lower() in GERMAN_IN_HEADLINES or german.lower() in GERMAN_PREPOSITIONS
