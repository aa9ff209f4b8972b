"""Text set in capitals, as it stands in a sentence: `NATO BERÄT ÜBER UKRAINE` → `NATO berät über Ukraine`.

What a word is (a noun, a name, an adjective, a verb) the dictionary says; where it may be two, its neighbours tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from workbench.engine.offsets import THE_SAME, OffsetMap
from workbench.engine.sentence.wordlists import (
    ABBREVIATIONS_LIKE_WORDS,
    GERMAN_BEFORE_NOUNS,
    GERMAN_IN_HEADLINES,
    GERMAN_LINKING_VERBS,
    GERMAN_PREPOSITIONS,
    GERMAN_PRONOUNS,
)
from workbench.glossary import TermHit
from workbench.glossary.finding import lexicon
from workbench.text import Span
from workbench.text.number_words import GERMAN_CARDINALS

_WORD = re.compile(r"[^\W\d_]+")
_MAY_BE_CAPITALS = re.compile(r"[^\W\d_a-zäöüß]{2}")
_SHOUTED_SHARE = 0.8
_INFLECTED = ("e", "en", "er", "es", "em")
_LONG_VOWEL = re.compile(
    r"(?:[aeä]i|[aäe]u|ie)ß|straß|gr[oö]ß|f[uü]ß|gr[uü]ß|sp[aä]ß|st[oö]ß|süß|mäß|maß[ns]|bl[oö]ß|s[aä]ß|fr[aä]ß|f[aä]ß"
    r"|r[uü]ß|kl[oö]ß|flöß|büß|vergaß"
)
"""Where ß stands for what capitals write SS (not in `Masse`, `muss`)."""
_VOWEL, _THREE_CONSONANTS = re.compile("[aeiouyäöü]"), re.compile("[^aeiouyäöü]{3}")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:]\s)\W*$")


@dataclass(frozen=True, slots=True)
class Calmed:
    """A text without capitals but at the beginning of nouns, names and sentences; `hits` have offsets into it.

    `offsets`: those of the text as it is written, to those of this one.
    `shouted`: all of it was in capitals, and so its English is. Else only some words were: `raised`.
    """

    text: str
    hits: tuple[TermHit, ...]
    shouted: bool
    raised: tuple[str, ...] = ()
    offsets: OffsetMap = THE_SAME

    def in_capitals(self, english: str) -> str:
        """Its English as it is set: in capitals if all of the German was; else only names that it has as the German.

        (What stands in both languages alike is a name, such as OPEC.)
        """
        if self.shouted:
            return english.upper()
        for word in self.raised:
            english = re.sub(rf"(?<!\w){word}(?!\w)", word, english, flags=re.IGNORECASE)
        return english


def calmed(german: str, hits: Sequence[TermHit] = ()) -> Calmed:
    """A text with its words in capitals as a sentence has them; abbreviations and glossary hits in their own form.

    STRASSE becomes `Straße`, FUER `für`.

    >>> calmed("KRIEG IN DER UKRAINE").text, calmed("Das ist NICHT die EU.").text
    ('Krieg in der Ukraine', 'Das ist nicht die EU.')
    """
    return _calmed(german, hits) if _MAY_BE_CAPITALS.search(german) else Calmed(german, tuple(hits), False)


def _calmed(german: str, hits: Sequence[TermHit]) -> Calmed:
    shouted = is_shouted(german)
    words = list(_WORD.finditer(german))
    chosen = [at for at, match in enumerate(words) if shouted or _is_emphasised(match.group())]
    if not chosen:
        return Calmed(german, tuple(hits), False)
    held = [Span(hit.start, hit.end) for hit in hits]
    free = [at for at in chosen if not Span(*words[at].span()).meets(*held)]
    beside = [Span(*words[at].span()) for at in chosen if at not in free]
    pieces = [*_own_forms(hits), *_sentence_forms(german, words, free), *_beside_hits(german, beside, held)]
    text, offsets = _put_together(german, sorted(pieces))
    moved = _moved(hits, offsets, text)
    return Calmed(text, moved, shouted, () if shouted else tuple(words[at].group() for at in free), offsets)


def _sentence_forms(german: str, words: Sequence[re.Match[str]], chosen: Sequence[int]) -> Iterator[tuple[Span, str]]:
    lower = [_lower(match.group()) for match in words]
    for at in chosen:
        begins = bool(_SENTENCE_BEGINS.search(german[: words[at].start()]))
        yield Span(*words[at].span()), _in_a_sentence(words[at].group(), lower, at, begins=begins)


def is_shouted(german: str) -> bool:
    """Whether a text is set in capitals (a headline), not merely full of abbreviations."""
    letters = "".join(filter(str.isalpha, german))
    if len(letters) < 5 or sum(map(str.isupper, letters)) < _SHOUTED_SHARE * len(letters):
        return False
    words = _WORD.findall(german)
    return (len(letters) >= 8 and sum(len(word) >= 4 for word in words) >= 2) or any(map(_is_emphasised, words))


def _is_emphasised(word: str) -> bool:
    """Whether a word in capitals is an ordinary one (NICHT, ACHTUNG), and no abbreviation or name of a paper."""
    if len(word) < 3 or not word.isupper() or word in ABBREVIATIONS_LIKE_WORDS:
        return False
    low = _lower(word)
    if low in GERMAN_IN_HEADLINES:
        return True
    return len(word) > 3 and not _is_abbreviation(word) and bool(lexicon.lemma(low) or lexicon.lemma(low.capitalize()))


def _is_abbreviation(word: str) -> bool:
    low = word.lower()
    if low in GERMAN_IN_HEADLINES:
        return False
    if not _VOWEL.search(low) or lexicon.lemma(low).isupper() or lexicon.read().get(word, "").isupper():
        return True
    unsayable = len(word) <= 3 or (len(word) <= 5 and _THREE_CONSONANTS.search(low))
    return bool(unsayable) and not lexicon.lemma(low) and not lexicon.lemma(low.capitalize())


def _lower(word: str) -> str:
    """A word in small letters, with the ß and the umlauts that capitals may have written otherwise."""
    low = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in word)
    return next(_other_spellings(low), low)


def _other_spellings(low: str) -> Iterator[str]:
    known = _is_word(low)
    for variant in _variants(low, "ss", "ß"):
        if _LONG_VOWEL.search(variant) and (_is_word(variant) or not known):
            yield variant
    for plain, umlaut in (("ue", "ü"), ("ae", "ä"), ("oe", "ö")):
        for variant in _variants(low, plain, umlaut) if low not in GERMAN_IN_HEADLINES else ():
            if variant in GERMAN_IN_HEADLINES or (_is_word(variant) and not known):
                yield variant


def _variants(word: str, written: str, letter: str) -> Iterator[str]:
    parts = word.split(written)
    for signs in product((letter, written), repeat=min(len(parts) - 1, 3)):
        if letter in signs:
            rest = [written] * (len(parts) - 1 - len(signs))
            yield "".join(part + sign for part, sign in zip(parts, (*signs, *rest, ""), strict=True))


def _is_word(low: str) -> bool:
    """Whether the dictionary has a word with just these letters."""
    words = lexicon.read()
    return bool(words.get(low) or words.get(low.capitalize()))


def _own_forms(hits: Sequence[TermHit]) -> Iterator[tuple[Span, str]]:
    for hit in hits:
        if hit.surface.isupper():
            yield Span(hit.start, hit.end), _own_form(hit)


def _own_form(hit: TermHit) -> str:
    """What stands for a hit: its entry's form where that is what the capitals say (`Weißrussland`)."""
    surface = hit.surface
    for form in hit.entry.de:
        folded = form.casefold()
        for end in range(len(surface), 0, -1):
            if surface[:end].casefold() == folded:
                return form + surface[end:].lower()
    return surface if not surface.isupper() or _is_abbreviation(surface) else surface.capitalize()


