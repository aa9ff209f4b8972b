"""Installing from Argos's index: a real web server, and a network that fails in every way it can."""

from __future__ import annotations

import io
import json
import socket
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.argos_material import NAME, everything
from tests.package_server import Answer, ArgosServer, entry
from workbench.engine import (
    install_official,
    installed_packages,
)
from workbench.problem import WorkbenchError

pytest_plugins = ("tests.argos_fixtures",)


@pytest.fixture
def server(argos: Path, package_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ArgosServer]:
    """The server, offering the package as version 1.3; Argos's settings point at its index."""
    server = ArgosServer()
    server.answers["/v1/package.argosmodel"] = Answer(package_file.read_bytes())
    server.offer(entry("1.3", server.url + "v1/package.argosmodel"))
    use_index(monkeypatch, server.url)
    yield server
    server.close()


def use_index(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", url)
    monkeypatch.delitem(sys.modules, "argostranslate.settings", raising=False)


def silent(done: int, total: int | None) -> None:
    """No progress wanted."""


def not_installed(argos: Path, timeout: float = 10.0) -> str:
    """Try to install the official package; the one line that says why not. Nothing may have changed."""
    before = everything(argos.parent)
    with pytest.raises(WorkbenchError) as caught:
        install_official(silent, timeout)
    assert everything(argos.parent) == before
    line = str(caught.value)
    assert "\n" not in line and "\x1b" not in line
    return line


def test_the_official_package_is_downloaded_with_progress_and_installed(
    argos: Path, server: ArgosServer, package_file: Path
) -> None:
    seen: list[tuple[int, int | None]] = []
    package = install_official(lambda done, total: seen.append((done, total)), 10.0)
    size = package_file.stat().st_size
    assert package.path == argos / NAME
    assert installed_packages() == (package,)
    assert seen[-1] == (size, size)
    assert len(seen) > 50
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_the_newest_version_is_chosen_and_ipfs_and_other_languages_are_skipped(
    argos: Path, server: ArgosServer
) -> None:
    server.answers["/v1/new.argosmodel"] = server.answers.pop("/v1/package.argosmodel")
    server.offer(
        entry("1.9", server.url + "v1/old.argosmodel"),
        entry("1.10", "ipfs://QmExample", server.url + "v1/new.argosmodel"),
        entry("1.11", "ipfs://QmExample"),
        entry("2.0", server.url + "v1/sbd.argosmodel", type="sbd"),
        entry("3.0", server.url + "v1/back.argosmodel", from_code="en", to_code="de"),
        {"from_code": "de"},
    )
    install_official(silent, 10.0)
    assert server.asked == ["/index.json", "/v1/new.argosmodel"]


def test_the_second_address_is_tried_where_the_first_fails(argos: Path, server: ArgosServer) -> None:
    server.offer(entry("1.3", server.url + "gone", server.url + "v1/package.argosmodel"))
    assert install_official(silent, 10.0).name == NAME


def test_a_server_that_does_not_tell_the_size_is_good_enough(argos: Path, server: ArgosServer) -> None:
    server.answers["/v1/package.argosmodel"].length = -1
    totals: set[int | None] = set()
    assert install_official(lambda done, total: totals.add(total), 10.0).name == NAME
    assert totals == {None}


def test_a_redirect_on_the_web_is_followed(argos: Path, server: ArgosServer) -> None:
    server.offer(entry("1.3", server.url + "moved"))
    server.answers["/moved"] = Answer(status=302, headers={"Location": server.url + "v1/package.argosmodel"})
    assert install_official(silent, 10.0).name == NAME


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://x/", "//"])
def test_a_redirect_to_anything_else_is_not(argos: Path, server: ArgosServer, target: str) -> None:
    server.offer(entry("1.3", server.url + "moved"))
    server.answers["/moved"] = Answer(status=302, headers={"Location": target})
    assert "moved" in not_installed(argos)


def test_a_redirect_in_a_circle_ends(argos: Path, server: ArgosServer) -> None:
    server.answers["/index.json"] = Answer(status=302, headers={"Location": server.url + "index.json"})
    assert "302" in not_installed(argos)


def test_without_a_network_one_line_says_so(argos: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    use_index(monkeypatch, f"http://127.0.0.1:{port}/")
    line = not_installed(argos)
    assert "cannot be reached" in line
    assert "nothing was changed" in line


@pytest.mark.parametrize("index", ["file:///tmp/", "nonsense", "http://", "http://[/"])
def test_an_index_that_is_no_web_address_is_told(argos: Path, monkeypatch: pytest.MonkeyPatch, index: str) -> None:
    use_index(monkeypatch, index)
    assert "is not a web address" in not_installed(argos)


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (Answer(b"<!doctype html><title>Sign in</title>"), "web page"),
        (Answer(b"\x1b[2J{"), "no JSON"),
        (Answer(b"[" * 200_000), "no JSON"),
        (Answer(b'{"message": "moved"}'), "no list"),
        (Answer(b""), "no JSON"),
        (Answer(b"[]"), "offers no de→en package"),
        (
            Answer(json.dumps([entry("1.0"), entry("1.1", "ipfs://Qm"), 7]).encode()),
            "offers no de→en package",
        ),
        (Answer(b"gone", status=404), "answered 404"),
        (Answer(b"oops", status=500), "answered 500"),
        (Answer(b" " * 6_000_000), "larger than 5 MB"),
        (Answer(b"[]", length=10), "broke off"),
    ],
)
def test_an_index_that_is_none_is_told(argos: Path, server: ArgosServer, answer: Answer, what: str) -> None:
    server.answers["/index.json"] = answer
    assert what in not_installed(argos)


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"body": b""}, "empty file"),
        ({"body": b"<html>Sign in</html>"}, "web page"),
        ({"body": b"PK\x03\x04 not really a zip"}, "not a package file"),
        ({"status": 404}, "answered 404"),
        ({"length": 90_000_000}, "broke off after"),
        ({"length": 3_000_000_000}, "larger than 2,000 MB"),
    ],
)
def test_a_download_that_fails_changes_nothing(
    argos: Path, server: ArgosServer, change: dict[str, object], what: str
) -> None:
    for name, value in change.items():
        setattr(server.answers["/v1/package.argosmodel"], name, value)
    assert what in not_installed(argos)


