"""The project's memory, brought up to date before a command asks it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.telling import tell_progress
from workbench.problem import WorkbenchError

if TYPE_CHECKING:
    from workbench.project import Project


def remember(project: Project) -> None:
    """Bring the memory up to date; on a terminal one line tells how far it is, where there is anything to do."""
    line = ""
    for done, total in project.remember():
        if total and sys.stderr.isatty():
            line = f"memory: {done}/{total} translations looked at"
            tell_progress(line, done=False)
    if line:
        tell_progress(line, done=True)


def remember_here() -> None:
    """The same for the project of the folder that the user is in, where there is one with translations.

    Somebody else who works in it keeps its memory up to date: then it is as they keep it. In a folder that was never
    opened here nothing is made.
    """
    from workbench.project import Project
    from workbench.project.folder.layout import find_layout

    try:
        layout, _ = find_layout(Path())
        if not (layout.translations.is_dir() and layout.private.is_dir()):
            return
        with Project.open(layout.root) as project:
            if not project.read_only:
                remember(project)
    except WorkbenchError:
        return  # what is wrong with the project is told by the commands that work in it
