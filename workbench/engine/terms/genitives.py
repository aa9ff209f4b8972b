"""Names in the genitive that stand behind the noun they belong to: an adviser to her, not “an adviser hers”.

A draft that is right stays as it is, so `of` and `to` come only where it is known that they are lacking: the German
genitive stands behind its noun, the English word before the name is the dictionary's for that noun, and a German s, or
’s before what is no noun, was left. “Eastern Germany”, “President Putin” and “teachers oppose Lukashenko” are of
`der Osten Deutschlands`, `die Wiederwahl Putins` and `Gegner Lukaschenkos`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.engine.sentence.english_verbs import is_form_of_a_verb, is_irregular_form
from workbench.engine.sentence.function_words import of_kind
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.engine.terms.nouns import has_article_in_english, is_said_of, says
from workbench.engine.terms.owners import (
    attributes_of_owner,
    has_article,
    is_name_in_genitive,
    number_of_given_names,
    owner_of,
    side_of_noun,
)
from workbench.glossary import TermHit
from workbench.text import Span

POSSESSIVE = re.compile(r"['’]s?(?!\w)")
"""The possessive behind a name."""
_THE = re.compile(r"(?<![^\s“\"‘(])[Tt]he $")
_LAST = re.compile(r"(?<![\w-])[\d_-]*+(?P<word>[^\W\d_][\w-]*)\s+$")
_NEXT = re.compile(r"\s+(?P<word>[^\W\d_][\w’'-]*)")
_RUN = re.compile(r"(?P<opens>^[\s“\"‘(]*)?(?P<words>(?:[^\W\d_][\w-]*\s)+)$")
_WORDS_BEFORE_NOUN = "a an the this that no one another some several many his her its their"
_BEFORE_NOUN = frozenset(_WORDS_BEFORE_NOUN.split())
_MOST_IN_PHRASE = 4
_TO = re.compile(r"(?:advis[eo]r|consultant|successor|heir|alternative)s?", re.IGNORECASE)
"""Nouns that have “to” before whose they are. Not “answer” and “ambassador”: these have it before whom they go to."""
_WORD = re.compile(r"[^\W\d_][\w-]*")
_OBJECTS = frozenset(("nothing", "everything", "something", "anything", "nobody", "everybody", "somebody", "anybody"))


def with_genitive(german: str, hit: TermHit, before: str, after: str) -> tuple[str, str]:
    """What stands before and after a name whose German genitive left its s, or that has ’s: linked with its noun.

    `of` or `to` comes between it and the noun before it, and no article stays before its ’s.

    >>> from workbench.glossary import Entry, TermHit
    >>> hit = TermHit(Entry(("Lukaschenko",), "Lukashenko", kind="person"), 12, 24, "Lukaschenkos")
    >>> with_genitive("Ein Berater Lukaschenkos sprach.", hit, "An adviser ", " spoke.")
    ('An adviser to ', ' spoke.')
    """
    if not is_name_in_genitive(german, hit):
        return before, after
    before, given = _without_given_names(german, hit, before)
    mark = POSSESSIVE.match(after)
    rest = after[mark.end() :] if mark else after
    noun = _noun_at_end(german, hit, before) if side_of_noun(german, hit, before, rest) == "before" else ""
    if not mark:
        return (_linked(before, noun) if noun else before) + given, after
    if noun and re.match(rf" {re.escape(noun)}(?!\w)", rest):
        phrase = _phrase_at_end(before)
        return (before[: phrase.start] if phrase else before) + given, after
    if noun and not _may_be_owned(rest):
        return _linked(before, noun) + given, rest
    return before[: without_article(german, hit, before)] + given, after


def with_genitives(german: str, hits: Sequence[TermHit], english: str, places: Sequence[Span | None]) -> str:
    """An English whose names have no German s (`Lukashenkos`), and stand linked with their nouns where they had one.

    The same where they have ’s before what is no noun. `places`: where the terms of the hits stand. A name that has
    neither stays as it is: nothing tells “the offers Russia made” from “the future Russia”.
    """
    found = sorted(((place, hit) for hit, place in zip(hits, places, strict=True) if place), key=lambda pair: pair[0])
    for number in reversed(range(len(found))):
        place, hit = found[number]
        if is_name_in_genitive(german, hit):
            english = _without_german_s(german, hit, english, place, found[number - 1][0].end if number else 0)
    return english


def _without_german_s(german: str, hit: TermHit, english: str, place: Span, held: int) -> str:
    """An English with one of its names put right; what stands before `held` stays."""
    before, form, after = english[: place.start], english[slice(*place)], english[place.end :]
    if _is_english_family(hit, before, form, after):
        return english
    if _has_german_s(hit, form):
        after = "’s" + after if owns_what_follows(german, hit, before, after) else after
        form = form[:-1]
    elif not POSSESSIVE.match(after):
        return english
    changed, rest = with_genitive(german, hit, before, after)
    if not POSSESSIVE.match(after) and changed == before and would_be_a_clause(german, hit, before, after):
        return english
    return (changed if changed.startswith(before[:held]) else before) + form + rest


def owns_what_follows(german: str, hit: TermHit, before: str, after: str) -> bool:
    """Whether a name owns the next word: the noun that it has behind it in German, or before it (`Kritiker Putins`)."""
    first = _NEXT.match(after)
    side = side_of_noun(german, hit, before, after) if first else ""
    if side != "before" or first is None:
        return side == "behind"
    return says(first["word"], owner_of(german, hit)) and not _noun_at_end(german, hit, before)


def _is_english_family(hit: TermHit, before: str, form: str, after: str) -> bool:
    """Whether a person's name is a plural in the English: `Müllers Praxis` may be the Müllers’ surgery."""
    is_plural = _THE.search(before) is not None or re.match(r"['’](?!\w)", after) is not None
    return hit.entry.kind == "person" and _has_german_s(hit, form) and is_plural


