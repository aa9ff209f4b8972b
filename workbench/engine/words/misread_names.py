"""Names that a draft read as words (Herr Kurz, “Mr short”): told by the German beside them and by what stands for them.

Such a name is given as a term of the glossary would be (`terms.ladder`): in the place of what stands there, or between
the package's markers; so nothing else may be lost for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.engine.draft import WordOutcome
from workbench.engine.protocol import Abilities
from workbench.engine.sentence.function_words import is_english_function_word
from workbench.engine.sentence.stands_for import english_of
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.engine.terms.candidate import Climb, start
from workbench.engine.terms.ladder import climb
from workbench.engine.words.case import Case
from workbench.engine.words.in_place import Links, links_of
from workbench.engine.words.name_evidence import Seen, names_seen
from workbench.glossary import Entry, TermHit
from workbench.glossary.romanisation import exonym, is_from_cyrillic
from workbench.text import Span
from workbench.text.words import unknown_words

_LEAST = 4
_STEM = 3
"""So many letters at the end of a word may be others than in the dictionary's English: honest, honestly."""
_ALIKE = 60.0
"""Percent of the letters of a name that a garbled one has."""
_SURE = 0.5
_TRANSCRIBED = (("tsch", "ch"), ("sch", "sh"), ("dsch", "j"), ("kh", "ch"), ("w", "v"), ("j", "y"), ("ou", "u"))
_OWNS = re.compile(r"['’]s?$")
_BETWEEN = re.compile(r"[ ,.]{1,2}")


def with_names(cases: Sequence[Case], able: Abilities) -> list[Case]:
    """Each case with the names in it that its draft had read as words, where nothing else is lost; all in one batch.

    The names that were seen are known to the case from then on, so that none is taken for a word later.
    """
    seen = [names_seen(case.german, case.names) for case in cases]
    found = [_knowing(case, names) for case, names in zip(cases, seen, strict=True)]
    missing = [_missing(case, names) for case, names in zip(cases, seen, strict=True)]
    some = [at for at, names in enumerate(missing) if names]
    links = links_of([cases[at] for at in some], able)
    climbs: dict[int, Climb] = {}
    for at, own in zip(some, links, strict=True):
        found[at] = _with_capitals(found[at], missing[at], own)
        if item := _climb_of(found[at], missing[at], own):
            climbs[at] = item
    climb(list(climbs.values()), able)
    for at, item in climbs.items():
        changed = _taken(found[at], item)
        if changed.keeps_all_of(found[at]):
            found[at] = changed
    return found


def _knowing(case: Case, names: Sequence[Seen]) -> Case:
    return replace(case, names=case.names.union(one.name for one in names)) if names else case


def _missing(case: Case, names: Sequence[Seen]) -> list[Seen]:
    return [one for one in names if _is_missing(one, case)]


def _climb_of(case: Case, names: Sequence[Seen], links: Links) -> Climb | None:
    """A sentence on the ladder with the names that were misread for its terms; None if none was."""
    hits = tuple(_hit(case, name) for name in names if _is_misread(name, case, links))
    return start(case.german, hits, case.english, case.draft) if hits else None


def _is_missing(name: Seen, case: Case) -> bool:
    """Whether a draft has a name of its German nowhere, and no term of the glossary has its place."""
    bare = re.escape(name.name.removesuffix("s"))
    return not case.of_hits(name.span) and not re.search(rf"(?<!\w){bare}", case.english)


def _own(name: Seen, case: Case, links: Links) -> list[Span]:
    """The words of a draft that stand for a name, in their order."""
    return sorted({en for de, en in links if de == name.span and not _is_small(case.english[slice(*en)])})


def _with_capitals(case: Case, names: Sequence[Seen], links: Links) -> Case:
    """The draft with a capital where it has a name in small letters."""
    for name in names:
        for word in _own(name, case, links):
            if case.english[slice(*word)] == name.name.lower() and unknown_words(name.name.lower()):
                english = f"{case.english[: word.start]}{name.name}{case.english[word.end :]}"
                draft = replace(case.draft, english=english, pieces=(), comparable=False)
                case = case.with_draft(draft, _outcome(case, name))
    return case


def _is_misread(name: Seen, case: Case, links: Links) -> bool:
    """Whether words stand for a name that are the English of a word written alike, where the name must stand."""
    own = _own(name, case, links)
    said = [case.english[slice(*en)].lower() for en in own]
    if not own or name.name.lower() in said:
        return False
    if name.surely:
        return _is_english(said, name.name.lower())
    if name.beside and not _stands_behind(own[0], name.beside, case.english, links):
        return False
    means = english_of(name.name) | english_of(name.name.lower())
    return any(_is_one_of(word, means) for word in said) or (len(own) == 1 and _is_garbled(name.name, said[0]))


def _is_english(words: Sequence[str], name: str) -> bool:
    """Whether all of these words are English, but for parts of the name: Oberwiesenthal, “Upper thal”, “Waterburg”."""
    known = [word for word in words if not unknown_words(word)]
    of_name = [word for word in words if word in name or word.endswith(name[-_LEAST:])]
    return any(len(word) >= _LEAST for word in (*known, *of_name)) and all(word in (*known, *of_name) for word in words)


def _is_garbled(name: str, word: str) -> bool:
    """Whether a word is a name with other letters, and no English has it so: Hörmann, “hearmann”.

    Names that came from other letters are written otherwise in English (Baschar, Bashar).
    """
    from rapidfuzz import fuzz

    low = name.lower()
    is_one = fuzz.ratio(low, word) >= _ALIKE and _spelt(low) != _spelt(word)
    return is_one and bool(unknown_words(word)) and is_from_cyrillic(name) < _SURE and exonym(name) is None


def _spelt(name: str) -> str:
    """A name without what German and English write otherwise."""
    for german, english in _TRANSCRIBED:
        name = name.replace(german, english)
    return name


def _is_small(word: str) -> bool:
    low = word.lower()
    return low in ENGLISH_SMALL_WORDS or is_english_function_word(low)


def _is_one_of(word: str, means: frozenset[str]) -> bool:
    return word in means or any(
        len(one) >= _LEAST and word.startswith(one[: max(_LEAST, len(one) - _STEM)]) for one in means
    )


def _stands_behind(word: Span, beside: Span, english: str, links: Links) -> bool:
    """Whether an English word stands right behind what stands for the German word beside, or at the beginning."""
    if not english[: word.start].strip(' "“‘('):
        return True
    ends = [en.end for de, en in links if de == beside and not _OWNS.search(english, en.start, en.end)]
    return any(_BETWEEN.fullmatch(english, end, word.start) for end in ends)


def _hit(case: Case, name: Seen) -> TermHit:
    entry = Entry((name.name,), name.name, kind=name.kind, case="exact")
    return TermHit(entry, name.span.start, name.span.end, case.german[slice(*name.span)])


def _outcome(case: Case, name: Seen) -> WordOutcome:
    return WordOutcome(case.german[slice(*name.span)], name.span, name.name, "name")


def _taken(case: Case, item: Climb) -> Case:
    """The case with what the ladder made of its draft."""
    best = item.best
    met = [hit for hit, place in zip(item.hits, best.places, strict=True) if place]
    words = [WordOutcome(hit.surface, Span(hit.start, hit.end), hit.entry.en, "name") for hit in met]
    attention = item.attentions.get(best.english) or item.carried.get(best.english)
    draft = replace(case.draft, english=best.english, pieces=(), attention=attention, comparable=False)
    return case.with_draft(draft, *words) if words else case
