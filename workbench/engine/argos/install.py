"""Installing a package, from a file or from Argos's index: checked before it replaces anything."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.engine.argos.folder import ArgosPlaces, argos_places
from workbench.engine.argos.metadata import REINSTALL
from workbench.engine.argos.package import Package, open_package
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

TRIAL_SECONDS = 180.0
_ANOTHER = "this package cannot be used; fetch it again, or choose another"
_TRIAL = Path(__file__).with_name("trial.py")


def install_file(path: Path) -> Package:
    """Install an `.argosmodel` file into Argos's folder, in the place of a package of the same name.

    Before anything is replaced the file is checked (a zip with no path that escapes, within the size
    limits, one German→English package) and its model loads and translates a sentence in a process of
    its own. Raises WorkbenchError with nothing changed. A kill leaves the old package or the new one.
    """
    with _stage(path) as (places, stage):
        return _install(path, path, places, stage)


def install_official(report: Callable[[int, int | None], None], timeout: float) -> Package:
    """Download the newest German→English package of Argos's index and install it with the same checks.

    `report(done, total)` is called with bytes while it arrives, total None where the server does not
    say. `timeout` is in seconds: for the first answer, and for any 64 KB after it. Raises
    WorkbenchError with nothing changed: no network, not found, broken off, stalled, not a package.
    """
    from workbench.engine.argos.download import fetch_package, official_offer

    index = argos_places().index
    offer = official_offer(index, timeout)
    with _stage(index) as (places, stage):
        archive = stage / "download.argosmodel"
        link = fetch_package(offer, archive, report, timeout)
        return _install(archive, link, places, stage)


def try_package(package: Package) -> None:
    """Load the package's model in a process of its own and translate one sentence; about a second.

    For packages that this program did not install, which nobody has checked. Raises WorkbenchError
    where the model does not load, crashes the loader, or translates to nothing.
    """
    _try_model(package.path)


def _install(archive: Path, told: Path | str, places: ArgosPlaces, stage: Path) -> Package:
    """Unpack, check, try, swap. `told` is what the user knows the archive by."""
    from workbench.engine.argos.archive import unpack
    from workbench.engine.argos.staging import swap_in

    unpacked = stage / "unpacked"
    unpacked.mkdir()
    try:
        folder = unpack(archive, unpacked)
        open_package(folder)
        _try_model(folder)
    except WorkbenchError as error:
        problem = error.problem
        where = _inside(problem.where, archive, unpacked, told)
        mend = _ANOTHER if problem.mend == REINSTALL else problem.mend
        raise WorkbenchError(Problem(where, problem.what, mend)) from error
    return open_package(swap_in(folder, places, stage))


def _inside(where: Path | str, archive: Path, unpacked: Path, told: Path | str) -> str:
    """The place of a problem as the user knows it: `FILE.argosmodel: NAME/metadata.json`."""
    if where == archive:
        return str(told)
    if isinstance(where, Path) and where.is_relative_to(unpacked):
        return f"{told}: {where.relative_to(unpacked).as_posix()}"
    return f"{told}: {where}"


def _try_model(folder: Path) -> None:
    """Let a child process load the model and translate; its crash is one more way of being broken.

    CTranslate2 reads a model file as it stands; versions before 4.8.1 overran the heap on a bad one,
    and later ones may still crash.
    """
    command = [sys.executable, "-P", str(_TRIAL), str(folder)]
    one_thread = os.environ | {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    try:
        trial = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TRIAL_SECONDS,
            env=one_thread,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        what = f"its model took over {TRIAL_SECONDS:g} seconds to load"
        raise WorkbenchError(Problem(folder, what, _ANOTHER)) from error
    last = trial.stdout.decode("utf-8", errors="replace").strip().rpartition("\n")[2]
    try:
        answer = json.loads(last) if trial.returncode == 0 else {"error": "the loader crashed"}
    except ValueError:
        answer = {"error": "the loader gave no answer"}
    if "error" in answer:
        why = clean_line(str(answer["error"]).replace(f"{folder}{os.sep}", ""))[:160]
        raise WorkbenchError(Problem(folder, f"its model does not load ({why})", _ANOTHER))
    if not any(letter.isalpha() for letter in str(answer.get("english", ""))):
        raise WorkbenchError(Problem(folder, "its model translates a plain sentence to nothing", _ANOTHER))


@contextmanager
def _stage(told: Path | str) -> Iterator[tuple[ArgosPlaces, Path]]:
    """Argos's folders and an empty one to work in; a disk that refuses ends in one line."""
    from workbench.engine.argos.staging import staging

    places = argos_places()
    try:
        with staging(places) as stage:
            yield places, stage
    except OSError as error:
        where = error.filename or told
        what = f"cannot be written ({error.strerror or error})"
        mend = "make room or set the permissions; nothing was changed"
        raise WorkbenchError(Problem(where, what, mend)) from error
