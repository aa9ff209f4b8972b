"""The processes in which models are converted and tried before anything here trusts them, with limits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

TRIAL_SECONDS = 180.0
CONVERSION_SECONDS = 900.0
ANOTHER = "this package cannot be used; fetch it again, or choose another"
_CHILD = Path(__file__).with_name("child.py")


def converted(weights: Path, source: Path, target: Path, out: Path) -> str:
    """Have CTranslate2 convert Marian's weights (`.npz`) and vocabularies (YAML) into the new folder `out`, as int8.

    The process may take 15 minutes, write 2 GB, and use 8 GB of memory and eight times the weights' size (the memory
    and the writing are not limited on Windows). What converted it, in words. Raises WorkbenchError.
    """
    paths = [str(path) for path in (weights, source, target, out)]
    answer = _answer("convert", paths, weights, CONVERSION_SECONDS, "cannot be converted")
    return clean_line(str(answer.get("by", "CTranslate2")))[:40]


def tried(folder: Path, model: Path, source: Path, target: Path) -> str:
    """Have a package's model loaded, and what it makes of a plain sentence. Raises WorkbenchError where that fails.

    CTranslate2 reads a model file as it stands; versions before 4.8.1 overran the heap on a bad one, and later ones may
    still crash.
    """
    paths = [str(path) for path in (model, source, target)]
    answer = _answer("try", paths, folder, TRIAL_SECONDS, "its model does not load")
    english = clean_line(str(answer.get("english", "")))
    if not any(letter.isalpha() for letter in english):
        raise WorkbenchError(Problem(folder, "its model translates a plain sentence to nothing", ANOTHER))
    return english


def _answer(verb: str, arguments: list[str], where: Path, seconds: float, failed: str) -> dict[str, Any]:
    command = [sys.executable, "-P", str(_CHILD), verb, *arguments]
    one_thread = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    try:
        child = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, env=one_thread, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise WorkbenchError(Problem(where, f"{failed} (it took over {seconds:g} seconds)", ANOTHER)) from error
    last = child.stdout.decode("utf-8", errors="replace").strip().rpartition("\n")[2]
    try:
        answer = json.loads(last) if child.returncode == 0 else {"error": "the process that did it crashed"}
    except ValueError:
        answer = {"error": "the process that did it gave no answer"}
    if "error" in answer:
        why = clean_line(_without_folders(str(answer["error"]), arguments))[:160]
        raise WorkbenchError(Problem(where, f"{failed} ({why})", ANOTHER))
    return dict(answer)


def _without_folders(told: str, paths: list[str]) -> str:
    """What went wrong without the folders that only this program knows."""
    for folder in {str(Path(path).parent) for path in paths}:
        told = told.replace(f"{folder}{os.sep}", "")
    return told