@pytest.mark.parametrize(
    ("path", "after"), [("/index.json", -1), ("/index.json", 3), ("/v1/package.argosmodel", 100_000)]
)
def test_a_server_that_falls_silent_is_given_up(argos: Path, server: ArgosServer, path: str, after: int) -> None:
    server.answers[path].stall_after = after
    line = not_installed(argos, timeout=0.5)
    assert "did not answer" in line


def test_a_server_that_sends_a_byte_now_and_then_is_given_up(argos: Path, server: ArgosServer) -> None:
    server.answers["/v1/package.argosmodel"].drip = True
    assert "stopped sending, for 0.5 seconds" in not_installed(argos, timeout=0.5)


def test_a_download_that_the_user_breaks_off_leaves_nothing(argos: Path, server: ArgosServer) -> None:
    def enough(done: int, total: int | None) -> None:
        if done > 1_000_000:
            raise KeyboardInterrupt

    before = everything(argos.parent)
    with pytest.raises(KeyboardInterrupt):
        install_official(enough, 10.0)
    assert everything(argos.parent) == before


def test_a_downloaded_zip_is_checked_like_a_file(argos: Path, server: ArgosServer) -> None:
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as archive:
        archive.writestr("p/../../evil", b"x")
    server.answers["/v1/package.argosmodel"] = Answer(body.getvalue())
    line = not_installed(argos)
    assert "leads out" in line and "/v1/package.argosmodel" in line
