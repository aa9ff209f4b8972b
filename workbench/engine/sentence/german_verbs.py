"""The finite verb of a German sentence, as far as forms tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.dictionary import look_up
from workbench.dictionary.german_forms import verb_forms
from workbench.engine.sentence.content_words import Word, is_left_out
from workbench.engine.sentence.wordlists import GERMAN_BEFORE_NOUNS, GERMAN_PREPOSITIONS, GERMAN_PRONOUNS
from workbench.glossary.finding.lexicon import is_verb, lemma
from workbench.text import Span
from workbench.text.word_lists import words_of

_SURELY = words_of(
    """
    bin bist ist sind seid war waren sei seien wäre wären habe hat haben hatte hatten hätte hätten wird werden wurde
    wurden würde würden kann können konnte konnten könnte könnten muss müssen musste mussten müsste soll sollen sollte
    sollten will wollen wollte wollten darf dürfen durfte durften dürfte mag mögen möchte möchten
    """
)
_CONJUNCTIONS = words_of(
    """
    als bevor bis da damit dass daß ehe falls indem nachdem ob obgleich obwohl seit seitdem sobald sodass sofern solange
    sooft soweit während weil wenn wie wobei wohingegen zumal
    """
)
_RELATIVE = words_of(
    """
    das dem den denen der deren dessen die oder und was welche welchem welchen welcher welches wer wo wodurch wofür
    woher wohin womit woran worauf woraus worin worüber wovon wozu
    """
)
_INFINITIVES = words_of("haben werden sein können müssen sollen wollen dürfen mögen")
_SUBJECTS_BEHIND = GERMAN_PRONOUNS | words_of("das die ein eine")
"""Behind a verb that opens a sentence (Waren Sie dort?); behind a noun stands a genitive or a preposition."""
_OF_ONE_PERSON = {"bin": "ich", "bist": "du"}
_PREPOSITIONS = GERMAN_PREPOSITIONS | words_of("am ans aufs beim durchs fürs im ins ums vom zum zur")
_WEAK_ENDING = re.compile(r"t(?:e(?:n|t|st)?)?$")
_ONLY_PAST = re.compile(r"[^aeiouäöüy][au]h?(?<!sta)[^aeiouäöüyh]+en$")
"""Strong pasts whose participle has another vowel (verschwanden, erfuhren); all with these but those of stehen."""


def finite_verb(words: Sequence[Word]) -> Span | None:
    """The first finite verb of a main clause: an auxiliary, or a form of a verb that is no infinitive or participle.

    A form that may be either counts by its place: one of an infinitive where more follows before the next mark (Wir
    sagen es), for participles see `_is_finite_form`.
    """
    opens = 0
    for at, word in enumerate(words):
        opens = at if word.apart else opens
        if not _is_subordinate(words[opens].text.lower(), begins=opens == 0) and _is_finite(at, words):
            return word.span
    return None


def _is_subordinate(first: str, *, begins: bool) -> bool:
    """Whether a clause that begins with this word is no main clause; at the beginning `der` is an article."""
    return first in _CONJUNCTIONS or (not begins and (first in _RELATIVE or first in GERMAN_PREPOSITIONS))


def _is_finite(at: int, words: Sequence[Word]) -> bool:
    word, low = words[at].text, words[at].text.lower()
    is_infinitive = _is_last(at, words) or (at > 0 and words[at - 1].text.lower() == "zu")
    if low in _SURELY:
        return not (is_infinitive and low in _INFINITIVES) and not _is_noun_or_name(at, words)
    base = _infinitive_of(at, word, low)
    return bool(base) and (not is_infinitive if low == base else _is_finite_form(at, words, base))


def _infinitive_of(at: int, word: str, low: str) -> str:
    """The infinitive of the verb that a word may be a form of; "" where it is a noun, a small word or no verb."""
    base = "" if word[0].isupper() and (at or lemma(word)) else lemma(low)
    return base if base and not is_left_out(low) and (is_verb(base) or _is_of_verb_in_ge(low)) else ""


def _is_last(at: int, words: Sequence[Word]) -> bool:
    """Whether a mark, or nothing, follows a word."""
    return at + 1 == len(words) or words[at + 1].apart


def _is_noun_or_name(at: int, words: Sequence[Word]) -> bool:
    """Whether a word with the letters of an auxiliary is none: die Würde, ein Muss, Mag. Huber, Mohammed bin Salman."""
    word, low = words[at].text, words[at].text.lower()
    if low in _OF_ONE_PERSON and _OF_ONE_PERSON[low] not in _clause_around(at, words):
        return True
    if word[0].islower():
        return False
    if (at and not words[at].apart) or _is_last(at, words):
        return True
    return _is_noun(word) and not _has_subject_behind(at, words)


def _has_subject_behind(at: int, words: Sequence[Word]) -> bool:
    """Whether a subject follows; `der` begins one where an infinitive or participle ends the clause (Würde der Bund …
    zahlen?), else a genitive."""
    following = words[at + 1].text.lower()
    if following != "der":
        return following in _SUBJECTS_BEHIND
    last = next(number for number in range(at, len(words)) if _is_last(number, words))
    return words[last].text[0].islower() and is_verb(lemma(words[last].text))


def _is_noun(word: str) -> bool:
    return any(meaning.kind == "noun" and meaning.german == word for meaning in look_up(word))


def _clause_around(at: int, words: Sequence[Word]) -> set[str]:
    """The words, in small letters, between the marks on both sides of a word."""
    first = next(number for number in range(at, -1, -1) if words[number].apart or not number)
    end = next((number for number in range(at + 1, len(words)) if words[number].apart), len(words))
    return {word.text.lower() for word in words[first:end]}


def _is_finite_form(at: int, words: Sequence[Word], base: str) -> bool:
    """Whether the form of a verb is finite where it stands, other than its infinitive's.

    One that may be a participle as well (besucht, verschwunden, eröffnete) is taken for that where it closes or opens
    its clause, or a preposition follows (Zwei Menschen verletzt bei einem Brand); one in -te where it stands between an
    article and a noun.
    """
    low = words[at].text.lower()
    forms = verb_forms(low, base)
    if forms[0] == "ing" or (forms[0] == "participle" and not _is_of_verb_in_ge(low)):
        return False
    if "participle" not in forms:
        return True
    if forms[0] == "past" and low.startswith(base.removesuffix("n").removesuffix("e")):
        return not _is_attributive(at, words)
    if forms[0] == "past" and lemma(low.removesuffix("en")) != base:  # the past has another vowel: verschwanden
        return False
    return _ONLY_PAST.search(low) is not None or _may_be_followed(at, words)


def _may_be_followed(at: int, words: Sequence[Word]) -> bool:
    """Whether what stands behind and before a verb's form is as behind and before a finite one."""
    if _is_last(at, words) or words[at + 1].text.lower() in _PREPOSITIONS:
        return False
    return bool(at and not words[at].apart) or _has_subject_behind(at, words)


def _is_of_verb_in_ge(low: str) -> bool:
    """Whether what looks like a participle may be the present of a verb that begins with ge-: gehört, gelangt."""
    ending = _WEAK_ENDING.search(low)
    if not low.startswith("ge") or not ending:
        return False
    return any(meaning.kind == "verb" and not meaning.is_form for meaning in look_up(f"{low[: ending.start()]}en"))


def _is_attributive(at: int, words: Sequence[Word]) -> bool:
    """Whether a word stands between an article and a noun."""
    if _is_last(at, words) or words[at + 1].text[0].islower():
        return False
    for number in range(at, 0, -1):
        if words[number].apart or words[number - 1].text.lower() in GERMAN_BEFORE_NOUNS:
            return not words[number].apart
        if words[number - 1].text[0].isupper():
            return False
    return False
