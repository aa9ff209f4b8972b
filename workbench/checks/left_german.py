"""Whether a single word of the English is German that nobody translated, or a name that may stay as it is."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import pairwise

from workbench.checks.finding import Finding, Severity
from workbench.checks.german_words import GermanWord, bare, key
from workbench.glossary.candidates import vocabulary
from workbench.glossary.candidates.proper import is_adjective_form
from workbench.glossary.finding import lexicon
from workbench.glossary.romanisation import exonym
from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.words import Unknown
from workbench.translation import ParagraphRecord

_PLACE_BEFORE = lazy_pattern(
    r"\b(?:in|nach|aus|bei|von|um|vor|gegen|über|an|auf|der|die|das|im|zur|zum|des)\s+$", re.IGNORECASE
)
_WORD_BEFORE = lazy_pattern(r"(?<![\w.’'-])[\d_.’'-]*+([^\W\d_][\w.’'-]*)(?:\s|-)$")
_WORD_AFTER = lazy_pattern(r"(?:\s|-)([^\W\d_]\w*)")
_MARKS = "\"“”„«»‘’'()*_"
_QUOTE_BEFORE = lazy_pattern(rf"[{re.escape(_MARKS)}]\s*$")
_QUOTE_AFTER = lazy_pattern(rf"\s*[.,]?[{re.escape(_MARKS)}]")
_IN_THE = lazy_pattern(r"\b(?:am|im)\s+$", re.IGNORECASE)
_NO_NAME = lazy_pattern(r".{3}(?:(?:ung|heit|keit|schaft|tät)(?:en)?|schaftler|[tn]iker|ismus)$")
"""What nouns end in and surnames do not."""
_DAYS_AND_MONTHS = {
    "Montag": "Monday", "Dienstag": "Tuesday", "Mittwoch": "Wednesday", "Donnerstag": "Thursday", "Freitag": "Friday",
    "Samstag": "Saturday", "Sonnabend": "Saturday", "Sonntag": "Sunday", "Januar": "January", "Jänner": "January",
    "Februar": "February", "März": "March", "Juni": "June", "Juli": "July", "Oktober": "October",
    "Dezember": "December",
}  # fmt: skip
_NOUN_AFTER = lazy_pattern(r" [A-ZÄÖÜ]")
_LINKING = frozenset(("und", "für", "der", "des", "von", "gegen", "zu", "zur", "zum"))
_WORDS = lazy_pattern(r"[^\W\d_]+")
_STARTS = lazy_pattern(r"(?:^|[.!?…:]\W+|[„“»\"]\s*)$")
_FOR_A_NAME = lazy_pattern(
    r"(?:platz|straße|strasse|park|markt|haus|häuser|spital|stift|dorf|stadt|berg|burg|bad|hof|bach|see|tal|tor|brücke|bank"
    r"|werk|werft|amt|verein|bund|partei|wehr|tag|rat|zeitung|blatt|spiegel|kurier|post|schule|kirche|theater|museum|halle"
    r"|heim|feld|kreis|ring|weg|allee|gasse|wald|insel|mann|meier|meyer|mayer|maier|bauer|stein|schmidt|hausen|ingen)s?$",
    re.IGNORECASE,
)
"""What the names of places, houses, institutions and people end in: English keeps these as they are."""
_NEAR = 100
"""Characters before and behind a word that are looked at: a paragraph may be a hundred times as long."""
_LONG_COMPOUND = 9
"""Letters; shorter ones are compounds by chance."""
_BEFORE_NOUNS = lazy_pattern(
    r"(?:\d|%|\b(?:d(?:er|ie|as|en|em|es)|(?:k?ein|mein|dein|sein|ihr|unser|jed|dies|jen|manch|welch)e?[rsnm]?|beim|vom|zu[mr]|ans|ins|zwei|drei|vier|fünf|ohne|viele|mehr))\s+$",
    re.IGNORECASE,
)
_ADJECTIVE = lazy_pattern(r"\b([a-zäöüß]{3,}e[nrsm]?)\s+$")


def left_german(index: int, record: ParagraphRecord, each: Unknown, german: GermanWord) -> Finding | None:
    """What is to be said of a word of the English that stands in the German as well; None where it may be a name.

    A word that is small in German is almost surely left there (error), a noun or the name of a place most likely.
    """
    if in_a_name(record.german, record.english, each.span):
        return None
    small = _is_small(record.german, german)
    if small:
        wanted = "" if each.word == german.word and vocabulary.is_lower_case_word(german.word) else None
    else:
        wanted = _english_of_noun(record.german, german, each.word)
    if wanted is None:
        return None
    severity: Severity = "error" if small else "warning"
    message = f"“{each.word}” is still German" + (f": “{wanted}” in English" if wanted else "")
    return Finding("untranslated", severity, index, each.word, message, german.span, each.span, wanted or None)


def _before(text: str, at: int) -> str:
    return text[max(0, at - _NEAR) : at]


def _after(text: str, at: int) -> str:
    return text[at : at + _NEAR]


def _is_small(text: str, german: GermanWord) -> bool:
    """Whether a German word has a small letter, or a capital only because a sentence begins: Obwohl, Nicht."""
    if german.word.islower():
        return True
    begins = _STARTS.search(_before(text, german.span.start)) is not None
    return begins and lexicon.lemma(german.word.lower())[:1].islower() and not lexicon.is_noun(german.word)


def _english_of_noun(text: str, german: GermanWord, word: str) -> str | None:
    """The English of a noun or a place's name of a German text, "" where it is not known; None where it may stay."""
    if bare(german.word) != bare(word) or (word.islower() and word != german.word.lower()):
        return None
    before, after = _before(text, german.span.start), _after(text, german.span.end)
    if wanted := english_of_place(german.word, word, before):
        return wanted
    if after.startswith("-") or (_NOUN_AFTER.match(after) and vocabulary.is_lower_case_word(german.word)):
        return None
    if german.word in _DAYS_AND_MONTHS:
        return _DAYS_AND_MONTHS[german.word]
    following = _WORD_AFTER.match(after)
    is_title = following is not None and _is_title(german.word, following[1])
    return "" if is_title or is_plain_noun(german.word, before) else None


