"""What the dictionary has for a German word where it stands, to be read by a person: by word and sense, with labels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.dictionary.compounds import parts_of
from workbench.dictionary.english_wording import plain_wordings
from workbench.dictionary.from_english import german_for
from workbench.dictionary.line import Kind
from workbench.dictionary.look_up import Meaning, look_up
from workbench.dictionary.offers import Offer, offered
from workbench.dictionary.opened import fault
from workbench.dictionary.prefixes import SEPARABLE, with_prefix
from workbench.glossary.english.plural import plural
from workbench.problem import WorkbenchError
from workbench.text import Span
from workbench.text.words import Dialect

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEAR = 40
"""Characters before a noun that are looked at."""
_SINGULAR_BEFORE = re.compile(
    r"\b(?:d(?:em|es|as)|(?:ein|jed)(?:e[mnrs]?)?|(?:k|m|d|s)einem)\s+(?:\w+\s+)?$", re.IGNORECASE
)
"""What stands before one thing, and not before several (den, die and der do before both)."""


class Reading(NamedTuple):
    """One English: in the forms that the German asks for, the likeliest first; its basic form; labels and sense."""

    forms: tuple[str, ...]
    base: str
    labels: str = ""
    sense: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The Englishes of one German word (in its basic form, or a compound's `Stimmung + Lage`) as one part of speech."""

    german: str
    kind: Kind
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """What was looked up. `word`: as it stands (`zog … zurück`); `places`: it, and a verb's prefix apart from it.

    `groups`: the likeliest first, of a compound that the dictionary does not have itself each of its parts at the end.
    `of_english`: an English word was looked up: each group is that word, and its readings are German.
    """

    word: str
    places: tuple[Span, ...]
    groups: tuple[Group, ...]
    of_english: bool = False


def word_at(text: str, at: int) -> Span | None:
    """The word of a text that a place (in characters) is in or at the edge of; None where none is."""
    return next((Span(*one.span()) for one in _WORD.finditer(text) if one.start() <= at <= one.end()), None)


def readings(sentence: str, place: Span, dialect: Dialect = "both") -> Entry:
    """What the dictionary has for the German at `place` (characters of `sentence`): a word, or a few as they stand.

    A verb is found with its prefix, from either of the two (`zog … zurück`). No groups where the dictionary has
    nothing. Raises WorkbenchError where its files are gone or damaged.
    """
    place = _verb_of(sentence, place)
    word = sentence[slice(*place)]
    if " " in word:
        groups = _grouped(_of_phrase(word))
    else:
        groups = _grouped(_as_it_stands(sentence, place, offered(sentence, place, dialect)))
        if not groups or any(" + " in group.german for group in groups):
            groups = (*groups, *_parts(word))
    if not groups and (problem := fault()):
        raise WorkbenchError(problem)
    prefix = prefix_of(sentence, place)
    return (
        Entry(f"{word} … {sentence[slice(*prefix)]}", (place, prefix), groups)
        if prefix
        else Entry(word, (place,), groups)
    )


def german_readings(words: str) -> Entry:
    """What the dictionary has for an English word, or a few, as a text has them: German words, in their basic forms.

    No groups where it has nothing. Raises WorkbenchError where its files are gone or damaged.
    """
    groups: dict[tuple[str, Kind], dict[Reading, None]] = {}
    for one in german_for(words):
        labels = " ".join((*one.gender.split(), *one.labels))
        reading = Reading((one.german,), one.german, labels, one.sense)
        groups.setdefault((one.english, one.kind), {})[reading] = None
    told = tuple(Group(english, kind, tuple(found)) for (english, kind), found in groups.items())
    return Entry(words, (), told, of_english=True)


def _verb_of(sentence: str, place: Span) -> Span:
    """The verb of a prefix that stands apart; any other word itself."""
    word = sentence[slice(*place)].lower()
    if word in SEPARABLE:
        for one in reversed(list(_WORD.finditer(sentence, 0, place.start))):
            verb = Span(*one.span())
            if prefix_of(sentence, verb) == place:
                return verb
    return place


