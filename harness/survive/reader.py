"""A process that reads: `python harness/survive/reader.py`, in a project, runs the commands that come by its input.

Each line that comes is a JSON list: of the arguments of workbench, or ["LOCKED", …] for arguments to be run while
another one holds the project's lock, or ["CACHE", PATH] to look into a cache of drafts. Each line that goes is
a JSON text: what was wrong, or empty.
"""

from __future__ import annotations

import io
import json
import sys
import traceback
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from filelock import FileLock

from workbench.cli import main
from workbench.engine import DraftCache


def failed(arguments: list[str]) -> str:
    """Run one command; what was wrong with how it went, or empty."""
    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            status = _run(arguments)
    except SystemExit as ended:
        status = int(ended.code or 0) if isinstance(ended.code, int) or ended.code is None else 99
    except BaseException as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__}: {str(error)[:100]} in {Path(place.filename).name}:{place.lineno}"
    if status not in (0, 1, 2):
        return f"exit status {status}"
    if status == 2 and not out.getvalue() + err.getvalue():
        return "exit status 2 without a word"
    longest = max(map(len, err.getvalue().splitlines()), default=0)
    if longest > 3000:
        return f"an error of {longest} letters"
    if any(letter in out.getvalue() + err.getvalue() for letter in "\x1b\x9b\u202e"):
        return "an escape goes to the terminal"
    return ""


def _run(arguments: list[str]) -> int:
    match arguments:
        case ["LOCKED", *others]:
            with FileLock(".workbench/lock"):
                return main(others)
        case ["CACHE", path]:
            with DraftCache(Path(path)) as cache:
                cache.get_many(["a"])
                cache.put_many({"a": "b"})
            return 0
        case _:
            return main(arguments)


if __name__ == "__main__":
    answers = sys.stdout
    for line in sys.stdin:
        print(json.dumps(failed(json.loads(line))), file=answers, flush=True)
