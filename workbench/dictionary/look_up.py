"""German words looked up in the dictionary, as they stand in a text: inflected, or with their prefix elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from workbench.dictionary.labels import register_of
from workbench.dictionary.line import Kind, Segment, Wording, key_of, read_line
from workbench.dictionary.opened import lines_with
from workbench.glossary.finding.lexicon import lemma
from workbench.problem import WorkbenchError

_ADJECTIVE_ENDINGS = ("em", "en", "er", "es", "e", "m", "n", "r", "s")
_NOUN_ENDINGS = ("es", "en", "s", "n", "e")
_SHORTEST, _LONGEST = 3, 100
"""Letters of what is looked up: no word of a text is longer, and no answer for what is none is kept."""
_STRONG = frozenset(("vulg.", "derb", "Kindersprache", "Jägersprache"))
"""Registers of a German word that its English has as well, though it may not say so."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """An English for a German word.

    `german` is the wording that was found, `english` stands in the same form where the dictionary gives it in that form
    (`is_form`), else in its basic one (“to convoke”). `labels` are Ding's own (`coll.`, `Br.`, `zool.`), of both sides;
    `register` is the one that keeps the English out of plain prose, "" where none does; `gender` the German noun's
    (m, f, n). `behind`: how many wordings stand before these two in their entry. `parts`: the past forms that the entry
    tells of an English verb that is two (lie: “lied; lied”).
    """

    german: str
    english: str
    kind: Kind
    plural: bool = False
    labels: frozenset[str] = frozenset()
    hint: str = ""
    is_form: bool = False
    register: str = ""
    gender: str = ""
    behind: int = 0
    parts: str = ""


def look_up(word: str) -> tuple[Meaning, ...]:
    """What a German word can mean, in the dictionary's order: the word as it stands first, then its basic form.

    Several words are looked up as they stand only (`blinder Passagier`). Nothing is found where the dictionary's files
    are gone or damaged: drafts do without it, and `fault` says why.
    """
    found: dict[Meaning, None] = {}
    if len(word) > _LONGEST:
        return ()
    with suppress(WorkbenchError):  # what could not be read is looked for again, the next time
        for forms in (written_forms(word), cut_forms(word)):
            for form in forms if not found or word.islower() else ():
                for meaning in _meanings(form):
                    found.setdefault(meaning)
    return tuple(found)


def entries_with(word: str) -> tuple[str, ...]:
    """The dictionary's lines that have a German word (or a few words) in this very form.

    Raises WorkbenchError where the dictionary's files are gone or damaged.
    """
    key = key_of(word)
    return tuple(line for line in lines_with(key) if any(_has(segment, key) for segment in read_line(line, key)))


def written_forms(word: str) -> tuple[str, ...]:
    """A word and its basic form, as far as the German dictionary knows it."""
    base = "" if " " in word.strip() else lemma(word)
    return tuple(dict.fromkeys((word, base))) if base else (word,)


def cut_forms(word: str) -> Iterator[str]:
    """What is left of a word without an ending; case is kept."""
    if " " in word.strip():
        return
    for ending in _NOUN_ENDINGS if word[:1].isupper() else _ADJECTIVE_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            yield word[: -len(ending)]


@lru_cache(maxsize=4_000)
def _meanings(word: str) -> tuple[Meaning, ...]:
    key = key_of(word)
    found: list[tuple[bool, Meaning]] = []
    for line in lines_with(key):
        for segment in read_line(line, key):
            found += [(not segment.first, meaning) for meaning in _of_segment(segment, key, word)]
    found.sort(key=lambda pair: pair[0])
    return tuple(dict.fromkeys(meaning for _, meaning in found))


def _has(segment: Segment, key: str) -> bool:
    return any(key_of(wording.text) == key for wording in segment.german)


def _of_segment(segment: Segment, key: str, word: str) -> Iterator[Meaning]:
    """What a segment says of a wording; of a noun only where the word has a capital, and the other way round."""
    for place, german in enumerate(segment.german):
        if key_of(german.text) != key or german.text[:1].isupper() != word[:1].isupper():
            continue
        for behind, english in enumerate(segment.english, place):
            yield _meaning(german, english, behind)


def _meaning(german: Wording, english: Wording, behind: int) -> Meaning:
    plural = german.number == "plural" or english.number == "plural"
    return Meaning(
        german.text,
        english.text,
        kind=german.kind or english.kind or ("verb" if english.text.startswith("to ") else ""),
        plural=plural,
        labels=german.labels | english.labels if german.labels and english.labels else german.labels or english.labels,
        hint="; ".join(filter(None, (german.hint, english.hint))),
        is_form=german.is_form,
        register=register_of(english.labels) or register_of(german.labels & _STRONG),
        gender=german.gender,
        behind=behind,
        parts=english.parts,
    )
