"""What a draft with terms has lost of the draft without them: words, names, numbers, clauses; and what it says twice.

Words are compared first, one by one: of two that are alike one may be lost. Then alignment is asked: a word of the
free draft that is gone is no loss where it stood for the German of a term, nor where a word that has come stands for
the same German word now and is an English of that word in the dictionary. Another word in its place (`cheese` for
`teachers`) is harm of a kind of its own, `replaced`; another name is a lost name. A word of the free draft that is
still there excuses nothing: it had a German word of its own. How well this judges: docs/benchmarks.md.

The small words and the likeness of words here are the judge's own, not the engine's: where the engine's are wrong, the
judge must not be wrong with them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise, starmap
from typing import Literal

from rapidfuzz import fuzz

from workbench.dictionary import look_up
from workbench.glossary import TermHit
from workbench.text import Span

Kind = Literal["word", "name", "number", "clause", "negation", "replaced", "twice", "form"]
Links = Sequence[tuple[Span, Span]]
Align = Callable[[str, str], Links]
"""A German and an English text: the places of the words that stand for each other (`Drafter.align`)."""

_ALIKE, _ALIKE_SHORT, _SHORT = 75.0, 86.0, 5
"""Percent of letters in common from which two words are one, inflected or in another spelling; of short ones more."""
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:['’]\w+)*")
_NEAR = 6
_SHORTEST = 3
_POSSESSIVE = re.compile(r"['’]s?$")
_BEGINS = re.compile(r"(?:^|[.!?:…]\s+|[\"“‘„]\s*)$")
_CLAUSES = re.compile(r"[,;:.!?–—()]\s|\s(?:und|oder|aber|denn|sondern)\s")
_WORDS_SMALL = """
a an the of in on at to from for by with into onto over under about after before between among through during against
and or but nor so than that this these those which who whom whose what when where while if as because since until though
although however also too very more most much many some any even still already yet again ever
i you he she it we they me him her us them my your his its our their yours hers ours theirs himself herself itself
themselves myself yourself ourselves one ones there here then now thus such each every both all other another same own
s t re ve ll d m back away
"""
_WORDS_VERBS = """
am is are was were be been being has have had having do does did will would shall should can could may might must
won don doesn didn isn aren wasn weren hasn haven hadn
"""
_VERBS = frozenset(_WORDS_VERBS.split())
SMALL = frozenset(_WORDS_SMALL.split()) | _VERBS
_WORDS_DENYING = "no not never none nobody nothing neither nor nowhere cannot without"
_DENYING = frozenset(_WORDS_DENYING.split())
_ONLY = frozenset({"only", "just", "merely", "solely"})
"""What is told by its number alone: each may stand for each."""
_WORDS_GERMAN = """
der die das den dem des ein eine einen einem einer eines und oder aber denn sondern nicht kein keine keinen keinem
keiner er sie es ich du wir ihr man sich mich mir dich dir uns euch ihn ihm ihnen mein dein sein unser euer meine deine
seine ihre unsere eure seinen seinem seiner seines ihren ihrem ihrer ihres zu zum zur in im ins an am ans auf aus bei
beim von vom mit nach vor für über um unter durch gegen ohne bis seit während wegen als wie wenn dass daß ob weil da
so auch nur noch schon sehr mehr ist sind war waren wird werden wurde wurden hat haben hatte hatten sei wäre würde kann
können konnte muss müssen soll sollen sollte will wollen dieser diese dieses diesem diesen jener welche welcher
welches hier dort dann nun doch ja etwa
"""
_GERMAN = frozenset(_WORDS_GERMAN.split())


@dataclass(frozen=True, slots=True)
class Harm:
    """One thing that a draft with terms has lost, has in a wrong form (`form`), or says twice (`twice`)."""

    kind: Kind
    what: str


def harms(german: str, hits: Sequence[TermHit], free: str, english: str, align: Align) -> tuple[Harm, ...]:
    """What the draft with terms has lost of the free one, in the order of the free one; nothing where both are one."""
    if free == english:
        return ()
    judged = _Judged(german, hits, free, english, align)
    return (*judged.lost(), *judged.denials(), *judged.clauses(), *judged.twice())


class _Judged:
    """The two drafts of one sentence, with their words and alignments."""

    def __init__(self, german: str, hits: Sequence[TermHit], free: str, english: str, align: Align) -> None:
        self._german, self._hits, self._free, self._english = german, hits, free, english
        self._before, self._after = align(german, free), align(german, english)

    def lost(self) -> Iterator[Harm]:
        """The words, names and numbers that are gone for nothing."""
        for place in self._gone:
            word = self._free[slice(*place)]
            if word[0].isdigit():
                if self._is_german_figure(word):
                    yield Harm("number", word)
                continue
            if _is_small(word) or len(word) < _SHORTEST:
                continue
            fate = self._fate(place)
            if fate and self._is_name(place):
                yield Harm("name", word)
            elif fate and any(self._is_content(de) for de in self._of(place)):
                yield Harm(fate, word)

    def denials(self) -> Iterator[Harm]:
        """A negation, or an `only`, that the free draft had once more."""
        if _number(self._free, _denies) > _number(self._english, _denies):
            yield Harm("negation", "not")
        if _number(self._free, _ONLY.__contains__) > _number(self._english, _ONLY.__contains__):
            yield Harm("word", "only")

    def clauses(self) -> Iterator[Harm]:
        """The German clauses of which the free draft had words and the other has hardly any."""
        start = 0
        for end in (*(match.end() for match in _CLAUSES.finditer(self._german)), len(self._german)):
            clause = Span(start, end)
            words = [span for span in map(_span, _WORD.finditer(self._german, *clause)) if self._is_content(span)]
            outside = [word for word in words if not word.meets(*self._held)]
            said, says = (len({de for de, _ in links} & set(outside)) for links in (self._before, self._after))
            if said >= 2 and says <= said / 3:
                yield Harm("clause", self._german[slice(*clause)].strip())
            start = end

    def twice(self) -> Iterator[Harm]:
        """Words of a term that stand twice as near as six words, and not so in the free draft nor in the German."""
        for hit in self._hits:
            if _number_of(hit, self._german) > 1:
                continue
            for word in dict.fromkeys(_key(word) for form in hit.entry.accepted for word in _WORD.findall(form)):
                if word not in SMALL and _near_again(word, self._english) and not _near_again(word, self._free):
                    yield Harm("twice", word)

    @cached_property
    def _held(self) -> list[Span]:
        return [Span(hit.start, hit.end) for hit in self._hits]

    @cached_property
    def _gone(self) -> list[Span]:
        """The words of the free draft for which the other has none that is like it."""
        return _without_counterpart(self._free, self._english)

    @cached_property
    def _come(self) -> list[Span]:
        """The content words of the other draft for which the free one has none that is like it."""
        come = _without_counterpart(self._english, self._free)
        return [span for span in come if not _is_small(self._english[slice(*span)])]

    def _of(self, place: Span) -> list[Span]:
        return [de for de, en in self._before if en == place or en.meets(place)]

    def _fate(self, place: Span) -> Literal["word", "replaced"] | None:
        """What became of a word that is gone: lost for nothing, or for another word; None where it stands well."""
        german = list(filter(self._is_content, self._of(place)))
        others = [de for de in german if not de.meets(*self._held)]
        if german and not others:
            return None
        now = [(de, en) for de, en in self._after if de in others]
        come = [link for link in now if link[1].meets(*self._come)]
        if self._is_said_still(others, now) or any(starmap(self._is_known, come)):
            return None
        return "replaced" if come else "word"

    def _is_said_still(self, german: Collection[Span], now: Links) -> bool:
        """Whether a word that stood for some German words stands for them still."""
        said = {_key(self._free[slice(*en)]) for de, en in self._before if de in german} - SMALL
        return any(self._said_by(en, said) for _, en in now)

    def _is_known(self, german: Span, english: Span) -> bool:
        """Whether the dictionary has the English for the German."""
        word = _key(self._english[slice(*english)])
        return any(_is_like(word, known) for known in _known(self._german[slice(*german)]))

    def _said_by(self, place: Span, words: Collection[str]) -> bool:
        """Whether a word of the other draft is one of these, which stood for the same German before."""
        return any(_is_like(_key(self._english[slice(*place)]), word) for word in words)

    def _is_german_figure(self, figure: str) -> bool:
        """Whether the German has a figure, in its own notation, outside of the terms."""
        digits = _digits(figure)
        return any(
            _digits(match[0]) == digits and not _span(match).meets(*self._held)
            for match in _WORD.finditer(self._german)
        )

    def _is_name(self, place: Span) -> bool:
        return self._free[place.start].isupper() and not _BEGINS.search(self._free[: place.start])

    def _is_content(self, german: Span) -> bool:
        return self._german[slice(*german)].lower() not in _GERMAN


def _without_counterpart(text: str, other: str) -> list[Span]:
    """The words of a text that the other has not, each of its words being the counterpart of one alone."""
    rest = [_key(word) for word in _WORD.findall(other)]
    left: list[Span] = []
    for span in map(_span, _WORD.finditer(text)):
        if (word := _key(text[slice(*span)])) in rest:
            rest.remove(word)
        else:
            left.append(span)
    for span in tuple(left):
        like = next((word for word in rest if _is_like(_key(text[slice(*span)]), word)), None)
        if like is not None:
            rest.remove(like)
            left.remove(span)
    return left


@lru_cache(maxsize=10_000)
def _known(german: str) -> frozenset[str]:
    """The words of a German word's English in the dictionary."""
    return frozenset(_key(word) for meaning in look_up(german) for word in _WORD.findall(meaning.english)) - SMALL


