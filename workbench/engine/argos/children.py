"""The processes in which models are converted and tried before anything here trusts them, with limits."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

TRIAL_SECONDS = 180.0
CONVERSION_SECONDS = 900.0
MEMORY_FLOOR = 3_000_000_000
"""Bytes that a child may use whatever the model's size; of OPUS-MT's size (310 MB) one used 0.8 GB."""
_MEMORY_PER_BYTE = 8
ANOTHER = "this package cannot be used; fetch it again, or choose another"
_LATER = (
    "try again when the machine has less to do; a file that you fetch yourself need not be downloaded again "
    f"(`{run_again('model install FILE')}`)"
)
_CHILD = Path(__file__).with_name("child.py")


def converted(weights: Path, source: Path, target: Path, out: Path) -> str:
    """Have CTranslate2 convert Marian's weights (`.npz`) and vocabularies (YAML) into the new folder `out`, as int8.

    The process may take 15 minutes, write 2 GB, and use 3 GB of memory and eight times the weights' size (neither is
    limited on Windows, the memory not on macOS). What converted it, in words. Raises WorkbenchError.
    """
    paths = [str(path) for path in (weights, source, target, out)]
    memory = _memory(weights)
    answer = _answer(("convert", str(memory), *paths), weights, CONVERSION_SECONDS, "cannot be converted")
    return clean_line(str(answer.get("by", "CTranslate2")))[:40]


def tried(folder: Path, model: Path, source: Path, target: Path) -> str:
    """Have a package's model loaded, and what it makes of a plain sentence. Raises WorkbenchError where that fails.

    CTranslate2 reads a model file as it stands; versions before 4.8.1 overran the heap on a bad one, and later ones may
    still crash.
    """
    paths = [str(path) for path in (model, source, target)]
    memory = _memory(model / "model.bin")
    answer = _answer(("try", str(memory), *paths), folder, TRIAL_SECONDS, "its model does not load")
    english = clean_line(str(answer.get("english", "")))
    if not any(letter.isalpha() for letter in english):
        raise WorkbenchError(Problem(folder, "its model translates a plain sentence to nothing", ANOTHER))
    return english


def _memory(file: Path) -> int:
    return MEMORY_FLOOR + _MEMORY_PER_BYTE * file.stat().st_size


def _answer(arguments: tuple[str, ...], where: Path, seconds: float, failed: str) -> dict[str, Any]:
    try:
        child = _run([sys.executable, "-P", str(_CHILD), *arguments], seconds)
    except subprocess.TimeoutExpired as error:
        raise WorkbenchError(Problem(where, f"{failed} (it took over {seconds:g} seconds)", _LATER)) from error
    last = child.stdout.decode("utf-8", errors="replace").strip().rpartition("\n")[2]
    try:
        answer = json.loads(last) if child.returncode == 0 else {"error": "the process that did it crashed"}
    except ValueError:
        answer = {"error": "the process that did it gave no answer"}
    if "memory" in answer or child.returncode == -getattr(signal, "SIGKILL", 9):
        given = int(arguments[1]) / 1e9
        what = f"{failed} (the machine has too little memory, or it wants more than {given:.1f} GB)"
        raise WorkbenchError(Problem(where, what, f"{_LATER}; or choose a smaller one"))
    if "error" in answer:
        why = clean_line(_without_folders(str(answer["error"]), arguments[2:]))[:160]
        raise WorkbenchError(Problem(where, f"{failed} ({why})", ANOTHER))
    return dict(answer)


def _run(command: list[str], seconds: float) -> subprocess.CompletedProcess[bytes]:
    """Run a child that ends with this process: what it reads from ends then, however this process does.

    On Windows it reads nothing, and may outlive this process; it writes where no other installation does.
    """
    one_thread = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    if os.name == "nt":
        nothing = subprocess.DEVNULL
        return subprocess.run(command, stdin=nothing, capture_output=True, timeout=seconds, env=one_thread, check=False)
    theirs, ours = os.pipe()
    try:
        return subprocess.run(command, stdin=theirs, capture_output=True, timeout=seconds, env=one_thread, check=False)
    finally:
        os.close(theirs)
        os.close(ours)


def _without_folders(told: str, paths: tuple[str, ...]) -> str:
    """What went wrong without the folders that only this program knows."""
    for folder in {str(Path(path).parent) for path in paths}:
        told = told.replace(f"{folder}{os.sep}", "")
    return told
