"""Changes of a paragraph's English, told sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.memory import sentences_beside
from workbench.project.terms.changes import Change
from workbench.text import Span
from workbench.translation import ParagraphRecord

Hunk = tuple[Span, Span]
"""What goes out of the English, and what stands there in the new one."""


def changed_sentences(
    document: str, index: int, record: ParagraphRecord, new: str, hunks: Sequence[Hunk]
) -> Iterator[Change]:
    """The sentences of a paragraph (index from 0) that differ in its `new` English, in order, without overlaps.

    `hunks`: where, in order; at least one. A change that reaches over several sentences is one of all of them.
    """
    old = record.english
    for german, place, own in _by_sentence(record, hunks):
        shift = own[0][1].start - own[0][0].start
        start = place.start + shift
        end = place.end + own[-1][1].end - own[-1][0].end
        yield Change(
            document=document,
            paragraph=index,
            state=record.state,
            german=record.german[slice(*german)],
            hits=(),
            before=old[slice(*place)],
            after=new[start:end],
            cut=tuple(_from(cut, place.start) for cut, _ in own),
            put=tuple(_from(put, start) for _, put in own),
            english=old,
            start=place.start,
        )


def _by_sentence(record: ParagraphRecord, hunks: Sequence[Hunk]) -> Iterator[tuple[Span, Span, list[Hunk]]]:
    """The sentences in which something changes, German and English, with what does; several where one change does."""
    whole = (Span(0, len(record.german)), Span(0, len(record.english)))
    pairs = sentences_beside(record.german, record.english) or (whole,)
    groups: list[tuple[Span, Span, list[Hunk]]] = []
    for hunk in hunks:
        cut = hunk[0]
        around = [(de, en) for de, en in pairs if en.start <= cut.end and cut.start <= en.end] or [whole]
        german, english = Span(around[0][0].start, around[-1][0].end), Span(around[0][1].start, around[-1][1].end)
        if not _lies_in(cut, english):
            german, english = whole
        own = [hunk]
        while groups and groups[-1][1].end > english.start:
            before = groups.pop()
            german = Span(min(before[0].start, german.start), max(before[0].end, german.end))
            english = Span(min(before[1].start, english.start), max(before[1].end, english.end))
            own = [*before[2], *own]
        groups.append((german, english, own))
    yield from groups


def _lies_in(span: Span, place: Span) -> bool:
    return place.start <= span.start and span.end <= place.end


def _from(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)
