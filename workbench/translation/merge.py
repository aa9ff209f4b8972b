"""Merging two records of one article that two people changed since they had the same one: nobody's work is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from workbench.problem import Problem, WorkbenchError
from workbench.translation.merge_paragraph import Met, merge_paragraph, three_way, with_lines
from workbench.translation.merge_rows import Row, Stretch, numbered, stretches
from workbench.translation.notes import OTHER_HAS, kept_line
from workbench.translation.record import Origin, ParagraphRecord, State, TranslationRecord

_Side = Mapping[int, ParagraphRecord]
"""The paragraphs of one record by their numbers."""


def merge_records(
    base: TranslationRecord | None, ours: TranslationRecord, theirs: TranslationRecord
) -> TranslationRecord:
    """What two made of one record. `base`: as both had it before; None where there was none.

    Paragraph by paragraph and field by field (see `merge_paragraph`). The row of the paragraphs is theirs who changed
    it; work that has no place in it any more, since the other cut or joined its paragraph, or its article has it no
    more, is kept under `removed`, and its English waits in the note of the paragraph that stands there now.
    Ours and theirs can change places; `met` of what comes out says where somebody has to decide.
    Raises WorkbenchError where they are not of one article, or of an earlier form.
    """
    _must_belong_together(ours, theirs)
    was = base if base is not None and (base.source, base.form) == (ours.source, ours.form) else None
    was = was or TranslationRecord(ours.source, ())
    rows = numbered(was.paragraphs, ours.paragraphs, theirs.paragraphs)
    of_base, of_ours, of_theirs = (
        dict(zip(row, one.paragraphs, strict=True)) for row, one in zip(rows, (was, ours, theirs), strict=True)
    )
    merger = _Merger(of_base, of_ours, of_theirs)
    for stretch in stretches(*rows, merger.own, _sorts_first(ours, theirs)):
        merger.add(stretch)
    removed = was.removed
    return replace(
        ours,
        paragraphs=tuple(one.paragraph for one in merger.made),
        removed=_unique((*merger.displaced, *three_way(removed, ours.removed, theirs.removed, _kept_of(removed)))),
        document=None,
        origin=_origin(was, ours, theirs),
        met=tuple(index for index, one in enumerate(merger.made) if one.met),
    )


def _must_belong_together(ours: TranslationRecord, theirs: TranslationRecord) -> None:
    if ours.source != theirs.source:
        what = f"is the record of {ours.source} here and of {theirs.source} there"
        raise WorkbenchError(Problem(ours.source, what, "rename one of the articles, then merge again"))
    if min(ours.form, theirs.form) < 2:
        what = "one of the two records is of an earlier form"
        raise WorkbenchError(Problem(ours.source, what, "open the article and save it there, then merge again"))


@dataclass(slots=True)
class _Merger:
    """Takes the stretches of the merged row one after another."""

    base: _Side
    ours: _Side
    theirs: _Side
    made: list[Met] = field(default_factory=list)
    displaced: list[ParagraphRecord] = field(default_factory=list)

    @property
    def own(self) -> set[int]:
        """The paragraphs that one of the two added of their own."""
        return {n for side in (self.ours, self.theirs) for n, one in side.items() if one.part == "inserted"}

    def add(self, stretch: Stretch) -> None:
        """Merge the paragraphs of a stretch; work that has no place there is put under `removed`."""
        here = [self._paragraph(number) for number in stretch.made]
        lost = list(self._without_place(stretch.gone))
        self.displaced += lost
        if here and lost:
            here[0] = _with_displaced(here[0], lost)
        self.made += here

    def _paragraph(self, number: int) -> Met:
        ours, theirs = self.ours.get(number), self.theirs.get(number)
        if ours is not None and theirs is not None:
            return merge_paragraph(self.base.get(number), ours, theirs)
        one = ours or theirs
        assert one is not None
        return Met(one)

    def _without_place(self, numbers: Row) -> Iterator[ParagraphRecord]:
        """What was done to these paragraphs on one side; one that is as it was before has its work elsewhere."""
        for number in numbers:
            for side in (self.ours, self.theirs):
                one, was = side.get(number), self.base.get(number)
                if one is not None and one.has_work and (was is None or _work(one) != _work(was)):
                    yield one


def _work(one: ParagraphRecord) -> tuple[object, ...]:
    return one.target, one.state, one.note, one.overrides


def _with_displaced(here: Met, lost: Sequence[ParagraphRecord]) -> Met:
    """The paragraph that stands where others stood, with their English and notes in its own note."""
    now = here.paragraph
    lines = [line for one in lost for line in one.note.splitlines()]
    lines += [kept_line(OTHER_HAS, one.target) for one in lost if one.has_own_english and one.target != now.target]
    state = State.TRANSLATED if now.state is State.REVIEWED else now.state
    return Met(replace(now, note=with_lines(now.note, tuple(lines)), state=state), met=True)


_Removed = tuple[ParagraphRecord, ...]


def _kept_of(was: _Removed) -> Callable[[_Removed, _Removed], _Removed]:
    """Of two, what both have kept and what either has added; those that came back into the article are gone."""

    def kept(ours: _Removed, theirs: _Removed) -> _Removed:
        first, second = sorted((ours, theirs), key=lambda side: [*map(_sort_key, side)])
        pairs = ((first, second), (second, first))
        return tuple(gone for one, other in pairs for gone in one if gone in other or gone not in was)

    return kept


def _unique(paragraphs: Sequence[ParagraphRecord]) -> tuple[ParagraphRecord, ...]:
    return tuple(dict.fromkeys(paragraphs))


def _origin(was: TranslationRecord, ours: TranslationRecord, theirs: TranslationRecord) -> Origin:
    def merged(name: str) -> str:
        before, one, other = (str(getattr(record.origin, name)) for record in (was, ours, theirs))
        return three_way(before, one, other, max)

    return Origin(merged("address"), merged("title"), merged("site"), merged("fetched"))


def _sorts_first(ours: TranslationRecord, theirs: TranslationRecord) -> bool:
    return [*map(_sort_key, ours.paragraphs)] <= [*map(_sort_key, theirs.paragraphs)]


def _sort_key(one: ParagraphRecord) -> tuple[str, str, str]:
    return one.source.shown(), one.target.shown(), one.note
