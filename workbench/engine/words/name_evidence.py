"""Words of a German sentence that are names by what stands beside them, whatever else they mean: Frau Klein, in Halle.

`workbench.dictionary.is_name` asks which nouns a draft must leave alone. Here the question is which words a draft must
not have read as words, so a name is one only where hardly anything else can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from workbench.dictionary import look_up
from workbench.engine.sentence.wordlists import GERMAN_BEFORE_NOUNS, GERMAN_IN_HEADLINES
from workbench.glossary.finding.lexicon import is_adjective, is_verb, lemma
from workbench.text import Span
from workbench.text.word_lists import words_of

if TYPE_CHECKING:
    from workbench.glossary.candidates.words import Word

_SHORTEST = 3
_ADDRESSED = words_of("Herr Herrn Frau Fräulein Familie Dr Prof")
_NOT_BEHIND_ARTICLES = words_of("Herr Herrn Frau Fräulein Familie")
_OTHER_CASES = words_of(
    "dem den des der einem einen eines einer diesem diesen dieses dieser keinem keinen ihrem seinem"
)
"""Behind these a noun may be what somebody gives to someone: dem Trainer Wasser."""
_TOWNS = words_of(
    """
    Ahlen Aue Barth Brake Bretten Brilon Bühl Cham Dahme Dahn  Eilenburg Elze Erkner Essen Forst Füssen
    Furth Geldern Goch Greiz Halle Hamm Haren Hemer Herne Herten Hof Kehl Kleve Kreuzau Lahr Lauf Leer Lingen
    Lünen Marl Melle Moers Munster Nagold Peine Pegau Plön Rheine Riesa Roth Rust Selb Siegen Soest Speyer Springe
    Stade Suhl Süßen Telgte Trier Triberg Tuttlingen Ulm Unna Verden Waldbröl Wedel Weil Wesel Werl Wiehl Worms Wurzen
    Zell Zeitz Zwickau Zwiesel
    """
)
"""Towns whose names are words, or are like words, and of which none can stand behind `in` without an article."""
_SURELY_IN = words_of("in nach aus")
_IN_OR_NEAR = words_of(
    "in nach aus bei von vor hinter bis über um ab zwischen und oder nahe östlich westlich nördlich südlich"
)
_TOWNS_LIKE_MANY = words_of("Bergen Regen Singen Waren Wangen")
"""Towns whose names are words that may (in Bergen und Tälern)."""
_AUXILIARIES = words_of("ist war hat hatte wird wurde kann konnte will wollte soll sollte muss musste darf durfte sei")
_DIRECTIONS = words_of("Nord Süd Ost West Nordost Nordwest Südost Südwest")
_JOINS = re.compile(r"(?:,|\bund|\boder)(?: und)? $")
_ENDS = re.compile(r"\W*$")
_NUMBER = re.compile(r" \d")
_PRONOUNS = words_of("er sie es man ich wir ihr du")
_WATERS = re.compile(r" (?:am|an der|im|a\.|auf|ob der|in der|bei|vor der) [A-ZÄÖÜ]")
"""What tells a town from others of its name: Weil am Rhein, Singen am Hohentwiel."""
_OF_A_TOWN = re.compile(
    r"(?:polizei|feuerwehr|gericht|staatsanwaltschaft|universität|klinik|klinikum|krankenhaus|messe|flughafen"
    r"|bahnhof|zentrale|werk|rathaus|bewohner|einwohner|fahrer|fahrerin|jährige|jähriger|frau|mann|familie|stadt)$",
    re.IGNORECASE,
)
"""What is in a town, or from one."""
_TOWN_ENDS = re.compile(
    r".{3}(?:hausen|heim|stadt|dorf|furt|burg|kirchen|hofen|felden|haven|brück|bruck|rode|leben|ingen|thal|walde"
    r"|münde|weiler|büttel|stetten|stätten|assing|beuren|reuth|kron|acker|zell|kirch|sund|oog|ow|itz)$"
)
_OLD_ENDS = re.compile(r"(?:thal|hausen|hofen|felden|brück|bruck|büttel|rode|stetten|assing|beuren|reuth|kron)$")
"""Of these none is a noun by itself, though what stands before them may make it look like one."""
_JOINED = re.compile(r" (?:und|oder|sowie) [A-ZÄÖÜ]")


@dataclass(frozen=True, slots=True)
class Seen:
    """A name of a German sentence: `span` in it, `name` without a genitive's s.

    `beside`: the word before it, behind whose English the name stands in any English. `surely`: it is none of the
    dictionary's words, so that any English word for it is a wrong one.
    """

    span: Span
    name: str
    kind: Literal["person", "place"]
    beside: Span | None = None
    surely: bool = False


def names_seen(german: str, known: Collection[str] = ()) -> tuple[Seen, ...]:
    """The names of a German sentence that are seen by what stands beside them; `known`: surnames of its document.

    The first call reads lists of names, which takes a second.
    """
    from workbench.glossary.candidates import words

    parted = words.words_of(german, ())
    return tuple(seen for at in range(len(parted)) if (seen := _seen(parted, at, german, frozenset(known))))


def _seen(words: tuple[Word, ...], at: int, german: str, known: frozenset[str]) -> Seen | None:
    word = words[at]
    if not _may_be_a_name(word):
        return None
    before = words[at - 1] if at and (word.follows or (word.gap == ". " and not word.opens)) else None
    if before is None:
        return _of_document(words, at, known)
    return (
        _person(words, at, before, german)
        or _place(word, before, words[max(0, at - 2)], german)
        or _of_document(words, at, known)
    )


def _may_be_a_name(word: Word) -> bool:
    text = word.text
    return word.capital and text.isalpha() and len(text) >= _SHORTEST and not text.isupper()


def _person(words: tuple[Word, ...], at: int, before: Word, german: str) -> Seen | None:
    """A surname behind a form of address, a given name or an office."""
    word = words[at]
    if word.opens or not before.capital or _is_no_persons(word, german) or before.gap.endswith(("@", "@ ")):
        return None
    if not _is_announced(words, at, before, german):
        return None
    return Seen(Span(word.start, word.end), _without_s(word.text), "person", Span(before.start, before.end))


def _is_announced(words: tuple[Word, ...], at: int, before: Word, german: str) -> bool:
    word = words[at]
    earlier = words[at - 2].text if at >= 2 and before.gap in (" ", ". ") and not before.opens else ""
    if before.text in _ADDRESSED:
        return before.text not in _NOT_BEHIND_ARTICLES or not _leads_to_a_noun(earlier)
    if _is_first_of_a_name(words, at + 1):
        return False
    if _is_given(before.text):
        is_gap = _JOINS.search(german, 0, before.start) and _ENDS.match(german, word.end)
        return not is_gap and _may_follow_a_given_name(word.text, earlier)
    if not _is_a_persons_noun(before.text):
        return False
    return _is_subject(words, at) or _may_be_called(word.text, before.text, earlier)


def _is_no_persons(word: Word, german: str) -> bool:
    """Whether a word is an office itself, a place, or stands before a number."""
    return _NUMBER.match(german, word.end) is not None or _is_office(word.text) or _is_a_place(word.text)


def _is_subject(words: tuple[Word, ...], at: int) -> bool:
    """Whether a word and the noun before it begin a sentence together, and its verb follows: Pfarrer Mut hielt …"""
    if at + 1 >= len(words) or not words[at - 1].opens or not words[at + 1].follows or _is_no_surname(words[at].text):
        return False
    verb = words[at + 1].text
    return verb.islower() and (is_verb(lemma(verb)) or verb in _AUXILIARIES)


def _is_first_of_a_name(words: tuple[Word, ...], after: int) -> bool:
    """Whether the word at this place goes on with a name: Scheich Hasina."""
    if after >= len(words) or not (words[after].follows and words[after].capital):
        return False
    return _is_given(words[after].text) or not lemma(words[after].text)


def _may_follow_a_given_name(name: str, earlier: str) -> bool:
    """Whether a word behind a given name may be the surname, and no noun beside a name (Hermann Arndt Samstag)."""
    from workbench.glossary.candidates import vocabulary

    if earlier[:1].isupper() and not earlier.isupper():
        return _is_a_persons_noun(earlier)
    is_plain = vocabulary.is_everyday(name) or name in vocabulary.NOT_NAMES or _is_no_surname(name)
    return _is_surname(name) or not is_plain


def _may_be_called(name: str, office: str, earlier: str) -> bool:
    """Whether a word behind what somebody is may be his name. `earlier`: the word before both.

    A noun that is no frequent surname may also be what he has, gets or does: wenn mein Kollege Recht hat.
    """
    from workbench.glossary.candidates import vocabulary

    if _is_surname(name):
        return True
    if _is_no_surname(name) or vocabulary.is_everyday(name) or earlier.lower() in _OTHER_CASES:
        return False
    is_noun = any(meaning.german[:1].isupper() for meaning in look_up(name)) or lemma(name)[:1].isupper()
    return not is_noun or (vocabulary.kind_before(office) == "person" and not _leads_to_a_noun(earlier))


def _is_given(word: str) -> bool:
    from workbench.glossary.candidates import vocabulary
    from workbench.glossary.romanisation.known import other_names

    return len(word) >= _SHORTEST and word in other_names("given") and not vocabulary.is_everyday(word)


@lru_cache(maxsize=4_000)
def _is_no_surname(word: str) -> bool:
    """Whether a word is one of those that hardly ever became a surname: a compound, a neuter, an inflected form."""
    from workbench.glossary.candidates import vocabulary

    base = lemma(word)
    if vocabulary.is_compound(word) or word in _DIRECTIONS:
        return True
    if lemma(word.lower()) not in ("", word.lower()) and lemma(word.lower()).islower():
        return True
    if base[:1].isupper():
        genders = {meaning.gender for meaning in look_up(word) if meaning.kind == "noun" and meaning.german == word}
        return base != word or (bool(genders) and genders <= {"n", ""})
    return False


def _is_a_place(word: str) -> bool:
    from workbench.glossary.candidates import vocabulary

    kinds = {vocabulary.known_kind(form) for form in (word, word.removesuffix("s"))}
    return "place" in kinds and not _is_surname(word)


def _is_office(word: str) -> bool:
    """Whether somebody is called so without being named: Frau Präsidentin, Herr Doktor."""
    from workbench.glossary.candidates import vocabulary

    if word in _ADDRESSED or (vocabulary.kind_before(word) == "person" and not _is_surname(word)):
        return True
    return word.endswith("in") and any("f" in meaning.gender for meaning in look_up(word))


def _leads_to_a_noun(word: str) -> bool:
    """Whether behind this word `Frau` is a woman, and no form of address."""
    low = word.lower()
    return low in GERMAN_BEFORE_NOUNS or (
        word.islower() and re.search(r"e[mnrs]?$", low) is not None and is_adjective(re.sub(r"e[mnrs]?$", "", low))
    )


@lru_cache(maxsize=4_000)
def _is_a_persons_noun(noun: str) -> bool:
    """Whether it is what one person is, in its basic form: an office, or a noun that has a feminine in -in."""
    from workbench.glossary.candidates import vocabulary
    from workbench.glossary.candidates.proper import is_of_a_town

    if lemma(noun) not in ("", noun) or is_of_a_town(noun):
        return False
    return vocabulary.kind_before(noun) == "person" or bool(lemma(noun) and lemma(f"{noun}in"))


def _is_surname(word: str) -> bool:
    from workbench.glossary.romanisation.known import other_names

    return bool({word, word.removesuffix("s")} & other_names("surnames"))


def _without_s(text: str) -> str:
    """A name without a genitive's s, where what is left is a word and the whole is none."""
    bare = text[:-1]
    is_genitive = text.endswith("s") and len(bare) > _SHORTEST and not _is_word(text) and _is_word(bare)
    return bare if is_genitive else text


