"""`workbench doctor --offline` proves that nothing connects, and catches what does."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_command_line import workbench
from workbench.cli.commands.offline import Day, day_without_network, lines_of

PLANTED = "import socket\ntry:\n    socket.{call}\nexcept OSError:\n    pass\nraise ImportError('planted')\n"
"""A module that is not what it seems: it reaches for a network, and hides that it could not."""


def alone() -> bool:
    """Whether this machine lets a process have a network namespace to itself."""
    code = "from workbench.offline.namespace import without_network as w; raise SystemExit(not w())"
    return subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_day_of_work_tries_no_connection(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "workbench", "doctor", "--offline"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert (done.returncode, done.stdout.count("BAD")) == (0, 0), done.stdout
    assert "nothing tried to connect" in done.stdout
    for step in ("drafts", "accepted", "memory", "checks", "figures", "found", "every format", "the screen"):
        assert step in done.stdout
    assert not list(tmp_path.iterdir())
    assert ("in a network namespace without a network" in done.stdout) == alone()


@pytest.mark.parametrize("call", ["getaddrinfo('example.org', 443)", "socket().connect(('192.0.2.1', 80))"])
def test_an_import_that_connects_is_caught_and_its_place_told(tmp_path: Path, call: str) -> None:
    (tmp_path / "pysubs2.py").write_text(PLANTED.format(call=call), encoding="utf-8")
    (tmp_path / "simplemma.py").write_text(PLANTED.format(call=call), encoding="utf-8")
    done = workbench("doctor", "--offline", cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    assert f"tried to connect: {'getaddrinfo' if 'getaddr' in call else 'connect'} " in done.stdout
    assert "simplemma.py:3, in <module>" in done.stdout
    assert "nothing tried to connect" not in done.stdout


WATCHED = """
import json, socket
from workbench.offline.watch import Watch
watch = Watch()
watch.begin()
def reach():
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    for attempt in (lambda: udp.sendto(b"x", ("192.0.2.1", 53)), lambda: socket.gethostbyname("example.org")):
        try:
            attempt()
        except ConnectionRefusedError:
            pass
reach()
one, other = socket.socketpair()
one.send(b"x")
print(json.dumps([[one.what, one.where] for one in watch.attempts]))
"""


def test_names_and_datagrams_are_connections_and_a_pair_of_ends_in_one_process_is_none(tmp_path: Path) -> None:
    (tmp_path / "reach.py").write_text(WATCHED, encoding="utf-8")
    done = subprocess.run([sys.executable, "reach.py"], cwd=tmp_path, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    assert [what.split()[0] for what, _ in told] == ["sendto", "gethostbyname"]
    assert all(where.startswith(f"{tmp_path}/reach.py:") for _, where in told)


COUNTED = """
import socket
from workbench.offline.namespace import tries_counted, without_network
assert without_network()
before = tries_counted()
try:
    socket.create_connection(("192.0.2.1", 80), 1)
except OSError as error:
    print(type(error).__name__, tries_counted() - before)
"""


@pytest.mark.skipif(not alone(), reason="this machine allows no network namespace")
def test_the_kernel_counts_what_python_does_not_see() -> None:
    done = subprocess.run([sys.executable, "-c", COUNTED], capture_output=True, text=True, check=True)
    assert done.stdout == "OSError 1\n"


def test_without_a_namespace_the_calls_are_refused() -> None:
    day = day_without_network(namespace=False)
    assert day.fine and not day.namespace
    assert len(day.done) == 10


def test_what_is_told_of_a_day() -> None:
    day = Day(False, ("drafts",), "", (), 0, ("subprocess.Popen: /usr/bin/soffice",))
    assert list(lines_of(day))[2:] == [
        "     nothing tried to connect",
        "     not watched, since they are no Python: soffice",
    ]
    worse = Day(True, (), "drafts: gone", (), 2, ())
    assert [line.strip() for line in lines_of(worse)] == [
        "BAD  offline: a day's work in a network namespace without a network",
        "done: nothing",
        "could not be done: drafts: gone",
        "tried to connect: something that is not Python, 2 times by the kernel's count",
    ]
