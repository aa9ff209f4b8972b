"""What stands for a German name or term in an English, and whether another English is another name or term for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from workbench.dictionary import look_up
from workbench.engine.sentence.function_words import is_english_function_word
from workbench.glossary import plural
from workbench.glossary.romanisation import exonym
from workbench.text import Span

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_INSIDE = frozenset(("of", "the", "for", "in", "on", "and", "to", "de", "against", "s"))
"""Words that may stand inside a term and belong to no word of the German."""
_NO_EDGE = frozenset(("can", "may", "must", "not", "once", "now", "then", "just", "only", "such", "s", "quot"))
"""Words, beside those that hold a sentence together, that no term begins or ends with."""
_POSSESSIVE = re.compile(r"['’]s?$")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?…:]\s)[\s\"'“‘(]*(?:the |an? )?$", re.IGNORECASE)
_CAPITAL_BEHIND = re.compile(r"[ -][A-ZÄÖÜ]\w*")
_LIKE = 0.5
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Stood:
    """English words that stand for a German name or term, the whole text, and where they are in it."""

    text: str
    whole: str
    at: Span

    @property
    def words(self) -> tuple[str, ...]:
        """Its words in small letters, without those that only join others."""
        return tuple(word for word in map(str.lower, _WORD.findall(self.text)) if word not in _INSIDE)

    @property
    def opens(self) -> bool:
        """Whether it may have its capital only because a sentence begins."""
        return _SENTENCE_BEGINS.search(self.whole[: self.at.start]) is not None

    @property
    def capitals(self) -> int:
        """How many of its words have a capital of their own."""
        own = [word for word in _WORD.findall(self.text) if word[:1].isupper()]
        return len(own) - (self.opens and self.text[:1].isupper() and len(own) == 1)


class Beside:
    """A German sentence and an English of it. `kept`: the words of the English that its other version has as well."""

    def __init__(self, german: str, english: str, links: Sequence[tuple[Span, Span]], kept: frozenset[Span]) -> None:
        self._german, self._english, self._links, self._kept = german, english, links, kept

    def stood(self, german: Span) -> Stood | None:
        """The English of a stretch of the German; None where it is in doubt or in several pieces.

        Words that were changed belong to it as well where nothing else claims them: alignment often gives one to a
        neighbour that has its own English besides.
        """
        copied = re.search(rf"(?<!\w){re.escape(self._german[slice(*german)])}(?!\w)", self._english)
        if copied:
            return self._as_stood(Span(*copied.span()))
        own = {place for source, place in self._links if source.meets(german)}
        words = [Span(*match.span()) for match in _WORD.finditer(self._english)]
        marked = [number for number, word in enumerate(words) if word in own]
        free = [word in own or self._is_free(word, german) for word in words]
        if not marked or not all(free[marked[0] : marked[-1] + 1]):
            return None
        stretch = self._without_edges(self._widened(words, free, marked[0], marked[-1]))
        if not 0 < len(stretch) <= _MOST_WORDS:
            return None
        return self._as_stood(Span(stretch[0].start, stretch[-1].end))

    def _widened(self, words: Sequence[Span], free: Sequence[bool], first: int, last: int) -> Sequence[Span]:
        """A stretch of words with those beside it that nothing else claims."""
        while first > 0 and free[first - 1] and self._is_joined(words[first - 1], words[first]):
            first -= 1
        while last + 1 < len(words) and free[last + 1] and self._is_joined(words[last], words[last + 1]):
            last += 1
        return words[first : last + 1]

    def _without_edges(self, words: Sequence[Span]) -> Sequence[Span]:
        """The same without what no term begins or ends with."""
        inner = [number for number, word in enumerate(words) if not _is_no_edge(self._said(word))]
        return words[inner[0] : inner[-1] + 1] if inner else ()

    def _is_free(self, word: Span, german: Span) -> bool:
        if self._said(word) in _INSIDE:
            return True
        if word in self._kept or _is_no_edge(self._said(word)):
            return False
        others = {source for source, place in self._links if place == word and not source.meets(german)}
        return all(any(place in self._kept for source, place in self._links if source == one) for one in others)

    def _is_joined(self, one: Span, other: Span) -> bool:
        return self._english[one.end : other.start] in (" ", "-")

    def _said(self, word: Span) -> str:
        return self._english[slice(*word)].lower()

    def _as_stood(self, place: Span) -> Stood:
        bare = _POSSESSIVE.sub("", self._english[slice(*place)])
        return Stood(bare, self._english, Span(place.start, place.start + len(bare)))


def _is_no_edge(word: str) -> bool:
    return word in _NO_EDGE or is_english_function_word(word)


def with_shared(was: Stood, now: Stood) -> tuple[Stood, Stood]:
    """Both with the words with capitals behind them that they share: the Committee of a State Border Committee."""
    while was.text[:1].isupper() and now.text[:1].isupper():
        one, other = (_CAPITAL_BEHIND.match(some.whole, some.at.end) for some in (was, now))
        if one is None or other is None or one[0] != other[0]:
            break
        was, now = (
            Stood(some.whole[some.at.start : found.end()], some.whole, Span(some.at.start, found.end()))
            for some, found in ((was, one), (now, other))
        )
    return was, now


def kept_words(one: str, other: str) -> tuple[frozenset[Span], frozenset[Span]]:
    """Which words of two versions stand in both, in the order of either; by difflib."""
    words = [[Span(*match.span()) for match in _WORD.finditer(text)] for text in (one, other)]
    said = [[text[slice(*word)] for word in some] for text, some in zip((one, other), words, strict=True)]
    kept: tuple[set[Span], set[Span]] = (set(), set())
    for block in SequenceMatcher(None, said[0], said[1], autojunk=False).get_matching_blocks():
        kept[0].update(words[0][block.a : block.a + block.size])
        kept[1].update(words[1][block.b : block.b + block.size])
    return frozenset(kept[0]), frozenset(kept[1])


def is_other_name(german: str, was: Stood, now: Stood, *, person: bool) -> bool:
    """Whether a name is written in another way now: like what it was, or as English is known to write it."""
    if _stands(was.text, now.whole) or _stands(now.text, was.whole) or not _is_capital(now.text):
        return False
    if was.text.lower() == now.text.lower() or (person and len(was.words) != len(now.words)):
        return False
    return _is_exonym(german, now.text) or any(_likeness(now.text, other) >= _LIKE for other in (was.text, german))


def _is_exonym(german: str, english: str) -> bool:
    known = exonym(german)
    return known is not None and any(english in form for form in known.english)


def is_other_term(german: str, was: Stood, now: Stood) -> bool:
    """Whether a term has got another English: no inflection, no shorter form, no word that means the same anyhow."""
    if not _differ(german, was, now):
        return False
    before, after = ([_base(word) for word in some.words] for some in (was, now))
    if not before or not after:
        return False
    if sorted(before) == sorted(after):
        return was.capitals < now.capitals >= 2 or (before != after and min(was.capitals, now.capitals) >= 2)
    is_shorter, is_fuller = set(after) < set(before), set(before) < set(after)
    return not is_shorter and not (is_fuller and now.capitals < 2) and not _are_both_known(german, before, after)


def _are_both_known(german: str, *englishes: Sequence[str]) -> bool:
    """Whether the dictionary has all these Englishes, in basic forms, for a German word."""
    meanings = {" ".join(map(_base, _WORD.findall(one.english.lower()))) for one in look_up(german)}
    return {" ".join(words) for words in englishes} <= meanings


def _differ(german: str, was: Stood, now: Stood) -> bool:
    """Whether neither stands in the other text, and more than the writing differs."""
    if _stands(was.text, now.whole) or (_stands(now.text, was.whole) and now.text != german):
        return False
    return not _is_written_otherwise(was.text, now.text)


def _is_written_otherwise(was: str, now: str) -> bool:
    """Whether only hyphens, dots, blanks or the number differ (U.S., US; back yard, backyard), capitals being alike."""
    one, other = ("".join(filter(str.isalnum, text)) for text in (was, now))
    return one == other or plural(was) == now or plural(now) == was


def _stands(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _is_capital(text: str) -> bool:
    words = _WORD.findall(text)
    return bool(words) and all(word[:1].isupper() or word in _INSIDE for word in words)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio()


def _base(word: str) -> str:
    from workbench.project.searching.inflected import base_of

    return base_of(_POSSESSIVE.sub("", word))
