"""What stands around a word and speaks for or against its being the term: the end of a name, a sentence's start."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.glossary.entry import Entry
from workbench.glossary.finding.compounds import SHORTEST_TERM
from workbench.glossary.finding.folding import QUOTES, fold, raw_end, words
from workbench.glossary.finding.forms import Form
from workbench.glossary.finding.inflection import ADJECTIVAL, OF_PLACE, UMLAUT, FormWord
from workbench.glossary.finding.lexicon import agree, is_verb, lemma
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.placeables import placeables

_BEFORE_NOUN = lazy_pattern(r"(?:,? (?:und|oder|sowie|bis) \w+er|, \w+er und \w+er)?\s+[„“\"»«‚]?[^\W\d_a-zäöüß]")
_AFTER_COMMA = lazy_pattern(r", (?:(?:an|auf|aus|bei|für|gegen|in|mit|nach|über|um|unter|von|vor|zu) )?$")
_STRONG = ("e", "en", "em", "er", "es")
_ARTICLES = frozenset(
    (
        *("der", "die", "das", "den", "dem", "des", "im", "am", "zum", "zur", "beim", "vom", "ins"),
        *("ein", "kein", "mein", "sein", "ihr"),
        *(f"{word}{e}" for word in ("ein", "kein", "mein", "sein", "ihr", "dies", "jed", "welch") for e in _STRONG),
    )
)
_ADVERBIAL = frozenset(("recht", "rate", "lande", "werke", "grunde", "lasten"))
_MAY_BE_TERMS = frozenset(("designation", "script", "version", "number", "coordinates", "entity"))
_SUSPENDED = lazy_pattern(r"[-\u2010\u2011](?:\s|,|$)")
_NAME_GOES_ON = lazy_pattern("[-\u2010\u2011'’]")
_HYPHENS = ("-", "\u2010", "\u2011")
_WORD_OF_TAG = lazy_pattern(r"\w+")
_NEAR = 40


def addresses(german: str) -> list[tuple[int, int]]:
    """Where addresses, hashtags, file names, code, placeholders and tags stand, in text order."""
    return [(found.span.start, found.span.end) for found in placeables(german) if found.kind not in _MAY_BE_TERMS]


def may_stand_in_hashtag(german: str, start: int, entry: Entry) -> bool:
    """Whether a term begins a hashtag and is the same in English (`#Belarus`): a hashtag stays as it is."""
    if german[start - 1 : start] != "#":
        return False
    word = _WORD_OF_TAG.match(german, start)
    return word is not None and word[0].casefold() in {form.casefold() for form in entry.accepted}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form may stand in a text: at `start:end`, its last word `token`, read with `ending`."""

    german: str
    start: int
    end: int
    token: str
    ending: str

    @property
    def before(self) -> str:
        """The text right before it."""
        return self.german[max(self.start - _NEAR, 0) : self.start]

    @property
    def begins_sentence(self) -> bool:
        """Whether a sentence, a quotation or a heading begins here."""
        if self.german[max(self.start - 2, 0) : self.start - 1].isalnum():
            return False
        before = self.before.rstrip(' \u00a0„“"»‚(–-')
        return not before or before[-1] in ".!?:…\n"

    @property
    def hyphened(self) -> bool:
        """Whether a hyphen comes next."""
        return self.german[self.end : self.end + 1] in _HYPHENS

    def goes_on(self, pattern: re.Pattern[str]) -> bool:
        """Whether the text after it begins like this."""
        return pattern.match(self.german, self.end) is not None


def depends_on_place(form: Form, token: str, ending: str) -> bool:
    """Whether what stands around a text's word decides if it is this form of one word, or where the form ends."""
    word, kind = form.words[0], form.entry.kind
    if form.tail or ending in ("s", "es", OF_PLACE):
        return True
    if word.case == "exact":
        return False
    if word.pattern == "noun":
        short = kind == "term" and len(word.text) < SHORTEST_TERM
        return short or bool(ending) or word.key.endswith(("e", "er")) or len(token) <= 4
    if word.pattern in ("person", "place"):
        return not ending and (len(token) <= 4 or word.key in _keys(form.entry.accepted))
    return len(token) <= 4


