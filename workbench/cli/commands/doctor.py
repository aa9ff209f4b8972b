"""`workbench doctor`: is everything in place, here and in this project?"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from workbench import __version__
from workbench.problem import WorkbenchError

NAME = "doctor"
HELP = "look whether everything is in place; exit 1 when something is not"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[PATH]`."""
    parser.add_argument("path", nargs="?", type=Path, default=Path(), help="the project to look at")


def run(options: argparse.Namespace) -> int:
    """Look at each thing in turn; every line says ok or what to do."""
    print(f"workbench {__version__}, Python {sys.version.split()[0]}")
    looks: tuple[tuple[str, Callable[[Path], str]], ...] = (
        ("terminal", _terminal),
        ("package", _package),
        ("project", _project),
        ("glossary", _glossary),
    )
    fine = [_look(name, look, options.path) for name, look in looks]
    return int(not all(fine))


def _look(name: str, look: Callable[[Path], str], path: Path) -> bool:
    try:
        print(f"ok   {name}: {look(path)}")
    except WorkbenchError as error:
        print(f"BAD  {name}: {error}")
        return False
    return True


def _terminal(_: Path) -> str:
    size = shutil.get_terminal_size()
    colours = os.environ.get("COLORTERM") or os.environ.get("TERM") or "none told"
    small = "" if size.columns >= 80 and size.lines >= 24 else " – small: 80×24 or more reads better"
    return f"{size.columns}×{size.lines}, colours: {colours}{small}"


def _package(path: Path) -> str:
    from workbench.engine import Drafter, embedded_package
    from workbench.project import Project

    try:
        with Project.open(path, read_only=True) as project:
            package = project.package
    except WorkbenchError:
        package = embedded_package()
    english = Drafter(package).draft([("Das Wetter ist heute gut.", ())])[0].english
    return f"{package.id} drafts “Das Wetter ist heute gut.” as “{english}”"


def _project(path: Path) -> str:
    from workbench.project import Project

    with Project.open(path) as project:
        count = len(project.names())
        broken = [document for document in project.documents() if document.problem]
        for document in broken:
            print(f"     {document.name}: {document.problem}")
        held = f", read-only: {project.read_only_reason}" if project.read_only else ""
        return f"{project.layout.root}: {count} documents, {len(broken)} of them unreadable{held}"


def _glossary(path: Path) -> str:
    from workbench.project import Project

    with Project.open(path, read_only=True) as project:
        for problem in project.termbase.problems:
            print(f"     {problem}")
        return f"{len(project.termbase.entries)} entries, {len(project.termbase.problems)} problems"
