"""Files that come back from a reviewer: which reader reads which, by the file's suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from workbench.export.returned import Returned
from workbench.export.returned_docx import read_returned_docx
from workbench.export.returned_xliff import read_returned_xliff
from workbench.export.returned_xlsx import read_returned_xlsx
from workbench.problem import Problem, WorkbenchError

READERS: Mapping[str, Callable[[bytes, Path], Returned]] = MappingProxyType(
    {
        ".docx": read_returned_docx,
        ".xlsx": read_returned_xlsx,
        ".xlf": read_returned_xliff,
        ".xliff": read_returned_xliff,
    }
)
"""What reads a file that came back, by its suffix in small letters."""


def read_returned(data: bytes, where: Path) -> Returned:
    """What a reviewer's edited bilingual file says. Raises WorkbenchError for what is none, or is damaged."""
    reader = READERS.get(where.suffix.lower())
    if reader is None:
        what = f"is no format that can be taken back (“{where.suffix or where.name}”)"
        raise WorkbenchError(Problem(where, what, f"hand it in as {' or '.join(READERS)}"))
    return reader(data, where)
