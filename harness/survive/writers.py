"""Many processes that write at once: whatever answered that it did is in the glossary."""

from __future__ import annotations

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness.survive.commands import Ran, demand_manners, run
from harness.survive.desk import TERM, Desk
from harness.survive.ground import ARTICLE, Ground
from harness.survive.tries import DemandError, Try, chance_of, word
from workbench.glossary import read_glossary

NAME = "writers"
ABOUT = "glossary add, remove and import at once, with the screen open and editing; other commands beside them"
AT_ONCE = 20
ANSWERED = 0.975
"""The part of all writers that must be answered with “added” (or “removed”)."""


def attempts(number: int, seed: int, ground: Ground, first: int = 0) -> Iterator[Try]:
    """`number` writers, twenty at a time in a project with an open screen that adds terms meanwhile.

    Another process than a writer (check, translate, export, a second writer of settings) runs beside every twenty.
    """
    done = refused = 0
    for start in range(first, first + number, AT_ONCE):
        count = min(AT_ONCE, first + number - start)
        for made in _round(start, count, ground, chance_of(NAME, seed, start)):
            done += made.what.startswith("glossary")
            refused += made.failed == "" and "refused" in made.what
            yield made
    if refused > done * (1 - ANSWERED) + 1:
        yield Try(NAME, first, "answers of all writers", f"{refused} of {done} were refused")


def _round(start: int, count: int, ground: Ground, chance: random.Random) -> Iterator[Try]:
    project = ground.project()
    glossary = project / "glossary.yaml"
    old = [word(chance) for _ in range(count)]
    with glossary.open("a", encoding="utf-8") as file:
        file.writelines(f"- de: {german}\n  en: old {german}\n" for german in old)
    writers = [_writer(project, german, word(chance), chance) for german in old]
    ran, others, own, screen = _all_at_once(ground, project, [command for command, _, _ in writers], chance)
    yield from (_mannered(other, start) for other in others)
    there = {form for entry in read_glossary(glossary).glossary.entries for form in entry.de}
    for number, (answer, (_, german, wanted)) in enumerate(zip(ran, writers, strict=True), start):
        yield _judged(answer, number, german, wanted == (german in there))
    yield from _after(glossary, own, screen, start)


def _after(glossary: Path, own: list[str], screen: str, start: int) -> Iterator[Try]:
    """What came of the terms that the screen took, and of the glossary as a whole."""
    kept = read_glossary(glossary)
    there = {form for entry in kept.glossary.entries for form in entry.de}
    lost = [german for german in own if german not in there]
    failed = screen or (f"lost from the screen: {lost}" if lost else "")
    yield Try(NAME, start, f"the screen adds {len(own)} terms meanwhile", failed)
    yield Try(NAME, start, "the glossary after it", str(kept.problems[0]) if kept.problems else "")


def _all_at_once(
    ground: Ground, project: Path, commands: list[list[str]], chance: random.Random
) -> tuple[list[Ran], list[Ran], list[str], str]:
    """What came of the commands and of others beside them, the terms that the screen took, and what it failed in."""
    beside = [["check", "."], ["translate", f"sources/{ARTICLE}"], ["export", f"sources/{ARTICLE}", "--to", "txt"]]
    own = []
    with Desk(ground, project) as desk, ThreadPoolExecutor(AT_ONCE + len(beside)) as pool:
        desk.ready()
        running = [pool.submit(run, ground, project, command, limit=120) for command in commands]
        others = [pool.submit(run, ground, project, command, limit=120) for command in beside]
        while not all(job.done() for job in running):
            own.append(_add_on_screen(desk, word(chance)))
        results = [job.result() for job in running], [job.result() for job in others]
        return *results, [german for german in own if german], _screen(desk)


def _writer(project: Path, old: str, new: str, chance: random.Random) -> tuple[list[str], str, bool]:
    """A command that writes, the German it is about, and whether that must be in the glossary after it."""
    match chance.choice(("add", "add", "remove", "import")):
        case "add":
            return ["glossary", "add", new, f"thing {new}"], new, True
        case "remove":
            return ["glossary", "remove", old], old, False
    table = project.parent / f"{new}.csv"
    table.write_text(f"{new},thing {new}\n", encoding="utf-8")
    return ["glossary", "import", str(table), "--yes"], new, True


def _add_on_screen(desk: Desk, german: str) -> str:
    """Add a term on the screen; its German if the screen took it, else an empty text."""
    desk.press(TERM, pause=0.5)
    desk.press(german, "\t", "thing", "\r", pause=0.2)
    for _ in range(40):
        desk.read_for(0.1)
        if german in desk.text and "Add a term" not in desk.text:
            return german
    desk.press("\x1b", pause=0.3)
    return ""


def _screen(desk: Desk) -> str:
    try:
        desk.tell_to_end("quit")
        if not desk.ended():
            return f"the screen could not be quit: {desk.last_words()}"
        desk.demand_no_traceback()
    except DemandError as failed:
        return str(failed)
    return ""


def _mannered(ran: Ran, number: int) -> Try:
    name = f"{ran.arguments[0]} beside the writers"
    try:
        demand_manners(ran)
    except DemandError as failed:
        return Try(NAME, number, name, str(failed))
    return Try(NAME, number, name)


def _judged(ran: Ran, number: int, german: str, as_wanted: bool) -> Try:
    name = " ".join(ran.arguments[:2])
    try:
        demand_manners(ran)
    except DemandError as failed:
        return Try(NAME, number, name, str(failed))
    said = ran.said.strip()
    if ran.status != 0:
        return Try(NAME, number, f"{name} (refused: {said[-120:]})")
    if not as_wanted:
        return Try(NAME, number, name, f"lost: it said “{said[-120:]}”")
    if ran.arguments[1] != "import" and german not in said:
        return Try(NAME, number, name, f"told of another one's entry: “{said[-120:]}”")
    return Try(NAME, number, name)
