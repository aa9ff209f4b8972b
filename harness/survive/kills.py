"""kill -9 at any moment of work: what was said to be saved is there, files are whole, the next start finds no trace."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from harness.survive.desk import ACCEPT, LEAVE, TERM, UNDO, Desk
from harness.survive.ground import ARTICLE, PARAGRAPHS, Ground, holds, litter
from harness.survive.tries import DemandError, Try, attempt, chance_of, demand, word
from workbench.glossary import read_glossary
from workbench.problem import WorkbenchError
from workbench.project import Project
from workbench.translation import State

NAME = "kills"
ABOUT = "kill -9 while accepting, typing, undoing, adding terms, and of commands that write"
LITTERED = ("", "translations", "exports", ".workbench")


def attempts(number: int, seed: int, ground: Ground, first: int = 0) -> Iterator[Try]:
    """Kill the program `number` times, each in a project of its own, and look what the next start finds."""
    ways: tuple[tuple[str, Callable[[Path, Ground, random.Random], None]], ...] = (
        ("accepting", _accepting),
        ("typing", _typing),
        ("undoing", _undoing),
        ("adding a term", _adding_terms),
        ("a command", _command),
    )
    for index in range(first, first + number):
        chance = chance_of(NAME, seed, index)
        name, way = ways[index % len(ways)]

        def body(way: Callable[[Path, Ground, random.Random], None] = way, chance: random.Random = chance) -> None:
            project = ground.project()
            littered = project / chance.choice(LITTERED)
            littered.mkdir(exist_ok=True)
            (littered / ".workbench-4194303-0badcafe.tmp").write_text("half a fi", encoding="utf-8")
            way(project, ground, chance)
            _whole(project)
            _no_trace(project, ground)

        yield attempt(NAME, index, f"kill -9 while {name}", body)


def _accepting(project: Path, ground: Ground, chance: random.Random) -> None:
    with Desk(ground, project) as desk:
        desk.ready()
        said = _work(desk, ACCEPT, chance)
    kept = _reviewed(project)
    demand(kept >= said, f"the screen said {said} are reviewed, on disk are {kept}")


def _undoing(project: Path, ground: Ground, chance: random.Random) -> None:
    with Desk(ground, project) as desk:
        desk.ready()
        for _ in range(3):
            desk.press(ACCEPT, pause=0.3)
        desk.settle()
        said = _work(desk, UNDO, chance)
    kept = _reviewed(project)
    demand(said - 1 <= kept <= said, f"after undoing the screen said {said} are reviewed, on disk are {kept}")


def _work(desk: Desk, key: str, chance: random.Random) -> int:
    """Press a key again and again, each time its effect is seen, until the kill; how many are said to be reviewed."""
    end = time.monotonic() + chance.uniform(0.0, 1.5)
    said = desk.reviewed
    desk.press(key, pause=0.0)
    while time.monotonic() < end:
        desk.press(pause=0.01)
        desk.terminal.read(0.01)
        if desk.reviewed != said:
            said = desk.reviewed
            desk.press(key, pause=0.0)
    desk.terminal.kill()
    return said


def _typing(project: Path, ground: Ground, chance: random.Random) -> None:
    words = word(chance)
    with Desk(ground, project) as desk:
        desk.ready()
        desk.type_english(words)
        if chance.random() < 0.5:
            desk.press(LEAVE, pause=0.0)
        desk.read_for(chance.uniform(0.0, 2.0))
        said = "Saved" in desk.text and words in desk.text
        desk.terminal.kill()
    demand(not said or holds(project / "translations", words), f"“{words}” was said to be saved and is not there")


def _adding_terms(project: Path, ground: Ground, chance: random.Random) -> None:
    german = word(chance)
    with Desk(ground, project) as desk:
        desk.ready()
        desk.press(TERM, pause=0.5)
        desk.press(german, "\t", "thing", pause=0.2)
        desk.press("\r", pause=0.0)
        desk.read_for(chance.uniform(0.0, 1.5))
        said = "to the glossary" in desk.text and "Add a term" not in desk.text
        desk.terminal.kill()
    demand(not said or holds(project, german), f"{german} was said to be in the glossary and is not there")


def _command(project: Path, ground: Ground, chance: random.Random) -> None:
    german = word(chance)
    table = project.parent / "terms.csv"
    table.write_text("".join(f"{german}{n},thing {n}\n" for n in range(400)), encoding="utf-8")
    command = chance.choice(
        [
            ["glossary", "add", german, "thing"],
            ["glossary", "import", str(table), "--yes"],
            ["glossary", "remove", "Eriwan"],
            ["translate", "sources/zweiter.md"],
            ["export", f"sources/{ARTICLE}", "--to", "docx"],
            ["export", f"sources/{ARTICLE}", "--to", "odt,xlsx,xliff,html"],
        ]
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "workbench", *command],
        cwd=project,
        env=ground.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(chance.uniform(0.2, 1.2))
    process.send_signal(signal.SIGKILL)
    out = process.communicate()[0].decode(errors="replace")
    demand(" added" not in out or holds(project, german), f"{command[1]} said “{out.strip()}”, and it is not there")


def _reviewed(project: Path) -> int:
    with Project.open(project, read_only=True) as opened:
        paragraphs = opened.open_document(ARTICLE).paragraphs
    return sum(paragraph.state is State.REVIEWED for paragraph in paragraphs)


def _whole(project: Path) -> None:
    """Every file is what it was before a write or after it."""
    english = project / "translations" / "lage.en.txt"
    if english.exists():
        paragraphs = english.read_text(encoding="utf-8").count("\n\n") + 1
        demand(paragraphs == PARAGRAPHS, f"half an English file: {paragraphs} paragraphs")
    problems = read_glossary(project / "glossary.yaml").problems
    demand(not problems, f"a damaged glossary: {problems[:1]}")
    try:
        _reviewed(project)
    except WorkbenchError as error:
        raise DemandError(f"a damaged record: {error}") from error


def _no_trace(project: Path, ground: Ground) -> None:
    """The next start gets the lock, and clears up after the killed one."""
    with Desk(ground, project, f"sources/{ARTICLE}") as desk:  # a finished one would not be opened by itself
        desk.ready()
        demand("ead-only" not in desk.text, f"the lock outlived its holder: {desk.last_words()}")
        left = litter(project)
        demand(not left, f"litter of the killed process stays after the next start: {left}")
        desk.tell_to_end("quit")
        demand(desk.ended(), "the next start could not be quit")
        desk.demand_no_traceback()
