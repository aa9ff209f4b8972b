"""Installing packages: real files, hostile files, and a kill in the middle."""

from __future__ import annotations

import json
import os
import random
import signal
import stat
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.argos_material import METADATA, NAME, everything
from workbench.engine import (
    find_package,
    install_file,
    installed_packages,
    try_package,
)
from workbench.engine.argos.archive import unpack
from workbench.engine.argos.folder import argos_places
from workbench.engine.argos.staging import mend_interrupted, staging_folder
from workbench.problem import WorkbenchError

pytest_plugins = ("tests.argos_fixtures",)


# --- from a file


def test_a_path_that_cannot_be_is_not_told_as_one_that_cannot_be_written(argos: Path) -> None:
    with pytest.raises(WorkbenchError) as caught:
        install_file(Path("x" * 300))
    assert "written" not in caught.value.problem.what


@pytest.mark.feature("drafts without a network")
def test_a_package_file_is_installed_found_and_really_drafts(argos: Path, package_file: Path) -> None:
    package = install_file(package_file)
    assert package.path == argos / NAME
    assert (package.name, package.version) == (NAME, "1.3")
    assert installed_packages() == (package,)
    assert find_package(NAME) == package
    try_package(package)
    assert not staging_folder(argos_places()).exists()


def test_argos_itself_finds_what_was_installed(argos: Path, package_file: Path) -> None:
    install_file(package_file)
    from argostranslate.package import get_installed_packages

    (seen,) = get_installed_packages([argos])
    assert (seen.from_code, seen.to_code, seen.package_version) == ("de", "en", "1.3")


def test_the_same_name_is_replaced_and_nothing_of_the_old_one_stays(argos: Path, package_file: Path) -> None:
    old = argos / NAME
    old.mkdir()
    (old / "of the old one").write_text("x")
    package = install_file(package_file)
    assert not (old / "of the old one").exists()
    assert installed_packages() == (package,)


def test_a_package_for_other_languages_is_never_replaced(argos: Path, package_file: Path) -> None:
    (argos / NAME).mkdir()
    (argos / NAME / "metadata.json").write_text(json.dumps(METADATA | {"from_code": "en", "to_code": "fr"}))
    before = everything(argos)
    with pytest.raises(WorkbenchError, match="for other languages"):
        install_file(package_file)
    assert everything(argos) == before


def test_a_file_that_is_not_there_or_is_a_folder_is_told(argos: Path, tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match=r"nowhere\.argosmodel: is not there"):
        install_file(tmp_path / "nowhere.argosmodel")
    with pytest.raises(WorkbenchError, match="is a folder"):
        install_file(tmp_path)


def test_two_installations_at_once_are_told_apart(argos: Path, package_file: Path) -> None:
    from filelock import FileLock

    with (
        FileLock(staging_folder(argos_places()).with_name(".workbench-install.lock")),
        pytest.raises(WorkbenchError, match="another workbench is installing"),
    ):
        install_file(package_file)


# --- hostile and broken files

Member = tuple[str | zipfile.ZipInfo, bytes]
META = json.dumps(METADATA).encode()


def _link(name: str, target: str) -> Member:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info, target.encode()


def _fifo(name: str) -> Member:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (stat.S_IFIFO | 0o600) << 16
    return info, b""


HOSTILE: dict[str, tuple[list[Member], str]] = {
    "up and out": ([("p/metadata.json", META), ("p/../../evil", b"x")], "leads out"),
    "up at the start": ([("../evil/metadata.json", META)], "leads out"),
    "absolute": ([("/tmp/evil/metadata.json", META)], "leads out"),
    "drive letter": ([("C:/evil/metadata.json", META)], "leads out"),
    "backslashes": ([("p/metadata.json", META), ("p\\..\\..\\evil", b"x")], "leads out"),
    "a stream": ([("p/metadata.json:evil", b"x")], "leads out"),
    "an empty part": ([("p//metadata.json", META)], "leads out"),
    "a link": ([("p/metadata.json", META), _link("p/model", "/etc")], "link or a device"),
    "a pipe": ([("p/metadata.json", META), _fifo("p/pipe")], "link or a device"),
    "an escape": ([("p/metadata.json", META), ("p/\x1b]0;evil\x07", b"x")], "control characters"),
    "right to left": ([("p/metadata.json", META), ("p/\u202enosj", b"x")], "control characters"),
    "a device": ([("p/metadata.json", META), ("p/NUL.txt", b"x")], "not every system"),
    "a long path": ([("p/metadata.json", META), ("p/" + "x" * 300, b"x")], "very long path"),
    "a hidden package": ([(".p/metadata.json", META)], "hidden"),
    "two folders": ([("p/metadata.json", META), ("q/metadata.json", META)], "exactly one folder"),
    "no folder": ([("metadata.json", META), ("model", b"x")], "exactly one folder"),
    "a file beside": ([("p/metadata.json", META), ("p", b"x")], "exactly one folder"),
    "twice the same": ([("p/metadata.json", META), ("p/Metadata.JSON", META)], "the same name"),
    "too many": ([(f"p/{number}", b"") for number in range(1001)], "1,000 members"),
    "far too many": ([(f"p/{number}", b"") for number in range(20_000)], "1,000 members"),
    "nothing": ([], "exactly one folder"),
    "no metadata": ([("p/readme.txt", b"x")], "metadata.json"),
    "no model": ([("p/metadata.json", META)], "model.bin"),
    "other languages": ([("p/metadata.json", b'{"from_code": "fr", "to_code": "en"}')], "fr→en"),
}


