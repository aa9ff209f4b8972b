"""The English version on disk, which the program writes and which people edit: told apart by what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from workbench.files import read_regular, write_inside
from workbench.problem import WorkbenchError
from workbench.translation.kept_file import KeptFile, as_one_name

_REMEMBERED = 200


class EnglishFile:
    """`NAME.en.txt` or `.md` of one document.

    Its text is the program's own if it is what the record says, or what this machine wrote there last (digests of
    that are kept in `.workbench/english/`). Every other text is somebody's work, whatever the file's dates say: it is
    put aside before the file is written.
    """

    def __init__(self, path: Path, root: Path) -> None:
        self._file = KeptFile(path, root)
        self._said: bytes | None = None
        self.stale = False
        """Whether the file does not yet hold what it should."""

    @property
    def path(self) -> Path:
        """Where it lies."""
        return self._file.path

    def must_be_own(self) -> None:
        """Raises WorkbenchError where it could not be written: for a link, or what is no ordinary file."""
        self._file.must_be_own()

    def look(self, text: str, *, wanted: bool) -> None:
        """Learn whether the file on disk is the `text` that the record has. `wanted`: whether there should be a file.

        Raises WorkbenchError where it cannot be read.
        """
        self._said = text.encode()
        there = self._file.read()
        self.stale = wanted if there is None else _plain(there) != self._said

    def write(self, text: str, *, wanted: bool) -> None:
        """Bring the file to this text, if it is there or `wanted`; what somebody wrote in it is put aside first.

        Raises WorkbenchError, with the old file in place.
        """
        data = text.encode()
        there = self._file.read()
        if there is not None or wanted:
            if there is not None and not self._is_ours(there, data):
                self._file.set_aside(there)
            self._remember(data, there)
            if there != data:
                self._file.write(data)
        self._said = data
        self.stale = False

    def _is_ours(self, there: bytes, data: bytes) -> bool:
        plain = _plain(there)
        return plain in (self._said, data) or _digest(plain) in self.remembered()

    @property
    def _memory(self) -> Path:
        place = self.path.relative_to(self._file.root).as_posix()
        return self._file.root / ".workbench" / "english" / as_one_name(place)

    def remembered(self) -> list[bytes]:
        """Digests of what this machine wrote there last."""
        with suppress(WorkbenchError):
            return (read_regular(self._memory, _REMEMBERED) or b"").split()
        return []

    def _remember(self, data: bytes, before: bytes | None) -> None:
        """What is going to be written, and what stands there until then, which a kill may leave.

        Without waiting for the disk: where this is lost, one copy too many is put aside.
        """
        digests = [_digest(data)] if before is None else [_digest(data), _digest(_plain(before))]
        with suppress(WorkbenchError):
            write_inside(self._file.root, self._memory, b"\n".join(digests), durable=False)


def own_english(path: Path, found: Sequence[bytes]) -> bytes:
    """Of what was found in two clones for the English version at `path`, that which was written on this machine last.

    The first where none was: it is put aside then, before it is made anew.
    """
    name = path.absolute()
    root = next((folder.parent for folder in name.parents if folder.name == "translations"), name.parent)
    file = EnglishFile(name, root)
    remembered = file.remembered()
    return next((text for text in found if _digest(_plain(text)) in remembered), found[0])


def _plain(data: bytes) -> bytes:
    """Without what git does to line ends on Windows."""
    return data.replace(b"\r\n", b"\n")


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).hexdigest().encode()