def _in_a_sentence(word: str, lower: Sequence[str], at: int, *, begins: bool) -> str:
    if word.isupper() and _is_abbreviation(word):
        return word
    low = lower[at]
    return low if _is_small(lower, at) and not begins else low[0].upper() + low[1:]


def _is_small(lower: Sequence[str], at: int) -> bool:
    """Whether a word has a small letter within a sentence: no noun, no name."""
    word = lower[at]
    if word in GERMAN_IN_HEADLINES or word in GERMAN_CARDINALS:
        return True
    if not lexicon.lemma(word):
        return False
    if not _may_be_noun(word):
        return True
    return not _is_noun_here(lower, at)


def _may_be_noun(word: str) -> bool:
    return lexicon.lemma(word.capitalize())[:1].isupper()


def _is_noun_here(lower: Sequence[str], at: int) -> bool:
    """Of a word that may be a noun and a verb or an adjective: whether it is the noun, by its neighbours."""
    word, before, after = lower[at], lower[at - 1] if at else "", lower[at + 1] if at + 1 < len(lower) else ""
    if lexicon.is_verb(word):
        return after not in GERMAN_PRONOUNS and (_after_article(lower, at) or _after_noun_and(lower, at))
    if not lexicon.is_adjective(word):
        return True
    if word.endswith(_INFLECTED):
        return not after or after in GERMAN_IN_HEADLINES or not _may_be_noun(after)
    return before not in GERMAN_LINKING_VERBS and (before in GERMAN_BEFORE_NOUNS or before in GERMAN_PREPOSITIONS)


def _after_article(lower: Sequence[str], at: int) -> bool:
    """Whether an article or its like stands before a word, with adjectives between."""
    for word in reversed(lower[max(0, at - 3) : at]):
        if word in GERMAN_BEFORE_NOUNS:
            return True
        if not (word.endswith(_INFLECTED) and lexicon.is_adjective(word)):
            return False
    return False


def _after_noun_and(lower: Sequence[str], at: int) -> bool:
    if at < 2 or lower[at - 1] not in ("und", "oder"):
        return False
    return not _is_small(lower, at - 2)


def _beside_hits(german: str, words: Sequence[Span], held: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """What of a compound is no hit: `SPRECHER` behind `KREML`."""
    for word in words:
        at = word.start
        for span in sorted(span for span in held if span.meets(word)):
            if at < span.start:
                yield Span(at, span.start), german[at : span.start].capitalize()
            at = max(at, span.end)
        if at < word.end:
            yield Span(at, word.end), german[at : word.end].lower()


def _put_together(german: str, pieces: Sequence[tuple[Span, str]]) -> tuple[str, OffsetMap]:
    text, done = "", 0
    for span, written in pieces:
        text += german[done : span.start] + written
        done = span.end
    return text + german[done:], OffsetMap(tuple((span, len(written)) for span, written in pieces))


def _moved(hits: Sequence[TermHit], offsets: OffsetMap, text: str) -> tuple[TermHit, ...]:
    places = [offsets.there(Span(hit.start, hit.end)) for hit in hits]
    moved = zip(hits, places, strict=True)
    return tuple(replace(hit, start=place.start, end=place.end, surface=text[slice(*place)]) for hit, place in moved)
