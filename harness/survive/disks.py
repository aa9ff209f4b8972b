"""Disks that fail under a running program: full, read-only; only a limit where nothing can be mounted."""

from __future__ import annotations

import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SIZE = 1_500_000
_FILLER = ".filler"


class Disk:
    """A small disk of its own under a folder (a tmpfs, where this process may mount one)."""

    def __init__(self, folder: Path, mounted: bool) -> None:
        self.folder = folder
        self.mounted = mounted
        """Whether it is a disk of its own; else only limits can be set, and nothing can be written anywhere."""

    def fill(self, pid: int) -> None:
        """From now on nothing more can be written."""
        if not self.mounted:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))
            return
        for block in (65_536, 4096, 1):
            try:
                with (self.folder / _FILLER).open("ab", buffering=0) as file:
                    while file.write(b"\0" * block):
                        pass
            except OSError:
                pass

    def free(self, pid: int) -> None:
        """There is space again."""
        if self.mounted:
            (self.folder / _FILLER).unlink(missing_ok=True)
        else:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    def protect(self, project: Path, writable: bool) -> None:
        """Make the project read-only, or writable again."""
        if not self.mounted:
            for path in (project, *project.rglob("*")):
                if path.is_dir() and not path.is_symlink():
                    path.chmod(0o755 if writable else 0o555)
        elif writable:
            _mount("-l", str(project), command="umount")
        else:
            _mount("--bind", str(project), str(project))
            _mount("-o", "remount,bind,ro", str(project))


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """A disk of its own at a folder, gone afterwards with everything on it."""
    folder.mkdir(parents=True, exist_ok=True)
    mounted = _mount("-t", "tmpfs", "-o", f"size={SIZE}", "none", str(folder))
    try:
        yield Disk(folder, mounted)
    finally:
        if mounted:
            _mount("-l", str(folder), command="umount")


def _mount(*arguments: str, command: str = "mount") -> bool:
    """Mount or unmount; whether this process may."""
    if shutil.which(command) is None:
        return False
    return subprocess.run([command, *arguments], check=False, capture_output=True).returncode == 0
