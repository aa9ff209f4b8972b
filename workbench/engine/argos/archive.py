"""A package file (`.argosmodel`, or OPUS-MT's `.zip`): a zip from anywhere, checked member by member, then unpacked."""

from __future__ import annotations

import os
import shutil
import stat
import zipfile
import zlib
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path, PurePosixPath
from unicodedata import category, normalize

from workbench.engine.argos.forms import names_marian, not_read
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

UNPACKED_LIMIT = 2_000_000_000
MEMBER_LIMIT = 1_000
RATIO_LIMIT = 200
_RATIO_FROM = 10_000_000
_DIRECTORY_LIMIT = 1_000_000
_PATH_LIMIT = 200
_CHUNK = 1 << 20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_END_RECORD, _END_SIZE, _COMMENT_LIMIT = b"PK\x05\x06", 22, 1 << 16
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_OF_FINDER = "__MACOSX"
"""Where macOS puts what it knows of files besides, in every zip that its Finder makes."""
_AGAIN = "fetch the package again from where it came"
_REFUSED = "do not use this package; get one from a place you trust"


def unpack(archive: Path, into: Path) -> Path:
    """Unpack a package file below the empty folder `into`; returns the package's own folder there.

    That is `into` itself where the files lie at the top of a zip with a `decoder.yml` (a model of OPUS-MT's form). What
    macOS adds to a zip is left out.

    Refused with a WorkbenchError: what is no zip, paths that lead out of the folder, links and
    devices, passwords, more than 1,000 members or 2 GB, a compression ratio above 200, more or less
    than one top folder, wrong checksums, too little room on the disk. Everything is on the disk
    (fsync) when this returns.
    """
    try:
        if not archive.is_file():
            raise _refusal(archive, "is not there, or is no file", "give the path of a package file, or of a model")
        check_directory(archive)
        with zipfile.ZipFile(archive) as opened:
            members = opened.infolist()
            top = _check_members(archive, members)
            wanted = [member for member in members if not _is_of_finder(member)]
            check_room(archive, sum(member.file_size for member in wanted), into)
            for member in wanted:
                _unpack_member(opened, member, into)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise _refusal(archive, f"is a damaged zip ({clean_line(str(error))[:120]})", _AGAIN) from error
    except OSError as error:
        what = f"cannot be unpacked ({error.strerror or error})"
        raise _refusal(archive, what, "mend that and try again") from error
    return into / top


def sync_folder(folder: Path) -> None:
    """Put a folder's list of names on the disk (nothing to do on Windows, which has no such call)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_files(folder: Path) -> None:
    """Put every file below a folder on the disk, and the folders."""
    for path in (*folder.rglob("*"), folder):
        if path.is_dir():
            sync_folder(path)
        else:
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def check_room(what_for: Path, wanted: int, into: Path) -> None:
    """Raise WorkbenchError where a folder's disk has not room for so many bytes, and a little more."""
    free = shutil.disk_usage(into).free
    if wanted + _CHUNK > free:
        what = f"needs {wanted / 1e6:.0f} MB, and {free / 1e6:.0f} MB are free in {into}"
        raise _refusal(what_for, what, "make room on the disk and try again")


def check_directory(archive: Path) -> None:
    """Refuse a file that is no zip, or whose list of members alone is huge, before it is read into memory.

    Raises WorkbenchError, and OSError where the file cannot be read.
    """
    size = archive.stat().st_size
    with archive.open("rb") as file:
        file.seek(max(0, size - _END_SIZE - _COMMENT_LIMIT))
        tail = file.read()
    found = tail.rfind(_END_RECORD)
    if found < 0 or len(tail) - found < _END_SIZE:
        raise _refusal(archive, "is not a package file (an .argosmodel file is a zip)", _AGAIN)
    if int.from_bytes(tail[found + 12 : found + 16], "little") > _DIRECTORY_LIMIT:
        raise _refusal(archive, f"is too large, or has far more than {MEMBER_LIMIT:,} members", _REFUSED)


