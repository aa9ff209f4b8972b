"""Whether a single word of the English is German that nobody translated, or a name that may stay as it is."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.checks.finding import Finding, Severity
from workbench.checks.german_words import GermanWord, bare
from workbench.glossary.candidates import vocabulary
from workbench.glossary.candidates.proper import is_adjective_form
from workbench.glossary.finding import lexicon
from workbench.glossary.romanisation import exonym
from workbench.text import Span
from workbench.text.words import Unknown
from workbench.translation import ParagraphRecord

_PLACE_BEFORE = re.compile(
    r"\b(?:in|nach|aus|bei|von|um|vor|gegen|über|an|auf|der|die|das|im|zur|zum|des)\s+$", re.IGNORECASE
)
_NAME_BEFORE = re.compile(r"(?<![.!?…:]\s)(?<!^)\b[^\W\d_a-zà-öø-ÿ][\w.’'-]*(?:\s|-)$")
_NAME_AFTER = re.compile(r"(?:\s|-)[^\W\d_a-zà-öø-ÿ]\w")
_QUOTED = re.compile(r"[\"“”„«»‘'(*_]\s*$")
_FOR_A_NAME = re.compile(
    r"(?:platz|straße|strasse|park|markt|haus|häuser|spital|stift|dorf|stadt|berg|burg|bad|hof|bach|see|tal|tor|brücke|bank"
    r"|werk|werft|amt|verein|bund|partei|wehr|tag|rat|zeitung|blatt|spiegel|kurier|post|schule|kirche|theater|museum|halle"
    r"|heim|feld|kreis|ring|weg|allee|gasse|wald|insel|mann|meier|meyer|mayer|maier|bauer|stein|schmidt|hausen|ingen)s?$",
    re.IGNORECASE,
)
"""What the names of places, houses, institutions and people end in: English keeps these as they are."""
_LONG_COMPOUND = 9
"""Letters; shorter ones are compounds by chance."""
_ARTICLE = re.compile(
    r"\b(?:d(?:er|ie|as|en|em|es)|(?:k?ein|mein|dein|sein|ihr|unser|jed|dies|jen|manch|welch)e?[rsnm]?|beim)\s+$", re.I
)
_ADJECTIVE = re.compile(r"\b([a-zäöüß]{3,}e[nrsm]?)\s+$")


def left_german(index: int, record: ParagraphRecord, each: Unknown, german: GermanWord) -> Finding | None:
    """What is to be said of a word of the English that stands in the German as well; None where it may be a name.

    A word that is small in German is almost surely left there (error), a noun or the name of a place most likely.
    """
    if in_a_name(record.english, each.span):
        return None
    if german.word.islower():
        wanted = "" if each.word == german.word and vocabulary.is_lower_case_word(german.word) else None
    else:
        wanted = _english_of_noun(record.german, german, each.word)
    if wanted is None:
        return None
    severity: Severity = "error" if german.word.islower() else "warning"
    message = f"“{each.word}” is still German" + (f": “{wanted}” in English" if wanted else "")
    return Finding("untranslated", severity, index, each.word, message, german.span, each.span, wanted or None)


def _english_of_noun(text: str, german: GermanWord, word: str) -> str | None:
    """The English of a noun or a place's name of a German text, "" where it is not known; None where it may stay."""
    if bare(german.word) != bare(word) or (word.islower() and word != german.word.lower()):
        return None
    before, after = text[: german.span.start], text[german.span.end :]
    if wanted := english_of_place(german.word, word, before):
        return wanted
    return None if after.startswith("-") or not is_plain_noun(german.word, before) else ""


def is_plain_noun(german: str, before: str) -> bool:
    """Whether a German noun after the text `before` is one of the language.

    It has an article or an adjective there, and is no name that is known, or looks like one.
    """
    if not german[0].isupper() or _FOR_A_NAME.search(german) or is_of_a_name(german):
        return False
    known = lexicon.lemma(german)[:1].isupper() or (len(german) >= _LONG_COMPOUND and vocabulary.is_compound(german))
    return known and (_ARTICLE.search(before) is not None or _has_adjective(before))


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


def in_a_name(english: str, place: Span) -> bool:
    """Whether a word stands beside one with a capital (`Freie Wähler`), or is quoted: a name, or a word explained."""
    before, after = english[: place.start], english[place.end :]
    return bool(_NAME_BEFORE.search(before) or _NAME_AFTER.match(after) or _QUOTED.search(before))
