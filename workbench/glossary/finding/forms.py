"""The German forms of a glossary's entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.glossary.entry import Entry
from workbench.glossary.finding.folding import QUOTES, fold, separator, word_places
from workbench.glossary.finding.inflection import FormWord, fits, form_word

MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Form:
    """One German form of an entry: its words, what stands between them, and what stands after the last.

    `tail`: the mark that the form ends with (`F.A.Z.`); a quotation mark only where the form opens it, too.
    `order` counts the forms of a glossary, so that of two that fit alike the first one wins.
    """

    entry: Entry
    order: int
    words: tuple[FormWord, ...]
    gaps: tuple[str, ...]
    tail: str = ""

    def endings(self, tokens: Sequence[str], gaps: Sequence[str]) -> tuple[str, ...] | None:
        """The endings with which a text's words, and what stands between them, are this form; None if they are not."""
        if any(gap != own and (own or gap != "-") for own, gap in zip(self.gaps, gaps, strict=True)):
            return None
        found = []
        for word, token in zip(self.words, tokens, strict=True):
            ending = fits(word, token, fold(token))
            if ending is None:
                return None
            found.append(ending)
        return tuple(found)


def forms_of(entry: Entry, order: int) -> list[Form]:
    """The forms of an entry; one without a letter or digit, or of more than forty words, is left out."""
    found: list[Form] = []
    for text in entry.de:
        found += _forms(entry, text, order + len(found))
    return found


def _forms(entry: Entry, text: str, order: int) -> list[Form]:
    places = word_places(text)
    if not places or len(places) > MOST_WORDS:
        return []
    gaps = tuple(separator(text[a.end() : b.start()]) for a, b in pairwise(places))
    tail = _tail(text, places[0].start(), places[-1].end())
    words = _words(entry, [place[0] for place in places])
    whole = Form(entry, order, words, gaps, tail)
    if gaps and set(gaps) == {"-"}:
        joined = places[0][0] + "".join(place[0].lower() for place in places[1:])
        return [whole, Form(entry, order + 1, _words(entry, [joined]), ())]
    return [whole]


def _tail(text: str, start: int, end: int) -> str:
    tail = text[end:].strip().rstrip("'’")
    if tail and not tail.strip(QUOTES):
        return tail[0] if any(mark in text[start:end] for mark in QUOTES) else ""
    return tail


def _words(entry: Entry, texts: list[str]) -> tuple[FormWord, ...]:
    last = len(texts) - 1
    exact = entry.case == "exact"
    befores = [None, *texts]
    return tuple(form_word(text, entry.kind, exact, befores[i], i == last) for i, text in enumerate(texts))
