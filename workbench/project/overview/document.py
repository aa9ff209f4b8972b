"""What is told of a document in the list of all, and of all of them together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath, PurePosixPath

from workbench.problem import Problem
from workbench.project.figures.words import with_letter_or_figure
from workbench.text import printable_line
from workbench.translation import ParagraphRecord, State


@dataclass(frozen=True, slots=True)
class DocumentOverview:
    """A document in the list of all.

    The counts are of paragraphs, `words` of the German that is not left out. `notes`: paragraphs with a note.
    `findings`: errors and warnings as the desk counts them, None as long as nobody has looked. `counted`: whether the
    counts are known yet. `opened`: when it was on the desk last, on this machine. `problem`: why it cannot be read.
    """

    name: str
    words: int = 0
    reviewed: int = 0
    translated: int = 0
    draft: int = 0
    new: int = 0
    skipped: int = 0
    notes: int = 0
    findings: int | None = None
    counted: bool = False
    opened: datetime | None = None
    problem: str = ""

    @property
    def format(self) -> str:
        """Its file's kind by the suffix, without the dot."""
        return PurePosixPath(self.name).suffix.removeprefix(".").lower()

    @property
    def paragraphs(self) -> int:
        """The paragraphs that are to be translated, the reviewed ones among them."""
        return self.reviewed + self.translated + self.draft + self.new

    @property
    def done(self) -> bool:
        """Whether everything in it is reviewed."""
        return self.counted and self.reviewed == self.paragraphs > 0


@dataclass(frozen=True, slots=True)
class Totals:
    """Several documents together.

    `counted`: how many of them have counts; `looked_at`: how many have been looked at for findings; `unreadable`: how
    many cannot be read.
    """

    documents: int
    counted: int
    looked_at: int
    unreadable: int
    words: int
    reviewed: int
    paragraphs: int
    findings: int


def counted(name: str, paragraphs: Iterable[ParagraphRecord]) -> DocumentOverview:
    """A document's counts; nobody has looked for findings."""
    states = dict.fromkeys(State, 0)
    words = notes = 0
    for one in paragraphs:
        states[one.state] += 1
        notes += bool(one.note)
        words += with_letter_or_figure(one.german) if one.state is not State.SKIPPED else 0
    return DocumentOverview(
        name,
        words,
        states[State.REVIEWED],
        states[State.TRANSLATED],
        states[State.DRAFT],
        states[State.NEW],
        states[State.SKIPPED],
        notes,
        counted=True,
    )


def unreadable(name: str, problem: Problem) -> DocumentOverview:
    """A document that cannot be read; of the file, it is told which where it is not the document's own.

    >>> unreadable("a/b.txt", Problem("sources/a/b.txt", "is empty", "write something")).problem
    'is empty – write something'
    """
    file = PurePath(problem.where).name
    place = f"{file}:{problem.line}" if problem.line else file
    told = "" if place == PurePosixPath(name).name else f"{place}: "
    return DocumentOverview(name, problem=printable_line(f"{told}{problem.what} – {problem.mend}"))


def together(documents: Sequence[DocumentOverview]) -> Totals:
    """The sums of documents, as far as they are known."""
    return Totals(
        len(documents),
        sum(one.counted for one in documents),
        sum(one.findings is not None for one in documents),
        sum(bool(one.problem) for one in documents),
        sum(one.words for one in documents),
        sum(one.reviewed for one in documents),
        sum(one.paragraphs for one in documents),
        sum(one.findings or 0 for one in documents),
    )


def with_opened(document: DocumentOverview, opened: datetime | None) -> DocumentOverview:
    """The document with the time it was opened last; the same object where that is no other."""
    return document if document.opened == opened else replace(document, opened=opened)
