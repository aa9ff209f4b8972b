"""What the words of a draft looked at, when some of its words were replaced: known without asking the package again."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from workbench.engine.alignment import word_spans
from workbench.engine.protocol import Attention
from workbench.text import Span

# A draft that kept fewer of the words is another draft: what it looked at has to be asked.
_KEPT = 0.6
_Row = tuple[float, ...]


def carried(attention: Attention, before: str, after: str) -> Attention | None:
    """The attention of one draft for another in which words were replaced; None where hardly any stayed.

    Words that stayed look where they looked; words put in look at what the words whose place they took looked at.
    """
    olds, news = word_spans(before), word_spans(after)
    matcher = SequenceMatcher(
        None, [before[slice(*word)] for word in olds], [after[slice(*word)] for word in news], autojunk=False
    )
    parts = _parts_of(attention.english, olds)
    moved: list[tuple[Span, _Row]] = []
    stayed = 0
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            stayed += old_end - old_start
            for old, new in zip(range(old_start, old_end), range(new_start, new_end), strict=True):
                by = news[new].start - olds[old].start
                moved += [
                    (Span(attention.english[at].start + by, attention.english[at].end + by), attention.rows[at])
                    for at in parts[old]
                ]
        elif kind == "replace":
            row = _mean([attention.rows[at] for old in range(old_start, old_end) for at in parts[old]])
            moved += [(news[new], row) for new in range(new_start, new_end) if row]
    if stayed < _KEPT * len(olds):
        return None
    return Attention(attention.german, tuple(span for span, _ in moved), tuple(row for _, row in moved))


def _parts_of(parts: Sequence[Span], words: Sequence[Span]) -> list[list[int]]:
    """For each word the numbers of the parts that stand in it; both are in the order of the text."""
    found: list[list[int]] = [[] for _ in words]
    word = 0
    for at, part in enumerate(parts):
        while word < len(words) and words[word].end <= part.start:
            word += 1
        if word < len(words) and part.start < part.end and part.end > words[word].start:
            found[word].append(at)
    return found


def _mean(rows: Sequence[_Row]) -> _Row:
    return tuple(sum(column) / len(rows) for column in zip(*rows, strict=True)) if rows else ()
