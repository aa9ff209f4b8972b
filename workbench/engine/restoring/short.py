"""A draft that lost something of its German: what it lost, and where in the English that may belong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.engine.alignment import word_links
from workbench.engine.protocol import Attention
from workbench.engine.sentence.content_words import words_with_kinds
from workbench.engine.sentence.losses import losses, losses_of_words, unseen, words_lost
from workbench.engine.sentence.stands_for import EnglishWords
from workbench.engine.words.case import Case
from workbench.text import Span

_BOUNDARY = re.compile(
    r"(?<=[;:,.!?\"])\s+|(?<!\s)\s+(?=[–—-]\s)|(?<!\s)\s+(?=(?:und|oder|sowie|aber)\s)"
)  # fmt: skip
_SHORTEST = 2
"""Words of a part that is drafted by itself."""


@dataclass(frozen=True)
class Short:
    """A case whose draft lost something, and what its words looked at."""

    case: Case
    attention: Attention

    @cached_property
    def lost(self) -> int:
        """How many words it lost."""
        return words_lost(self.case.german, self.case.english, self.attention)

    @cached_property
    def stretches(self) -> tuple[Span, ...]:
        """What of the German it lost; a verb that is missing is a stretch of its own, unless it lies in another."""
        found = [loss.span for loss in losses_of_words(self.case.german, self.case.english, self.attention)]
        verbs = [loss.span for loss in losses(self.case.german, self.case.english, self.attention)]
        return tuple(sorted({*found, *(verb for verb in verbs if not verb.meets(*found))}))

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """The words of the German that are lost."""
        said = EnglishWords(self.case.english)
        return tuple(
            word.span
            for word in words_with_kinds(self.case.german)
            if word.kind and word.span.meets(*self.stretches) and not said.may_say(word.text)
        )

    def says_more(self, english: str) -> bool:
        """Whether another English has a word that may stand for one that this draft lost."""
        said = EnglishWords(english)
        return any(said.may_say(self.case.german[slice(*word)]) for word in self.words)

    def is_surely_said(self, english: str, attention: Attention) -> bool:
        """Whether another English looked at one of the lost words, or has one that the dictionary has for it."""
        said = EnglishWords(english)
        by_meaning = any(said.has_meaning_of(self.case.german[slice(*word)]) for word in self.words)
        return by_meaning or unseen(self.words, english, attention) < len(self.words)

    def places(self, stretch: Span) -> tuple[int, ...]:
        """Where in the English a lost stretch may belong: behind what stands for the German before it, and before
        what stands for the German behind it."""
        links = self._links
        before = max((german for german, _ in links if german.end <= stretch.start), default=None)
        behind = min((german for german, _ in links if german.start >= stretch.end), default=None)
        ends = [english.end for german, english in links if german == before]
        starts = [english.start for german, english in links if german == behind]
        return tuple(dict.fromkeys([max(ends, default=0), *([min(starts)] if starts else [])]))

    @cached_property
    def _links(self) -> Sequence[tuple[Span, Span]]:
        return word_links(self.case.german, self.case.english, self.attention)

    def cuts(self) -> Iterator[Span]:
        """Where the German may be parted next to what was lost, or in it: the white space between two parts."""
        german = self.case.german
        spaces = [
            Span(*match.span())
            for match in _BOUNDARY.finditer(german)
            if min(len(german[: match.start()].split()), len(german[match.end() :].split())) >= _SHORTEST
        ]
        found: list[Span] = []
        for stretch in self.stretches:
            found += [space for space in spaces if space.end <= stretch.start][-1:]
            found += [space for space in spaces if space.start >= stretch.end][:1]
            found += [space for space in spaces if space.meets(stretch)][:1]
        yield from dict.fromkeys(found)
