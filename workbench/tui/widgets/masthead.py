"""The line at the top: which document, how far, which package, and what it is doing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.widget import Widget

from workbench.project import Project, Session
from workbench.text import clean_line
from workbench.tui.fitting import cut

BAR = 10
BETWEEN = "  ·  "
WITH_BAR = 60
"""From this width on (cells) there is a bar before the figures, and a word behind."""


def bar(done: int, total: int) -> str:
    """How much is done, as ten cells."""
    filled = BAR * done // total if total else 0
    return "━" * filled + "─" * (BAR - filled)


class Masthead(Widget):
    """Warnings, a name, and what is to be said of it. What does not fit is left out from the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"masthead--bad", "masthead--name", "masthead--quiet"}

    def __init__(self) -> None:
        super().__init__(id="masthead")
        self._parts: tuple[tuple[str, str], ...] = (("Workbench", "masthead--name"),)

    def show(self, session: Session, activity: str, shown: str = "") -> None:
        """Show this state of the desk: what is shown of the document, if not all · document · bar · reviewed ·
        activity · package · memories, if several.
        """
        project, translation = session.project, session.translation
        progress = translation.progress
        done = f"{progress.reviewed} of {progress.total}"
        if self.size.width >= WITH_BAR:
            done = f"{bar(progress.reviewed, progress.total)} {done} reviewed"
        quiet = (
            done,
            activity or ("" if translation.recorded else "not saved yet"),
            project.engines.package_name if project.engines.looked_for else "",
            f"memory {project.memories_asked}" if project.memories_asked > 1 else "",
        )
        self.say(clean_line(translation.record.source), quiet, _warnings(project), shown)

    def say(self, name: str, quiet: Iterable[str], warnings: Iterable[str] = (), shown: str = "") -> None:
        """Show these parts, without those that are empty; what is `shown` goes before the name."""
        self._parts = (
            *((part, "masthead--bad") for part in warnings if part),
            *((part, "masthead--name") for part in (shown, name) if part),
            *((part, "masthead--quiet") for part in quiet if part),
        )
        self.refresh()

    def render(self) -> Text:
        width, used = max(1, self.size.width - 2), 0
        line = Text(no_wrap=True)
        for part, look in self._parts:
            cells = cell_len(part) + (len(BETWEEN) if used else 0)
            if used and used + cells > width:
                continue
            if used:
                line.append(BETWEEN, self.get_component_rich_style("masthead--quiet", partial=True))
            line.append(cut(part, width), self.get_component_rich_style(look, partial=True))
            used += cells
        return line


def _warnings(project: Project) -> Iterable[str]:
    """What comes first, as long as it is so."""
    if project.read_only:
        yield "READ-ONLY"
    if count := len(project.termbase.problems):
        yield f"{count} glossary problem{'s' if count > 1 else ''}"