def would_be_a_clause(german: str, hit: TermHit, before: str, after: str) -> bool:
    """Whether a name without its German s would read as if it began a relative clause: `the entourage Putin met`."""
    phrase = _phrase_at_end(_without_given_names(german, hit, before)[0])
    first = _NEXT.match(after)
    if (
        has_article(german, hit)
        or phrase is None
        or first is None
        or not (phrase.has_article or phrase.words[-1].endswith("s"))
    ):
        return False
    last, word = phrase.words[-1], first["word"].lower()
    is_noun = last not in ("and", "or") and not (last[0].isupper() and (phrase.has_article or len(phrase.words) > 1))
    is_verb = word.endswith("ed") or any(ask(word) for ask in (is_irregular_form, is_form_of_a_verb, _is_auxiliary))
    return is_verb and is_noun


def _is_auxiliary(word: str) -> bool:
    return of_kind(word, "auxiliary")


def without_article(german: str, hit: TermHit, before: str, said: str = "") -> int:
    """Where the text before a name ends without `the`.

    Persons have none, nor do most places; but the Netherlands have, and what has an article in the German may keep its
    own (`des Kremls`, `der Rhein`). `said`: the longer words in whose place the name comes, whose article is not the
    name's (`the Republic of Iraq`), unless they begin with it (`the Dnieper River`) or the dictionary has it with one.
    """
    english = hit.entry.en
    bare = hit.entry.kind == "person" or (
        hit.entry.kind == "place"
        and " " not in english
        and english[-1:] != "s"
        and not (has_article(german, hit) and _may_have_article(hit, said))
    )
    article = _THE.search(before) if bare else None
    return article.start() if article else len(before)


def _may_have_article(hit: TermHit, said: str) -> bool:
    english = hit.entry.en
    first = said.partition(" ")[0].casefold()
    return first in ("", english.casefold()) or has_article_in_english(english, hit.entry.de[0])


def _linked(before: str, noun: str) -> str:
    return before + ("to " if _TO.fullmatch(noun) else "of ")


def _without_given_names(german: str, hit: TermHit, before: str) -> tuple[str, str]:
    """A text without the given names at its end, the hit's own and those that the German has before it, and these."""
    own = {*hit.surface.split(), *(word for form in hit.entry.accepted for word in form.split())}
    left = number_of_given_names(german, hit)
    rest = before
    while (last := _LAST.search(rest)) and last["word"][0].isupper():
        if last["word"] not in own:
            if not left:
                break
            left -= 1
        rest = rest[: last.start("word")]
    return rest, before[len(rest) :]


def _has_german_s(hit: TermHit, form: str) -> bool:
    accepted = {one.casefold() for one in hit.entry.accepted}
    return form.endswith("s") and form[:-1].casefold() in accepted and form.casefold() not in accepted


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words that end a text, from an article or the beginning on, which is at `start`; the last may be a noun."""

    words: tuple[str, ...]
    start: int
    has_article: bool


def _phrase_at_end(text: str) -> _Phrase | None:
    """The phrase that ends a text; None where another small word than an article stands first before its words."""
    run = _RUN.search(text)
    if run is None:
        return None
    words: list[str] = []
    start = len(text)
    for match in reversed(list(_WORD.finditer(text, run.start("words")))):
        low = match[0].lower()
        if low in _BEFORE_NOUN:
            return _Phrase(tuple(words), match.start(), has_article=True) if words else None
        if len(words) == _MOST_IN_PHRASE or (low in ENGLISH_SMALL_WORDS and low not in ("and", "or")):
            return None
        words.insert(0, match[0])
        start = match.start()
    return _Phrase(tuple(words), start, has_article=False) if run["opens"] is not None else None


def _noun_at_end(german: str, hit: TermHit, before: str) -> str:
    """The noun that ends a text, with its article or at the beginning, if it is English for the German one; else ""."""
    phrase = _phrase_at_end(before)
    if phrase is None:
        return ""
    *inside, last = phrase.words
    is_title = last[0].isupper() and (phrase.has_article or bool(inside))
    if is_title or not says(last, owner_of(german, hit)):
        return ""
    is_described = bool(inside) and any(is_said_of(inside[-1], word) for word in attributes_of_owner(german, hit))
    if not is_described and _may_be_verb(last.lower(), inside, has_article=phrase.has_article):
        return ""
    return last


def _may_be_verb(word: str, before: Sequence[str], *, has_article: bool) -> bool:
    """Whether a word may be the verb of the words before it: `the rebels attack`, `many support`."""
    if not (is_irregular_form(word) or is_form_of_a_verb(word)):
        return False
    if not before:
        return not has_article and not word.endswith("s")
    return not has_article or word.endswith("s") or any(one.endswith("s") for one in before)


def _may_be_owned(after: str) -> bool:
    """Whether what stands behind ’s may be a noun with what belongs to it: `exiled allies`, but not `said nothing`."""
    first = _NEXT.match(after)
    if first is None:
        return False
    word = first["word"].lower()
    if of_kind(word, "preposition") or of_kind(word, "auxiliary") or word in ("and", "or", "but", "who", "which"):
        return False
    if not (is_irregular_form(word) or word.endswith("ed")):
        return True
    second = _NEXT.match(after, first.end())
    return second is not None and second["word"].islower() and second["word"] not in ENGLISH_SMALL_WORDS | _OBJECTS
