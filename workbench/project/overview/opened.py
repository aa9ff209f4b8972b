"""When documents were on the desk last: kept in `.workbench/opened.json`, for this machine alone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from workbench.files import read_regular, write_inside
from workbench.problem import WorkbenchError
from workbench.project.folder.layout import Layout

MOST = 10_000
"""Documents that are remembered."""
_LARGEST = 10_000_000


def last_opened(layout: Layout) -> Mapping[str, datetime]:
    """When each document was opened last (UTC), by name. A file that cannot be read tells nothing."""
    found: dict[str, datetime] = {}
    with suppress(WorkbenchError, ValueError, RecursionError):
        said = json.loads(read_regular(_place(layout), _LARGEST) or b"{}")
        for name, at in said.items() if isinstance(said, dict) else ():
            with suppress(ValueError, TypeError, OverflowError):
                found[name] = datetime.fromisoformat(at).astimezone(UTC)
    return found


def remember_opened(layout: Layout, name: str, at: datetime) -> None:
    """Keep that a document was opened. Where that cannot be kept nothing is raised: it is worth no error."""
    opened = {**last_opened(layout), name: at.astimezone(UTC)}
    latest = sorted(opened.items(), key=lambda one: one[1])[-MOST:]
    data = json.dumps({name: at.isoformat(timespec="seconds") for name, at in latest}, indent=0)
    with suppress(WorkbenchError):
        write_inside(layout.root, _place(layout), data.encode(), durable=False)


def _place(layout: Layout) -> Path:
    return layout.private / "opened.json"
