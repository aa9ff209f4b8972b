"""Names that a draft spelt otherwise than its German, where English has no spelling of its own: Jessop, “Jesop”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.dictionary import look_up
from workbench.dictionary.compounds import parts_of
from workbench.engine.draft import WordOutcome
from workbench.engine.protocol import Abilities
from workbench.engine.sentence.wordlists import GERMAN_BEFORE_NOUNS
from workbench.engine.terms.carried import carried
from workbench.engine.words.case import Case
from workbench.engine.words.in_place import by_themselves
from workbench.glossary.finding.lexicon import lemma
from workbench.glossary.romanisation import exonym, is_from_cyrillic
from workbench.glossary.romanisation.middle_east import is_listed
from workbench.text import Span
from workbench.text.words import Unknown, unknown_words

_SHORTEST = 4
_ALIKE, _ALIKE_SMALL = 75.0, 80.0
"""Percent of the letters of a name that a garbled one has; one in small letters must have more of them."""
_LESS = 1.0
"""How much less likely than the garbled one the package may find a name, each by itself. (Of names that English spells
otherwise, as Mursi, Morsi, it is surer.)"""
_SURE = 0.5
_NONE = (0.0, "", Span(0, 0))
_OWNS = re.compile(r"['’]s\b")
_GERMAN_NOUN = re.compile(r".*(?:ismu|ung|heit|keit|schaft|ität|chen|lein)s?")
_NAME = re.compile(r"(?<!\w)[^\W\d_a-zäöüß][^\W\d_]+(?!\w)")


@dataclass(frozen=True, slots=True)
class _Garbled:
    """A word of a draft, and the name of the German that it should be, without a genitive's s."""

    place: Span
    said: str
    german: Span
    name: str

    @property
    def is_small(self) -> bool:
        """Whether it lacks nothing but its capital."""
        return self.said == self.name.casefold()


def with_own_spelling(cases: Sequence[Case], able: Abilities) -> list[Case]:
    """Each case with its names spelt as in the German, where the package finds that about as likely for the name alone.

    Only names that no German list knows as words, and none that came from another script: these are written otherwise
    in English. The word that gives way is in no English list and has most of the name's letters, or all of them but
    the capital.
    """
    garbled = [list(_garbled(case)) for case in cases]
    pairs = [(one.name, said) for some in garbled for one in some for said in (one.name, one.said)]
    alone = by_themselves(pairs, able)
    return [
        _spelt(
            case, [one for one in some if one.is_small or alone[one.name, one.name] > alone[one.name, one.said] - _LESS]
        )
        for case, some in zip(cases, garbled, strict=True)
    ]


def _garbled(case: Case) -> Iterator[_Garbled]:
    strange = [word for word in unknown_words(case.english) if _is_strange(word.word, case.german)]
    names = list(_names(case)) if strange else []
    for word in strange:
        like, name, place = _likest(word, names, case.english)
        if like >= _ALIKE if word.word[0].isupper() else _is_alike_in_small(like, place, case.german):
            yield _Garbled(word.span, word.word, place, name)


def _likest(word: Unknown, names: Sequence[tuple[Span, str]], english: str) -> tuple[float, str, Span]:
    """The name that a word is most like, and how much; before ’s without a genitive's s of its own."""
    owns = _OWNS.match(english, word.span.end) is not None and not word.word.endswith("s")
    likes = ((_likeness(word.word, name), name, place) for place, name in names if not (owns and name.endswith("s")))
    return max(likes, default=_NONE)


def _is_alike_in_small(like: float, name: Span, german: str) -> bool:
    return like >= _ALIKE_SMALL and not _is_behind_article(name, german)


def _is_behind_article(name: Span, german: str) -> bool:
    """Whether a word has an article or the like before it, as nouns that no dictionary has: die Motoneuronen."""
    return german[: name.start].rstrip().rpartition(" ")[2].lower() in GERMAN_BEFORE_NOUNS


def _is_strange(word: str, german: str) -> bool:
    """Whether a word of the draft does not stand in the German as it is, nor as a genitive or plural of it."""
    return len(word) >= _SHORTEST and not word.isupper() and not re.search(rf"(?<!\w){re.escape(word)}s?(?!\w)", german)


def _likeness(word: str, name: str) -> float:
    """How many percent of their letters are the same; 0 for the plural of a name, and for one with a word before it."""
    from rapidfuzz import fuzz

    low, own = word.casefold(), name.casefold()
    is_joined = low != own and low.endswith(own)
    is_plural = low == f"{own}s" and not own.endswith("s")
    return 0.0 if is_joined or is_plural else fuzz.ratio(low, own)


def _names(case: Case) -> Iterator[tuple[Span, str]]:
    """The names of the German that stand in the draft less often than there, each with and without an s at its end."""
    for match in _NAME.finditer(case.german):
        place = Span(*match.span())
        for name in dict.fromkeys((match[0], match[0].removesuffix("s"))):
            if _may_be_a_name(name) and not case.of_hits(place) and _is_missing(name, case) and _has_own_spelling(name):
                yield place, name


def _may_be_a_name(word: str) -> bool:
    return len(word) >= _SHORTEST and word[0].isupper() and not word.isupper()


def _is_missing(name: str, case: Case) -> bool:
    word = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return len(word.findall(case.english)) < len(word.findall(case.german)) or not word.search(case.english)


def _has_own_spelling(name: str) -> bool:
    """Whether a name is no German word, and written in English as in German."""
    if _GERMAN_NOUN.fullmatch(name) or look_up(name) or lemma(name) or parts_of(name):
        return False
    return exonym(name) is None and not is_listed(name) and is_from_cyrillic(name) < _SURE


def _spelt(case: Case, garbled: Sequence[_Garbled]) -> Case:
    """The draft with these names in their own spelling, the last first: the places hold."""
    for one in reversed(garbled):
        english = f"{case.english[: one.place.start]}{one.name}{case.english[one.place.end :]}"
        looked = carried(case.draft.attention, case.english, english) if case.draft.attention else None
        draft = replace(case.draft, english=english, pieces=(), attention=looked, comparable=False)
        other = case.with_draft(draft, WordOutcome(case.german[slice(*one.german)], one.german, one.name, "name"))
        case = other if other.keeps_all_of(case) else case
    return case
