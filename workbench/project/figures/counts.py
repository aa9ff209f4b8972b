"""Counting one text: sentences, words, characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from workbench.project.figures.words import Rule
from workbench.text import Inline, Span, sentence_spans


@dataclass(frozen=True, slots=True)
class Count:
    """How much text there is. Codes are no text. `without_spaces`: the characters that are no blanks."""

    segments: int = 0
    paragraphs: int = 0
    words: int = 0
    characters: int = 0
    without_spaces: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.segments + other.segments,
            self.paragraphs + other.paragraphs,
            self.words + other.words,
            self.characters + other.characters,
            self.without_spaces + other.without_spaces,
        )


NOTHING = Count()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph, with its codes, and what it counts. The first counts its paragraph, too."""

    text: Inline
    count: Count


def sentences(paragraph: Inline, rule: Rule) -> Iterator[Sentence]:
    """The sentences of a German paragraph; where the rule says so, the blanks behind one belong to it."""
    spans = sentence_spans(paragraph.text)
    ends = [*(after.start for _, after in pairwise(spans)), *(span.end for span in spans[-1:])]
    for place, (span, end) in enumerate(zip(spans, ends, strict=True)):
        counted = paragraph.text[slice(*Span(span.start, end if rule.between else span.end))]
        yield Sentence(paragraph[span.start : span.end], of(counted, rule, segments=1, paragraphs=int(place == 0)))


def of(text: str, rule: Rule, *, segments: int, paragraphs: int) -> Count:
    """What a text of so many sentences and paragraphs counts; blanks at its ends do."""
    return Count(segments, paragraphs, rule.words(text), len(text), sum(not rule.is_blank(one) for one in text))
