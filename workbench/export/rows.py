"""What every bilingual document shows: one row a paragraph, its glossary terms, its state, its remarks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.export.delivery import Delivery, unreviewed
from workbench.export.runs import Run, Term, cleaned, runs
from workbench.formats import KINDS, Markup
from workbench.glossary import TermHit, judge
from workbench.text import Inline, Span, clean
from workbench.translation import ParagraphRecord, State

STATE_LABELS = {
    State.NEW: "not translated",
    State.DRAFT: "draft, not reviewed",
    State.TRANSLATED: "translated, not reviewed",
    State.REVIEWED: "reviewed",
    State.SKIPPED: "skipped",
}
"""A paragraph's state as a reader of the document needs it."""
NOTE = "Note: "
"""What a remark begins with that is the translator's note."""
_OLD, _PURPOSE = "The German was: ", "On purpose: "
_KIND = "In the file: "
REMARKED = (_KIND, _OLD, _PURPOSE)
"""What the other remarks begin with."""


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of a bilingual document.

    `number` counts from 1; `id` is the paragraph's wherever it moves (see `workbench.formats.segment_ids`). `note` is
    the translator's; `remarks` are this and what else is to be told (that it is a footnote), one a line; `findings`
    what the checks say, errors and warnings.
    """

    number: int
    id: str
    state: State
    source: Inline
    target: Inline
    markup: tuple[Markup, ...] = ()
    german_terms: tuple[Term, ...] = ()
    english_terms: tuple[Term, ...] = ()
    remarks: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    note: str = ""

    @property
    def beside_note(self) -> tuple[str, ...]:
        """The remarks without the note, for a document that has notes as comments."""
        return self.remarks[1:] if self.note else self.remarks

    @property
    def german(self) -> str:
        """The German without its codes."""
        return self.source.text

    @property
    def english(self) -> str:
        """The English without its codes."""
        return self.target.text

    @property
    def german_runs(self) -> list[Run]:
        """The German as it is set."""
        return runs(self.source, self.markup, self.german_terms)

    @property
    def english_runs(self) -> list[Run]:
        """The English as it is set."""
        return runs(self.target, self.markup, self.english_terms)

    @property
    def label(self) -> str:
        """The state in words."""
        return STATE_LABELS[self.state]

    @property
    def is_open(self) -> bool:
        """Whether the paragraph still has to be reviewed."""
        return self.state not in (State.REVIEWED, State.SKIPPED)


def unfinished(delivery: Delivery) -> bool:
    """Whether something of a document is not reviewed, or is left out: its reader is to be told."""
    return bool(unreviewed(delivery.record) or delivery.left_out)


def progress(delivery: Delivery) -> str:
    """`12 paragraphs, 9 reviewed, 1 skipped. Not reviewed: 3, 7.`"""
    left_out = sorted(delivery.left_out - delivery.unchanged)
    unchanged = sorted(delivery.unchanged)
    counts = [paragraph.state for paragraph in delivery.record.paragraphs]
    total, reviewed, skipped = (
        len(counts),
        counts.count(State.REVIEWED),
        counts.count(State.SKIPPED) - len(delivery.left_out),
    )
    parts = [f"{total} paragraph{'' if total == 1 else 's'}", f"{reviewed} reviewed"]
    if skipped:
        parts.append(f"{skipped} skipped")
    told = f"{', '.join(parts)}."
    if still := unreviewed(delivery.record):
        told += f" Not reviewed: {numbers(still)}."
    if left_out:
        told += f" {len(left_out)} not reviewed and left out: {numbers(left_out)}."
    if unchanged:
        told += f" {len(unchanged)} unchanged since the last delivery and left out: {numbers(unchanged)}."
    if delivery.beside:
        told += f" Since the last delivery, too: {delivery.beside}."
    return told


def rows(delivery: Delivery) -> tuple[Row, ...]:
    """The document's paragraphs as rows, every text cleaned and every glossary term marked."""
    record = delivery.record
    return tuple(
        _row(index, key, paragraph, delivery)
        for index, (key, paragraph) in enumerate(zip(record.ids, record.paragraphs, strict=True))
        if index not in delivery.left_out
    )


def _row(index: int, key: str, paragraph: ParagraphRecord, delivery: Delivery) -> Row:
    source, target = cleaned(paragraph.source), cleaned(paragraph.target, strip=True)
    german, english = source.text, target.text
    hits = () if paragraph.state is State.SKIPPED else delivery.glossary.find(german)
    return Row(
        number=index + 1,
        id=key,
        state=paragraph.state,
        source=source,
        target=target,
        markup=paragraph.markup,
        german_terms=tuple(Term(Span(hit.start, hit.end), hit.entry.en, hit.kept) for hit in hits),
        english_terms=_english_terms(english, hits),
        remarks=tuple(_remarks(paragraph)),
        findings=tuple(f.message for f in delivery.findings.get(index, ()) if f.severity != "info"),
        note=clean(paragraph.note).strip(),
    )


def _english_terms(english: str, hits: Sequence[TermHit]) -> tuple[Term, ...]:
    """Where the accepted English of the hits stands; of two that overlap, the longer."""
    found: dict[Span, Term] = {}
    for hit in hits:
        for span in judge(hit.entry, english).there:
            found.setdefault(span, Term(span, hit.surface, hit.kept))
    kept: list[Term] = []
    for term in sorted(found.values(), key=lambda term: (term.span.start - term.span.end, term.span)):
        if all(term.span.end <= other.span.start or other.span.end <= term.span.start for other in kept):
            kept.append(term)
    return tuple(sorted(kept, key=lambda term: term.span))


def _remarks(paragraph: ParagraphRecord) -> list[str]:
    remarks = []
    if note := clean(paragraph.note).strip():
        remarks.append(f"{NOTE}{note}")
    if block := KINDS.get(paragraph.block.apart):
        remarks.append(f"{_KIND}{block} {paragraph.block.note}".rstrip())
    if old := clean(paragraph.old_german).strip():
        remarks.append(f"{_OLD}{old}")
    for override in paragraph.overrides:
        reason = clean(override.reason).strip() or "no reason given"
        remarks.append(f"{_PURPOSE}{override.check}, {clean(override.about)} ({reason})")
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
