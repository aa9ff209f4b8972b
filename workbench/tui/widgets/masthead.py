"""The line at the top: which document, how far, which package, and what it is doing."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.widget import Widget

from workbench.project import Project, Session
from workbench.text import clean_line

BAR = 10


def bar(done: int, total: int) -> str:
    """How much is done, as ten cells."""
    filled = BAR * done // total if total else 0
    return "█" * filled + "░" * (BAR - filled)


class Masthead(Widget):
    """Document · bar · reviewed/total · package · activity. What does not fit is left out from the right."""

    def __init__(self) -> None:
        super().__init__(id="masthead")
        self._parts: tuple[str, ...] = ("Workbench",)

    def show(self, session: Session, activity: str) -> None:
        """Show this state of things."""
        project, translation = session.project, session.translation
        progress = translation.progress
        parts = (
            *_warnings(project),
            clean_line(translation.record.source),
            f"{bar(progress.reviewed, progress.total)} {progress.reviewed}/{progress.total} reviewed",
            activity or ("" if translation.recorded else "typing …"),
            project.engines.package_name,
        )
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


def _warnings(project: Project) -> Iterator[str]:
    """What comes first, as long as it is so."""
    if project.read_only:
        yield "READ-ONLY"
    if count := len(project.termbase.problems):
        yield f"{count} glossary problem{'s' if count > 1 else ''}"
