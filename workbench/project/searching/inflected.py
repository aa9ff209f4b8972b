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
_MOST_KNOWN = 200_000
"""Words of which is kept whether they are the one looked for."""
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
        tokens = _WORD.findall(words) if not rest.strip(" -") else []
        self._base_forms = _BaseForms(tokens, is_same_german), _BaseForms(tokens, is_same_english)

    def places(self, text: str, field: Field) -> tuple[Span, ...]:
        """Where they stand; in notes and findings, which may be in either language, as German and as English."""
        found = list(self._literally.places(text, field))
        if field != "english":
            found += (Span(hit.start, hit.end) for glossary in self._german for hit in glossary.find(text))
            found += self._base_forms[0].places(text)
        if field != "german":
            found += judge(self._english, text).there
            found += self._base_forms[1].places(text)
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


class _BaseForms:
    """Words one after the other that have the base forms of those wanted; what it knows of a word is kept."""

    def __init__(self, wanted: Sequence[str], same: _Same) -> None:
        self._wanted, self._same = wanted, same
        self._known: dict[str, bool] = {}
        """Of each word that was met, whether it is the first one that is wanted."""

    def places(self, text: str) -> Iterator[Span]:
        """Where they stand in a text."""
        if not self._wanted:
            return
        words, known = _WORD.findall(text), self._known
        firsts = [at for at, word in enumerate(words) if (known[word] if word in known else self._look_up(word))]
        if firsts:
            there = list(_WORD.finditer(text))
            for at in firsts:
                if place := self._place(text, there[at : at + len(self._wanted)]):
                    yield place

    def _look_up(self, word: str) -> bool:
        is_first = self._same(word, self._wanted[0])
        if len(self._known) < _MOST_KNOWN:
            self._known[word] = is_first
        return is_first

    def _place(self, text: str, these: Sequence[re.Match[str]]) -> Span | None:
        if len(these) < len(self._wanted) or not all(
            _BETWEEN.fullmatch(text, before.end(), after.start()) for before, after in pairwise(these)
        ):
            return None
        rest = zip(these[1:], self._wanted[1:], strict=True)
        return Span(these[0].start(), these[-1].end()) if all(self._same(word[0], one) for word, one in rest) else None


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
