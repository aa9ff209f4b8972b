"""At the desk: the words that the one at the cursor stands for are lit in the other text while a paragraph is open."""

from __future__ import annotations

from textual.timer import Timer

from workbench.project.counterparts import Counterparts, Side
from workbench.text import Span
from workbench.tui.codes import drawn
from workbench.tui.desk.workplace import Workplace

PAUSE = 0.15
"""Seconds without a key after which the words at the cursor are looked for: no letter waits for it."""
_OFF = "No words are lit any more; I (Ctrl+F6 while writing) lights them again."
_ON = "Lit is what the word at the cursor stands for. I (Ctrl+F6): no more."


def attach(desk: Workplace) -> None:
    """From now on what stands for the words at the cursor is lit in the other cell of the open paragraph."""
    if desk.sheet.lights is None:
        desk.sheet.lights = _Lighting(desk).moved


class _Lighting:
    """Follows the cursor through both cells: at once only to put out what is lit for a word that it has left."""

    def __init__(self, desk: Workplace) -> None:
        self._desk = desk
        self._counterparts = Counterparts(desk.session, self._show)
        self._pause: Timer | None = None
        self._lit_for: tuple[Side, Span, int] | None = None
        """The cell that the cursor is in, its place there, and the length of the text then."""
        for cell in desk.sheet.cells:
            for what in ("selection", "has_focus"):
                desk.sheet.watch(cell, what, self.moved, init=False)

    def moved(self) -> None:
        """A key: what is lit for another word goes; what is to be lit is looked for when the keys pause."""
        if self._lit_for is not None and not self._still_there():
            self._put_out()
        if self._pause is not None:
            self._pause.stop()
        if self._on:
            self._pause = self._desk.sheet.set_timer(PAUSE, self._look)

    @property
    def _on(self) -> bool:
        desk = self._desk
        return desk.sheet.opened is not None and desk.session.project.settings.light == "on"

    def _still_there(self) -> bool:
        """Whether the cursor is still in the word for which something is lit, which may have grown since."""
        assert self._lit_for is not None
        side, place, length = self._lit_for
        cell = self._desk.sheet.cell
        if not self._on or not cell.has_focus or cell.id != side:
            return False
        at, grown = cell.selected_place, len(cell.text) - length
        return place.start <= at.start and at.end <= place.end + grown

    def _look(self) -> None:
        """The keys pause: light what is known, and have found out what is not."""
        if (at := self._place()) is not None:
            self._counterparts.ask(*at)
            self._show()

    def _place(self) -> tuple[int, Side, Span] | None:
        """The open paragraph, and where the cursor or the selection is in which of its texts; None where in none."""
        sheet = self._desk.sheet
        shown = sheet.is_attached and sheet.cell.has_focus
        if not shown or not self._on or sheet.opened is None or sheet.typed is not None:
            return None
        return sheet.opened, "german" if sheet.cell is sheet.german else "english", sheet.cell.selected_span

    def _show(self) -> None:
        """Light in the other cell what stands for the words at the cursor, as far as it is known by now."""
        at = self._place()
        if at is None:
            return
        index, side, place = at
        sheet, record = self._desk.sheet, self._desk.session.paragraphs[index]
        words = self._counterparts.beside(index, side, place)
        here, there = (sheet.german, sheet.english) if side == "german" else (sheet.english, sheet.german)
        here.light(())
        there.light([drawn(record.target if side == "german" else record.source, word) for word in words])
        self._lit_for = (side, _around(here.selected_place, here.text), len(here.text)) if words else None

    def _put_out(self) -> None:
        self._lit_for = None
        for cell in self._desk.sheet.cells:
            cell.light(())


def _around(place: Span, text: str) -> Span:
    """A place, from the beginning of the word that it begins in to the end of the one that it ends in."""
    start, end = place
    while start and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return Span(start, end)


def switch(desk: Workplace) -> None:
    """Light them, or no more; it is kept for this project on this machine."""
    off = desk.session.project.settings.light == "on"
    with desk.status.telling():
        desk.session.project.set(light="off" if off else "on")
    if desk.sheet.lights is not None:
        desk.sheet.lights()
    desk.status.tell(_OFF if off else _ON)
