"""Looking through all documents of a project for what somebody is looking for."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from workbench.checks import Finding
from workbench.problem import Problem, WorkbenchError
from workbench.project.searching.finder import finder
from workbench.project.searching.pattern import TookTooLongError
from workbench.project.searching.query import FIELDS, Field, Query
from workbench.text import Span
from workbench.translation import ParagraphRecord

if TYPE_CHECKING:
    from workbench.project.team.authors import Hand

STEP = 0.05
"""Seconds after which what was found in a long document is handed over."""
_MEND = "say more closely what is looked for"


@dataclass(frozen=True, slots=True)
class Hit:
    """What was found in one field of a paragraph (index from 0) of a document.

    `places` lie in `text`; there are none where everything was looked for. `check`: of a finding, which check tells it.
    `doubt`: how doubtful the paragraph is, from 0 to 1, where it was asked for what is in doubt; `hand`: who changed it
    last, where it was asked for that.
    """

    document: str
    paragraph: int
    field: Field
    record: ParagraphRecord
    text: str
    places: tuple[Span, ...]
    check: str = ""
    doubt: float = 0.0
    hand: Hand | None = None


class Texts(Protocol):
    """What is looked through: the project's `Documents`, or files `Outside` of it."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What is not looked through, and why."""

    @property
    def names(self) -> Sequence[str]:
        """The documents, in the order in which they are looked through. Raises WorkbenchError where there is none."""

    def paragraphs(self, name: str) -> Sequence[ParagraphRecord]:
        """The paragraphs of one. Raises WorkbenchError where it cannot be read."""

    def findings(self, name: str) -> Generator[None, None, Mapping[int, Sequence[Finding]]]:
        """In steps: what the checks tell of its paragraphs (from 0); none where that is not known."""

    def hands(self, name: str) -> Mapping[int, Hand]:
        """Who changed its paragraphs last; none where that is not known."""


class Search:
    """One look through the documents, as they were when `collect` came to them.

    Make it in the project's own thread (raises WorkbenchError where nothing can be found by `query`); `collect` may be
    asked in any. Findings, and who changed what, are asked for only if that is looked for. `first`: the document that
    comes first.
    """

    def __init__(self, texts: Texts, query: Query, first: str = "") -> None:
        self.query = query
        self.finder = finder(query)
        self._looked_in, self._first = texts, first
        self.looked_through = (0, 0)
        """How many documents were looked through, and how many there are, once that is known."""
        self.problems: list[Problem] = []
        """Documents that could not be read, and where a pattern took too long: the first such paragraph."""
        self.passed_over = 0
        """Paragraphs that a pattern took too long in."""
        self.complete = False
        """Whether all documents have been looked through; not when a pattern took too long altogether."""
        self._fields = tuple(field for field in FIELDS if field in query.fields)

    def collect(self) -> Iterator[Sequence[Hit]]:
        """What is found, in the documents' order: one document a step, or what a twentieth of a second brought."""
        names = self._names()
        self.looked_through = (0, len(names))
        for done, name in enumerate(names, start=1):
            try:
                yield from self._in_document(name)
            except WorkbenchError as error:
                self.problems.append(error.problem)
            except TookTooLongError:
                return
            self.looked_through = (done, len(names))
            yield ()
        self.complete = True

    def _names(self) -> Sequence[str]:
        try:
            names = [name for name in self._looked_in.names if name in (self.query.documents or (name,))]
        except WorkbenchError as error:
            self.problems.append(error.problem)
            return ()
        self.problems += self._looked_in.problems
        return sorted(names, key=lambda name: name != self._first)

    def _in_document(self, name: str) -> Iterator[Sequence[Hit]]:
        paragraphs = self._looked_in.paragraphs(name)
        findings: Mapping[int, Sequence[Finding]] = {}
        if "finding" in self._fields:
            steps = self._looked_in.findings(name)
            while True:
                try:
                    next(steps)
                except StopIteration as stopped:
                    findings = stopped.value
                    break
                yield ()
        found: list[Hit] = []
        hands = self._looked_in.hands(name) if self.query.changed is not None else {}
        end = monotonic() + STEP
        for index, record in enumerate(paragraphs):
            if self._is_meant(record, hands.get(index)):
                hits = self._in_paragraph(name, index, record, findings.get(index, ()))
                found += (replace(hit, hand=hands[index]) for hit in hits) if hands else hits
            if monotonic() > end:
                yield found
                found, end = [], monotonic() + STEP
        yield found

    def _is_meant(self, record: ParagraphRecord, hand: Hand | None) -> bool:
        wanted, changed = self.query.wanted_states, self.query.changed
        return (not wanted or record.state in wanted) and (changed is None or changed.fits(hand))

    def _in_paragraph(
        self, name: str, index: int, record: ParagraphRecord, findings: Sequence[Finding]
    ) -> Iterator[Hit]:
        for field, text, check in self._texts(record, findings):
            try:
                places = self.finder.places(text, field)
            except TookTooLongError as error:
                self._tell(name, index, error)
                if error.for_good:
                    raise
                return
            if places or (text and not self.query.text):
                yield Hit(name, index, field, record, text, places, check)
                if not places and field in ("german", "english"):
                    return  # everything is looked for: the paragraph is told once

    def _texts(self, record: ParagraphRecord, findings: Sequence[Finding]) -> Iterator[tuple[Field, str, str]]:
        for field in self._fields:
            if field == "finding":
                for finding in findings:
                    yield field, finding.message, finding.check
            else:
                yield field, {"german": record.german, "english": record.english, "note": record.note}[field], ""

    def _tell(self, name: str, index: int, error: TookTooLongError) -> None:
        """That a pattern took too long: the first time, and where it was the last one."""
        if error.for_good:
            done, of = self.looked_through
            where = f"{done} of {of} documents were looked through"
            what = f"stopped at paragraph {index + 1}: this pattern takes too long ({where})"
            self.problems.append(Problem(name, what, _MEND))
            return
        self.passed_over += 1
        if self.passed_over == 1:
            what = f"paragraph {index + 1} was passed over: this pattern takes too long there"
            self.problems.append(Problem(name, what, _MEND))
