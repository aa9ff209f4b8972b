"""Words of untouched drafts of which the package was unsure, at the desk: weighed beside the work, and gone to."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Lock

from workbench.problem import WorkbenchError
from workbench.project.doubting.weighing import is_untouched
from workbench.project.folder.sources import find_sources
from workbench.project.records import Records
from workbench.project.session import Session
from workbench.text import Span
from workbench.translation import ParagraphRecord

JOB = "doubt"
_From = tuple[str, int, int]
"""A document, a paragraph of it (from 0), and a place in its English, in characters."""


@dataclass(frozen=True, slots=True)
class InDoubt:
    """A word in doubt: where it stands in the English of a paragraph (from 0) of a document."""

    document: str
    paragraph: int
    word: Span


class Doubts:
    """What is in doubt in the document on the desk. `tell` gets paragraphs (from 0) of which more is known now."""

    def __init__(self, session: Session, tell: Callable[[Sequence[int]], None]) -> None:
        self._session, self._tell = session, tell
        self.shown = session.project.settings.doubt == "on"
        """Whether they are marked; nothing is looked for before."""
        self.at: tuple[str, int] | None = None
        """The document and the paragraph (from 0) that the user was led to last."""
        self._waiting: dict[tuple[str, str], tuple[int, ParagraphRecord]] = {}
        self._lock = Lock()
        self._fails = False

    def here(self, index: int) -> tuple[Span, ...]:
        """The words in doubt of a paragraph's English, as far as is known by now; what is not is looked for."""
        record = self._session.paragraphs[index]
        if not self.shown or self._fails or not is_untouched(record):
            return ()
        known = self._session.drafting.weigher.known(record)
        if known is not None:
            return known.words
        with self._lock:
            begins = not self._waiting
            self._waiting[record.german, record.english] = index, record
        if begins:
            self._session.lanes.model.submit(self._look, name=JOB)
        return ()

    def _look(self) -> Generator[None]:
        """In the lane, in steps: what waits."""
        try:
            for index, _ in self._session.drafting.weigher.weighed(self._what_waits()):
                self._session.deliver(partial(self._tell, (index,)))
                yield
        except WorkbenchError:  # the package is gone
            self._fails = True

    def _what_waits(self) -> Iterator[tuple[int, ParagraphRecord]]:
        """What was seen last, and is in sight perhaps, comes first."""
        while self._waiting:
            with self._lock:
                key = next(reversed(self._waiting))
                waiting = self._waiting[key]
            yield waiting
            with self._lock:
                self._waiting.pop(key, None)

    def following(self, index: int, after: int) -> Generator[None, None, InDoubt | None]:
        """In steps, for the model's lane: the next word in doubt from a place in the English of a paragraph on.

        `after`: in characters. After this document come the others, and then its beginning; None where there is none.
        Raises WorkbenchError where the package is gone.
        """
        for (document, at, least), doubt in self._session.drafting.weigher.weighed(self._from(index, after)):
            word = next((word for word in doubt.words if word.start >= least), None)
            if word is not None:
                return InDoubt(document, at, word)
            yield
        return None

    def _from(self, index: int, after: int) -> Iterator[tuple[_From, ParagraphRecord]]:
        """The paragraphs in this order, each with the character from which on a word counts."""
        document, paragraphs = self._session.document, self._session.paragraphs
        for at in range(index, len(paragraphs)):
            yield (document, at, after if at == index else 0), paragraphs[at]
        for name, others in self._of_others(document):
            for at, record in enumerate(others):
                yield (name, at, 0), record
        for at in range(index + 1):
            yield (document, at, 0), paragraphs[at]

    def _of_others(self, document: str) -> Iterator[tuple[str, Sequence[ParagraphRecord]]]:
        """The begun documents after this one in the list, then those before it; what cannot be read is passed over."""
        project = self._session.project
        records = Records(project, self._session.translation.record, find_sources(project.layout))
        at = records.names.index(document) if document in records.names else 0
        for name in (*records.names[at + 1 :], *records.names[:at]):
            with suppress(WorkbenchError):
                if records.file(name).exists():
                    yield name, records.paragraphs(name)


def whole_document(session: Session) -> Generator[None]:
    """In steps, for the model's lane: everything that is in doubt in the document on the desk is known then.

    Raises WorkbenchError where the package is gone.
    """
    for _ in session.drafting.weigher.weighed(enumerate(session.paragraphs)):
        yield
