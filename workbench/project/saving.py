"""Putting a document on the disk: the record at once, the English version behind it in the disk's lane."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from workbench.problem import WorkbenchError
from workbench.project.events import NotWritten
from workbench.project.jobs import Lane
from workbench.translation import Translation


class Saving:
    """Saves documents. `told` gets, in the thread of the commands, what could not be written behind."""

    def __init__(self, lane: Lane, told: Callable[[NotWritten], None]) -> None:
        self._lane, self._told = lane, told

    def save(self, translation: Translation) -> None:
        """Put what was typed on the disk, and then, in the lane, the English version.

        Raises WorkbenchError when the record cannot be written; the work stays in memory then.
        """
        translation.save_record()
        if not translation.saved and not translation.read_only:
            write = partial(translation.save_english, translation.record)
            self._lane.submit(write, name="english").add_done_callback(self._written)

    def _written(self, done: Future[None]) -> None:
        """In the lane: where the English version could not be written, that is told; the work is in the record."""
        error = None if done.cancelled() else done.exception()
        if isinstance(error, WorkbenchError):
            self._told(NotWritten(str(error)))


def keep(translation: Translation) -> Path | None:
    """Before the program ends: save everything, or put it aside in a file, which is the answer; None if saved.

    Raises WorkbenchError when nothing can be written anywhere.
    """
    try:
        translation.save()
    except WorkbenchError:
        return None if translation.recorded else translation.put_aside()
    return None
