"""Sentences with their neighbours: the one place that knows what “the same context” is, for asking and for keeping.

Neighbours are the sentences before and after, across paragraphs. What is left out of the English counts as well: else
to leave out a line would change what its neighbours are known by.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.memory import Pair, coded_pairs, content_key
from workbench.text import Inline, Span, sentence_spans
from workbench.translation import ParagraphRecord, State


@dataclass(frozen=True, slots=True)
class InContext:
    """A sentence of a document, or a whole paragraph of several, with its neighbours ("" at the edge).

    `span`: where it stands in the paragraph's German (characters). For a whole paragraph the neighbours are those of
    its first and of its last sentence.
    """

    paragraph: int
    span: Span
    text: Inline
    before: str
    after: str


def in_context(records: Sequence[ParagraphRecord], index: int) -> tuple[InContext, ...]:
    """What of a paragraph is looked up: all of it, then, if there are several, its sentences."""
    spans = sentence_spans(records[index].german)
    several = range(len(spans)) if len(spans) > 1 else ()
    whole = (of_whole(records, index, spans),) if spans else ()
    return (*whole, *(of_sentence(records, index, spans, at) for at in several))


def of_whole(records: Sequence[ParagraphRecord], index: int, spans: Sequence[Span]) -> InContext:
    """A whole paragraph, whose sentences stand at `spans`."""
    source, all_of_it = records[index].source.stripped(), Span(spans[0].start, spans[-1].end)
    return InContext(index, all_of_it, source, _before(records, index), _after(records, index))


def of_sentence(records: Sequence[ParagraphRecord], index: int, spans: Sequence[Span], at: int) -> InContext:
    """One of several sentences, with the codes behind it; it is known by those before and after it."""
    source, last = records[index].source, len(spans) - 1
    start, end = (spans[at].start if at else 0), (spans[at + 1].start if at < last else len(source.text))
    before = source.text[slice(*spans[at - 1])] if at else _before(records, index)
    after = source.text[slice(*spans[at + 1])] if at < last else _after(records, index)
    return InContext(index, spans[at], source[start:end].stripped(), before, after)


def pairs_at(records: Sequence[ParagraphRecord], index: int, document: str, made: str) -> tuple[Pair, ...]:
    """The pairs of sentences that a paragraph gives to a memory: none where it is not reviewed.

    `made`: when (ISO 8601). A pair whose paragraph does not align is the whole paragraph.
    """
    record = records[index]
    if not gives_pairs(record):
        return ()
    sentences = [record.german[span.start : span.end] for span in sentence_spans(record.german)]
    around = [_before(records, index), *sentences, _after(records, index)]
    found, first = [], 0
    for source, target in coded_pairs(record.source, record.target):
        last = first + _taken(sentences[first:], source.text)
        found.append(Pair(source, target, around[first], around[last + 1], document, index, made=made))
        first = last
    return tuple(found)


def gives_pairs(record: ParagraphRecord) -> bool:
    """Whether a paragraph is reviewed, as its German is now, and has German and English."""
    return (
        record.state is State.REVIEWED
        and not record.old_german
        and bool(record.german.strip() and record.english.strip())
    )


def contents_of(records: Sequence[ParagraphRecord]) -> dict[int, int]:
    """For each paragraph that gives pairs a hash of what they are made of, its neighbours with it."""
    return {index: content_at(records, index) for index, record in enumerate(records) if gives_pairs(record)}


def content_at(records: Sequence[ParagraphRecord], index: int) -> int:
    """The same for one paragraph. No sentences are looked for: this is asked of whole documents."""
    record = records[index]
    german = "\x1f".join((_paragraph_before(records, index), record.source.shown(), _paragraph_after(records, index)))
    return content_key(Inline(german), record.target)


def lone_pairs(record: ParagraphRecord, document: str, made: str) -> tuple[Pair, ...]:
    """The pairs of a paragraph whose neighbours nobody knows any more; else as `pairs_at`."""
    found = pairs_at((record,), 0, document, made)
    return tuple(replace(pair, before=pair.before or None, after=pair.after or None) for pair in found)


def content_of_lone(records: Sequence[ParagraphRecord]) -> int:
    """A hash of what such pairs are made of; 0 where there are none."""
    shown = [f"{one.source.shown()}\x1f{one.target.shown()}" for one in records if gives_pairs(one)]
    return content_key(Inline("\x1e".join(shown)), Inline("")) if shown else 0


def _taken(sentences: Sequence[str], text: str) -> int:
    """How many of these sentences a text is made of."""
    left, taken = len("".join(text.split())), 0
    for sentence in sentences:
        if left <= 0:
            break
        left -= len("".join(sentence.split()))
        taken += 1
    return taken


def _before(records: Sequence[ParagraphRecord], index: int) -> str:
    """The last sentence before a paragraph; empty where it is the first."""
    german = _paragraph_before(records, index)
    return german[slice(*sentence_spans(german)[-1])] if german else ""


def _after(records: Sequence[ParagraphRecord], index: int) -> str:
    """The first sentence after a paragraph; empty where it is the last."""
    german = _paragraph_after(records, index)
    return german[slice(*sentence_spans(german)[0])] if german else ""


def _paragraph_before(records: Sequence[ParagraphRecord], index: int) -> str:
    return next((records[at].german for at in range(index - 1, -1, -1) if records[at].german.strip()), "")


def _paragraph_after(records: Sequence[ParagraphRecord], index: int) -> str:
    return next((records[at].german for at in range(index + 1, len(records)) if records[at].german.strip()), "")
