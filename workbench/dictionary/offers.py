"""What English a German word of a sentence may become, as the dictionary has it, in the forms that fit there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from workbench.dictionary.compounds import parts_of
from workbench.dictionary.english_forms import degree, english_forms, verb_form
from workbench.dictionary.english_wording import plain_wordings
from workbench.dictionary.german_forms import degrees_of, may_be_plural, may_be_singular, verb_forms, with_zu
from workbench.dictionary.labels import dialect_of, subjects_of
from workbench.dictionary.line import Kind
from workbench.dictionary.look_up import Meaning, look_up
from workbench.dictionary.names import is_name, may_be_a_persons
from workbench.dictionary.prefixes import with_prefix
from workbench.glossary.english.plural import plural
from workbench.glossary.finding.lexicon import lemma
from workbench.text import Span
from workbench.text.words import Dialect

Source = Literal["word", "compound", "verb with its prefix"]

_PARTS, _MOST_FORMS = 4, 3


@dataclass(frozen=True, slots=True)
class Offer:
    """One English that a German word may become where it stands.

    `english` is in a form that fits (contortionists, moved away); `base` is its basic form. `source` is how it was
    found, and `german` what was looked up: the basic form (`abrücken`), or a compound's parts (`Stimmung + Lage`).
    `register` keeps it out of plain prose (`coll.`, `dated`, `vulg.`), "" where nothing does. `dialect` is the English
    in which it is at home, `subjects` Ding's (`bot.`, `mus.`), `hint` what makes the sense clear, `parts` the past
    forms that the dictionary tells of a verb that is two (`english_forms` takes them).
    """

    english: str
    base: str
    kind: Kind
    source: Source
    german: str
    register: str = ""
    dialect: Dialect = "both"
    subjects: frozenset[str] = frozenset()
    hint: str = ""
    parts: str = ""


@dataclass(frozen=True, slots=True)
class Offers:
    """What the dictionary has for one word of a sentence, the likeliest first as far as it can tell.

    `is_name`: the word is a name where it stands, and the offers are of a word that is written alike (Dietrich,
    picklock): no draft should take one.
    """

    word: str
    offers: tuple[Offer, ...]
    is_name: bool = False

    def for_drafts(self) -> tuple[Offer, ...]:
        """The offers that a draft may take without a person: of no name, in plain prose, each English once."""
        if self.is_name:
            return ()
        plain = {offer.english: offer for offer in reversed(self.offers) if not offer.register}
        return tuple(offer for offer in self.offers if plain.get(offer.english) is offer)


def offers(sentence: str, word: Span, dialect: Dialect = "both", names: Collection[str] = ()) -> Offers:
    """What English the German word at `word` (character offsets into `sentence`) may become there.

    A verb is looked up with the prefix at the end of its clause (`rückt … ab`), or without its zu (`abzurücken`; where
    that is an infinitive itself, as `hinzukommen`, that comes first); a noun that the dictionary does not have, by its
    parts. Each English comes in the forms that the German asks for, in several where that leaves a doubt. `dialect`
    leaves out what is at home in the other one only; `names` are names known from elsewhere in the document. Nothing is
    offered where the dictionary cannot be read (`fault` says why).
    """
    text = sentence[slice(*word)]
    return Offers(text, offered(sentence, word, dialect), bool(text) and is_name(sentence, word, names))


def offered(sentence: str, word: Span, dialect: Dialect = "both") -> tuple[Offer, ...]:
    """The same offers, without the question whether the word is a name, which takes longer."""
    found = _found(sentence, word) if word.start < word.end else ()
    return tuple(
        dict.fromkeys(offer for offer in found if dialect in ("both", offer.dialect) or offer.dialect == "both")
    )


def _found(sentence: str, word: Span) -> Iterator[Offer]:
    text = sentence[slice(*word)]
    apart = with_prefix(sentence, word) if text[:1].islower() or _opens(sentence, word) else ""
    whole = apart or with_zu(text)
    if whole and (verbs := _of_verbs(look_up(whole))):
        own, infinitive = (text, lemma(text.lower())) if apart else (whole, whole)
        found = _ranked(_verbs(own, infinitive, whole, verbs))
        itself = () if apart else _infinitives(text)
        return chain(_ranked(_of_word(text, itself, sentence[word.end :])), found) if itself else found
    text, meanings = _looked_up(text, opens=_opens(sentence, word))
    return _ranked(_of_word(text, meanings, sentence[word.end :])) if meanings else _of_parts(text)


def _infinitives(text: str) -> tuple[Meaning, ...]:
    """The verbs of which a word as it stands is the infinitive: hinzukommen, beside hinkommen with zu."""
    return tuple(meaning for meaning in _of_verbs(look_up(text)) if meaning.german.rpartition(" ")[2] == text)


def _looked_up(text: str, *, opens: bool) -> tuple[str, tuple[Meaning, ...]]:
    """A word and what the dictionary has for it.

    A word that may have its capital only from where it stands is taken with a small letter, and so is one that is no
    noun of the dictionary but a verb (`das Gähnen`).
    """
    meanings, small = look_up(text), text[:1].lower() + text[1:]
    if text == small or any(meaning.german == text for meaning in meanings):
        return text, meanings
    if opens and (found := look_up(small)):
        return small, found
    if not meanings and (verbs := _of_verbs(look_up(small))):
        return small, verbs
    return text, meanings


def _opens(sentence: str, word: Span) -> bool:
    """Whether a word may have its capital only because a sentence or quotation begins with it."""
    before = sentence[: word.start].rstrip()
    return not before or before[-1] in ".!?:…“„»«\"'(–—"


def _of_verbs(meanings: Iterable[Meaning]) -> tuple[Meaning, ...]:
    return tuple(meaning for meaning in meanings if meaning.kind == "verb" and not meaning.is_form)


def _verbs(own: str, infinitive: str, whole: str, meanings: Sequence[Meaning]) -> Iterator[tuple[Meaning, Offer]]:
    """The offers for a verb with its prefix: `own` and `infinitive` are the verb's, without a prefix that is apart."""
    wanted = verb_forms(own, infinitive)
    for meaning in meanings:
        for base in plain_wordings(meaning.english, "verb"):
            for form in dict.fromkeys(form for name in wanted for form in verb_form(base, name, meaning.parts)):
                yield meaning, _offer(form, base, meaning, "verb with its prefix", whole)


