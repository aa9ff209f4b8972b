"""What was installed from an address before, by size and checksum: another file from there is not taken for it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from workbench.files import read_regular, told_as_problem, write_atomically
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Download:
    """A file that was downloaded: its size in bytes, its SHA-256, and the day (ISO 8601)."""

    size: int
    sha256: str
    day: str


def known_file() -> Path:
    """Where it is kept: `workbench/downloads.json` in the folder that the system has for a program's state."""
    from platformdirs import user_state_path

    return user_state_path("workbench", appauthor=False) / "downloads.json"


def seen(file: Path) -> Download:
    """What a file is known by from now on."""
    with file.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return Download(file.stat().st_size, digest, date.today().isoformat())


def check_known(address: str, file: Download) -> None:
    """Raise WorkbenchError where another file was installed from this address before."""
    before = _read().get(address)
    if before is None or (before.get("size"), before.get("sha256")) == (file.size, file.sha256):
        return
    day, size, digest = (clean_line(str(before.get(key, "?")))[:20] for key in ("day", "size", "sha256"))
    what = (
        f"sent another file than was installed on {day} "
        f"({size} bytes, SHA-256 {digest}…; now {file.size} bytes, {file.sha256[:20]}…)"
    )
    mend = f"nothing was changed; if you know why it is another, delete its entry in {known_file()}"
    raise WorkbenchError(Problem(clean_line(address)[:200], what, mend))


def remember(address: str, file: Download) -> None:
    """Keep what is installed from an address; the first day stays. Raises WorkbenchError where it cannot be written."""
    known = _read()
    if address not in known:
        path = known_file()
        with told_as_problem(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps(known | {address: asdict(file)}, indent=2).encode() + b"\n")


def _read() -> dict[str, dict[str, Any]]:
    path = known_file()
    data = read_regular(path, _LARGEST)
    if data is None:
        return {}
    try:
        known = json.loads(data)
    except (ValueError, RecursionError):
        known = None
    if not isinstance(known, dict) or not all(isinstance(entry, dict) for entry in known.values()):
        raise WorkbenchError(Problem(path, "is not the list of what was downloaded", "delete it and try again"))
    return known
