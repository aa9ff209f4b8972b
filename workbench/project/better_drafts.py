"""The one line that better drafts are a command away: once a project on the screen, and never where nobody wants it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.files import told_as_problem
from workbench.invocation import run_again

if TYPE_CHECKING:
    from workbench.project.project import Project

_TOLD = "told"
_WHY = "`workbench model hint off` made this file: the line about better drafts is not told. `… hint on` deletes it.\n"


def better_drafts(project: Project) -> str:
    """How to get better drafts, in one line; empty where another package than the built-in one is in use or installed,
    and where the user does not want to be told (`hush`). Reads a few files: any thread may ask. Nothing is raised.
    """
    from workbench.engine import installed_packages, might_have_packages

    if project.settings.package or _hushed().exists() or (might_have_packages() and installed_packages()):
        return ""
    return f"Better drafts are a command away: {run_again('model install opus')}"


def not_told_yet(project: Project) -> bool:
    """Whether the screen has not told it in this project."""
    return project.settings.better_drafts != _TOLD and not project.read_only


def told(project: Project) -> None:
    """The screen has told it. Raises WorkbenchError where that cannot be kept."""
    project.set(better_drafts=_TOLD)


def hush(off: bool) -> None:
    """Never tell it again, in no project; or take that back. Raises WorkbenchError where that cannot be kept."""
    path = _hushed()
    with told_as_problem(path):
        if off:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_WHY, encoding="utf-8")
        else:
            path.unlink(missing_ok=True)


def _hushed() -> Path:
    from platformdirs import user_state_path

    return user_state_path("workbench", appauthor=False) / "better-drafts-off"
