"""A command that the program tells is written as it was started: it can be copied into the same shell."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = Path(sys.executable).parent / "workbench"
UV = shutil.which("uv")


def shell(command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command line in a shell that stands in `cwd`, with the script on no path unless `environment` puts it there."""
    path = os.pathsep.join(p for p in os.environ["PATH"].split(os.pathsep) if not (Path(p) / "workbench").exists())
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(("UV", "VIRTUAL_ENV"))}
    return subprocess.run(
        ["sh", "-c", command],
        cwd=cwd,
        env=inherited | {"PATH": path, "PWD": str(cwd)} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def told_by_init(started: str, folder: str, cwd: Path, **environment: str) -> str:
    """The command that `init` tells, after it worked in the same shell (with `glossary check` for the screen)."""
    done = shell(f"{started} init {folder}", cwd, **environment)
    assert done.returncode == 0, done.stderr
    told = done.stdout.splitlines()[-1].strip()
    project = told.rpartition("workbench ")[2]
    again = shell(f"{told.removesuffix(project)}glossary check {project}", cwd, **environment)
    assert again.returncode == 0, again
    (shell_folder,) = shlex.split(project)
    assert (cwd / shell_folder / "sources").is_dir()
    return told


def test_as_a_module(tmp_path: Path) -> None:
    python = shlex.quote(sys.executable)
    assert told_by_init(f"{python} -m workbench", "minsk", tmp_path) == f"{python} -m workbench minsk"


def test_a_script_on_the_path_and_one_that_is_not(tmp_path: Path) -> None:
    on_the_path = {"PATH": f"{SCRIPT.parent}{os.pathsep}{os.environ['PATH']}"}
    assert told_by_init("workbench", "minsk", tmp_path, **on_the_path) == "workbench minsk"
    assert told_by_init(shlex.quote(str(SCRIPT)), "minsk", tmp_path) == f"{shlex.quote(str(SCRIPT))} minsk"


@pytest.mark.skipif(UV is None, reason="uv is not on the path")
def test_through_uv_in_the_clone_and_from_another_folder(tmp_path: Path) -> None:
    home, uv = shlex.quote(str(ROOT)), {"UV_NO_SYNC": "1"}
    assert told_by_init("uv run workbench", str(tmp_path / "a"), ROOT, **uv) == f"uv run workbench {tmp_path / 'a'}"
    told = f"uv run --project {home} workbench"
    assert told_by_init(f"uv run --project {home} workbench", "b", tmp_path, **uv) == f"{told} b"
    there = os.path.relpath(tmp_path / "c", ROOT)
    assert told_by_init(f"uv run --directory {home} workbench", there, tmp_path, **uv) == f"{told} {tmp_path / 'c'}"
    assert told_by_init("uv run python -m workbench", str(tmp_path / "d"), ROOT, **uv).startswith("uv run python -m ")


def test_folders_that_a_shell_or_the_program_would_misread(tmp_path: Path) -> None:
    python = f"{shlex.quote(sys.executable)} -m workbench"
    for folder, as_told in {
        "'my project'": "'my project'",
        "'it'\"'\"'s $HOME'": "'it'\"'\"'s $HOME'",
        "model": "./model",
        "-- -x": "./-x",
        "sub/..": "sub/..",
    }.items():
        (tmp_path / "sub").mkdir(exist_ok=True)
        assert told_by_init(python, folder, tmp_path) == f"{python} {as_told}"


def test_errors_tell_it_too(tmp_path: Path) -> None:
    python = f"{shlex.quote(sys.executable)} -m workbench"
    assert f"make a project: {python} init DIR" in shell(f"{python} check", tmp_path).stderr
    assert f"see: {python} export --help" in shell(f"{python} export", tmp_path).stderr
    assert f"`{python} model list` shows them" in shell(f"{python} model info qqq", tmp_path).stderr
