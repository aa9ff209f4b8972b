"""The finite verb of a German sentence, as far as forms tell it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.dictionary import look_up
from workbench.engine.sentence.content_words import Word, is_left_out
from workbench.engine.sentence.wordlists import GERMAN_PREPOSITIONS, GERMAN_PRONOUNS
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


def finite_verb(words: Sequence[Word]) -> Span | None:
    """The first finite verb of a main clause: an auxiliary, or a form of a verb that is no infinitive or participle.

    An infinitive's form counts where more follows before the next mark (Wir sagen es).
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
    last = at + 1 == len(words) or words[at + 1].apart
    is_infinitive = last or (at > 0 and words[at - 1].text.lower() == "zu")
    if low in _SURELY:
        return not (is_infinitive and low in _INFINITIVES) and not _is_noun_or_name(at, words)
    base = "" if word[0].isupper() and (at or lemma(word)) else lemma(low)
    return _is_of_verb(low, base) and (low != base or not is_infinitive)


def _is_noun_or_name(at: int, words: Sequence[Word]) -> bool:
    """Whether a word with the letters of an auxiliary is none: die Würde, ein Muss, Mag. Huber, Mohammed bin Salman."""
    word, low = words[at].text, words[at].text.lower()
    if low in _OF_ONE_PERSON and _OF_ONE_PERSON[low] not in _clause_around(at, words):
        return True
    if word[0].islower():
        return False
    if (at and not words[at].apart) or at + 1 == len(words) or words[at + 1].apart:
        return True
    return _is_noun(word) and words[at + 1].text.lower() not in _SUBJECTS_BEHIND


def _is_noun(word: str) -> bool:
    return any(meaning.kind == "noun" and meaning.german == word for meaning in look_up(word))


def _clause_around(at: int, words: Sequence[Word]) -> set[str]:
    """The words, in small letters, between the marks on both sides of a word."""
    first = next(number for number in range(at, -1, -1) if words[number].apart or not number)
    end = next((number for number in range(at + 1, len(words)) if words[number].apart), len(words))
    return {word.text.lower() for word in words[first:end]}


def _is_of_verb(low: str, base: str) -> bool:
    """Whether a word is the form of a verb, and no participle."""
    if not base or is_left_out(low) or low.startswith("ge"):
        return False
    return is_verb(base) and not _is_participle(low, base)


def _is_participle(low: str, base: str) -> bool:
    """Whether a form may be a participle, too: gebeten, abgelehnt, verhandelt, singend."""
    if low.endswith("end") or "ge" in low[2:6]:
        return True
    return (low.endswith("t") and base.startswith(("be", "ver", "er", "ent", "zer", "miss", "ge"))) or low.endswith(
        "iert"
    )
