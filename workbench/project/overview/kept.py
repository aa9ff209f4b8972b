"""The counts of documents, kept by what their files hold: `.workbench/overview.json`. If lost, all is counted anew."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from workbench.files import opened_regular, read_regular, write_inside
from workbench.problem import WorkbenchError
from workbench.project.folder.layout import Layout
from workbench.project.overview.document import DocumentOverview

_LARGEST = 50_000_000
_COUNTS = ("words", "reviewed", "translated", "draft", "new", "skipped", "notes")


class KeptCounts:
    """The counts that were made before. For one thread.

    `files`: a digest of what the files of a document hold; `checked_by`: of what its findings depend on besides.
    """

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._kept: dict[str, dict[str, Any]] = {}
        self._read = self._changed = False

    def get(self, name: str, files: str) -> DocumentOverview | None:
        """A document's counts where its files are as they were, without its findings."""
        numbers = {field: self._of(name, files).get(field) for field in _COUNTS}
        if not all(isinstance(number, int) and number >= 0 for number in numbers.values()):
            return None
        return DocumentOverview(name, counted=True, **numbers)  # type: ignore[arg-type]  # all are int: see above

    def findings(self, name: str, files: str, checked_by: str) -> int | None:
        """How many findings it has, where what they depend on is as it was, too."""
        kept = self._of(name, files)
        found = kept.get("findings")
        return found if isinstance(found, int) and kept.get("checked_by") == checked_by else None

    def _of(self, name: str, files: str) -> dict[str, Any]:
        if not self._read:
            self._read = True
            self._kept = _read(self._place)
        kept = self._kept.get(name, {})
        return kept if kept.get("files") == files else {}

    def put(self, document: DocumentOverview, files: str, checked_by: str) -> None:
        """Keep a document's counts and findings; `write` brings them to the disk."""
        counts = {field: getattr(document, field) for field in (*_COUNTS, "findings")}
        made = {"files": files, "checked_by": checked_by, **counts}
        self._changed |= self._kept.get(document.name) != made
        self._kept[document.name] = made

    def write(self, names: frozenset[str]) -> None:
        """Write what is new, of the documents that there still are. What cannot be written is counted anew one day."""
        if not self._changed:
            return
        self._changed = False
        self._kept = {name: kept for name, kept in self._kept.items() if name in names}
        data = json.dumps(self._kept, indent=0).encode()
        with suppress(WorkbenchError):
            write_inside(self._layout.root, self._place, data, durable=False)

    @property
    def _place(self) -> Path:
        return self._layout.private / "overview.json"


def _read(place: Path) -> dict[str, dict[str, Any]]:
    with suppress(WorkbenchError, ValueError, RecursionError):
        said = json.loads(read_regular(place, _LARGEST) or b"{}")
        if isinstance(said, dict):
            return {name: kept for name, kept in said.items() if isinstance(kept, dict)}
    return {}


def digest(*parts: str | Path) -> str:
    """A digest of words and of what files hold; a file that is not there, or cannot be read, counts as empty."""
    made = hashlib.blake2b(digest_size=12)
    for part in parts:
        if isinstance(part, str):
            made.update(part.encode("utf-8", "surrogatepass") + b"\0")
            continue
        with suppress(WorkbenchError), opened_regular(part) as file:
            while piece := file.read(1 << 20):
                made.update(piece)
        made.update(b"\0")
    return made.hexdigest()
