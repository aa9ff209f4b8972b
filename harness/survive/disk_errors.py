"""Disks that are full, broken, read-only: old or new, never half; what was typed stays, and is saved when it can be."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from harness.survive.commands import demand_manners, run
from harness.survive.desk import ACCEPT, LEAVE, Desk
from harness.survive.disks import small_disk
from harness.survive.ground import ARTICLE, OTHER, Ground, contents, holds, litter
from harness.survive.sabotaged import CALLS
from harness.survive.tries import Try, attempt, chance_of, demand, word
from workbench.glossary import read_glossary
from workbench.project import Project

NAME = "disk"
ABOUT = "write errors at every step of every command; a full disk under the screen, and space again"
ERRORS = ("ENOSPC", "EIO", "EDQUOT", "EROFS", "EACCES")


def attempts(number: int, seed: int, ground: Ground, first: int = 0) -> Iterator[Try]:
    """`number` disks: three of four fail under a command, the fourth under the screen."""
    for index in range(first, first + number):
        chance = chance_of(NAME, seed, index)
        if index % 4 == 3:

            def under_screen(chance: random.Random = chance) -> None:
                _screen(ground, chance)

            yield attempt(NAME, index, "the disk fills while typing, then has space again", under_screen)
            continue
        command = chance.choice(_commands())
        call, at, error = chance.choice(CALLS), chance.choice((1, 1, 1, 2, 2, 3)), chance.choice(ERRORS)

        def body(command: list[str] = command, fault: tuple[str, str, str] = (call, str(at), error)) -> None:
            _command(ground, command, fault)

        yield attempt(NAME, index, f"{' '.join(command[:2])}, {call} number {at} fails with {error}", body)


def _commands() -> list[list[str]]:
    return [
        ["glossary", "add", "Wortding", "thing"],
        ["glossary", "remove", "Eriwan"],
        ["glossary", "import", "terms.csv", "--yes"],
        ["translate", f"sources/{OTHER}"],
        ["export", f"sources/{ARTICLE}", "--to", "docx"],
        ["export", f"sources/{ARTICLE}", "--to", "md"],
        ["export", f"sources/{ARTICLE}", "--to", "odt,xlsx,xliff,html"],
        ["import", "neu.txt"],
        ["init", "."],
    ]


def _command(ground: Ground, command: list[str], fault: tuple[str, str, str]) -> None:
    project = ground.project()
    (project / "terms.csv").write_text("Wortding,thing\n", encoding="utf-8")
    (project / "neu.txt").write_text("Ein neuer Artikel aus Eriwan.\n", encoding="utf-8")
    before = contents(project)
    root = Path(__file__).resolve().parent.parent.parent
    ran = run(ground, project, [*fault, *command], launcher=(str(root / "harness" / "survive" / "sabotaged.py"),))
    demand_manners(ran)
    _demand_whole(project)
    if ran.status == 2:
        changed = [n for n, what in contents(project).items() if before.get(n) not in (None, what)]
        known = fault[0] == "fsync" and int(fault[1]) % 2 == 0  # the flush of the folder comes with the file in place
        demand(not changed or known, f"it failed, and yet changed {changed}: {ran.said[-150:]}")
    if ran.status == 0 and "Wortding" in command:
        demand(holds(project, "Wortding"), f"it said it is done, and it is not: {ran.said[-150:]}")


def _screen(ground: Ground, chance: random.Random) -> None:
    with small_disk(ground.new_folder() / "disk") as disk:
        project = ground.project(disk.folder)
        words = word(chance)
        with Desk(ground, project) as desk:
            desk.ready()
            disk.fill(desk.pid)
            desk.type_english(words)
            desk.press(LEAVE, pause=1.0)
            desk.press(ACCEPT, pause=0.8)
            desk.demand_no_traceback()
            demand(desk.alive, "the program ended on a full disk")
            _demand_whole(project)
            disk.free(desk.pid)
            desk.press("\x13", pause=1.0)
            desk.tell_to_end("quit")
            demand(desk.ended(), f"could not be quit when there was space again: {desk.last_words()}")
            desk.demand_no_traceback()
        demand(holds(project / "translations", words), f"“{words}” was not saved when there was space again")
        _demand_whole(project)


def _demand_whole(project: Path) -> None:
    problems = read_glossary(project / "glossary.yaml").problems
    demand(not problems, f"a damaged glossary: {problems[:1]}")
    left = litter(project)
    demand(not left, f"temporary files are left: {left}")
    with Project.open(project, read_only=True) as opened:
        opened.open_document(ARTICLE)