def write_zip(path: Path, members: list[Member]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def refused(argos: Path, tmp_path: Path, archive: Path) -> str:
    """Try to install; the one line that says why not. Nothing may have changed anywhere."""
    before = everything(tmp_path)
    with pytest.raises(WorkbenchError) as caught:
        install_file(archive)
    assert everything(tmp_path) == before
    assert list(argos.iterdir()) == []
    line = str(caught.value)
    assert archive.name in line and "\n" not in line and "\x1b" not in line and "\u202e" not in line
    assert ".workbench-install" not in line
    return line


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_zip_is_refused_in_one_line_and_leaves_nothing(argos: Path, tmp_path: Path, kind: str) -> None:
    members, what = HOSTILE[kind]
    line = refused(argos, tmp_path, write_zip(tmp_path / "evil.argosmodel", members))
    assert what in line


def test_an_encrypted_member_is_refused(argos: Path, tmp_path: Path) -> None:
    archive = write_zip(tmp_path / "evil.argosmodel", [("p/metadata.json", META)])
    raw = bytearray(archive.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(raw)
    assert "is encrypted" in refused(argos, tmp_path, archive)


def test_a_bomb_is_refused_before_it_is_unpacked(argos: Path, tmp_path: Path) -> None:
    archive = tmp_path / "evil.argosmodel"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("p/metadata.json", META)
        opened.writestr("p/model/model.bin", bytes(30_000_000))
    assert "zip bomb" in refused(argos, tmp_path, archive)


def test_a_member_that_claims_more_than_two_gigabytes_is_refused(argos: Path, tmp_path: Path) -> None:
    archive = write_zip(tmp_path / "evil.argosmodel", [("p/metadata.json", META)])
    raw = bytearray(archive.read_bytes())
    where = raw.index(b"PK\x01\x02") + 24
    raw[where : where + 4] = (3_000_000_000).to_bytes(4, "little")
    archive.write_bytes(raw)
    assert "more than 2 GB" in refused(argos, tmp_path, archive)


def test_a_wrong_checksum_is_refused(argos: Path, tmp_path: Path) -> None:
    archive = write_zip(tmp_path / "evil.argosmodel", [("p/metadata.json", META), ("p/x", b"content of x")])
    archive.write_bytes(archive.read_bytes().replace(b"content of x", b"content of y"))
    assert "damaged zip" in refused(argos, tmp_path, archive)


def test_a_compression_that_is_not_read_is_refused(argos: Path, tmp_path: Path) -> None:
    archive = tmp_path / "evil.argosmodel"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_LZMA) as opened:
        opened.writestr("p/metadata.json", META)
    assert "compressed in a way" in refused(argos, tmp_path, archive)


@pytest.mark.parametrize("content", [b"", b"<html>Sign in to the network</html>", b"PK\x05\x06", b"x" * 100_000])
def test_what_is_no_zip_is_refused(argos: Path, tmp_path: Path, content: bytes) -> None:
    archive = tmp_path / "evil.argosmodel"
    archive.write_bytes(content)
    assert "not a package file" in refused(argos, tmp_path, archive)


def test_a_half_copied_package_is_refused(argos: Path, tmp_path: Path, package_file: Path) -> None:
    archive = tmp_path / "half.argosmodel"
    archive.write_bytes(package_file.read_bytes()[:10_000_000])
    refused(argos, tmp_path, archive)


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=6))
def test_a_zip_with_changed_bytes_unpacks_or_is_refused_and_writes_only_below_its_folder(
    tmp_path: Path, changes: list[tuple[int, int]]
) -> None:
    members: list[Member] = [("p/", b""), ("p/metadata.json", META), ("p/model/model.bin", b"weights " * 20)]
    archive = write_zip(tmp_path / "changed.argosmodel", members)
    raw = bytearray(archive.read_bytes())
    for place, byte in changes:
        raw[place % len(raw)] = byte
    archive.write_bytes(raw)
    into = Path(tempfile.mkdtemp(prefix="into-", dir=tmp_path))
    try:
        assert unpack(archive, into).parent == into
    except WorkbenchError as error:
        assert "\n" not in str(error)
    assert {path.name.partition("-")[0] for path in tmp_path.iterdir()} <= {"changed.argosmodel", "into"}