def prefix_of(sentence: str, verb: Span) -> Span | None:
    """Where the prefix of the verb at a place of a sentence stands apart from it, if one does; well under 1 ms."""
    infinitive = with_prefix(sentence, verb)
    for one in _WORD.finditer(sentence, verb.end) if infinitive else ():
        if one[0] in SEPARABLE and infinitive == with_prefix(sentence[: one.end()], verb):
            return Span(*one.span())
    return None


def _as_it_stands(sentence: str, place: Span, found: Iterable[Offer]) -> Sequence[Offer]:
    """The offers, of a noun the plural first where it rather is one: den Städten, but dem Zeugen."""
    word, before = sentence[slice(*place)], sentence[: place.start]
    offered = list(found)
    bases = {form for offer in offered for form in (offer.german, f"{offer.german}s", f"{offer.german}es")}
    if word in bases or _SINGULAR_BEFORE.search(before[-_NEAR:]):
        return offered
    return sorted(offered, key=lambda offer: offer.kind == "noun" and offer.english != plural(offer.base))


def _grouped(found: Iterable[Offer]) -> tuple[Group, ...]:
    """The offers by German word and kind, in each the senses together, in their order."""
    groups: dict[tuple[str, Kind], dict[tuple[str, str, str], list[str]]] = {}
    for offer in found:
        of_word = groups.setdefault((offer.german, offer.kind), {})
        forms = of_word.setdefault((offer.hint, offer.base, _labels(offer)), [])
        if offer.english not in forms:
            forms.append(offer.english)
    return tuple(Group(german, kind, _by_sense(of_word)) for (german, kind), of_word in groups.items())


def _by_sense(of_word: dict[tuple[str, str, str], list[str]]) -> tuple[Reading, ...]:
    senses = list(dict.fromkeys(sense for sense, _, _ in of_word))
    ordered = sorted(of_word.items(), key=lambda pair: senses.index(pair[0][0]))
    return tuple(Reading(tuple(forms), base, labels, sense) for (sense, base, labels), forms in ordered)


def _labels(offer: Offer) -> str:
    dialect = {"british": "Br.", "american": "Am.", "both": ""}[offer.dialect]
    return " ".join(filter(None, (offer.register, dialect, *sorted(offer.subjects))))


def _of_phrase(words: str) -> Iterator[Offer]:
    return _plainly(look_up(" ".join(words.split())))


def _parts(word: str) -> tuple[Group, ...]:
    """The two parts of a compound, each by itself."""
    for parts in parts_of(word)[:1]:
        return (*_grouped(_plainly(parts.first_meanings)), *_grouped(_plainly(parts.second_meanings)))
    return ()


def _plainly(meanings: Sequence[Meaning]) -> Iterator[Offer]:
    """The meanings as they are, each English in its basic form."""
    for meaning in meanings:
        for base in plain_wordings(meaning.english, meaning.kind):
            yield Offer(base, base, meaning.kind, "word", meaning.german, meaning.register, hint=meaning.hint)


def chosen_form(reading: Reading, instead_of: str) -> str:
    """The form of a reading that goes into the place of an English: its kind of form where the reading has it.

    >>> chosen_form(Reading(("town", "towns"), "town"), "cities"), chosen_form(Reading(("extended",), "extend"), "went")
    ('towns', 'extended')
    """
    ending = _ending(instead_of)
    form = next((form for form in reading.forms if ending and _ending(form) == ending), reading.forms[0])
    return form[:1].upper() + form[1:] if instead_of[:1].isupper() else form


def _ending(english: str) -> str:
    found = re.search(r"(?<=\w\w)(?:(?<!s)s|ed|ing|er|est)$", english.partition(" ")[0].lower())
    return found[0] if found else ""
