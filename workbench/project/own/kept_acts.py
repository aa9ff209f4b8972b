"""Writing the journals: every act goes into that of its document, in the disk's lane, so that nobody waits for it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Lock

from workbench.problem import WorkbenchError
from workbench.project.events import Act, Event, NotWritten
from workbench.project.folder.layout import Layout
from workbench.project.history import SegmentStep
from workbench.project.jobs import Lane
from workbench.translation import Done, Journal, JournalLine, ParagraphRecord, Spent, Stood, TranslationRecord

_OF = re.compile(r" of paragraph (\d+)$")
FOLLOWED = "equal sentence"
"""What is said of paragraphs that an accept elsewhere has filled."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What is to be written: an act, or times, with the record of the document that was on the desk then."""

    at: datetime
    record: TranslationRecord
    act: Act | None = None
    spent: tuple[tuple[int, str, float], ...] = ()


class KeptActs:
    """Keeps what was done. `tell` gets, once, that it cannot be written; the work itself is saved elsewhere."""

    def __init__(self, layout: Layout, lane: Lane, tell: Callable[[Event], None]) -> None:
        """`tell` may be called in any thread."""
        self._layout, self._lane, self._tell = layout, lane, tell
        self._waiting: deque[_Waiting] = deque()
        self._writing = Lock()
        self._told = False
        self._by: str | None = None
        """What the user is called, once that was asked for."""

    def take(self, act: Act, record: TranslationRecord) -> None:
        """Something was done. `record`: of the document on the desk."""
        if act.steps:
            self._put(_Waiting(datetime.now(UTC), record, act))

    def take_times(self, spent: Iterable[tuple[int, str, float]], record: TranslationRecord) -> None:
        """Time was spent on paragraphs of the document on the desk: index (from 0), German, seconds."""
        self._put(_Waiting(datetime.now(UTC), record, spent=tuple(spent)))

    def _put(self, waiting: _Waiting) -> None:
        self._waiting.append(waiting)
        self._lane.submit(self.write, name="journal")

    def write(self) -> None:
        """Write what waits. Any thread may do this."""
        with self._writing:
            lines: dict[str, list[JournalLine]] = {}
            while self._waiting:
                for document, line in _lines(self._waiting.popleft(), self._name):
                    lines.setdefault(document, []).append(line)
            try:
                for document, ones in lines.items():
                    Journal(self._layout.private, document).add(ones)
                if lines:
                    self._told = False
            except WorkbenchError as error:
                if not self._told:
                    self._told = True
                    self._tell(NotWritten(str(error)))

    def _name(self) -> str:
        if self._by is None:
            from workbench.project.own.hands import user_name

            self._by = user_name(self._layout.root)
        return self._by


def _lines(waiting: _Waiting, by: Callable[[], str]) -> Iterator[tuple[str, JournalLine]]:
    record = waiting.record
    for index, german, seconds in waiting.spent:
        still = index < len(record.paragraphs) and record.paragraphs[index].source.shown() == german
        yield record.source, Spent(waiting.at, record.ids[index] if still else "", german, seconds)
    for step in waiting.act.steps if waiting.act else ():
        was, now = _stood(step.before), _stood(step.after)
        if waiting.act and was != now:
            german = step.after.source.shown()
            key = _id(record, step, german)
            did = did_to(waiting.act.label, step.index)
            yield step.document, Done(waiting.at, did, waiting.act.kind, key, german, was, now, by())


def _id(record: TranslationRecord, step: SegmentStep, german: str) -> str:
    """The paragraph's id, where it is of the document on the desk and still stands where it stood."""
    if step.document != record.source or step.index >= len(record.paragraphs):
        return ""
    return record.ids[step.index] if record.paragraphs[step.index].source.shown() == german else ""


def did_to(label: str, index: int) -> str:
    """What an act was to one of its paragraphs (from 0), in a word or two.

    >>> did_to("accept of paragraph 3", 2), did_to("accept of paragraph 3", 7), did_to("edit", 0)
    ('accept', 'equal sentence', 'edit')
    """
    found = _OF.search(label)
    if found and int(found[1]) != index + 1:
        return FOLLOWED
    return _OF.sub("", label)


def _stood(paragraph: ParagraphRecord) -> Stood:
    return Stood(paragraph.target.shown(), paragraph.state)