def speaks_against(form: Form, place: Place) -> bool:
    """Whether the text around a place shows that it is not the form that stands there."""
    last = form.words[-1]
    if place.ending == OF_PLACE and form.entry.kind == "place":
        return not place.goes_on(_BEFORE_NOUN)  # `die Minsker` are people; `Minsker Vereinbarungen` are Minsk's
    if not last.alone or last.case == "exact":
        return False
    if last.pattern == "noun" and _another_word(form.entry, last, place):
        return True
    if last.pattern in ("person", "place") and not place.ending and _a_common_word(form.entry, last, place):
        return True
    return len(place.token) <= 4 and _another_abbreviation(last, place)


def _another_word(entry: Entry, term: FormWord, place: Place) -> bool:
    """Whether what looks like a form of a noun is another word here."""
    if entry.kind == "term" and len(term.text) < SHORTEST_TERM:
        if place.goes_on(_SUSPENDED):
            return True  # `Land- und Forstwirtschaft`
        if place.ending == "s" and place.hyphened and _is_base_form(place.token.lower()):
            return True  # `ein Mitte-Rechts-Bündnis`
    if place.before.endswith(("zu ", "Zu ")) and place.token.lower() in _ADVERBIAL:
        return True  # `zu Recht`
    return place.begins_sentence and not place.token.isupper() and _not_a_noun(term, place)


def _not_a_noun(term: FormWord, place: Place) -> bool:
    """Whether a sentence's first word, the capital of which says nothing, is an adjective, an adverb or a verb."""
    low = place.token.lower()
    if term.key.endswith(("e", "er")) and place.ending in ("", "s", "n", ADJECTIVAL) and place.goes_on(_BEFORE_NOUN):
        base = lemma(low)
        return bool(base) and not is_verb(base)  # `Grüne Energie`, `Letzten Montag`
    if place.ending in ("s", f"{UMLAUT}en"):
        return _is_base_form(low)  # `Rechts stand`, `Kämpfen wollte er`
    if not place.ending or not lemma(low):
        return False
    return not agree(place.token, term.text, unknown=True)  # `Vertragen sie sich?`


def _is_base_form(word: str) -> bool:
    return lemma(word) == word


def _a_common_word(entry: Entry, name: FormWord, place: Place) -> bool:
    """Whether a name is the word it is spelt like: names stand without an article (`der Stein`, `das Siegen`).

    A name is what has the same letters in English; others (`Präsident`, of the kind person) are words in any case.
    """
    rest, _, article = place.before.removesuffix(" ").rpartition(" ")
    if article.lower() not in _ARTICLES or _AFTER_COMMA.search(f"{rest} "):  # `der Tag, an dem May abtrat`
        return False
    if name.key not in _keys(entry.accepted) or place.goes_on(_NAME_GOES_ON):
        return False
    return bool(lemma(name.text)) if name.pattern == "person" else is_verb(name.text)


def _keys(texts: Iterable[str]) -> set[str]:
    return {fold(word) for text in texts for word in words(text)}


def _another_abbreviation(term: FormWord, place: Place) -> bool:
    """Whether a few capitals are not a term in a headline's capitals but an abbreviation: `DVD-ROM` is not in Rome."""
    if not place.token.isupper() or term.text.isupper():
        return False
    around = words(place.before)[-1:] + words(place.german[place.end : place.end + _NEAR])[:1]
    return bool(around) and not any(len(word) > 1 and word.isupper() for word in around)


def with_tail(form: Form, german: str, end: int) -> int:
    """Where a form ends that has a mark after its last word: `F.A.Z.`; 0 where the mark is not there.

    A last full stop may be lacking, or be the sentence's; a closing quotation mark may be of another kind.
    """
    if form.tail in QUOTES:
        return end + (german[end : end + 1] in QUOTES)
    there = german.startswith(form.tail, end)
    if form.tail == ".":
        return end + (there and bool(german[end + 1 : end + _NEAR].strip()))
    return end + len(form.tail) if there else 0


def link_length(form: Form, place: Place) -> int:
    """How many letters of a place's last word only link it to the next part: 1 in `Flüchtlings-Camp`."""
    if place.ending in ("s", "es") and place.hyphened:
        return len(place.token) - raw_end(place.token, fold(place.token), len(form.words[-1].key))
    return 0
