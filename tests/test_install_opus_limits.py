"""The process that converts a model: its limits, what it says when they are met, and its end with the program's."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from harness.marian_model import WEIGHTS
from tests.argos_material import everything, package_zip
from workbench.engine import install_file, installed_packages
from workbench.engine.argos import child, children
from workbench.engine.argos.folder import argos_places
from workbench.engine.argos.staging import staging_folder
from workbench.problem import WorkbenchError

pytest_plugins = ("tests.argos_fixtures", "tests.opus_fixtures")

_INSTALL = (
    "import sys; from pathlib import Path; from workbench.engine import install_file; "
    "print(install_file(Path(sys.argv[1])).name)"
)
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is limited on Linux alone")


def test_on_windows_no_thread_waits_for_the_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """There a thread that reads a pipe keeps libraries from being loaded."""
    begun: list[object] = []
    monkeypatch.setattr(child, "os", SimpleNamespace(name="nt"))
    monkeypatch.setattr(child, "_limit", lambda memory: None)
    monkeypatch.setattr(child, "_try", lambda *arguments: {"english": "The house is big."})
    monkeypatch.setattr("threading.Thread", lambda **how: begun.append(how))
    monkeypatch.setattr(sys, "argv", ["child", "try", "0", "model", "source", "target"])
    child.main()
    assert capsys.readouterr().out == '{"english": "The house is big."}\n' and begun == []


def test_a_conversion_that_takes_too_long_is_given_up_and_may_be_tried_again(
    argos: Path, opus_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "CONVERSION_SECONDS", 0.05)
    with pytest.raises(WorkbenchError, match=r"cannot be converted \(it took over 0\.05 seconds\)") as caught:
        install_file(opus_folder)
    assert caught.value.problem.mend.startswith("try again when the machine has less to do")
    assert installed_packages() == ()


@LINUX
def test_a_conversion_that_wants_too_much_memory_is_one_line(
    argos: Path, opus_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An array may claim to be of any size; only a limit keeps numpy from making room for it."""
    monkeypatch.setattr(children, "MEMORY_FLOOR", 500_000_000)
    folder = tmp_path / "model"
    shutil.copytree(opus_folder, folder)
    with zipfile.ZipFile(folder / WEIGHTS, "w") as weights:
        header = "{'descr': '<f4', 'fortran_order': False, 'shape': (500000000,), }"
        weights.writestr("special:model.yml.npy", b"\x93NUMPY\x01\0v\0" + header.ljust(117).encode() + b"\n")
    with pytest.raises(WorkbenchError, match=r"cannot be converted \(the machine has too little memory, or it wants"):
        install_file(folder)


def test_a_system_that_refuses_a_limit_installs_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """macOS answers a limit of memory so."""
    resource = pytest.importorskip("resource")
    asked: list[int] = []

    def refuse(what: int, limits: tuple[int, int]) -> None:
        asked.append(what)
        raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refuse)
    child._limit(1 << 30)
    assert len(asked) == 3, "each limit is asked for by itself"
    monkeypatch.delattr(resource, "RLIMIT_AS")
    child._limit(1 << 30)
    assert len(asked) == 5


def test_nothing_of_a_model_is_loaded_in_this_process(argos: Path, opus_folder: Path) -> None:
    """What is not looked at yet is read by a child alone."""
    look = "print(*({'ctranslate2', 'numpy', 'sentencepiece'} & set(sys.modules)))"
    command = [sys.executable, "-c", f"{_INSTALL}; {look}", str(opus_folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"translate-de_en-{opus_folder.name}", ""]


# --- kills


@pytest.mark.skipif(os.name == "nt", reason="named pipes")
def test_the_process_ends_when_the_program_that_began_it_has(tmp_path: Path) -> None:
    """It waits for weights that never come, and is not told to end."""
    pipe = tmp_path / "weights.npz"
    os.mkfifo(pipe)
    command = [sys.executable, children.__file__.replace("children", "child"), "convert", str(4 << 30), str(pipe)]
    with (
        subprocess.Popen([*command, "a.yml", "a.yml", str(tmp_path / "out")], stdin=subprocess.PIPE) as waiting,
        pipe.open("wb"),  # it is at its work now
    ):
        assert waiting.poll() is None and waiting.stdin
        waiting.stdin.close()
        assert waiting.wait(timeout=30) == 1


def converting(pid: int) -> Iterator[int]:
    """The processes below one that convert a model."""
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                if parent == pid and b"convert" in (folder / "cmdline").read_bytes().split(b"\0"):
                    yield int(folder.name)
            except OSError:
                continue


@pytest.mark.skipif(sys.platform != "linux", reason="SIGKILL, and /proc to see who is left")
def test_a_kill_while_it_converts_leaves_the_old_package_and_nobody_behind(
    argos: Path, opus_folder: Path, tmp_path: Path
) -> None:
    name = f"translate-de_en-{opus_folder.name}"
    old = install_file(package_zip(tmp_path / "old.argosmodel", name))
    before = everything(argos)
    with subprocess.Popen([sys.executable, "-c", _INSTALL, str(opus_folder)]) as installing:
        while not (left := list(converting(installing.pid))):
            assert installing.poll() is None
            time.sleep(0.005)
        installing.send_signal(signal.SIGKILL)
    assert everything(argos) == before and installed_packages() == (old,)
    for _ in range(1_000):
        if not any(Path(f"/proc/{pid}").exists() for pid in left):
            break
        time.sleep(0.02)
    else:
        pytest.fail("the converter goes on")
    new = install_file(opus_folder)
    assert installed_packages() == (new,) and new.name == name and new.maker == "OPUS-MT"
    assert not staging_folder(argos_places()).exists()
