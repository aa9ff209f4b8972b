"""What a German genitive of a name belongs to: the noun before it, or the noun behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, takewhile
from typing import Literal

from workbench.dictionary import look_up
from workbench.engine.sentence.english_verbs import is_form_of_a_verb, is_irregular_form
from workbench.engine.sentence.function_words import is_german_function_word
from workbench.engine.sentence.wordlists import (
    ENGLISH_SMALL_WORDS,
    GERMAN_BEFORE_NOUNS,
    GERMAN_IN_HEADLINES,
    GERMAN_PREPOSITIONS,
)
from workbench.engine.terms.forms import is_genitive
from workbench.engine.terms.nouns import is_noun, says
from workbench.glossary import TermHit
from workbench.glossary.finding.lexicon import is_verb, lemma

_LAST = re.compile(r"(?<![\w-])[\d_-]*+(?P<word>[^\W\d_][\w-]*)\s+$")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_NOUN_AFTER = re.compile(r"\s+[„“\"‚‘]?(?P<noun>[A-ZÄÖÜ][\w-]*)")
_ATTRIBUTE_AND_NOUN = re.compile(r"(?P<words>(?:\s+[a-zäöüß]{2,}(?:e|er|en|es|em)){1,3})\s+(?P<noun>[A-ZÄÖÜ][\w-]*)")
"""Adjectives and their noun, or a verb and its object."""
_TIME = re.compile(
    r"Anfang|Mitte|Ende|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag\w*|Mittwoch\w*|Januar|Jänner|Februar|März|April|Mai|Juni"
    r"|Juli|August|September|Oktober|November|Dezember"
)
"""Nouns that say when: `nach der Wiederwahl Putins Ende März`."""
_WORDS_BEFORE = re.compile(r"(?<![\w-])[\d_-]*+(?P<words>(?:[^\W\d_][\w-]*\s++)+)$")
_BEFORE_CLAUSE = re.compile(r"(?:,|[–—-]|\b(?:und|oder|aber|sowie))\s+(?:(?P<last>[a-zäöüß]+)\s+)?$")
"""What a relative pronoun may stand behind, with a preposition between: `, bei der`, `und die`."""
_ARTICLE = re.compile(r"d(?:er|ie|as|en|em|es)|[ai]ns|[ai]m|vom|zu[mr]|beim|beiden?|aller?", re.IGNORECASE)
_GENITIVE_ARTICLE = re.compile(r"(?:d|ein|kein|dies|jen|jed|mein|dein|sein|ihr|unser|eur)es", re.IGNORECASE)
_OF_SEVERAL = frozenset(("die", "der", "den", "beide", "beiden", "alle", "aller"))
_WORDS_WITH_GENITIVE = (
    "abseits angesichts anhand anlässlich anstatt anstelle aufgrund außerhalb bezüglich dank diesseits einschließlich "
    "entgegen hinsichtlich infolge inmitten innerhalb jenseits kraft laut mangels mithilfe mitsamt mittels namens "
    "oberhalb samt seitens statt trotz ungeachtet unterhalb unweit während wegen zugunsten zulasten zuungunsten zwecks"
)
_WITH_GENITIVE = frozenset(_WORDS_WITH_GENITIVE.split())
"""Prepositions behind which a name in the genitive may stand alone: `wegen Putins`."""
_JOINED = re.compile(r"(?:\b(?:und|oder|sowie|beziehungsweise|bzw\.)|[A-ZÄÖÜ][\w-]*s,)\s+$")
"""Behind these a genitive may be another's equal."""
_INFLECTED_SUFFIX = re.compile(r"(?:isch|lich|ig|bar|haft|los|sam)e[nmrs]?")
_INFLECTION = re.compile(r"e[nmrs]?$")
_SET_BEFORE = re.compile(r"(?<!\w)(?:of|by|to|from|with)\s+(?:the\s+)?$", re.IGNORECASE)
_MOST_BETWEEN = 3

Side = Literal["before", "behind", ""]


