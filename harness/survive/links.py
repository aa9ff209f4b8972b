"""A stranger's project with symbolic links in it: nothing outside the project is written, made or deleted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from harness.survive.ground import Ground, contents, differences
from harness.survive.places import FILES, Case, cases, make_room, meet
from harness.survive.tries import Try, attempt, demand

NAME = "links"
ABOUT = "a symbolic link at each place of a project, met by each command and the screen"
THINGS = ("link to a file", "link to a folder", "dangling link", "relative link", "link to a link")


def attempts(number: int, seed: int, ground: Ground, first: int = 0) -> Iterator[Try]:
    """Open `number` strangers' projects, each with one link; the places, links and commands in the seed's order."""
    for index, case in enumerate(islice(cases(THINGS, seed), first, first + number), start=first):

        def body(case: Case = case) -> None:
            _meet(case, ground)

        yield attempt(NAME, index, f"{case.command} with {case.thing} at {case.place}", body)


def _meet(case: Case, ground: Ground) -> None:
    folder = ground.new_folder()
    outside = folder / "outside"
    project = ground.project(folder)
    target = _outside(case, outside)
    path = make_room(project, case.place)
    if case.thing == "relative link":
        path.symlink_to(os.path.relpath(target, path.parent))
    elif case.thing == "link to a link":
        (folder / "between").symlink_to(target)
        path.symlink_to(folder / "between")
    else:
        path.symlink_to(target)
    before = contents(outside)
    problem = ""
    try:
        meet(ground, project, case.command, limit=30)
    finally:
        if changed := differences(before, contents(outside)):
            problem = f"outside the project: {changed}"
    demand(not problem, problem)


def _outside(case: Case, outside: Path) -> Path:
    """What the link means: a stranger's or a user's own files, such that the program could take them for its own."""
    name = Path(case.place).name
    outside.mkdir()
    (outside / "letter.txt").write_text("Liebe Mutter, mir geht es gut.\n", encoding="utf-8")
    (outside / ".workbench-4194303-0badcafe.tmp").write_text("a file of another project", encoding="utf-8")
    if case.thing == "dangling link":
        return outside / name
    if case.thing == "link to a folder" or case.place not in FILES:
        for place, text in FILES.items():
            if place.startswith(f"{case.place}/"):
                (outside / Path(place).name).write_text(text, encoding="utf-8")
        return outside
    (outside / name).write_text(FILES[case.place], encoding="utf-8")
    return outside / name
