"""Finding words in any of their forms: German as the glossary finds its terms, English as it judges them.

Both go by endings and know names and nouns best; the dictionaries of base forms (simplemma's) add what endings do not
tell: `ging` for gehen, `went` for go.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from workbench.glossary import Entry, Glossary, Kind, judge
from workbench.glossary.finding import lexicon
from workbench.project.searching.literally import Literally
from workbench.project.searching.query import Field
from workbench.text import Span
from workbench.text.english_verbs import present_participle, principal_parts, third_person

_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN = re.compile(r"[\s‑–-]{1,3}")
_KINDS: tuple[Kind, ...] = ("term", "organisation")
"""As what German words are looked for: nouns have other endings and compounds than names."""
_PREFIX = "ge"
_Same = Callable[[str, str], bool]


class Inflected:
    """Words in any form, within German compounds too. `literally` finds them as they are."""

    def __init__(self, words: str, literally: Literally) -> None:
        self.words = words
        self._literally = literally
        forms = (words, words[:1].upper() + words[1:], words.title())
        german = tuple(dict.fromkeys(forms))
        self._german = tuple(Glossary((Entry(german, "-", kind=kind),)) for kind in _KINDS)
        self._english = Entry(("",), words)
        rest = _WORD.sub("", words)
        self._tokens = _WORD.findall(words) if not rest.strip(" -") else []

    def places(self, text: str, field: Field) -> tuple[Span, ...]:
        """Where they stand; in notes and findings, which may be in either language, as German and as English."""
        found = list(self._literally.places(text, field))
        if field != "english":
            found += (Span(hit.start, hit.end) for glossary in self._german for hit in glossary.find(text))
            found += _by_base_form(text, self._tokens, is_same_german)
        if field != "german":
            found += judge(self._english, text).there
            found += _by_base_form(text, self._tokens, is_same_english)
        if self._literally.capitals:
            found = [place for place in found if self._has_capitals(text[slice(*place)])]
        return apart(found)

    def _has_capitals(self, found: str) -> bool:
        """Whether letters that are the same are in capitals where they are in capitals in what is looked for."""
        letters = zip(found, self.words, strict=False)
        return all(one == other for one, other in letters if one.lower() == other.lower())


def apart(places: Iterable[Span]) -> tuple[Span, ...]:
    """Places in order, without those that overlap one that begins before them or is longer."""
    kept: list[Span] = []
    for place in sorted(set(places), key=lambda place: (place.start, -place.end)):
        if not kept or kept[-1].end <= place.start:
            kept.append(place)
    return tuple(kept)


def _by_base_form(text: str, wanted: Sequence[str], same: _Same) -> Iterator[Span]:
    """Where words stand one after the other that have the base forms of those wanted."""
    if not wanted:
        return
    words = list(_WORD.finditer(text))
    for at in range(len(words) - len(wanted) + 1):
        these = words[at : at + len(wanted)]
        if all(same(word[0], one) for word, one in zip(these, wanted, strict=True)) and all(
            _BETWEEN.fullmatch(text, before.end(), after.start()) for before, after in pairwise(these)
        ):
            yield Span(these[0].start(), these[-1].end())


@lru_cache(maxsize=100_000)
def is_same_german(word: str, wanted: str) -> bool:
    """Whether two German words are forms of one, as far as the dictionary knows.

    >>> is_same_german("ging", "gehen"), is_same_german("gegangen", "gehen"), is_same_german("gab", "gehen")
    (True, True, False)
    """
    one, other = word.lower(), wanted.lower()
    if one == other:
        return True
    if _letter(one) != _letter(other) and not one.startswith(_PREFIX):
        return False
    words = dict.fromkeys((word, one))
    return any(lexicon.agree(form, base, False) for form in words for base in (wanted, other, other.capitalize()))


def _letter(word: str) -> str:
    return word[:1].translate(str.maketrans("äöü", "aou"))


@lru_cache(maxsize=100_000)
def is_same_english(word: str, wanted: str) -> bool:
    """Whether two English words are forms of one, as far as the dictionary knows.

    >>> is_same_english("went", "go"), is_same_english("decided", "deciding"), is_same_english("decision", "decide")
    (True, True, False)
    """
    one, base = word.lower(), base_of(wanted)
    return one == wanted.lower() or base_of(word) == base or one in _verb_forms(base)


@lru_cache(maxsize=1_000)
def _verb_forms(verb: str) -> frozenset[str]:
    parts = (form for parts in principal_parts(verb) for form in (*parts.past, *parts.participle))
    return frozenset((*parts, *present_participle(verb), third_person(verb)))


@lru_cache(maxsize=100_000)
def base_of(word: str) -> str:
    """The base form of an English word. The first question reads the dictionary."""
    import simplemma

    return str(simplemma.lemmatize(word.lower(), "en")).lower()
