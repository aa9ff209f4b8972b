"""Many processes change one glossary at once, beside an open project: what each was answered, and what the file has."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from workbench.glossary import Entry, read_glossary
from workbench.problem import WorkbenchError
from workbench.project import Project

LETTERS = "bdfgklmnprst"


@dataclass
class Tally:
    """What was answered, and what of it is not so."""

    asked: int = 0
    answered: int = 0
    refused: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    seconds: float = 0.0
    of_screen: int = 0


@dataclass(frozen=True)
class Change:
    """One command: its verb, the German forms it is about, its arguments after `workbench glossary`."""

    verb: str
    german: tuple[str, ...]
    arguments: tuple[str, ...]


def word(number: int) -> str:
    """A German-looking word for a number, another for each, none inside another."""
    made = ""
    for place in range(4):
        made += LETTERS[number // 12**place % 12] + "aeiou"[(number + place) % 5]
    return f"{made.capitalize()}ow"


def project(folder: Path, entries: int) -> Path:
    """A project with an article and a glossary; the first words are there to be removed."""
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "artikel.txt").write_text("Ein Absatz.\n", encoding="utf-8")
    items = [f"- de: {word(number)}\n  en: word {number}\n" for number in range(entries)]
    (folder / "glossary.yaml").write_text("# Kept by hand\n" + "".join(items), encoding="utf-8")
    return folder


def changes(folder: Path, number: int, there: int, chance: random.Random, wait: float) -> list[Change]:
    """That many commands: half of them adds, a quarter removes of what is there, a quarter imports of three terms."""
    fresh = iter(range(10_000, 20_000))
    old = iter(range(there))
    drawn = []
    for _ in range(number):
        verb = chance.choice(("add", "add", "remove", "import"))
        if verb == "add":
            german: tuple[str, ...] = (word(next(fresh)),)
            arguments: tuple[str, ...] = (german[0], f"english of {german[0]}")
        elif verb == "remove":
            german = (word(next(old)),)
            arguments = german
        else:
            german = tuple(word(next(fresh)) for _ in range(3))
            terms = folder / f"terms-{german[0]}.csv"
            terms.write_text("de,en\n" + "".join(f"{form},english of {form}\n" for form in german), encoding="utf-8")
            arguments = (str(terms), "--yes")
        drawn.append(
            Change(
                verb, german, ("glossary", verb, *arguments, "--glossary", str(folder / "project"), "--wait", str(wait))
            )
        )
    return drawn


def run(change: Change) -> tuple[Change, int, str]:
    """Run one command; its exit status and all it said."""
    command = [sys.executable, "-m", "workbench", *change.arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return change, done.returncode, done.stdout + done.stderr


def screen(folder: Path) -> None:
    """The child: a project held open, whose termbase is changed until the parent closes the pipe; says each change."""
    with Project.open(folder) as held:
        print("open" if not held.read_only else held.read_only_reason, flush=True)
        number = 0
        os.set_blocking(sys.stdin.fileno(), False)
        while sys.stdin.buffer.read() != b"":
            entry = Entry((word(30_000 + number),), f"screen {number}")
            try:
                held.termbase.add(entry)
                mine = next(e for e in held.termbase.entries if e.de == entry.de)
                if number % 3 == 1:
                    held.termbase.replace(mine, Entry(entry.de, f"screen {number} changed"))
                elif number % 3 == 2:
                    held.termbase.remove(mine)
                kept = (f"screen {number}", f"screen {number} changed", "")[number % 3]
                print(f"{entry.de[0]}\t{kept}", flush=True)
            except (WorkbenchError, StopIteration) as error:
                print(f"refused\t{error}", flush=True)
            number += 1
            time.sleep(0.05)


def stress(number: int, at_once: int, seed: int, entries: int, wait: float = 20) -> Tally:
    """Run the commands beside an open project; what they were answered, and what of it is missing in the file.

    `wait`: the seconds that each of them waits for the lock (`--wait`).
    """
    tally = Tally(asked=number)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        root = project(folder / "project", max(entries, number))
        drawn = changes(folder, number, max(entries, number), random.Random(seed), wait)
        beside = subprocess.Popen(
            [sys.executable, "-m", "harness.parallel_glossary", str(root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert beside.stdout and beside.stdout.readline() == "open\n"
        begun = time.monotonic()
        with ThreadPoolExecutor(at_once) as pool:
            answers = list(pool.map(run, drawn))
        tally.seconds = time.monotonic() - begun
        of_screen = beside.communicate()[0].splitlines()
        there = {
            form: entry.en for entry in read_glossary(root / "glossary.yaml").glossary.entries for form in entry.de
        }
    for change, status, said in answers:
        _judge(change, status, said, there, tally)
    for line in of_screen:
        form, _, kept = line.partition("\t")
        tally.of_screen += 1
        if form == "refused":
            tally.refused.append(f"the open project: {kept}")
        elif there.get(form, "") != kept:
            tally.lost.append(f"the screen was told {line!r}, the file has {there.get(form)!r}")
    return tally


def _judge(change: Change, status: int, said: str, there: dict[str, str], tally: Tally) -> None:
    """Count one answer, and look whether the file has what it said."""
    if status != 0:
        tally.refused.append(f"{change.verb} {change.german[0]}: {said.strip()}")
        wrong = [form for form in change.german if (form in there) != (change.verb == "remove")]
    else:
        tally.answered += 1
        told = {"add": f"added {change.german[0]} →", "remove": f"removed {change.german[0]} →"}.get(
            change.verb, "3 entries added"
        )
        wrong = [form for form in change.german if (form in there) == (change.verb == "remove")]
        wrong += [] if told in said else [f"an answer of another's: {said}"]
    tally.lost += [f"{change.verb} {form}, answered {said.strip()!r}" for form in wrong]


if __name__ == "__main__":
    screen(Path(sys.argv[1]))
