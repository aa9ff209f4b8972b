"""What every bilingual document shows: one row a paragraph, its glossary terms, its state, its remarks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.glossary import Glossary, TermHit, judge
from workbench.text import Span, clean
from workbench.translation import NOT_REVIEWED, NOT_TRANSLATED, ParagraphRecord, State, TranslationRecord

STATE_LABELS = {
    State.NEW: "not translated",
    State.DRAFT: "draft, not reviewed",
    State.TRANSLATED: "translated, not reviewed",
    State.REVIEWED: "reviewed",
    State.SKIPPED: "skipped",
}
"""A paragraph's state as a reader of the document needs it."""

_HEADING = re.compile(r"(#{1,6})[ \t]*$")


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary term at `span` of a text; `says` is what a reader is told of it."""

    span: Span
    says: str


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of a bilingual document. `number` counts from 1; `remarks` are notes, one a line."""

    number: int
    state: State
    german: str
    english: str
    german_terms: tuple[Term, ...] = ()
    english_terms: tuple[Term, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The state in words."""
        return STATE_LABELS[self.state]

    @property
    def is_open(self) -> bool:
        """Whether the paragraph still has to be reviewed."""
        return self.state not in (State.REVIEWED, State.SKIPPED)


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of an English document.

    `mark` stands before what is not reviewed; `level` is a heading's (1–6), or 0. `language` is `de` where
    there is no English yet and the German stands in.
    """

    text: str
    mark: str = ""
    level: int = 0
    language: str = "en"


def unreviewed(record: TranslationRecord) -> tuple[int, ...]:
    """The paragraphs (from 0) neither reviewed nor skipped; to be told before a document goes out."""
    done = (State.REVIEWED, State.SKIPPED)
    return tuple(index for index, paragraph in enumerate(record.paragraphs) if paragraph.state not in done)


def progress(record: TranslationRecord) -> str:
    """`12 paragraphs, 9 reviewed, 1 skipped. Not reviewed: 3, 7.`"""
    counts = [paragraph.state for paragraph in record.paragraphs]
    total, reviewed, skipped = len(counts), counts.count(State.REVIEWED), counts.count(State.SKIPPED)
    parts = [f"{total} paragraph{'' if total == 1 else 's'}", f"{reviewed} reviewed"]
    if skipped:
        parts.append(f"{skipped} skipped")
    still = unreviewed(record)
    return f"{', '.join(parts)}." + (f" Not reviewed: {numbers(still)}." if still else "")


def rows(record: TranslationRecord, glossary: Glossary) -> tuple[Row, ...]:
    """The document's paragraphs as rows, every text cleaned and every glossary term marked."""
    return tuple(_row(index, paragraph, glossary) for index, paragraph in enumerate(record.paragraphs))


def blocks(record: TranslationRecord) -> tuple[Block, ...]:
    """The English paragraphs in order, without the skipped ones, as the English text file has them."""
    markdown = record.source.lower().endswith(".md")
    found = []
    for paragraph in record.paragraphs:
        if paragraph.state is State.SKIPPED:
            continue
        heading = _HEADING.search(paragraph.before) if markdown else None
        level = len(heading[1]) if heading else 0
        english = clean(paragraph.english).strip()
        if not english:
            found.append(Block(clean(paragraph.german), NOT_TRANSLATED, level, "de"))
        else:
            mark = "" if paragraph.state is State.REVIEWED else NOT_REVIEWED
            found.append(Block(english, mark, level))
    return tuple(found)


def pieces(text: str, terms: Sequence[Term]) -> list[tuple[str, Term | None]]:
    """A text cut at its terms: what stands between them (None) and each of them, in order."""
    cut: list[tuple[str, Term | None]] = []
    at = 0
    for term in terms:
        cut += [(text[at : term.span.start], None), (text[slice(*term.span)], term)]
        at = term.span.end
    cut.append((text[at:], None))
    return [(piece, term) for piece, term in cut if piece]


def _row(index: int, paragraph: ParagraphRecord, glossary: Glossary) -> Row:
    german, english = clean(paragraph.german), clean(paragraph.english).strip()
    hits = () if paragraph.state is State.SKIPPED else glossary.find(german)
    return Row(
        number=index + 1,
        state=paragraph.state,
        german=german,
        english=english,
        german_terms=tuple(Term(Span(hit.start, hit.end), hit.entry.en) for hit in hits),
        english_terms=_english_terms(english, hits),
        remarks=tuple(_remarks(paragraph)),
    )


def _english_terms(english: str, hits: Sequence[TermHit]) -> tuple[Term, ...]:
    """Where the accepted English of the hits stands; of two that overlap, the longer."""
    found: dict[Span, Term] = {}
    for hit in hits:
        for span in judge(hit.entry, english).met:
            found.setdefault(span, Term(span, hit.surface))
    kept: list[Term] = []
    for term in sorted(found.values(), key=lambda term: (term.span.start - term.span.end, term.span)):
        if all(term.span.end <= other.span.start or other.span.end <= term.span.start for other in kept):
            kept.append(term)
    return tuple(sorted(kept, key=lambda term: term.span))


def _remarks(paragraph: ParagraphRecord) -> list[str]:
    remarks = []
    if note := clean(paragraph.note).strip():
        remarks.append(f"Note: {note}")
    if old := clean(paragraph.old_german).strip():
        remarks.append(f"The German was: {old}")
    for override in paragraph.overrides:
        reason = clean(override.reason).strip() or "no reason given"
        remarks.append(f"On purpose: {override.check}, {clean(override.about)} ({reason})")
    return remarks


def numbers(indices: Sequence[int], most: int = 20) -> str:
    """Paragraph numbers (from 1) of at least one paragraph (from 0), runs drawn together; of many the first only.

    >>> numbers((1, 3, 4, 5, 6)), numbers((0, 2, 4, 6), most=2)
    ('2, 4–7', '1, 3 and 2 more')
    """
    runs: list[list[int]] = [[indices[0]]]
    for before, index in pairwise(indices):
        if index == before + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    told = ", ".join(_run(run) for run in runs[:most])
    more = sum(run[-1] - run[0] + 1 for run in runs[most:])
    return f"{told} and {more:,} more" if more else told


def _run(run: Sequence[int]) -> str:
    return f"{run[0] + 1}–{run[-1] + 1}" if len(run) > 2 else ", ".join(str(index + 1) for index in run)
