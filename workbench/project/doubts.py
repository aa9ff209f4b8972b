"""Words of untouched drafts of which the package was unsure: weighed beside the work."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from functools import partial
from threading import Lock

from workbench.problem import WorkbenchError
from workbench.project.session import Session
from workbench.text import Span
from workbench.translation import ParagraphRecord, State

MOST = 20_000
"""Paragraphs of which it is known."""
JOB = "doubt"
_Key = tuple[str, str]


class Doubts:
    """What is in doubt in the document on the desk. `tell` gets paragraphs (from 0) of which more is known now.

    Nothing is kept in the record: it is found out again in some 20 ms a sentence, by one pass over the finished draft,
    whatever put it together (a package, the glossary, the dictionary), and another package judges it anew.
    """

    def __init__(self, session: Session, tell: Callable[[Sequence[int]], None]) -> None:
        self._session, self._tell = session, tell
        self.shown = session.project.settings.doubt == "on"
        """Whether they are marked; nothing is looked for before."""
        self.at: int | None = None
        """The paragraph (from 0) that the user was led to last."""
        self._known: dict[_Key, tuple[Span, ...]] = {}
        self._waiting: dict[_Key, int] = {}
        self._lock = Lock()

    def here(self, index: int) -> tuple[Span, ...]:
        """The words in doubt of a paragraph's English, as far as is known by now; what is not is looked for."""
        record = self._session.paragraphs[index]
        if not self.shown or not is_untouched(record):
            return ()
        key = (record.german, record.english)
        if key in self._known:
            return self._known[key]
        with self._lock:
            begins = not self._waiting
            self._waiting[key] = index
        if begins:
            self._session.lanes.model.submit(self._look, name=JOB)
        return ()

    def _look(self) -> Generator[None, None, None]:
        """In the lane, in steps: what waits."""
        while self._waiting:
            with self._lock:
                key = next(reversed(self._waiting))  # what was seen last is in sight
                index = self._waiting[key]
            self._weigh(key)
            with self._lock:
                self._waiting.pop(key, None)
            self._session.deliver(partial(self._tell, (index,)))
            yield

    def _weigh(self, key: _Key) -> tuple[Span, ...]:
        if key not in self._known:
            if len(self._known) >= MOST:
                self._known.clear()
            self._known[key] = _in_doubt(self._session, *key)
        return self._known[key]

    def following(self, index: int, after: int) -> Generator[None, None, tuple[int, Span] | None]:
        """In steps, for the model's lane: the next word in doubt from a place in the English of a paragraph on.

        `after`: in characters. The end of the document is gone round; None where there is none.
        """
        paragraphs = self._session.paragraphs
        count = len(paragraphs)
        for step in range(count + 1):
            at = (index + step) % count
            if is_untouched(paragraphs[at]):
                words = self._weigh((paragraphs[at].german, paragraphs[at].english))
                found = next((word for word in words if step or word.start >= after), None)
                if found is not None:
                    return at, found
            yield
        return None


def is_untouched(record: ParagraphRecord) -> bool:
    """Whether a paragraph's English is its draft, which nobody has accepted or changed."""
    return record.state is State.DRAFT and record.draft is not None and record.draft.english == record.english


def _in_doubt(session: Session, german: str, english: str) -> tuple[Span, ...]:
    """The words in doubt of a draft; none where the package is gone, or fails on it."""
    from workbench.engine.doubtful import UNSURE, word_probabilities
    from workbench.memory import sentences_beside

    pairs = [pair for pair in sentences_beside(german, english) if pair[1].start < pair[1].end]
    found: list[Span] = []
    try:
        drafter = session.project.drafter
        weighed = word_probabilities(
            drafter, [german[slice(*one)] for one, _ in pairs], [english[slice(*other)] for _, other in pairs]
        )
        for (_, place), words in zip(pairs, weighed, strict=True):
            found += (
                Span(place.start + word.at.start, place.start + word.at.end) for word in words if word.value < UNSURE
            )
    except (WorkbenchError, RuntimeError, ValueError):
        return ()
    return tuple(found)