def _check_members(archive: Path, members: list[zipfile.ZipInfo]) -> str:
    if len(members) > MEMBER_LIMIT:
        raise _refusal(archive, f"has more than {MEMBER_LIMIT:,} members", _REFUSED)
    for member in members:
        fault = _member_fault(member)
        if fault:
            raise _refusal(archive, f"its member “{clean_line(member.orig_filename)[:80]}” {fault}", _REFUSED)
    files = [member for member in members if not member.is_dir()]
    _check_sizes(archive, files)
    names = [_folded(member.filename) for member in files]
    if len(set(names)) < len(names):
        raise _refusal(archive, "has two members with the same name", _REFUSED)
    paths = [PurePosixPath(member.filename) for member in members if not _is_of_finder(member)]
    return _top(archive, paths, {member.filename for member in files if "/" not in member.filename})


def _top(archive: Path, paths: Sequence[PurePosixPath], at_top: Collection[str]) -> str:
    """The one folder in which everything lies, or none (an empty name) for a model of OPUS-MT's form."""
    if names_marian(at_top):
        return ""
    if another := not_read(at_top):
        raise _refusal(archive, *another)
    tops = {path.parts[0] for path in paths}
    if len(tops) != 1 or at_top:
        mend = "zip the package's folder alone (NAME/metadata.json), or a model's files, with decoder.yml at the top"
        raise _refusal(archive, "does not hold exactly one folder at its top", mend)
    return tops.pop()


def _is_of_finder(member: zipfile.ZipInfo) -> bool:
    return PurePosixPath(member.filename).parts[0] == _OF_FINDER


def _member_fault(member: zipfile.ZipInfo) -> str:
    """What is wrong with one member, or nothing. Judged by the name as it stands in the file."""
    name = member.orig_filename
    parts = name.rstrip("/").split("/")
    kind = stat.S_IFMT(member.external_attr >> 16)
    leads_out = name.startswith("/") or "\\" in name or ":" in name or bool({"", ".", ".."} & set(parts))
    faults = {
        "is encrypted": bool(member.flag_bits & 0x1),
        "is a link or a device, not a file": kind not in (0, stat.S_IFREG, stat.S_IFDIR),
        "has a path that leads out of the package's folder": leads_out,
        "has control characters in its name": any(category(letter) in ("Cc", "Cf", "Cs") for letter in name),
        "has a very long path": len(name) > _PATH_LIMIT,
        "is hidden, and so would be the package": parts[0].startswith("."),
        "has a name that not every system can store": any(_reserved(part) for part in parts),
        "is compressed in a way that this program does not read": member.compress_type not in _METHODS,
    }
    return next((fault for fault, found in faults.items() if found), "")


def _reserved(part: str) -> bool:
    """Whether Windows would refuse or change this name."""
    device = part.partition(".")[0].lower() in _DEVICES
    return device or part.endswith((".", " ")) or bool(set(part) & set('<>"|?*'))


def _check_sizes(archive: Path, files: Iterable[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in files)
    packed = sum(member.compress_size for member in files)
    if unpacked > UNPACKED_LIMIT:
        raise _refusal(archive, f"would unpack to more than {UNPACKED_LIMIT // 10**9} GB", _REFUSED)
    if unpacked > _RATIO_FROM and unpacked > RATIO_LIMIT * max(packed, 1):
        what = f"would unpack to more than {RATIO_LIMIT} times its size (a zip bomb)"
        raise _refusal(archive, what, _REFUSED)


def _unpack_member(opened: zipfile.ZipFile, member: zipfile.ZipInfo, into: Path) -> None:
    """Write one member. zipfile stops at the size the member declares and compares its checksum."""
    target = into / member.filename
    if member.is_dir():
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with opened.open(member) as source, target.open("xb") as file:
        while chunk := source.read(_CHUNK):
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if target.stat().st_size != member.file_size:
        raise zipfile.BadZipFile(f"{member.filename} is shorter than it says")
    sync_folder(target.parent)


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()


def _refusal(archive: Path, what: str, mend: str) -> WorkbenchError:
    return WorkbenchError(Problem(archive, what, mend))
