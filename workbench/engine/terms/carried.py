"""What the words of a draft looked at, when some of its words were replaced: known without asking the package again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from workbench.engine.alignment import word_spans
from workbench.engine.protocol import Attention
from workbench.text import Span

# A draft that kept fewer of the words is another draft: what it looked at has to be asked.
_KEPT = 0.6
_Row = Sequence[float]


def carried(attention: Attention, before: str, after: str) -> Attention | None:
    """The attention of one draft for another in which words were replaced; None where hardly any stayed.

    Words that stayed look where they looked; words put in look at what the words whose place they took looked at.
    """
    olds, news = word_spans(before), word_spans(after)
    words = [before[slice(*word)] for word in olds], [after[slice(*word)] for word in news]
    matcher = SequenceMatcher(None, *words, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < _KEPT * len(olds):
        return None
    rows = _rows_of(attention, olds)
    moved: list[tuple[Span, _Row]] = []
    for kind, start, end, at, to in matcher.get_opcodes():
        if kind == "equal":
            moved += _stayed(rows[start:end], olds[start:end], news[at:to])
        elif kind == "replace":
            moved += _replaced(rows[start:end], news[at:to])
    return Attention(attention.german, tuple(span for span, _ in moved), tuple(row for _, row in moved))


def _stayed(
    rows: Sequence[Sequence[tuple[Span, _Row]]], olds: Sequence[Span], news: Sequence[Span]
) -> Iterator[tuple[Span, _Row]]:
    """The parts of words that stayed, where they stand now."""
    for parts, old, new in zip(rows, olds, news, strict=True):
        by = new.start - old.start
        for part, row in parts:
            yield Span(part.start + by, part.end + by), row


def _replaced(rows: Sequence[Sequence[tuple[Span, _Row]]], news: Sequence[Span]) -> list[tuple[Span, _Row]]:
    """Words put in, with the mean of what the words before them looked at."""
    mean = _mean([row for parts in rows for _, row in parts])
    return [(word, mean) for word in news] if mean else []


def _rows_of(attention: Attention, words: Sequence[Span]) -> list[list[tuple[Span, _Row]]]:
    """For each word the parts that stand in it, and their rows; both are in the order of the text."""
    found: list[list[tuple[Span, _Row]]] = [[] for _ in words]
    word = 0
    for part, row in zip(attention.english, attention.rows, strict=False):
        while word < len(words) and words[word].end <= part.start:
            word += 1
        if word < len(words) and part.start < part.end and part.end > words[word].start:
            found[word].append((part, row))
    return found


def _mean(rows: Sequence[_Row]) -> _Row:
    return tuple(sum(column) / len(rows) for column in zip(*rows, strict=True)) if rows else ()