def _of_word(text: str, meanings: Sequence[Meaning], after: str) -> Iterator[tuple[Meaning, Offer]]:
    """The offers for a word that the dictionary has; `after` is what stands behind it."""
    several, one = may_be_plural(text, meanings), may_be_singular(text, meanings)
    told, plurals = _told_forms(text, meanings), _told_plurals(text, meanings)
    for meaning in meanings:
        for base in plain_wordings(meaning.english, meaning.kind):
            if meaning.kind == "noun":
                forms = _of_noun(meaning, base, several=several, one=one, told=plurals)
            elif meaning.kind == "verb":
                forms = _of_verb(text, meaning, base, told)
            else:
                forms = _of_adjective(text, meaning, base, after)
            for form in dict.fromkeys(forms):
                yield meaning, _offer(form, base, meaning, "word", meaning.german)
    yield from _without_infinitive(meanings)


def _told_forms(text: str, meanings: Iterable[Meaning]) -> frozenset[str]:
    """The English that the dictionary has for a form of a verb as it stands: gave, given for gab, gegeben."""
    exact = [meaning for meaning in meanings if meaning.is_form and meaning.german.lower() == text.lower()]
    return frozenset(wording for meaning in exact for wording in plain_wordings(meaning.english, "verb"))


def _told_plurals(text: str, meanings: Sequence[Meaning]) -> frozenset[str]:
    """The English that the dictionary has for a plural as it stands."""
    exact = [meaning for meaning in meanings if meaning.plural and meaning.german == text]
    return frozenset(wording for meaning in exact for wording in plain_wordings(meaning.english))


def _without_infinitive(meanings: Sequence[Meaning]) -> Iterator[tuple[Meaning, Offer]]:
    """The offers for forms of a verb that the dictionary does not have itself."""
    if not _of_verbs(meanings):
        for meaning in meanings:
            for form in plain_wordings(meaning.english, "verb") if meaning.kind == "verb" else ():
                yield meaning, replace(_offer(form, form, meaning, "word", meaning.german), kind="")


def _of_verb(text: str, meaning: Meaning, base: str, told: Collection[str]) -> Iterator[str]:
    """A verb in the form that the dictionary itself has for the German one, and in those that may stand for it."""
    if not meaning.is_form:
        yield from (form for form in english_forms(base, "verb", meaning.parts) if form in told)
        for name in verb_forms(text, meaning.german.rpartition(" ")[2]):
            yield from verb_form(base, name, meaning.parts)


