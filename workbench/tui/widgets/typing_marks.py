"""What the English cell does with marks as they are typed, and with what is pasted; undo takes each step back."""

from __future__ import annotations

from collections.abc import Callable

from workbench.text import Span
from workbench.text.house_style import HouseStyle
from workbench.text.house_style.typed import typed
from workbench.tui.widgets.cells import Cell, location_of


class TypingMarks:
    """Puts a house style's marks in the place of what was just typed in a cell, which `write` puts in.

    `style`: None where marks stay as they are typed.
    """

    def __init__(self, cell: Cell, write: Callable[[str], None]) -> None:
        self._cell, self._write = cell, write
        self.style: HouseStyle | None = None
        self._left: tuple[str, int] | None = None
        """The text and the cursor's place straight after marks or a paste were put right; None when that is over."""

    def write(self, letter: str) -> None:
        """Put a letter in as it was typed and then, in a step of its own, the mark that it means."""
        cell = self._cell
        self._write(letter)
        at = cell.selected_place.end
        new = typed(cell.text, at, self.style) if self.style else None
        if new is not None:
            self.put(Span(at - new.back, at), new.put)
            self._left = cell.text, cell.selected_place.end

    def put(self, span: Span, words: str) -> None:
        """Put words in the place of a stretch (offsets in the cell's text), as one step of undo; the cursor behind."""
        cell = self._cell
        cell.history.checkpoint()
        start, end = location_of(cell, span.start), location_of(cell, span.end)
        done = cell.replace(words, start, end, maintain_selection_offset=False)
        cell.history.checkpoint()
        cell.move_cursor(done.end_location)

    def paste(self, raw: str, meant: str) -> None:
        """Put in what was pasted and then, in a step of its own, what it means."""
        cell = self._cell
        start = cell.selected_place.start
        self._write(raw)
        if meant != raw:
            self.put(Span(start, start + len(raw)), meant)
            self._left = cell.text, cell.selected_place.end

    def take_back(self) -> bool:
        """Bring back what was typed or pasted, if it was put right a moment ago; False where there is no such thing."""
        cell, left = self._cell, self._left
        self._left = None
        if left is None or left != (cell.text, cell.selected_place.end):
            return False
        cell.undo()
        return True
