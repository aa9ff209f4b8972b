"""Swapping a finished package into Argos's folder, so that a kill leaves the old one or the new one."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

from workbench.engine.argos.archive import sync_folder
from workbench.engine.argos.folder import ArgosPlaces
from workbench.engine.argos.metadata import is_other_language
from workbench.problem import Problem, WorkbenchError

_STAGING = ".workbench-install"
_LOCK = ".workbench-install.lock"
_SET_ASIDE = "set-aside"


def staging_folder(places: ArgosPlaces) -> Path:
    """Where packages are unpacked before they are swapped in: on the packages' own file system.

    Outside the packages folder where that can be had, because Argos takes every folder in it for a
    complete package and fails on one that is not.
    """
    same_disk = places.data.stat().st_dev == places.packages.stat().st_dev
    return (places.data if same_disk else places.packages) / _STAGING


@contextlib.contextmanager
def staging(places: ArgosPlaces) -> Iterator[Path]:
    """An empty folder to prepare a package in; gone afterwards. One at a time on a machine.

    Raises WorkbenchError while another program installs. What a killed installation left is mended first. The folder
    has a name that none had before: what a killed one may still have at work knows only its own.
    """
    from filelock import FileLock, Timeout

    places.packages.mkdir(parents=True, exist_ok=True)
    folder = staging_folder(places)
    try:
        with FileLock(folder.with_name(_LOCK), timeout=0):
            _mend(folder, places.packages)
            folder.mkdir(exist_ok=True)
            try:
                yield Path(mkdtemp(dir=folder))
            finally:
                _mend(folder, places.packages)
    except Timeout:
        what, mend = "another workbench is installing a package", "wait until it is done and try again"
        raise WorkbenchError(Problem(places.packages, what, mend)) from None


def swap_in(new: Path, places: ArgosPlaces, stage: Path) -> Path:
    """Rename the folder `new` into the packages folder, in the place of one of the same name; its new path.

    The old one is set aside beside `stage`; if the program is killed between the two renames, the next
    listing or installation puts it back. A package for other languages is never replaced.
    """
    target = places.packages / new.name
    if target.exists():
        if is_other_language(target):
            what = "is a package for other languages and is not replaced"
            raise WorkbenchError(Problem(target, what, "rename the folder inside the package file"))
        aside = stage.parent / _SET_ASIDE
        aside.mkdir(exist_ok=True)
        target.rename(aside / new.name)
    try:
        new.rename(target)
    except BaseException:  # Ctrl+C, too
        _mend_names(stage.parent, places.packages)
        raise
    sync_folder(places.packages)
    return target


def mend_interrupted(places: ArgosPlaces) -> None:
    """Put back what an installation that was killed had set aside; nothing while one is running."""
    from filelock import FileLock, Timeout

    if not places.packages.is_dir() or not staging_folder(places).is_dir():
        return
    folder = staging_folder(places)
    with contextlib.suppress(Timeout, OSError), FileLock(folder.with_name(_LOCK), timeout=0):
        _mend(folder, places.packages)


def _mend(stage: Path, packages: Path) -> None:
    """Put back what is set aside, and clear the stage; what cannot be put back stays there for the next time."""
    with contextlib.suppress(OSError):
        _mend_names(stage, packages)
    for left in stage.iterdir() if stage.is_dir() else ():
        if left.name != _SET_ASIDE or _is_needless(left, packages):
            shutil.rmtree(left, ignore_errors=True)
    with contextlib.suppress(OSError):
        stage.rmdir()


def _is_needless(aside: Path, packages: Path) -> bool:
    """Whether each package that was set aside has another in its place."""
    return all((packages / old.name).exists() for old in aside.iterdir())


def _mend_names(stage: Path, packages: Path) -> None:
    aside = stage / _SET_ASIDE
    for old in aside.iterdir() if aside.is_dir() else ():
        if not (packages / old.name).exists():
            old.rename(packages / old.name)
