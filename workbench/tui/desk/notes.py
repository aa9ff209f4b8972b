"""At the desk: notes on paragraphs."""

from __future__ import annotations

from functools import partial

from workbench.project.commands import AskForOriginal, WriteNote
from workbench.tui.desk.workplace import Workplace


class Notes:
    """Writing notes; what was typed in one that the user went back from is kept, and offered again."""

    def __init__(self, desk: Workplace) -> None:
        self._desk = desk
        self._begun: dict[int, str] = {}

    def forget(self) -> None:
        """Another document is on the desk."""
        self._begun.clear()

    async def write(self) -> None:
        """Ask for the note on this paragraph."""
        from workbench.tui.dialogs.note import NoteDialog

        desk, index = self._desk, self._desk.index
        begun = self._begun.pop(index, desk.session.paragraphs[index].note)
        note = await desk.ask(NoteDialog(begun, partial(self._left, index)))
        if note is not None and (done := desk.do(WriteNote(index, note))):
            desk.status.tell(f"Saved: {done.told}.")

    def ask_for_original(self) -> None:
        """Mark that the paragraph's words are wanted as they were said; or take that back."""
        if self._desk.writable() and (done := self._desk.do(AskForOriginal(self._desk.index))):
            self._desk.status.tell(f"Saved: {done.told}. u undoes.")

    def take_typed(self) -> None:
        """The program is told to end: what stands in an open note, and was begun in others, goes into the document."""
        from workbench.tui.dialogs.note import NoteDialog

        for screen in self._desk.app.screen_stack:
            if isinstance(screen, NoteDialog):
                screen.leave()
        for index, text in self._begun.items():
            self._desk.do(WriteNote(index, text))

    def _left(self, index: int, text: str) -> None:
        if text != self._desk.session.paragraphs[index].note:
            self._begun[index] = text
            self._desk.status.tell("The note is not kept; n shows again what you typed.")
