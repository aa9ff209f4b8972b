"""A folder held open, so that a name in it means the file in this very folder whatever is renamed around it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF)
_HANDLES = os.open in os.supports_dir_fd and os.stat in os.supports_dir_fd  # not on Windows
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)


@dataclass(frozen=True, slots=True)
class Folder:
    """An open folder. `handle` is None where the system has no such handles: then its path is used."""

    path: Path
    handle: int | None

    def identity(self) -> tuple[int, int]:
        """Which folder it is, whatever it is called. Raises OSError."""
        found = self.path.stat() if self.handle is None else os.fstat(self.handle)
        return found.st_dev, found.st_ino

    def look(self, name: str) -> os.stat_result | None:
        """What a name stands for, a link for itself; None if there is nothing. Raises OSError."""
        try:
            if self.handle is None:
                return (self.path / name).lstat()
            return os.stat(name, dir_fd=self.handle, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def open(self, name: str, flags: int) -> int:
        """A handle of a file, which is no link. Raises OSError."""
        flags |= _NOFOLLOW | getattr(os, "O_BINARY", 0)
        if self.handle is None:
            return os.open(self.path / name, flags, 0o666)
        return os.open(name, flags, 0o666, dir_fd=self.handle)

    def make_folder(self, name: str) -> None:
        """Raises OSError; a folder that is there already is fine."""
        with suppress(FileExistsError):
            if self.handle is None:
                (self.path / name).mkdir()
            else:
                os.mkdir(name, dir_fd=self.handle)

    def may_write(self, name: str) -> bool:
        """Whether this user may write a file that is there: a rename over it would not ask."""
        if self.handle is None or os.access not in os.supports_dir_fd:
            return os.access(self.path / name, os.W_OK)
        return os.access(name, os.W_OK, dir_fd=self.handle)

    def replace(self, old: str, new: str) -> None:
        """Rename within the folder. Raises OSError."""
        if self.handle is None:
            (self.path / old).replace(self.path / new)
        else:
            os.replace(old, new, src_dir_fd=self.handle, dst_dir_fd=self.handle)

    def give_name(self, old: str, new: str) -> bool:
        """A second name for a file, which must be free; whether it was. Raises OSError, also where links cannot be."""
        try:
            if self.handle is None:
                (self.path / new).hardlink_to(self.path / old)
            else:
                os.link(old, new, src_dir_fd=self.handle, dst_dir_fd=self.handle, follow_symlinks=False)
        except FileExistsError:
            return False
        return True

    def remove(self, name: str) -> None:
        """Delete a file or a link (never what it leads to). Raises OSError."""
        if self.handle is None:
            (self.path / name).unlink()
        else:
            os.unlink(name, dir_fd=self.handle)

    def names(self) -> list[str]:
        """The names in it. Raises OSError."""
        with os.scandir(self.path if self.handle is None else self.handle) as entries:
            return [entry.name for entry in entries]

    def sync(self) -> None:
        """Put renames on the disk; some network file systems cannot be asked to, and need not be."""
        if self.handle is None:
            return
        try:
            os.fsync(self.handle)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise


@contextmanager
def opened_folder(path: Path, inside: Folder | None = None) -> Iterator[Folder]:
    """A folder, held open. With `inside`, `path` is a name in that one, and must be no link. Raises OSError."""
    if not _HANDLES:
        found = os.lstat(path if inside is None else inside.path / path)
        if inside is not None and not stat.S_ISDIR(found.st_mode):
            raise NotADirectoryError(errno.ENOTDIR, "no folder")
        yield Folder(path if inside is None else inside.path / path, None)
        return
    handle = _open(path, inside)
    try:
        yield Folder(path if inside is None else inside.path / path, handle)
    finally:
        os.close(handle)


def _open(path: Path, inside: Folder | None) -> int:
    flags, within = _FOLDER | (_NOFOLLOW if inside else 0), inside.handle if inside else None
    try:
        return os.open(path, flags, dir_fd=within)
    except PermissionError:  # a folder without `r` can be written in
        if not hasattr(os, "O_PATH"):
            raise
        return os.open(path, flags | os.O_PATH, dir_fd=within)
