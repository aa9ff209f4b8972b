"""Files that come back from a reviewer: which reader reads which, by the file's suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from workbench.export import returned_docx
from workbench.export.returned import Returned
from workbench.problem import Problem, WorkbenchError

READERS: Mapping[str, Callable[[bytes, Path], Returned]] = MappingProxyType({".docx": returned_docx.read_returned_docx})
"""What reads a file that came back, by its suffix in small letters."""


def read_returned(data: bytes, where: Path) -> Returned:
    """What a reviewer's edited bilingual file says. Raises WorkbenchError for what is none, or is damaged."""
    reader = READERS.get(where.suffix.lower())
    if reader is None:
        what = f"is no format that can be taken back (“{where.suffix or where.name}”)"
        raise WorkbenchError(Problem(where, what, f"hand it in as {' or '.join(READERS)}"))
    return reader(data, where)
