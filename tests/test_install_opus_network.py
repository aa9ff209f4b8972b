"""`workbench model install opus`: from a real server on this machine, which sends it well, badly, or another file."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.marian_model import NAME
from tests.argos_material import everything
from tests.package_server import Answer, ArgosServer
from tests.test_command_line import workbench
from workbench.engine import OPUS_ADDRESS, install_opus, installed_packages
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

    assert chosen_opus(silent, 10.0, said.append) == package, "the same file is taken again"
    kept = known_file().read_bytes()
    assert json.loads(kept)[address] == known[1], "the first day stays"

    good, other = server.answers[PATH].body, bytearray(server.answers[PATH].body)
    other[other.index(b"Attribution")] ^= 1
    server.answers[PATH] = Answer(bytes(other))
    line = refused(server, argos)
    assert "sent another file than was installed on" in line and str(known_file()) in line
    server.answers[PATH] = Answer(good + b"x")
    seen.clear()
    with pytest.raises(WorkbenchError, match=rf"sent another file than .*; now {size + 1} bytes\)"):
        install_opus(address, lambda done, total: seen.append((done, total)), 10.0)
    assert not seen, "a file of another size is refused when it begins to arrive"
    assert known_file().read_bytes() == kept and installed_packages() == (package,)


def test_another_file_is_taken_when_the_entry_of_the_first_was_deleted(
    argos: Path, server: ArgosServer, opus_zip: Path
) -> None:
    address = server.url.rstrip("/") + PATH
    remembered = {address: {"size": 1, "sha256": "0" * 64, "day": "2025-01-02"}, "https://example.org/a": {"size": 2}}
    known_file().parent.mkdir(parents=True, exist_ok=True)
    known_file().write_text(json.dumps(remembered))
    server.answers[PATH] = Answer(opus_zip.read_bytes())
    assert "than was installed on 2025-01-02 (1 bytes, SHA-256 00000000000000000000…; now" in refused(server, argos)
    del remembered[address]
    known_file().write_text(json.dumps(remembered))
    package = install_opus(address, silent, 10.0)
    assert installed_packages() == (package,)
    assert set(json.loads(known_file().read_text())) == {address, "https://example.org/a"}


def test_what_could_not_be_put_in_place_is_not_remembered(argos: Path, server: ArgosServer, opus_zip: Path) -> None:
    """A package for other languages stands there, which is never replaced."""
    server.answers[PATH] = Answer(opus_zip.read_bytes())
    other = argos / f"translate-de_en-{NAME}"
    other.mkdir()
    (other / "metadata.json").write_text('{"from_code": "fr", "to_code": "en"}')
    assert "is a package for other languages and is not replaced" in refused(server, argos)
    assert not known_file().exists()


def test_where_it_cannot_be_remembered_nothing_is_installed(
    argos: Path, server: ArgosServer, opus_zip: Path, own_home: Path
) -> None:
    server.answers[PATH] = Answer(opus_zip.read_bytes())
    shutil.rmtree(known_file().parent, ignore_errors=True)
    known_file().parent.write_text("a file where the folder would be")
    assert str(known_file().parent) in refused(server, argos)


def test_the_address_is_that_of_the_model_that_is_told_of() -> None:
    """Users' lists of downloads have it."""
    assert OPUS_ADDRESS == "https://object.pouta.csc.fi/Tatoeba-MT-models/deu-eng/opus-2021-02-22.zip"


def test_without_another_address_that_one_is_asked(argos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through a proxy that is not there: no network."""
    monkeypatch.delenv("WORKBENCH_OPUS", raising=False)
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    with pytest.raises(WorkbenchError) as caught:
        chosen_opus(silent, 10.0, lambda _: None)
    assert str(caught.value).startswith(f"{OPUS_ADDRESS}: cannot be reached")
    assert "or fetch that file elsewhere and" in caught.value.problem.mend


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
        (Answer(b"PK\x03\x04" + b"x" * 300_000, stall_after=100_000), "did not answer"),
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