def side_of_noun(german: str, hit: TermHit, before: str, after: str) -> Side:
    """On which side of a genitive the noun stands that it belongs to: `Berater Lukaschenkos`, `Lukaschenkos Rede`.

    `before` and `after`: what stands around the name in the English, which tells more where the German may be read both
    ways. "" where it stays in doubt, and of no genitive. Behind `des` a name owns nothing that follows, and a verb and
    its object (`planen Proteste`) are no adjective and noun.
    """
    if not is_genitive(hit) or _is_behind_genitive_article(german, hit):
        return ""
    owned = _owned(german, hit)
    if owner_of(german, hit):
        return _side_beside_owner(german, hit, owned, before, after)
    if owned is None:
        return ""
    return "behind" if owned.is_sure or _can_only_own(german, hit) else ""


def _side_beside_owner(german: str, hit: TermHit, owned: _Owned | None, before: str, after: str) -> Side:
    """The same where a noun stands before the genitive."""
    is_determined = _is_determined(german, hit)
    if owned is None or _SET_BEFORE.search(before):
        return "before"
    if not owned.is_sure:
        return "before" if is_determined else ""
    if _is_said(owned.noun, after):
        return "behind" if owned.is_next or not is_determined else ""
    return "before" if is_determined else ""


def is_name_in_genitive(german: str, hit: TermHit) -> bool:
    """Whether a hit is a name with a genitive s, not a term nor a family (`die Lukaschenkos`)."""
    return hit.entry.kind != "term" and is_genitive(hit) and not _is_several(german, hit)


def is_family(german: str, hit: TermHit) -> bool:
    """Whether a person's name is a plural: `die Lukaschenkos`."""
    return hit.entry.kind == "person" and is_genitive(hit) and _is_several(german, hit)


def _is_several(german: str, hit: TermHit) -> bool:
    """Whether a name with an s is a plural and no genitive: `die Lukaschenkos`, a family.

    Not where the article may be a relative pronoun and a noun follows: `jene, die Lukaschenkos Rede hörten`.
    """
    article, in_doubt = _article_before(german, hit)
    return article.lower() in _OF_SEVERAL and not (in_doubt and _owns_behind_article(german, hit))


def has_article(german: str, hit: TermHit) -> bool:
    """Whether a name of one word has an article in the German; that of `die Russische Föderation` is the noun's."""
    article, in_doubt = _article_before(german, hit)
    return " " not in hit.surface and bool(article) and not (in_doubt and _owns_behind_article(german, hit))


def _owns_behind_article(german: str, hit: TermHit) -> bool:
    """Whether a noun stands behind a name, and before that no verb that several have: it would end in n."""
    owned = _owned(german, hit)
    return owned is not None and (owned.is_sure or not german[hit.end :].split(maxsplit=1)[0].endswith("n"))


def _article_before(german: str, hit: TermHit) -> tuple[str, bool]:
    """The article right before a name and its adjectives, and whether it may as well be a relative pronoun.

    In doubt, too, where a word between may be a verb (`die reichen Lukaschenkos`).
    """
    run = _WORDS_BEFORE.search(german[: hit.start])
    in_doubt = False
    for match in reversed(list(_WORD.finditer(run["words"]))) if run else ():
        if _ARTICLE.fullmatch(match[0]):
            clause = _BEFORE_CLAUSE.search(german[: match.start() + hit.start - len(run["words"])]) if run else None
            is_clause = clause is not None and (clause["last"] is None or _is_preposition(clause["last"]))
            return match[0], in_doubt or is_clause
        if not _has_ending(match[0]):
            break
        in_doubt = in_doubt or not _is_attribute(match[0])
    return "", False


def _is_behind_genitive_article(german: str, hit: TermHit) -> bool:
    """Whether an article in the genitive, perhaps with adjectives, stands before a name: `des Kremls`."""
    run = _WORDS_BEFORE.search(german[: hit.start])
    for word in reversed(run["words"].split()) if run else ():
        if _GENITIVE_ARTICLE.fullmatch(word):
            return True
        if not _has_ending(word):
            break
    return False


def owner_of(german: str, hit: TermHit) -> str:
    """The German noun right before a genitive and the given names before that; "" where none stands there."""
    before = german[: hit.start]
    while (last := _LAST.search(before)) and last["word"][0].isupper() and not _is_small(last["word"]):
        if _begins(before[: last.start("word")]) and _is_preposition(last["word"]):
            return ""
        if is_noun(last["word"]):
            return last["word"] if is_genitive(hit) else ""
        before = before[: last.start("word")]
    return ""


