"""What was installed from an address before, by size and checksum: another file from there is not taken for it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
    if before and (before.get("size"), before.get("sha256")) != (file.size, file.sha256):
        raise _another(address, before, f"{file.size} bytes, SHA-256 {file.sha256[:20]}…")


def check_size(address: str, size: int) -> None:
    """The same by the size alone, which a server says before it sends anything."""
    before = _read().get(address)
    if before and before.get("size") != size:
        raise _another(address, before, f"{size} bytes")


@contextmanager
def remembered(address: str, file: Download) -> Iterator[None]:
    """Keep what is installed from an address, if the installation inside goes well; the first day stays.

    Raises WorkbenchError, before anything is done, where it cannot be written.
    """
    known = _read()
    if address in known:
        yield
        return
    path = known_file()
    with told_as_problem(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    _write(known | {address: asdict(file)})
    try:
        yield
    except BaseException:
        with suppress(WorkbenchError, OSError):
            if known:
                _write(known)
            else:
                path.unlink()
        raise


def _another(address: str, before: dict[str, Any], now: str) -> WorkbenchError:
    day, size, digest = (clean_line(str(before.get(key, "?")))[:20] for key in ("day", "size", "sha256"))
    what = f"sent another file than was installed on {day} ({size} bytes, SHA-256 {digest}…; now {now})"
    mend = f"nothing was changed; if you know why it is another, delete its entry in {known_file()}"
    return WorkbenchError(Problem(clean_line(address)[:200], what, mend))


def _write(known: dict[str, dict[str, Any]]) -> None:
    write_atomically(known_file(), json.dumps(known, indent=2).encode() + b"\n")


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