# --- models that do not load


def _respoil(package_file: Path, to: Path, name: str, change: Callable[[bytearray], object]) -> Path:
    """The package file again, with one member's bytes changed."""
    with zipfile.ZipFile(package_file) as old, zipfile.ZipFile(to, "w") as new:
        for member in old.infolist():
            content = bytearray(old.read(member))
            if member.filename.endswith(name):
                change(content)
            new.writestr(member.filename, bytes(content))
    return to


def _cut(content: bytearray) -> None:
    del content[5_000_000:]


def _garble(content: bytearray) -> None:
    content[8:400] = bytes(255 for _ in range(392))


def _shorten(content: bytearray) -> None:
    del content[20:90]


def _zero(content: bytearray) -> None:
    content[1_000:] = bytes(len(content) - 1_000)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("model.bin", _cut),
        ("model.bin", _garble),
        ("sentencepiece.model", _zero),
        ("shared_vocabulary.json", _shorten),
    ],
)
def test_a_model_that_does_not_load_is_refused_and_the_old_one_stays(
    argos: Path, tmp_path: Path, package_file: Path, name: str, change: Callable[[bytearray], object]
) -> None:
    broken = _respoil(package_file, tmp_path / "broken.argosmodel", name, change)
    install_file(package_file)
    before = everything(argos)
    with pytest.raises(WorkbenchError) as caught:
        install_file(broken)
    assert "does not load" in caught.value.problem.what
    assert str(caught.value.problem.where).startswith(str(broken))
    assert everything(argos) == before


def test_a_shortlist_that_leaves_no_english_is_refused(argos: Path, tmp_path: Path, package_file: Path) -> None:
    def spoil(content: bytearray) -> None:
        content[:] = b"\tx y\n"

    with pytest.raises(WorkbenchError, match="translates a plain sentence to nothing"):
        install_file(_respoil(package_file, tmp_path / "short.argosmodel", "vmap.txt", spoil))
    assert installed_packages() == ()


def test_a_model_that_crashes_the_loader_does_not_crash_the_program(
    argos: Path, tmp_path: Path, package_file: Path
) -> None:
    """A model of no attention heads: CTranslate2 4.8 divides by their number, and the process is killed."""

    def crash(content: bytearray) -> None:
        name = b"encoder/num_heads\0"
        value = content.index(name) + len(name) + 6  # after the number of dimensions, the type and the size
        content[value : value + 2] = bytes(2)

    with pytest.raises(WorkbenchError, match="does not load"):
        install_file(_respoil(package_file, tmp_path / "crash.argosmodel", "model.bin", crash))
    assert installed_packages() == ()


# --- kills

_INSTALL_FOREVER = """
import sys
from pathlib import Path
from workbench.engine.argos.folder import argos_places
from workbench.engine.argos.staging import staging, swap_in
places, number = argos_places(), 0
print("ready", flush=True)
while True:
    number += 1
    with staging(places) as stage:
        new = stage / "unpacked" / "p"
        new.mkdir(parents=True)
        for part in "abc":
            (new / part).write_text(str(number))
        swap_in(new, places, stage)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_kill_at_any_moment_leaves_the_old_package_or_the_new_one(argos: Path) -> None:
    rng = random.Random(1)
    for _ in range(12):
        with subprocess.Popen([sys.executable, "-c", _INSTALL_FOREVER], stdout=subprocess.PIPE) as child:
            assert child.stdout and child.stdout.readline()
            while not (argos / "p").exists():
                assert child.poll() is None
                time.sleep(0.001)
            time.sleep(rng.uniform(0.001, 0.03))
            child.send_signal(signal.SIGKILL)
        mend_interrupted(argos_places())
        assert [path.name for path in argos.iterdir()] == ["p"]
        assert len({(argos / "p" / part).read_text() for part in "abc"}) == 1
        assert not staging_folder(argos_places()).exists()


@pytest.mark.parametrize("stop", [KeyboardInterrupt(), PermissionError(13, "in use")])
def test_what_stops_the_second_rename_leaves_the_old_package(
    argos: Path, package_file: Path, monkeypatch: pytest.MonkeyPatch, stop: BaseException
) -> None:
    package = install_file(package_file)
    rename, done = Path.rename, []

    def stopped(path: Path, target: Path) -> Path:
        done.append(path)
        if len(done) > 1:  # putting back fails as well
            raise stop
        return rename(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", stopped)
        with pytest.raises((type(stop), WorkbenchError)):
            install_file(package_file)
    assert len(done) > 1 and installed_packages() == (package,), "put back at the next look"


def test_a_kill_between_the_two_renames_is_mended_by_the_next_look_at_the_packages(
    argos: Path, package_file: Path
) -> None:
    package = install_file(package_file)
    aside = staging_folder(argos_places()) / "set-aside"
    aside.mkdir(parents=True)
    package.path.rename(aside / NAME)
    assert installed_packages() == (package,)
