"""`workbench doctor`: is everything in place, here and in this project?"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from workbench import __version__
from workbench.cli.commands.telling import say
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError
from workbench.terminal_size import terminal_size
from workbench.text.counted import counted

NAME = "doctor"
HELP = "look whether everything is in place; exit 1 when something is not"


class Look(NamedTuple):
    """What was seen of one thing: a few words, everything that is wrong with it, and what one should know."""

    seen: str
    problems: Sequence[Problem | str] = ()
    remarks: Sequence[Problem | str] = ()


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[PATH] [--offline]`."""
    parser.add_argument("path", nargs="?", type=Path, default=Path(), help="the project to look at")
    parser.add_argument(
        "--offline",
        action="store_true",
        help="instead: do a day's work in a temporary folder without a network, and tell what tried to connect",
    )


def run(options: argparse.Namespace) -> int:
    """Look at each thing in turn; every line says ok or what to do."""
    say(f"workbench {__version__}, Python {sys.version.split()[0]}")
    if options.offline:
        from workbench.cli.commands.offline import nothing_connects

        return int(not nothing_connects())
    looks: tuple[tuple[str, Callable[[Path], Look]], ...] = (
        ("terminal", _terminal),
        ("package", _package),
        ("dictionary", _dictionary),
        ("project", _project),
        ("articles", _articles),
        ("records", _records),
        ("glossary", _glossary),
        ("memories", _memories),
        ("settings", _settings),
    )
    fine = [_look(name, look, options.path) for name, look in looks]
    return int(not all(fine))


def _look(name: str, look: Callable[[Path], Look], path: Path) -> bool:
    try:
        found = look(path)
    except WorkbenchError as error:
        say(f"BAD  {name}: {error}")
        return False
    say(f"{'BAD ' if found.problems else 'ok  '} {name}: {found.seen}")
    for line in (*found.problems, *found.remarks):
        say(f"     {line}")
    return not found.problems


def _terminal(_: Path) -> Look:
    size = terminal_size(1)
    colours = os.environ.get("COLORTERM") or os.environ.get("TERM") or "none told"
    small = "" if size.columns >= 80 and size.lines >= 24 else " – small: 80×24 or more reads better"
    return Look(f"{size.columns}×{size.lines}, colours: {colours}{small}")


def _package(path: Path) -> Look:
    from workbench.project import Project
    from workbench.project.better_drafts import better_drafts, told
    from workbench.project.packages import SAMPLE, embedded, sample

    hint = None
    try:
        project = Project.open(path, read_only=True)
    except WorkbenchError:  # told of the project itself
        package = embedded()
    else:
        with project:
            package, hint = project.package, better_drafts(project)
    remarks = [f"{hint.line} ({run_again('model hint off')} ends such lines)"] if hint else []
    look = Look(f"{package.id} drafts “{SAMPLE}” as “{sample(package)}”", remarks=remarks)
    if hint and sys.stdout.isatty():
        told(hint)
    return look


def _dictionary(_: Path) -> Look:
    """Whether the German–English dictionary can be read; drafts are made without it, too."""
    from workbench.dictionary import fault

    problem = fault(whole=True)
    return Look("damaged" if problem else "Ding", [problem] if problem else [])


def _project(path: Path) -> Look:
    """Whether it can be written: the lock, and links or special files in the way; how git merges what is shared."""
    from workbench.project import Project, obstacles
    from workbench.project.team.setting_up import is_shared, missing

    with Project.open(path) as project:
        root = project.layout.root
        found: list[Problem | str] = [*obstacles(project.layout), *(missing(root) if is_shared(root) else ())]
        if project.read_only:
            found.insert(0, f"read-only: {project.read_only_reason} – {project.read_only_mend}")
        return Look(f"{project.layout.root}{'' if found else ', can be written'}", found)


def _articles(path: Path) -> Look:
    """Whether every article and its record can be read."""
    from workbench.project import Project

    with Project.open(path, read_only=True) as project:
        documents = project.documents()
        broken = [document for document in documents if document.problem]
        unreadable = f", {len(broken)} of them cannot be read" if broken else ""
        wrong: list[Problem | str] = [*project.sources().problems, *(f"{one.name}: {one.problem}" for one in broken)]
        read = [project.read_source(document.name) for document in documents if not document.problem]
        return Look(f"{len(documents)}{unreadable}", wrong, [remark for one in read for remark in one.remarks])


def _records(path: Path) -> Look:
    """Whether every record has its article."""
    from workbench.project import Project, as_problem

    with Project.open(path, read_only=True) as project:
        orphans = [as_problem(orphan, project.layout) for orphan in project.orphans()]
        return Look(f"without an article: {len(orphans)}" if orphans else "each has its article", orphans)


def _glossary(path: Path) -> Look:
    from workbench.project import Project

    with Project.open(path, read_only=True) as project:
        problems = project.termbase.problems
        wrong = f"; what is wrong in it: {len(problems)}" if problems else ""
        own = f"; words of its own: {len(project.words.own)}" if project.words.own else ""
        others = f"; of other glossaries: {project.termbase.others:,}" if project.termbase.others else ""
        found = (*problems, *project.words.problems)
        return Look(f"{counted(len(project.termbase.entries), 'entry')} in force{others}{wrong}{own}", found)


def _memories(path: Path) -> Look:
    """Which files in `memories/` are asked, and why others are not."""
    from workbench.project.memories.asking import of_files
    from workbench.project.memories.not_taken_in import not_taken_in

    missing = not_taken_in(path)
    waiting = f", {len(missing.waiting)} not taken in yet" if missing.waiting else ""
    return Look(f"of files in memories/: {len(of_files(path))}{waiting}", missing.bad, missing.waiting)


def _settings(path: Path) -> Look:
    from workbench.project import Project

    with Project.open(path, read_only=True) as project:
        settings = project.settings
        package = settings.package or "built in"
        seen = f"package: {package}, theme: {settings.theme or 'usual'}, house style: {settings.style.told}"
        return Look(seen, (*project.settings_problems, *_keys(settings.keys)))


def _keys(wanted: Mapping[str, str]) -> Sequence[Problem]:
    """What is wrong with keys of the user's own; the screen's names of them are loaded where there are some."""
    if not wanted:
        return ()
    from workbench.project.settings.settings import user_file
    from workbench.tui.keymap import key_map

    return key_map(wanted, user_file()).problems