@lru_cache(maxsize=4_000)
def _is_word(text: str) -> bool:
    low = text.lower()
    return any(meaning.german in (text, low) for form in (text, low) for meaning in look_up(form))


def _place(word: Word, before: Word, earlier: Word, german: str) -> Seen | None:
    """A town behind `in`, `nach` or `aus` without an article, or behind what is in a town (Landgericht Hof)."""
    text, span, small = word.text, Span(word.start, word.end), before.text.lower()
    if not word.follows:
        return None
    if text in _TOWNS_LIKE_MANY | _TOWNS and before.capital and _OF_A_TOWN.search(before.text):
        return Seen(span, text, "place", Span(before.start, before.end))
    if small in _SURELY_IN and _is_a_town_here(word, small, earlier.text if earlier is not before else "", german):
        return Seen(span, text, "place", surely=not _is_word(text))
    return Seen(span, text, "place", surely=True) if small in _IN_OR_NEAR and _is_only_a_town(text) else None


def _is_a_town_here(word: Word, before: str, earlier: str, german: str) -> bool:
    """Whether a word behind these two is a town and not what else it may be: Klinik in Waren, Singen am Hohentwiel."""
    if word.text in _TOWNS_LIKE_MANY:
        return bool(_WATERS.match(german, word.end) or _OF_A_TOWN.search(earlier))
    is_sought = word.text == "Essen" and before == "nach"  # auf der Suche nach Essen
    return word.text in _TOWNS and not is_sought and not _JOINED.match(german, word.end)


