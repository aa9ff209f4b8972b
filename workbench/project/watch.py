"""Looking whether another program changed the document on the desk, and what can be done about it."""

from __future__ import annotations

from typing import Literal

from workbench.files import stamp
from workbench.project.project import Project
from workbench.translation import Translation

Look = Literal["", "taken up", "conflict", "lost"]


class Watch:
    """One document's source and record, as they were when they were last read."""

    def __init__(self, project: Project, translation: Translation) -> None:
        self._project, self._translation = project, translation
        self._source = project.source_stamp(self._name)
        self._looked_at: object = None

    @property
    def _name(self) -> str:
        return self._translation.record.source

    def changed(self) -> bool:
        """Whether another program changed the source or the record."""
        return self._source != self._project.source_stamp(self._name) or self._translation.changed_elsewhere

    def look(self, *, busy: bool) -> Look:
        """Look whether another program changed the document, and take it up where nothing here is lost by it.

        `busy`: the user is in the middle of a paragraph. A conflict (work here that is not saved, or that is not in
        what is on disk now, because the record was deleted or replaced) is told once; `take_up` or
        `translation.save(over=True)` ends it. “lost”: another workbench has taken the project over, after `.workbench/`
        was deleted; what was not saved is put aside, and nothing can be changed here any more.
        Raises WorkbenchError, once, when what is on disk cannot be read.
        """
        translation, project = self._translation, self._project
        if not project.read_only and not project.still_held():
            if not translation.recorded:
                translation.put_aside()
            translation.close_for_writing(project.read_only_reason, project.read_only_mend)
            return "lost"
        now = (self._project.source_stamp(self._name), stamp(translation.path), busy)
        if now == self._looked_at:
            return ""
        self._looked_at = now
        if not self.changed():
            return ""
        if busy or not translation.recorded or translation.would_lose():
            return "conflict"
        self.take_up()
        return "taken up"

    def take_up(self) -> None:
        """Take up what is on disk now; work here that is not in it is put aside in a file (`NAME.yaml.aside-1`).

        Raises WorkbenchError, with the document as it was, when the source or the record cannot be read.
        """
        seen = self._project.source_stamp(self._name)
        self._translation.reload(self._project.read_source(self._name))
        self._source = seen
