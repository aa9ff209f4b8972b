"""The tutorial: the real desk on a copy of the example in a folder that goes away afterwards."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.project import Session
from workbench.project.example import make_example
from workbench.tui.app import WorkbenchApp
from workbench.tui.program import TURN


def learn_keys() -> None:
    """Show it and stay until the user quits. Nothing of the user's is touched but for reading the settings.

    Raises WorkbenchError where no folder can be made for it.
    """
    sys.setswitchinterval(TURN)
    from workbench.project.memories.places import own_memory

    with TemporaryDirectory(prefix="workbench-keys-", ignore_cleanup_errors=True) as folder:
        root = Path(folder) / "example"
        root.mkdir()
        make_example(root)
        with Session.open(root, at_leisure=True) as session:
            apart(session)
            WorkbenchApp(session, learning=True).run()
        with suppress(OSError):  # what was learnt on goes out of the folder of memories, too
            own_memory(root).unlink(missing_ok=True)


def apart(session: Session) -> None:
    """Leave the memories of the user's own work out of it."""
    session.project.settings = replace(session.project.settings, shared=False, memories=(), start="article")