def is_plain_noun(german: str, before: str) -> bool:
    """Whether a German noun after the text `before` is one of the language, and no name, known or by its look.

    One in a form that names do not have (Kartoffeln); any other that the dictionary or its parts make known, where it
    has an article, an adjective or a number (surnames have none: Mauer). What places and institutions end in (-platz)
    is no evidence, but for everyday nouns.
    """
    if not german[0].isupper() or is_of_a_name(german):
        return False
    everyday = vocabulary.is_everyday(german)
    if _FOR_A_NAME.search(german) and not everyday:
        return False
    if _is_inflected(german) or _NO_NAME.search(german) or (everyday and _IN_THE.search(before)):
        return True
    return (everyday or _is_noun(german)) and (_BEFORE_NOUNS.search(before) is not None or _has_adjective(before))


def _is_noun(german: str) -> bool:
    """Whether the dictionary has a noun, or it is a long compound of such."""
    return lexicon.lemma(german)[:1].isupper() or (len(german) >= _LONG_COMPOUND and vocabulary.is_compound(german))


def _is_title(german: str, following: str) -> bool:
    """Whether a noun tells what the person is whose name follows: Lehrer Roman Melnyk, Bäuerin Carmen Ortega."""
    if not following[0].isupper() or vocabulary.is_given(german):
        return False
    if vocabulary.kind_before(german) == "person":
        return True
    return _is_noun(german) and vocabulary.is_given(following)


def _is_inflected(german: str) -> bool:
    """Whether a word is a noun's form with more than an s at its end, which the noun itself has not."""
    lemma = lexicon.lemma(german)
    return lemma[:1].isupper() and german.startswith(lemma[:3]) and german not in {lemma, f"{lemma}s"}


def _has_adjective(before: str) -> bool:
    """Whether a text ends with an adjective that has an ending."""
    last = _ADJECTIVE.search(before)
    return last is not None and is_adjective_form(last[1])


@lru_cache(maxsize=20_000)
def is_of_a_name(german: str) -> bool:
    """Whether a German word is a known name."""
    return vocabulary.is_given(german) or vocabulary.known_kind(german) is not None


def english_of_place(german: str, word: str, before: str) -> str:
    """The English of a place's German name where the German says it is one, and `word` is none of them; else ""."""
    found = exonym(german) or exonym(german.removesuffix("s"))
    if found is None or found.kind != "place" or not _PLACE_BEFORE.search(before):
        return ""
    return "" if word in found.english else found.english[0]


def in_a_name(german: str, english: str, place: Span) -> bool:
    """Whether a word of the English stands beside one with a capital as it does in the German, or alone in marks.

    That is a name (`Freie Wähler`), or a word that is explained; a title before a name is none (`Lehrer Roman Melnyk`).
    """
    word, before, after = english[slice(*place)], _before(english, place.start), _after(english, place.end)
    last, following = _WORD_BEFORE.search(before), _WORD_AFTER.match(after)
    next_to = _next_to(german)
    if not word.islower() and _follows_name(last, word, next_to):
        return True
    if following and (_key(word), _key(following[1])) in next_to:
        if following[1][0].isupper() and not _is_title(word, following[1]):
            return not word.islower() or _follows_name(last, word, next_to)
        return following[1] in _LINKING or _QUOTE_BEFORE.search(before) is not None
    return bool(_QUOTE_BEFORE.search(before) and _QUOTE_AFTER.match(after))


def _follows_name(last: re.Match[str] | None, word: str, next_to: Collection[tuple[str, str]]) -> bool:
    """Whether what stands before a word has a capital, or links names, and stands before it in the German as well."""
    if last is None or not (last[1][0].isupper() or last[1] in _LINKING):
        return False
    return (_key(last[1]), _key(word)) in next_to


@lru_cache(maxsize=5_000)
def _next_to(german: str) -> frozenset[tuple[str, str]]:
    """The keys of words that stand next to each other in a German text."""
    return frozenset(pairwise(_key(word) for word in _WORDS.findall(german)))


def _key(word: str) -> str:
    return key(_WORDS.findall(word)[-1])
