"""What was aligned as the record of the German article: the English of its paragraphs, reviewed or to be looked at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.memory.aligning import Sentence, Table
from workbench.problem import Problem, WorkbenchError
from workbench.project.aligning.codes import SharedCodes, together
from workbench.project.aligning.documents import place_of
from workbench.project.aligning.surroundings import is_worked_in
from workbench.project.aligning.work import Work
from workbench.project.commands import Aligned, TakeAligned
from workbench.project.session import Session
from workbench.text import Inline, clean_line
from workbench.translation import ParagraphRecord, State


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came into a record: paragraphs that are reviewed, that somebody has to look at, that stayed without English;
    those that had English of a person's already and stay as they are; English sentences that went nowhere."""

    document: str
    reviewed: int
    translated: int
    open: int
    kept: int
    left: tuple[str, ...]

    @property
    def told(self) -> str:
        """All of it in a line."""
        reviewed = "1 paragraph" if self.reviewed == 1 else f"{self.reviewed:,} paragraphs"
        parts = [f"{reviewed} reviewed", f"{self.translated:,} to look at", f"{self.open:,} without English"]
        parts += [f"{self.kept:,} had English and stay"] * bool(self.kept)
        parts += [f"{len(self.left):,} English sentences went nowhere"] * bool(self.left)
        return f"{self.document}: {', '.join(parts)}"


def take_as_record(work: Work) -> Recorded:
    """Put the English into the record of the German article, which has to be one of a project.

    A paragraph is reviewed where each of its sentences has English, and none is in doubt; else it is translated, and
    open. A pair that is in several paragraphs cannot be divided, and leaves these open. English that stands between
    sentences of one paragraph comes along.

    Raises WorkbenchError, with nothing changed, where the German is no article of a project, its paragraphs are others
    in the record, all of them have English, and where the record cannot be read or written.
    """
    place = place_of(work.german.path)
    if place is None or not is_worked_in(place[0]):
        mend = "put it into the sources/ of a project, and name it there"
        raise WorkbenchError(Problem(work.german.path, "is no article of a project", mend))
    layout, name = place
    with Session.open(layout.root) as session:
        _must_be_writable(session)
        session.put_on_desk(name)
        found = _taken_into(session, work)
        session.translation.save()
    return found


def _must_be_writable(session: Session) -> None:
    project = session.project
    if project.read_only:
        raise WorkbenchError(Problem(project.layout.root, project.read_only_reason, project.read_only_mend))


def _taken_into(session: Session, work: Work) -> Recorded:
    records = session.paragraphs
    _must_be_the_same(records, work)
    english, left = english_of_paragraphs(work)
    free = {
        index: one
        for index, one in english.items()
        if not (records[index].has_own_english or session.translation.locked(index))
        and records[index].state is not State.SKIPPED
    }
    if not free:
        what = "has English of a person's in every paragraph that there is English for"
        raise WorkbenchError(
            Problem(session.translation.path, what, "nothing was changed; take the pairs into a memory")
        )
    session.do(TakeAligned(free))
    return Recorded(
        session.document,
        sum(one.reviewed for one in free.values()),
        sum(not one.reviewed for one in free.values()),
        sum(not now.english.strip() for now in session.paragraphs),
        len(english) - len(free),
        left,
    )


def _must_be_the_same(records: Sequence[ParagraphRecord], work: Work) -> None:
    ours = [clean_line(one.german) for one in records]
    if ours != [clean_line(one.text) for one in work.german.document.paragraphs]:
        what = "its paragraphs were cut, joined or added to in the record"
        raise WorkbenchError(Problem(work.german.path, what, "take the pairs into a memory: it fills them from there"))


def english_of_paragraphs(work: Work) -> tuple[Mapping[int, Aligned], tuple[str, ...]]:
    """The English of each German paragraph that has some, by its index, and the English sentences that are in none."""
    table = work.table
    owners = _owners(table)
    sentences: dict[int, list[int]] = {}
    for j, owner in enumerate(owners):
        if owner is not None:
            sentences.setdefault(owner, []).append(j)
    full, inlines = _full(table), _inlines(work)
    found = {
        index: Aligned(
            together(inlines[j] for j in sorted(places, key=lambda j: table.english[j].number)), reviewed=index in full
        )
        for index, places in sentences.items()
    }
    return found, tuple(one.text for one, owner in zip(table.english, owners, strict=True) if owner is None)


def _owners(table: Table) -> list[int | None]:
    """For each English sentence the German paragraph that it goes into; None where that cannot be told."""
    owners: list[int | None] = [None] * len(table.english)
    for line in table.lines:
        paragraphs = {one.paragraph for one in table.german_of(line)}
        if line.is_pair and len(paragraphs) == 1:
            owners[line.bead.english : line.bead.english_end] = [*paragraphs] * line.bead.shape[1]
    for line in table.lines:
        if not line.bead.shape[0] and not line.dropped:
            for j in range(line.bead.english, line.bead.english_end):
                owners[j] = _of_neighbours(table.english, owners, j)
    return owners


def _of_neighbours(english: Sequence[Sentence], owners: Sequence[int | None], j: int) -> int | None:
    """Where a sentence goes that the German has not: with the one before it in its English paragraph, or that after."""
    for near in (j - 1, j + 1):
        if 0 <= near < len(english) and english[near].paragraph == english[j].paragraph and owners[near] is not None:
            return owners[near]
    return None


def _full(table: Table) -> set[int]:
    """The German paragraphs of which every sentence has English of its own, and is not in doubt."""
    full = {one.paragraph for one in table.german}
    for line in table.lines:
        paragraphs = {one.paragraph for one in table.german_of(line)}
        if not line.is_pair or line.in_doubt or len(paragraphs) > 1:
            full -= paragraphs
    return full


def _inlines(work: Work) -> list[Inline]:
    """Each English sentence of the table, with its codes by the ids of its German."""
    table, shared = work.table, SharedCodes(work.german.document, work.english.document)
    return [one for line in table.lines for one in shared.english(table, line)]
