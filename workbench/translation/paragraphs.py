"""The paragraphs of one document as they are now, with what is told of all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.formats import Document
from workbench.translation import decisions
from workbench.translation.progress import Progress, count
from workbench.translation.record import ParagraphRecord, TranslationRecord


@dataclass(frozen=True, slots=True)
class Step:
    """One paragraph (index from 0) before and after a change."""

    index: int
    before: ParagraphRecord
    after: ParagraphRecord


Steps = tuple[Step, ...]


class Paragraphs:
    """What a record has, one paragraph of which can be another at a time. Paragraphs are counted from 0."""

    def __init__(self, record: TranslationRecord) -> None:
        """`record`: matched to its document (see `rematch`), as all that are taken up."""
        self.take_up(record)

    def take_up(self, record: TranslationRecord) -> None:
        """Put this in place of all there is."""
        assert record.document is not None
        self.source: Document = record.document
        self._record: TranslationRecord | None = record
        self._progress: Progress | None = None
        self._removed, self._origin = record.removed, record.origin
        self._now = list(record.paragraphs)
        self._words = [len(paragraph.german.split()) for paragraph in self._now]

    def __getitem__(self, index: int) -> ParagraphRecord:
        return self._now[index]

    @property
    def record(self) -> TranslationRecord:
        """Everything, as plain frozen data; the same object until something changes."""
        if self._record is None:
            now = tuple(self._now)
            self._record = TranslationRecord(self.source.name, now, self._removed, self.source, origin=self._origin)
        return self._record

    @property
    def progress(self) -> Progress:
        """Counts of paragraphs by state, and of German words."""
        if self._progress is None:
            self._progress = count(zip((paragraph.state for paragraph in self._now), self._words, strict=True))
        return self._progress

    @property
    def furniture(self) -> tuple[int, ...]:
        """Those that belong to the page and not to the article, and that nobody has decided on."""
        return tuple(i for i, paragraph in enumerate(self._now) if decisions.is_open_furniture(paragraph))

    def next_open(self, after: int, among: Iterable[int] | None = None) -> int | None:
        """The next that is neither reviewed nor skipped, going round; None if all are.

        `among`: only these are gone through, in this order.
        """
        size = len(self._now)
        around = (i % size for i in range(after + 1, after + 1 + size)) if among is None else among
        return next((i for i in around if self._now[i].state not in decisions.FINISHED), None)

    def put(self, new: Mapping[int, ParagraphRecord]) -> Steps:
        """Put these in the place of those with the same index; a step for each that is another now."""
        steps = tuple(
            Step(index, self._now[index], record) for index, record in new.items() if record != self._now[index]
        )
        for step in steps:
            self._progress = self.progress.moved(step.before.state, step.after.state, self._words[step.index])
            self._now[step.index] = step.after
        if steps:
            self._record = None
        return steps
