"""How the program was started, so that the commands it tells work when they are copied."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

NAME = "workbench"


def run_again(words: str = "") -> str:
    """The shell command that runs the program with `words`, started the way it was started now.

    `workbench doctor` for the installed program, `uv run workbench doctor` in a clone (with `--project` when the
    user stands elsewhere), `python -m workbench doctor`, or the path of a script that is not on the path.
    `words` are put as they are: quote what comes from outside with `pasted`.
    """
    return " ".join((*map(shlex.quote, _program()), *filter(None, [words])))


def pasted(path: Path) -> str:
    """A path as the user's shell needs it: quoted, and absolute when the program runs in another folder than the shell.

    A relative path that would be read as an option gets `./`.
    """
    if path.is_absolute() or _standing() != _here():
        return shlex.quote(str(path.resolve()))
    return shlex.quote(f"./{path}" if str(path).startswith("-") else str(path))


def _program() -> tuple[str, ...]:
    script = Path(sys.argv[0])
    module = script.name == "__main__.py" and script.parent.name == NAME
    if not module and script.stem != NAME:
        return (NAME,)  # another program that uses this package: a test, a benchmark
    clone = Path(sys.prefix).parent
    if "UV_RUN_RECURSION_DEPTH" in os.environ and (clone / "pyproject.toml").is_file():
        where = () if _standing().is_relative_to(clone) else ("--project", str(clone))
        return ("uv", "run", *where, *(("python", "-m") if module else ()), NAME)
    if module:
        return (sys.orig_argv[0], "-m", NAME)
    return (NAME,) if _on_path(script) else (str(script.absolute()),)


def _on_path(script: Path) -> bool:
    """Does the bare name start this script? Not for `uvx`, which puts it on the path of this one run."""
    found = shutil.which(NAME)
    return "UV" not in os.environ and found is not None and Path(found).resolve() == script.resolve()


def _standing() -> Path:
    """The folder of the user's shell: `uv run --directory` and `make -C` run the program in another one."""
    shell = os.environ.get("PWD", "")
    return Path(shell).resolve() if shell and Path(shell).is_dir() else _here()


def _here() -> Path:
    return Path.cwd()