def _number(text: str, counts: Callable[[str], bool]) -> int:
    return sum(counts(word.casefold()) for word in _WORD.findall(text))


def _denies(word: str) -> bool:
    return word in _DENYING or word.endswith(("n't", "n’t"))


def _is_small(word: str) -> bool:
    """Whether a word carries nothing, or is told by its number."""
    low = word.casefold()
    return low in SMALL or low in _ONLY or _denies(low)


def _near_again(word: str, text: str) -> bool:
    words = [_key(one) for one in _WORD.findall(text)]
    places = [at for at, one in enumerate(words) if _is_like(one, word)]
    return any(later - first <= _NEAR for first, later in pairwise(places))


def _number_of(hit: TermHit, german: str) -> int:
    """How many words of the German begin or end as a hit does."""
    low = hit.surface.casefold()
    return sum(low[:5] in word or low[-5:] in word for word in _WORD.findall(german.casefold()))


def _digits(figure: str) -> str:
    return re.sub(r"\D", "", figure)


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span())


def _key(word: str) -> str:
    return _POSSESSIVE.sub("", word).casefold()


def _is_like(one: str, other: str) -> bool:
    if one == other:
        return True
    if one[:1] != other[:1] or one[:1].isdigit():
        return False
    return fuzz.ratio(one, other) >= (_ALIKE if min(len(one), len(other)) > _SHORT else _ALIKE_SHORT)
