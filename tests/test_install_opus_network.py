"""`workbench model install opus`: from a real server on this machine, which sends it well, badly, or another file."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.marian_model import NAME
from tests.argos_material import everything
from tests.package_server import Answer, ArgosServer
from tests.test_command_line import workbench
from workbench.engine import install_opus, installed_packages
from workbench.engine.argos.known import known_file
from workbench.problem import WorkbenchError
from workbench.project.packages import install_opus as chosen_opus

pytest_plugins = ("tests.argos_fixtures", "tests.opus_fixtures")
PATH = f"/deu-eng/{NAME}.zip"


@pytest.fixture
def server(argos: Path) -> Iterator[ArgosServer]:
    server = ArgosServer()
    yield server
    server.close()


def silent(done: int, total: int | None) -> None:
    """No progress wanted."""


def refused(server: ArgosServer, argos: Path, timeout: float = 10.0) -> str:
    """The one line that says why it is not installed; nothing may have changed."""
    before = everything(argos.parent)
    with pytest.raises(WorkbenchError) as caught:
        install_opus(server.url.rstrip("/") + PATH, silent, timeout)
    assert everything(argos.parent) == before
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_it_is_downloaded_with_progress_and_known_again(
    argos: Path, server: ArgosServer, opus_zip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers[PATH] = Answer(opus_zip.read_bytes())
    address, size = server.url.rstrip("/") + PATH, opus_zip.stat().st_size
    monkeypatch.setenv("WORKBENCH_OPUS", address)
    seen: list[tuple[int, int | None]] = []
    said: list[str] = []
    package = chosen_opus(lambda done, total: seen.append((done, total)), 10.0, said.append)
    assert installed_packages() == (package,) and package.name.endswith(NAME)
    assert seen[-1] == (size, size) and len(seen) > 50
    assert said == ["checking it", "converting it to int8 (a minute or two)", "trying it"]
    (known,) = json.loads(known_file().read_text()).items()
    assert known[0] == address and known[1]["size"] == size and re.fullmatch("[0-9a-f]{64}", known[1]["sha256"])

    kept = known_file().read_bytes()
    other = bytearray(server.answers[PATH].body)
    other[other.index(b"Attribution")] ^= 1
    server.answers[PATH] = Answer(bytes(other))
    line = refused(server, argos)
    assert "sent another file than was installed on" in line and str(known_file()) in line
    assert known_file().read_bytes() == kept and installed_packages() == (package,)


def test_what_could_not_be_installed_is_not_remembered(argos: Path, server: ArgosServer, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("decoder.yml", b"models: [a.npz]\n")
    server.answers[PATH] = Answer((tmp_path / "bad.zip").read_bytes())
    assert f"{PATH}: decoder.yml: names no files as `vocabs`" in refused(server, argos)
    assert not known_file().exists()


def test_a_list_of_downloads_that_is_none_is_told_before_anything_is_changed(
    argos: Path, server: ArgosServer, tmp_path: Path
) -> None:
    known_file().parent.mkdir(parents=True, exist_ok=True)
    server.answers[PATH] = Answer(b"PK\x03\x04 something")
    for content in ("[]", "{", '{"a": 3}', "[" * 50_000):
        known_file().write_text(content)
        assert "downloads.json: is not the list of what was downloaded – delete it" in refused(server, argos)


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (Answer(b"gone", status=404), "answered 404"),
        (Answer(b""), "empty file"),
        (Answer(b"<html>Sign in</html>"), "web page"),
        (Answer(b"PK\x03\x04" + b"x" * 300_000, length=300_000_000), "broke off after"),
        (Answer(b"PK\x03\x04" + b"x" * 300_000, stall_after=100_000), "did not answer, or stopped sending"),
        (Answer(b"PK\x03\x04 not really a zip"), "not a package file"),
        (Answer(b"PK\x03\x04", length=3_000_000_000), "larger than 2,000 MB"),
        (Answer(status=302, headers={"Location": "file:///etc/passwd"}), "is not allowed"),
    ],
)
def test_a_download_that_fails_is_one_line_and_changes_nothing(
    argos: Path, server: ArgosServer, answer: Answer, what: str
) -> None:
    server.answers[PATH] = answer
    assert what in refused(server, argos, timeout=1.0)
    assert not known_file().exists()


def test_the_command_says_it_in_one_line(argos: Path, server: ArgosServer, tmp_path: Path) -> None:
    address = f"{server.url}nowhere.zip"
    done = workbench("model", "install", "opus", cwd=tmp_path, WORKBENCH_OPUS=address)
    assert done.returncode == 2 and done.stdout == ""
    assert done.stderr.startswith(f"workbench: {address}: answered 404") and done.stderr.count("\n") == 1
