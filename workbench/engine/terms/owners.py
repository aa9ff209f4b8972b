"""What a German genitive of a name belongs to: the noun before it, or the noun behind it."""

from __future__ import annotations

import re
from itertools import islice

from workbench.engine.sentence.english_verbs import is_irregular_form
from workbench.engine.sentence.wordlists import (
    ENGLISH_SMALL_WORDS,
    GERMAN_BEFORE_NOUNS,
    GERMAN_IN_HEADLINES,
    GERMAN_PREPOSITIONS,
)
from workbench.engine.terms.forms import is_genitive
from workbench.engine.terms.nouns import is_noun, says
from workbench.glossary import TermHit

_LAST = re.compile(r"(?P<word>[^\W\d_][\w-]*)\s+$")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_NOUN_AFTER = re.compile(r"\s+[„“\"‚‘]?(?P<noun>[A-ZÄÖÜ][\w-]*)")
_OWNED = re.compile(
    r"\s+(?!d[ei]|[ekms]?eine?\b|ihre|hatte|w[ou]rde)[a-zäöüß]{2,}(?:e|er|en|es|em)\s+(?P<noun>[A-ZÄÖÜ][\w-]*)"
)
"""An adjective and its noun."""
_TIME = re.compile(
    r"Anfang|Mitte|Ende|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag\w*|Mittwoch\w*|Januar|Jänner|Februar|März|April|Mai|Juni"
    r"|Juli|August|September|Oktober|November|Dezember"
)
"""Nouns that say when: `nach der Wiederwahl Putins Ende März`."""
_ARTICLE_BEFORE = re.compile(
    r"(?P<comma>,\s+)?(?<!\w)(?P<article>(?i:d(?:er|ie|as|en|em|es)|[ai]ns|[ai]m|vom|zu[mr]|beim|beiden?|aller?))\s+"
    r"(?:[a-zäöüß-]{3,}e[nmrs]?\s+)*$"
)
_OF_SEVERAL = frozenset(("die", "der", "den", "beide", "beiden", "alle", "aller"))
_MOST_BETWEEN = 3


def stands_behind(german: str, hit: TermHit, after: str = "") -> bool:
    """Whether a genitive surely stands behind its noun (`Berater Lukaschenkos`), not before one (`Lukaschenkos Rede`).

    `after`: what stands behind the name in the English, which tells where the German may be read both ways.
    """
    return bool(owner_of(german, hit)) and not _may_own(german, hit, after)


def owns_what_follows(german: str, hit: TermHit, after: str = "") -> bool:
    """Whether the German surely has a noun behind a genitive that owns it, or an adjective and a noun."""
    if not is_genitive(hit):
        return False
    owned = _owned(german, hit)
    if not owned or not owner_of(german, hit):
        return bool(owned)
    return _is_said(owned, after)


def is_name_in_genitive(german: str, hit: TermHit) -> bool:
    """Whether a hit is a name with a genitive s, not a term nor a family (`die Lukaschenkos`)."""
    return hit.entry.kind != "term" and is_genitive(hit) and not _is_several(german, hit)


def is_family(german: str, hit: TermHit) -> bool:
    """Whether a person's name is a plural: `die Lukaschenkos`."""
    return hit.entry.kind == "person" and is_genitive(hit) and _is_several(german, hit)


def _is_several(german: str, hit: TermHit) -> bool:
    """Whether a name with an s is a plural and no genitive: `die Lukaschenkos`, a family.

    Not behind a comma: `jene, die Lukaschenkos Rede hörten`.
    """
    article = _ARTICLE_BEFORE.search(german[: hit.start])
    return article is not None and not article["comma"] and article["article"].lower() in _OF_SEVERAL


def has_article(german: str, hit: TermHit) -> bool:
    """Whether a name of one word has an article in the German; that of `die Russische Föderation` is the noun's."""
    return " " not in hit.surface and _ARTICLE_BEFORE.search(german[: hit.start]) is not None


def owner_of(german: str, hit: TermHit) -> str:
    """The German noun right before a genitive and the given names before that; "" where none stands there."""
    before = german[: hit.start]
    while (last := _LAST.search(before)) and last["word"][0].isupper() and not _is_small(last["word"]):
        if is_noun(last["word"]):
            return last["word"] if is_genitive(hit) else ""
        before = before[: last.start()]
    return ""


def number_of_given_names(german: str, hit: TermHit) -> int:
    """How many words of the German stand between a name and the noun before it, names all of them."""
    owner = owner_of(german, hit)
    return len(german[: hit.start].rpartition(owner)[2].split()) if owner else 0


def _may_own(german: str, hit: TermHit, after: str) -> bool:
    """Whether a noun stands behind a genitive that may be what it owns, though one stands before it, too."""
    following = _NOUN_AFTER.match(german, hit.end)
    if following is None:
        return bool(_OWNED.match(german, hit.end)) and not _is_determined(german, hit)
    if _TIME.fullmatch(following["noun"]):
        return False
    return not _is_determined(german, hit) or not after or _is_said(following["noun"], after)


def _owned(german: str, hit: TermHit) -> str:
    """The German noun behind a genitive, perhaps with an adjective between; "" where none stands there."""
    owned = _NOUN_AFTER.match(german, hit.end) or _OWNED.match(german, hit.end)
    return owned["noun"] if owned and not (_TIME.fullmatch(owned["noun"]) and owner_of(german, hit)) else ""


def _is_determined(german: str, hit: TermHit) -> bool:
    """Whether the noun before a genitive has an article or another word that goes before nouns: it is no title."""
    owner = owner_of(german, hit)
    words = german[: hit.start].rpartition(owner)[0].split() if owner else []
    while words and words[-1].islower() and words[-1] not in GERMAN_BEFORE_NOUNS and not _is_small(words[-1]):
        words.pop()
    return bool(words) and words[-1].lower() in GERMAN_BEFORE_NOUNS


def _is_said(noun: str, after: str) -> bool:
    """Whether one of the next English words is the dictionary's for a German noun, and no verb stands before it."""
    for match in islice(_WORD.finditer(after), _MOST_BETWEEN):
        if says(match[0], noun):
            return True
        if match[0].endswith("ed") or is_irregular_form(match[0]) or match[0].lower() in ENGLISH_SMALL_WORDS:
            return False
    return False


def _is_small(german: str) -> bool:
    low = german.lower()
    return low in GERMAN_IN_HEADLINES or low in GERMAN_PREPOSITIONS or low in GERMAN_BEFORE_NOUNS
