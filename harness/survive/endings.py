"""The terminal closed, SIGHUP, SIGTERM in every state: it ends, frees the lock, and what was typed is kept."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from harness.survive import desk as keys
from harness.survive.desk import ENDS_IN, Desk
from harness.survive.disks import Disk, small_disk
from harness.survive.ground import ARTICLE, FIRST_WORDS, OTHER, Ground, holds
from harness.survive.tries import Try, attempt, chance_of, demand, patience, word
from workbench.project import Project

NAME = "endings"
ABOUT = "SIGHUP, SIGTERM, the terminal closed: typing, in each dialog, drafting, in a conflict, with a full disk"
HOW = ("SIGHUP", "SIGTERM", "closed")


@dataclass(frozen=True, slots=True)
class Situation:
    """A running screen in which something is going on. `words`: what the user types, to be found again."""

    desk: Desk
    project: Path
    disk: Disk
    words: str


def _browsing(now: Situation) -> None:
    now.desk.press(keys.DOWN)


def _typing(now: Situation) -> None:
    now.desk.type_english(now.words)


def _left(now: Situation) -> None:
    now.desk.type_english(now.words)
    now.desk.press(keys.LEAVE, pause=0.05)


def _note(now: Situation) -> None:
    now.desk.press(keys.NOTE, pause=0.3)
    now.desk.settle()
    now.desk.type_seen(now.words)


def _dialog(key: str) -> Callable[[Situation], None]:
    """What was typed is left to be saved, and at once a dialog is opened over it."""

    def open_it(now: Situation) -> None:
        now.desk.type_english(now.words)
        now.desk.press(keys.LEAVE, pause=0.6)
        now.desk.press(key, pause=0.8)

    return open_it


def _asked_on_accepting(now: Situation) -> None:
    now.desk.type_english(f"Lukaschenko {now.words}")
    now.desk.press("\x13", pause=0.6)


def _drafting(now: Situation) -> None:
    article = "\n\n".join(f"{FIRST_WORDS}{n}: In Eriwan sprach man am Tag {n}." for n in range(150))
    (now.project / "sources" / ARTICLE).write_text(article + "\n", encoding="utf-8")
    demand(now.desk.sees(f"{FIRST_WORDS}1:", patience(5.0)), "the longer article is not taken up")
    _typing(now)


def _changed_by_another(now: Situation) -> None:
    record = now.project / "translations" / "lage.yaml"
    now.desk.type_english(now.words)
    record.write_bytes(record.read_bytes().replace(b"state: reviewed", b"state: draft", 1))


def _conflict(now: Situation) -> None:
    _changed_by_another(now)
    now.desk.press(keys.LEAVE, pause=1.5)


def _conflict_asked(now: Situation) -> None:
    _conflict(now)
    now.desk.press(keys.RELOAD, pause=0.6)


def _full(now: Situation) -> None:
    now.disk.fill(now.desk.pid)
    now.desk.type_english(now.words)


def _full_and_told(now: Situation) -> None:
    _full(now)
    now.desk.press(keys.LEAVE, pause=1.0)


def _read_only(now: Situation) -> None:
    now.disk.protect(now.project, writable=False)
    now.desk.type_english(now.words)


STATES: tuple[tuple[str, Callable[[Situation], None]], ...] = (
    ("typing", _typing),
    ("conflict pending", _conflict),
    ("full disk", _full_and_told),
    ("browsing", _browsing),
    ("typing a note", _note),
    ("asked on accepting", _asked_on_accepting),
    ("just left the paragraph", _left),
    ("conflict dialog", _conflict_asked),
    ("read-only folder", _read_only),
    ("drafting", _drafting),
    ("record changed while typing", _changed_by_another),
    ("full disk while typing", _full),
    ("start screen", _dialog(keys.OPEN)),
    ("export dialog", _dialog(keys.EXPORT)),
    ("find dialog", _dialog(keys.FIND)),
    ("term dialog", _dialog(keys.TERM)),
    ("glossary", _dialog(keys.GLOSSARY)),
    ("candidates", _dialog(keys.CANDIDATES)),
    ("help", _dialog(keys.HELP)),
    ("let-stand dialog", _dialog(keys.LET_STAND)),
    ("filters", _dialog(keys.FILTER)),
    ("number asked", _dialog(keys.NUMBER)),
    ("history", _dialog(keys.HISTORY)),
)


def attempts(number: int, seed: int, ground: Ground, first: int = 0) -> Iterator[Try]:
    """End the program from outside in `number` situations, going round the states and the ways."""
    for index in range(first, first + number):
        chance = chance_of(NAME, seed, index)
        name, state = STATES[index % len(STATES)]
        how = HOW[(index + index // len(STATES)) % len(HOW)]

        def body(state: Callable[[Situation], None] = state, how: str = how, chance: random.Random = chance) -> None:
            _end(state, how, ground, chance)

        yield attempt(NAME, index, f"{how} in the state “{name}”", body)


def _end(state: Callable[[Situation], None], how: str, ground: Ground, chance: random.Random) -> None:
    folder = ground.new_folder()
    with small_disk(folder / "disk") as disk:
        project = ground.project(disk.folder)
        words = word(chance)
        with Desk(ground, project) as desk:
            desk.ready()
            state(Situation(desk, project, disk, words))
            desk.demand_no_traceback()
            desk.read_for(chance.choice((0.0, 0.0, 1.2)))
            desk.tell_to_end(how)
            demand(desk.ended(), f"still runs {ENDS_IN:.0f} s later")
            desk.demand_no_traceback()
            status = desk.terminal.process.returncode
        if state is not _browsing and (disk.mounted or state not in (_full, _full_and_told)):
            kept = holds(project, words) or holds(ground.home, words) or holds(ground.temporary, words)
            demand(kept, f"what was typed (“{words}”) is nowhere; exit status {status}")
        if state is _read_only:
            disk.protect(project, writable=True)
        if disk.mounted:
            disk.free(0)
        with Project.open(project) as opened:
            demand(not opened.read_only, f"the lock is not free: {opened.read_only_reason}")
            opened.open_document(OTHER)
            opened.open_document(ARTICLE)
