"""The document on the desk as other programs leave it on the disk: looked at, taken up, or written over."""

from __future__ import annotations

from collections.abc import Callable

from workbench.project.history import History
from workbench.project.project import Project
from workbench.project.watch import Look, Watch
from workbench.translation import Translation


class OnDisk:
    """What others change of the document on the desk. `read_anew` is called when what is on disk was taken up."""

    def __init__(self, history: History, read_anew: Callable[[], object]) -> None:
        self._history, self._read_anew = history, read_anew
        self._watch: Watch | None = None
        self._translation: Translation | None = None

    def begin(self, project: Project, translation: Translation) -> None:
        """Another document is on the desk."""
        self._translation = translation
        self._watch = Watch(project, translation)

    def look(self, *, busy: bool) -> Look:
        """Look whether another program changed the document, or has the project now (`Watch.look`; WorkbenchError)."""
        assert self._watch is not None
        undone = self._history.next_redo() is not None  # it could not be done again in what is on disk now
        seen = self._watch.look(busy=busy or undone)
        if seen == "taken up":
            self._taken_up()
        return seen

    def changed(self) -> bool:
        """Whether another program changed the document on the desk."""
        return self._watch is not None and self._watch.changed()

    def take_up(self) -> None:
        """Take up what is on disk; work that was not saved is put aside in a file. Raises WorkbenchError."""
        assert self._watch is not None
        self._watch.take_up()
        self._taken_up()

    def save_over(self) -> None:
        """Go on with the work here; what is on disk is put aside in a file. Raises WorkbenchError."""
        assert self._translation is not None
        self._translation.save(over=True)

    def _taken_up(self) -> None:
        assert self._translation is not None
        self._history.forget(self._translation.record.source)
        self._read_anew()