def _of_adjective(text: str, meaning: Meaning, base: str, after: str) -> Iterator[str]:
    """What is no noun and no verb, as it is compared; with an ending of the declension it is no adverb."""
    exact, is_adverb = text.lower() == meaning.german.lower(), meaning.kind == "adverb" or base.endswith("ly")
    for wanted in (None,) if exact or meaning.is_form else degrees_of(text, meaning.german, after):
        if wanted is None:
            yield from (base,) if exact or not is_adverb else ()
        elif not is_adverb:
            yield from degree(base, wanted)
        elif wanted == "comparative" and text.endswith("er"):
            yield from (f"more {base}",) if base.endswith("ly") else degree(base, wanted)


def _of_noun(meaning: Meaning, base: str, *, several: bool, one: bool, told: Collection[str] = ()) -> Iterator[str]:
    """A noun in its numbers. `told`: the English that the dictionary has for the plural itself (damage for Schäden)."""
    if meaning.plural or one:
        yield base
    if several and not meaning.plural:
        yield base if base in told and plural(base) not in told else plural(base)


def _of_parts(text: str) -> Iterator[Offer]:
    """The offers for a compound that the dictionary does not have, by the most likely of its readings.

    Of one with a name before its hyphen (Weber-Vorschlag) nothing is offered: no draft should translate a name.
    """
    if any(may_be_a_persons(piece) for piece in text.split("-")[:-1]):
        return
    for parts in parts_of(text)[:1]:
        several, one = (
            may_be_plural(parts.second, parts.second_meanings),
            may_be_singular(parts.second, parts.second_meanings),
        )
        firsts = _first_parts(parts.first_meanings)
        for meaning in _best(parts.second_meanings):
            for base in plain_wordings(meaning.english):
                for form in dict.fromkeys(_of_noun(meaning, base, several=several, one=one)):
                    for first in firsts:
                        offer = _offer(f"{first} {form}", f"{first} {base}", meaning, "compound", "")
                        if len(offer.english.split()) <= _MOST_FORMS:
                            yield replace(offer, german=f"{parts.first} + {meaning.german}")


def _first_parts(meanings: Sequence[Meaning]) -> list[str]:
    """What may stand before the second part of a compound: a noun, an adjective, a verb's -ing."""
    found: dict[str, None] = {}
    for meaning in _best(meanings):
        for base in plain_wordings(meaning.english, meaning.kind):
            for form in verb_form(base, "ing") if meaning.kind == "verb" else (base,):
                found.setdefault(form)
    return list(found)[:_PARTS]


def _best(meanings: Sequence[Meaning]) -> list[Meaning]:
    """The meanings of a part that plain prose may use, the likeliest first."""
    plain = [meaning for meaning in meanings if not meaning.register]
    counts = Counter(meaning.english for meaning in plain)
    return sorted(plain, key=lambda meaning: _weight(meaning, meaning.english, counts), reverse=True)[:_PARTS]


def _offer(english: str, base: str, meaning: Meaning, source: Source, german: str) -> Offer:
    return Offer(
        english,
        base,
        meaning.kind,
        source,
        german,
        meaning.register,
        dialect_of(meaning.labels),
        subjects_of(meaning.labels),
        meaning.hint,
        meaning.parts,
    )


def _ranked(found: Iterable[tuple[Meaning, Offer]]) -> Iterator[Offer]:
    """The likeliest first: what more entries say, nearer to their beginning, of no one subject, in fewer words.

    What plain prose does not use comes last.
    """
    pairs = list(found)
    bases = list(dict.fromkeys(offer.base for _, offer in pairs))
    counts = Counter(base for base, _ in {(offer.base, meaning.english + meaning.hint) for meaning, offer in pairs})
    for base in bases:  # the half of another wording (parade, parade ground; move away, move away from)
        counts[base] -= 2 * any(other.startswith(f"{base} ") for other in bases)
    order = sorted(
        bases,
        key=lambda base: max(_weight(meaning, base, counts) for meaning, offer in pairs if offer.base == base),
        reverse=True,
    )
    place = {base: at for at, base in enumerate(order)}
    yield from (offer for _, offer in sorted(pairs, key=lambda pair: (bool(pair[1].register), place[pair[1].base])))


def _weight(meaning: Meaning, base: str, counts: Counter[str]) -> float:
    alike = 3 if base.casefold() == meaning.german.casefold() else 0
    subjects = len(subjects_of(meaning.labels))
    low = 100 if meaning.register else 0
    place = 0.25 * meaning.behind + 0.5 * meaning.plural
    shortened = 2 if meaning.english.endswith("…") else 0  # meld for “to meld … with …”
    return counts[base] + alike - shortened - place - 0.5 * subjects - 0.3 * len(base.split()) - low
