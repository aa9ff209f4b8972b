"""The German forms of a glossary's entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workbench.glossary.entry import Entry
from workbench.glossary.finding import gender
from workbench.glossary.finding.folding import QUOTES, fold, separator, word_places
from workbench.glossary.finding.inflection import FormWord, fits, form_word
from workbench.glossary.finding.printed import meant

MOST_WORDS = 40
_LETTERS_AND_NUMBER = re.compile(r"([A-ZÄÖÜ]{1,4})[ -]?(\d{1,4})")


@dataclass(frozen=True, slots=True)
class Form:
    """One German form of an entry: its words, what stands between them, and what stands after the last.

    `tail`: the mark that the form ends with (`F.A.Z.`); a quotation mark only where the form opens it, too.
    `order` counts the forms of a glossary, so that of two that fit alike the first one wins.
    `of_man`: it is the masculine of a feminine that the glossary has. `plain`: the entry as it is meant, where its
    German is written as in printed lists (see `meant`); else None.
    """

    entry: Entry
    order: int
    words: tuple[FormWord, ...]
    gaps: tuple[str, ...]
    tail: str = ""
    of_man: bool = False
    plain: Entry | None = None

    @property
    def meaning(self) -> Entry:
        """The entry with its German forms as they stand in texts."""
        return self.plain or self.entry

    def endings(self, tokens: Sequence[str], gaps: Sequence[str]) -> tuple[str, ...] | None:
        """The endings with which a text's words, and what stands between them, are this form; None if they are not.

        A hyphen may stand for a blank, and a blank for a hyphen: whether it may here, `loose_joins` tells.
        """
        if any(gap != own and {own, gap} != {"", "-"} for own, gap in zip(self.gaps, gaps, strict=True)):
            return None
        found = []
        for word, token in zip(self.words, tokens, strict=True):
            ending = fits(word, token, fold(token))
            if ending is None:
                return None
            found.append(ending)
        return tuple(found)


def forms_of(entry: Entry, order: int) -> list[Form]:
    """The forms of an entry; one without a letter or digit, or of more than forty words, is left out.

    Forms as printed lists have them are what they mean (`der Soldat, -en`); a feminine has its masculine, too.
    """
    found: list[Form] = []
    texts = tuple(dict.fromkeys(form for text in entry.de for form in meant(text, entry.kind)))
    plain = replace(entry, de=texts) if texts != tuple(dict.fromkeys(entry.de)) else None
    for text in texts:
        found += _forms(entry, text, order + len(found))
    found = [replace(form, plain=plain) for form in found] if plain else found
    return [*found, *_masculines(entry, texts, order + len(found))]


def _masculines(entry: Entry, texts: tuple[str, ...], order: int) -> list[Form]:
    """The forms of men that an entry of women has as well."""
    if entry.kind != "term" or entry.case == "exact":
        return []
    bases = [base for text in texts if (base := gender.masculine(text)) and base not in texts]
    plain = replace(entry, de=(*bases, *texts))
    return [Form(entry, order + i, _words(entry, [base]), (), "", True, plain) for i, base in enumerate(bases)]


def _forms(entry: Entry, text: str, order: int) -> list[Form]:
    places = word_places(text)
    if not places or len(places) > MOST_WORDS:
        return []
    gaps = tuple(separator(text[a.end() : b.start()]) for a, b in pairwise(places))
    tail = _tail(text, places[0].start(), places[-1].end())
    found = [Form(entry, order, _words(entry, [place[0] for place in places]), gaps, tail)]
    if number := _LETTERS_AND_NUMBER.fullmatch(text):
        found.append(Form(entry, order + 1, _words(entry, [number[1], number[2]]), ("-",)))
    if (gaps and set(gaps) == {"-"}) or _may_be_one_word(entry, text):
        joined = places[0][0] + "".join(place[0].lower() for place in places[1:])
        found.append(Form(entry, order + len(found), _words(entry, [joined]), ()))
    return found


def _may_be_one_word(entry: Entry, text: str) -> bool:
    """Whether two words of a name, or a letter and its number, may stand as one: Nord Stream, G 7."""
    if _LETTERS_AND_NUMBER.fullmatch(text):
        return True
    return entry.kind == "organisation" and len(text.split()) == 2 and all(word.istitle() for word in text.split())


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
