"""Idioms of the dictionary in a German sentence, in whatever form: zog er den Kürzeren is den Kürzeren ziehen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from workbench.dictionary.opened import DATA
from workbench.dictionary.prefixes import CLAUSE_ENDS, SEPARABLE, with_prefix
from workbench.glossary.finding.lexicon import lemma
from workbench.text import Span
from workbench.text.word_lists import words_of

IDIOMS = DATA / "idioms.txt"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BETWEEN = words_of(
    "nicht auch noch nun jetzt gerade wieder sich bereits schon aber doch immer dann endlich nur wohl bald kaum oft nie"
)
"""What may stand amid an idiom without belonging to it: die Flinte nicht ins Korn werfen."""
_GOES_SOMEWHERE = re.compile(
    r" (?:(?:in|auf|an|unter|über|hinter|neben|vor) (?:den|die|das|eine?n?|sein|seine|seinen|ihre?n?)|ins|ans|aufs)\b"
)
"""Where something goes is told of things that are meant: warf das Handtuch in den Korb."""
_OWN = re.compile(r"(?:mein|dein|sein|ihr|unser|euer|eur)(e[mnrs]?)?")
"""Whose a thing is changes with who speaks: seine Haut retten, ihre Haut retten."""


@dataclass(frozen=True, slots=True)
class Idiom:
    """An idiom of a sentence: the places of its `words` but for the verb, and of that; what it means, in English.

    `prefix`: where the verb's prefix stands, if it is apart. `infinitive` is the verb's, with it.
    """

    words: tuple[Span, ...]
    verb: Span
    prefix: Span | None
    infinitive: str
    englishes: tuple[str, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of all its words, in the order of the text."""
        return tuple(sorted((*self.words, self.verb, *((self.prefix,) if self.prefix else ()))))


@lru_cache(maxsize=256)
def idioms_in(sentence: str) -> tuple[Idiom, ...]:
    """The idioms of a German sentence, the longest first, none of which shares a word with another.

    The list was picked from the dictionary by hand: idioms whose words hardly anybody means just so. One is what it has
    as some words that follow each other and a verb of the same clause, in whatever form.
    """
    found: list[Idiom] = []
    for idiom in sorted(_candidates(sentence), key=lambda one: len(one.words), reverse=True):
        if not _GOES_SOMEWHERE.match(sentence, idiom.words[-1].end) and not any(
            set(idiom.spans) & set(other.spans) for other in found
        ):
            found.append(idiom)
    return tuple(found)


def _candidates(sentence: str) -> Iterator[Idiom]:
    ends = [0, *(end.end() for end in CLAUSE_ENDS.finditer(sentence)), len(sentence)]
    for start, end in pairwise(ends):
        words = [Span(*match.span()) for match in _WORD.finditer(sentence, start, end)]
        texts = [_folded(sentence[slice(*word)], opens=not word.start) for word in words]
        for phrase, verbs in _phrases(words, texts):
            for verb in (word for word in words if word not in phrase):
                for infinitive, prefix in _infinitives(sentence, verb, end):
                    if infinitive in verbs and prefix not in phrase:
                        yield Idiom(phrase, verb, prefix, infinitive, verbs[infinitive])


def _phrases(
    words: Sequence[Span], texts: Sequence[str]
) -> Iterator[tuple[tuple[Span, ...], dict[str, tuple[str, ...]]]]:
    """Words that follow each other, but for small words amid them, and make up an idiom with one of these verbs."""
    for at, first in enumerate(texts):
        for idiom in _by_first_word().get(first, ()):
            if (places := _places(idiom, at, texts)) is not None:
                yield tuple(words[place] for place in places), _listed()[idiom]


def _places(idiom: tuple[str, ...], at: int, texts: Sequence[str]) -> list[int] | None:
    """Which words from this one on are those of an idiom; None if they are not."""
    places = [at]
    for wanted in idiom[1:]:
        following = places[-1] + 1
        while following < len(texts) and texts[following] != wanted and texts[following] in _BETWEEN:
            following += 1
        if following >= len(texts) or texts[following] != wanted:
            return None
        places.append(following)
    return places


def _infinitives(sentence: str, word: Span, end: int) -> Iterator[tuple[str, Span | None]]:
    """What a word may be as a verb: as it stands, with its zu, with the prefix at the end of its clause."""
    text = sentence[slice(*word)].lower()
    own = lemma(text)
    if not own.endswith("n"):
        own = text if text.endswith("n") else ""
    if whole := with_prefix(sentence, word) if own else "":
        prefix = whole.removesuffix(own)
        place = sentence.rfind(prefix, word.end, end)
        yield from ((whole, Span(place, place + len(prefix))),) if place >= 0 else ()
    yield own, None
    for prefix in SEPARABLE:
        if text.startswith(f"{prefix}zu"):
            yield f"{prefix}{text[len(prefix) + 2 :]}", None


def _folded(word: str, *, opens: bool = False) -> str:
    """A word as it is compared: with its capital, but for one that begins a sentence and may have it from there."""
    text = word.lower() if opens and (lemma(word.lower()) or not lemma(word)) else word
    own = _OWN.fullmatch(text)
    return f"sein{own[1] or ''}" if own else text


@cache
def _listed() -> dict[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """The words of each idiom but for its verb; its verbs, and what it means with each."""
    found: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}
    for line in IDIOMS.read_text(encoding="utf-8").splitlines():
        german, _, english = line.partition("\t")
        *words, verb = german.split()
        found.setdefault(tuple(map(_folded, words)), {})[verb] = tuple(english.split("; "))
    return found


@cache
def _by_first_word() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for idiom in _listed():
        found.setdefault(idiom[0], []).append(idiom)
    return found
