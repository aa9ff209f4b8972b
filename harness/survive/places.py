"""Every file and folder of a project that somebody else may have put something strange in the place of, and every
command that comes by there."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, cycle, product
from pathlib import Path
from random import Random

from harness.survive.commands import demand_manners, run
from harness.survive.desk import ACCEPT, Desk
from harness.survive.ground import ARTICLE, GLOSSARY, OTHER, RECORD, TEXT, Ground
from harness.survive.tries import demand, patience
from workbench.engine import embedded_package

FILES = {
    f"sources/{ARTICLE}": TEXT,
    "translations/lage.yaml": RECORD,
    "translations/lage.en.txt": "Paragraph 1: Yerevan was quiet on day 1.\n",
    "glossary.yaml": GLOSSARY,
    ".workbench/lock": "",
    ".workbench/holder.json": "{}",
    ".workbench/settings.yaml": "theme: nord\n",
    ".workbench/drafts.sqlite": "",
    ".workbench/.gitignore": "*\n",
    "exports/lage.docx": "theirs",
    "exports/lage.txt": "theirs",
}
"""A project's files by their place, and what such a file may hold."""
FOLDERS = ("sources", "translations", "exports", ".workbench")
PLACES = (*FILES, *FOLDERS)
_PRIVATE = frozenset(place for place in PLACES if place.startswith(".workbench"))
_TRANSLATING = _PRIVATE | {f"sources/{ARTICLE}", "translations/lage.yaml", "translations/lage.en.txt", "glossary.yaml"}
_TRANSLATING |= {"sources", "translations"}
SCREEN = "the screen"
COMMANDS: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {
    SCREEN: (("open", "."), _TRANSLATING),
    "check": (("check", "."), _TRANSLATING - _PRIVATE),
    "export docx": (("export", f"sources/{ARTICLE}", "--to", "docx"), frozenset({"exports", "exports/lage.docx"})),
    "export txt": (("export", f"sources/{ARTICLE}", "--to", "txt"), frozenset({"exports", "exports/lage.txt"})),
    "translate": (("translate", f"sources/{OTHER}", f"sources/{ARTICLE}"), _TRANSLATING),
    "glossary add": (("glossary", "add", "Wortding", "thing"), frozenset({"glossary.yaml"})),
    "glossary check": (("glossary", "check"), frozenset({"glossary.yaml"})),
    "model use": (("model", "use", embedded_package().id), _PRIVATE),
    "doctor": (("doctor",), _TRANSLATING),
    "init": (("init", "."), frozenset({"glossary.yaml", "sources", "translations"})),
}
"""What is run, and the places that it surely comes by."""


@dataclass(frozen=True, slots=True)
class Case:
    """One strange thing at one place, met by one command (or the screen)."""

    place: str
    thing: str
    command: str


def cases(things: tuple[str, ...], seed: int) -> Iterator[Case]:
    """Every place with every thing and every command, in the seed's order: for three where the command surely comes
    by the place one where it should not."""
    every = [Case(*each) for each in product(PLACES, things, COMMANDS)]
    Random(seed).shuffle(every)
    likely = cycle([case for case in every if case.place in COMMANDS[case.command][1]])
    others = cycle([case for case in every if case.place not in COMMANDS[case.command][1]])
    for number in count(1):
        yield next(others) if number % 4 == 0 else next(likely)


def make_room(project: Path, place: str) -> Path:
    """The place, empty: what stood there is gone, and its folder is there."""
    path = project / place
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.parent.mkdir(exist_ok=True)
    return path


def meet(ground: Ground, project: Path, command: str, limit: float) -> None:
    """Run the command (or the screen: accept, type, quit) there, and demand its manners."""
    if command == SCREEN:
        _on_screen(ground, project, limit)
        return
    ran = run(ground, project, COMMANDS[command][0], limit=limit)
    demand_manners(ran)
    lines = [line for line in ran.err.decode(errors="replace").splitlines() if line.strip()]
    demand(ran.status != 2 or len(lines) <= 2, f"{command}: {len(lines)} lines of error: {lines[:3]}")


def _on_screen(ground: Ground, project: Path, limit: float) -> None:
    with Desk(ground, project) as desk:
        _until(desk, lambda: desk.asks_for_keys or not desk.alive, limit)
        if desk.alive:
            desk.settle()
            desk.press(ACCEPT, pause=0.6)
            desk.tell_to_end("quit")
        demand(desk.ended(), f"the screen could not be quit: {desk.last_words()}")
        desk.demand_no_traceback()


def _until(desk: Desk, holds: Callable[[], bool], seconds: float) -> None:
    for _ in range(int(patience(seconds) / 0.1)):
        if holds():
            return
        desk.read_for(0.1)
    demand(holds(), f"neither a screen nor a word in {seconds:.0f} s: {desk.last_words()}")
