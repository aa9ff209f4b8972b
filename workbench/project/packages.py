"""The translation packages of this machine, for the faces: what is there, what one is, getting another."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.problem import Problem, WorkbenchError

if TYPE_CHECKING:  # the engine is loaded when it is first used
    from workbench.engine import Package

SAMPLE = "Das Wetter ist heute gut."
"""What a package is tried with."""


def embedded() -> Package:
    """The package that comes with the program."""
    from workbench.engine import embedded_package

    return embedded_package()


def all_packages() -> tuple[Package, ...]:
    """Every package that can be drafted with, the embedded one first."""
    from workbench.engine import embedded_package, installed_packages

    return embedded_package(), *installed_packages()


def broken() -> tuple[Problem, ...]:
    """What is wrong with packages that were found and cannot be used."""
    from workbench.engine import broken_packages

    return tuple(broken_packages())


def find(name: str) -> Package:
    """The package with a name (its id). Raises WorkbenchError where there is none."""
    from workbench.engine import find_package

    return find_package(name)


def install(path: Path, tell: Callable[[str], None] = lambda _: None) -> Package:
    """Install a package from a file, or a model of OPUS-MT's form from its zip or its folder. `tell` gets a few words
    before what takes long. Raises WorkbenchError when it is none, or cannot be installed.
    """
    from workbench.engine import install_file

    return install_file(path, tell)


def install_from_network(progress: Callable[[int, int | None], None], timeout: float) -> Package:
    """Install the official package. `progress` gets the bytes done, and of how many if that is known; `timeout` is in
    seconds. Raises WorkbenchError when that cannot be done.
    """
    from workbench.engine import install_official

    return install_official(progress, timeout)


def install_opus(progress: Callable[[int, int | None], None], timeout: float, tell: Callable[[str], None]) -> Package:
    """Install OPUS-MT's German→English model; arguments and errors as above. `WORKBENCH_OPUS` in the environment is
    another address for it, such as a mirror in the house.
    """
    from workbench.engine import OPUS_ADDRESS, install_opus

    return install_opus(os.environ.get("WORKBENCH_OPUS") or OPUS_ADDRESS, progress, timeout, tell)


def use_in(folder: Path, name: str) -> Path | None:
    """Draft with a package (its id) from now on in the project that a folder belongs to; the project's own folder.

    None where the folder belongs to none that has been begun, and where that drafts with another package than the
    built-in one: that was chosen. Raises WorkbenchError where it cannot be kept, as while another workbench is open on
    it, or cannot be read.
    """
    from workbench.project.folder.layout import MARKS, find_layout
    from workbench.project.project import Project

    try:
        root = find_layout(folder)[0].root
    except WorkbenchError:
        return None
    try:
        if not any((root / mark).exists() for mark in MARKS):
            return None
        with Project.open(folder) as project:
            if not project.package.embedded and project.package.id != name:
                return None
            project.use_package(find(name))
    except OSError as error:
        what = f"cannot be read ({error.strerror or error})"
        raise WorkbenchError(
            Problem(root, what, "set its permissions, and say which package it drafts with")
        ) from error
    return root


def sample(package: Package) -> str:
    """What a package makes of SAMPLE. Raises WorkbenchError when it cannot be used."""
    from workbench.engine import Drafter

    return Drafter(package).draft([(SAMPLE, ())])[0].english
