"""The line at the top: which document, how far, which package, and what it is doing."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.widget import Widget

BAR = 10


class Masthead(Widget):
    """Document · bar · reviewed/total · package · activity. What does not fit is left out from the right."""

    def __init__(self) -> None:
        super().__init__(id="masthead")
        self._parts: tuple[str, ...] = ("Workbench",)

    def show(self, *, document: str, reviewed: int, total: int, package: str, activity: str, note: str) -> None:
        """Show this state of things."""
        filled = round(BAR * reviewed / total) if total else 0
        bar = "█" * filled + "░" * (BAR - filled)
        parts = (note, document, f"{bar} {reviewed}/{total} reviewed", activity, package)
        self._parts = tuple(part for part in parts if part)
        self.refresh()

    def render(self) -> Text:
        width = max(1, self.size.width - 2)
        line = ""
        for part in self._parts:
            longer = f"{line}  ·  {part}" if line else part
            if cell_len(longer) > width and line:
                continue
            line = longer
        return Text(set_cell_size(line, width) if cell_len(line) > width else line, no_wrap=True)
