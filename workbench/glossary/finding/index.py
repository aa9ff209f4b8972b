"""A glossary's forms, made ready for search: by stem, by stems in a row, and as parts of compounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

import ahocorasick

from workbench.glossary.finding import compounds
from workbench.glossary.finding.folding import raw_end
from workbench.glossary.finding.forms import Form
from workbench.glossary.finding.inflection import OF_PLACE, fits, stems_of


class Part(NamedTuple):
    """A form inside a word, the offsets of its part of the word, and the ending it has there."""

    form: Form
    start: int
    end: int
    ending: str = ""


class Index:
    """The forms of a glossary. What it finds in a text costs as much with twenty thousand forms as with one.

    Two Aho–Corasick automata do the searching: one over the letters of a word, for the terms inside it,
    and one over the stems of a paragraph's words, for the terms of several words.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        self._alone: dict[str, list[Form]] = {}
        self._vocabulary: set[str] = set()
        phrases: dict[str, list[Form]] = {}
        parts: dict[str, tuple[int, list[Form], list[Form]]] = {}
        for form in forms:
            if form.gaps:
                for stems in _rows(form):
                    self._vocabulary.update(stems)
                    phrases.setdefault(f" {' '.join(stems)} ", []).append(form)
            else:
                for each in form.words[0].stems:
                    self._alone.setdefault(each, []).append(form)
            self._put_parts(form, parts)
        self._phrases, self._parts = _automaton(phrases), _automaton(parts)

    def _put_parts(self, form: Form, parts: dict[str, tuple[int, list[Form], list[Form]]]) -> None:
        """Enter a form under what its last word begins with where it stands in a compound."""
        last, kind = form.words[-1], form.entry.kind
        if compounds.may_be_first(last, kind) and form.gaps[-1:] in ((), ("-",)):
            begin = _begin(form)
            parts.setdefault(begin, (len(begin), [], []))[1].append(form)
        if not form.gaps and compounds.may_be_second(last, kind):
            for begin in dict.fromkeys((_begin(form), *compounds.with_umlaut(_begin(form)))):
                parts.setdefault(begin, (len(begin), [], []))[2].append(form)

    def stem_of(self, key: str) -> str:
        """The stem of the word with this key, if a term of several words has one like it; else ""."""
        return next((own for own in stems_of(key) if own in self._vocabulary), "")

    def whole(self, token: str, key: str) -> Iterator[tuple[Form, str]]:
        """The forms that a text's word is, each with the ending it has here."""
        for own in stems_of(key):
            for form in self._alone.get(own, ()):
                ending = fits(form.words[0], token, key)
                if ending is not None:
                    yield form, ending

    def inside(self, token: str, key: str) -> Iterator[Part]:
        """The forms that stand inside a text's word.

        Of a form of several words (EU-Kommission) it is the last word that is there; the others must stand before.
        """
        for last, (length, first, second) in self._parts.iter(key) if self._parts else ():
            start = last + 1 - length
            if start == 0:
                for form in first:
                    yield from _first_part(form, token, key)
            else:
                for form in second:
                    yield from _second_part(form, token, key, start)

    def phrases(self, stems: Sequence[str]) -> Iterator[tuple[Form, int]]:
        """The terms of several words that a row of stems may be, each with the index of its first word."""
        ends: dict[int, int] = {}
        for end, forms in self._phrases.iter(f" {' '.join(stems)} ") if self._phrases else ():
            ends = ends or {e: i for i, e in enumerate(accumulate(len(s) + 1 for s in stems))}
            for form in forms:
                yield form, ends[end] + 1 - len(form.words)


def _rows(form: Form) -> Iterator[list[str]]:
    """The stems of a form's words in a row; again for each word that has another stem (Zentrum, Zentren)."""
    first = [word.stems[0] for word in form.words]
    yield first
    for i, word in enumerate(form.words):
        for other in word.stems[1:]:
            yield [*first[:i], other, *first[i + 1 :]]


def _begin(form: Form) -> str:
    """What a form's last word begins with however it is inflected: Abgeordnet, Ukrain."""
    return form.words[-1].key.removesuffix("r").removesuffix("e")


def _first_part(form: Form, token: str, key: str) -> Iterator[Part]:
    own = form.words[-1].key
    if len(own) + 3 <= len(key) and key.startswith(own) and compounds.is_first_part(token, key, own, form.entry.kind):
        yield Part(form, 0, raw_end(token, key, len(own)))


def _second_part(form: Form, token: str, key: str, start: int) -> Iterator[Part]:
    word = form.words[0]
    if not -2 <= len(key) - start - len(word.key) <= 6:
        return
    begin = raw_end(token, key, start)
    if not begin:
        return
    ending = fits(word, token[begin:].capitalize(), key[start:])
    if ending not in (None, OF_PLACE) and compounds.is_second_part(token, begin, word, form.entry.kind):
        yield Part(form, begin, len(token), ending or "")


def _automaton(patterns: Mapping[str, object]) -> Any:
    """An automaton that tells a pattern's value wherever it stands; None without patterns."""
    if not patterns:
        return None
    automaton = ahocorasick.Automaton()
    for pattern, value in patterns.items():
        automaton.add_word(pattern, value)
    automaton.make_automaton()
    return automaton