def number_of_given_names(german: str, hit: TermHit) -> int:
    """How many words of the German stand between a name and the noun before it, names all of them."""
    owner = owner_of(german, hit)
    return len(german[: hit.start].rpartition(owner)[2].split()) if owner else 0


def attributes_of_owner(german: str, hit: TermHit) -> tuple[str, ...]:
    """The German adjectives of the noun before a genitive: `die engen Verbündeten Lukaschenkos`."""
    owner = owner_of(german, hit)
    words = german[: hit.start].rpartition(owner)[0].split() if owner else []
    return tuple(takewhile(lambda word: word.islower() and not _is_function_word(word), reversed(words)))


@dataclass(frozen=True, slots=True)
class _Owned:
    """A German noun that a genitive may own; `is_next`: right behind it; `is_sure`: no verb may stand between."""

    noun: str
    is_next: bool
    is_sure: bool


def _owned(german: str, hit: TermHit) -> _Owned | None:
    """The German noun behind a genitive, perhaps with adjectives between, or with what may be a verb."""
    if following := _NOUN_AFTER.match(german, hit.end):
        is_time = _TIME.fullmatch(following["noun"]) and owner_of(german, hit)
        return None if is_time else _Owned(following["noun"], is_next=True, is_sure=True)
    pair = _ATTRIBUTE_AND_NOUN.match(german, hit.end)
    words = pair["words"].split() if pair else []
    if pair is None or not all(_has_ending(word) for word in words):
        return None
    return _Owned(pair["noun"], is_next=False, is_sure=all(_is_attribute(word) for word in words))


def _can_only_own(german: str, hit: TermHit) -> bool:
    """Whether a genitive that has no known noun before it owns what follows: `Putins inhaftierte Gegner`.

    Not `wegen Putins`, nor behind a noun that the dictionary lacks (`die Nawalnisten Nawalnys`), nor where it may be
    one of several genitives (`die Anhänger des Kremls und Putins`).
    """
    words = german[: hit.start].split()
    given = list(takewhile(lambda word: word[0].isupper() and not _is_small(word), reversed(words)))
    left = words[: len(words) - len(given)]
    is_noun_phrase = bool(given) and bool(left) and left[-1].lower() in GERMAN_BEFORE_NOUNS
    last = words[-1].lower() if words else ""
    return not is_noun_phrase and last not in _WITH_GENITIVE and not _JOINED.search(german[: hit.start])


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
        word = match[0].lower()
        if says(word, noun):
            return True
        if word.endswith("ed") or is_irregular_form(word) or is_form_of_a_verb(word) or word in ENGLISH_SMALL_WORDS:
            return False
    return False


@lru_cache(maxsize=2_000)
def _is_attribute(word: str) -> bool:
    """Whether a German word in small letters is an adjective with an ending, and can be no form of a verb."""
    if not _has_ending(word):
        return False
    base = lemma(word)
    if not base:
        return _INFLECTED_SUFFIX.search(word) is not None
    meanings = look_up(word)
    is_verb_form = (
        is_verb(base)
        or is_verb(word)
        or any(meaning.kind == "verb" and word in (meaning.german, f"{meaning.german}n") for meaning in meanings)
    )
    return not is_verb_form and base != word and base.islower()


def _has_ending(word: str) -> bool:
    """Whether a German word may be an adjective with an ending; `gegen` and `heute` have none."""
    if not word.islower() or not _INFLECTION.search(word) or _is_function_word(word):
        return False
    return lemma(word) != word or is_verb(word)


def _is_function_word(german: str) -> bool:
    return _is_small(german) or is_german_function_word(german)


def _is_preposition(german: str) -> bool:
    """Whether a German word is a preposition, with the capital of a sentence's beginning, too (`Laut`)."""
    low = german.lower()
    return low in GERMAN_PREPOSITIONS or low in _WITH_GENITIVE


def _begins(before: str) -> bool:
    """Whether a sentence begins behind a text."""
    return not before.strip(' \t\n„“"‚‘»«(–—-') or before.rstrip(' \t\n„“"‚‘»«(–—-')[-1:] in ".:!?…"


def _is_small(german: str) -> bool:
    low = german.lower()
    return low in GERMAN_IN_HEADLINES or low in GERMAN_PREPOSITIONS or low in GERMAN_BEFORE_NOUNS