@lru_cache(maxsize=4_000)
def _is_only_a_town(text: str) -> bool:
    """Whether a word is a listed place, or ends like one, and is in no dictionary."""
    from workbench.glossary.candidates import vocabulary

    if _is_word(text) or lemma(text) or text.lower() in GERMAN_IN_HEADLINES:
        return False
    if vocabulary.known_kind(text) == "place":
        return not _is_exonym(text)
    return _TOWN_ENDS.search(text) is not None and (
        _OLD_ENDS.search(text) is not None or not vocabulary.is_compound(text)
    )


def _is_exonym(name: str) -> bool:
    """Whether a place has an English name of its own."""
    from workbench.glossary.romanisation import exonym

    known = exonym(name)
    own = [meaning.english for meaning in look_up(name) if meaning.german == name and meaning.english[:1].isupper()]
    return (known is not None and name not in known.english) or any(name not in english for english in own)


def _of_document(words: tuple[Word, ...], at: int, known: frozenset[str]) -> Seen | None:
    """A surname of the document that stands bare: behind a verb of saying, or before one at the sentence's head."""
    from workbench.glossary.candidates import vocabulary

    word = words[at]
    name = word.text if word.text in known else _without_s(word.text)
    if name not in known:
        return None
    if at and not word.opens:
        is_name = word.follows and words[at - 1].text in vocabulary.SAYS
    else:
        after = [each.text for each in words[at + 1 : at + 3]]
        is_name = after[:1] != [] and after[0] in vocabulary.SAYS and after[-1].lower() not in _PRONOUNS
    return Seen(Span(word.start, word.end), name, "person") if is_name else None
