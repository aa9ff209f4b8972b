"""Files deleted, replaced and renamed under the open screen, by a branch switch or by hand: nothing typed is lost."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from harness.survive import desk as keys
from harness.survive.desk import Desk
from harness.survive.ground import ARTICLE, RECORD, TEXT, Ground, holds
from harness.survive.tries import DemandError, Try, attempt, chance_of, demand, word
from workbench.project import Project

NAME = "changes"
ABOUT = "a record deleted or replaced, an article renamed, .workbench deleted, branches switched, under the open screen"
_RECORD = Path("translations") / "lage.yaml"


def _deleted(project: Path, desk: Desk) -> None:
    (project / _RECORD).unlink(missing_ok=True)


def _replaced(project: Path, desk: Desk) -> None:
    (project / _RECORD).write_text(RECORD.replace("day 3", "the third day"), encoding="utf-8")


def _broken(project: Path, desk: Desk) -> None:
    (project / _RECORD).write_text("<<<<<<< HEAD\nsource: lage.txt\n=======\n", encoding="utf-8")


def _shortened(project: Path, desk: Desk) -> None:
    (project / _RECORD).write_text(RECORD[: RECORD.index("\n- de", 60)] + "\n", encoding="utf-8")


def _article_changed(project: Path, desk: Desk) -> None:
    (project / "sources" / ARTICLE).write_text(TEXT.replace("Absatz 2", "Der zweite Absatz"), encoding="utf-8")


def _article_renamed(project: Path, desk: Desk) -> None:
    (project / "sources" / ARTICLE).rename(project / "sources" / "anders.txt")


def _articles_gone(project: Path, desk: Desk) -> None:
    (project / "sources").rename(project / "gone")
    (project / "sources").mkdir()
    desk.press("\x1b", pause=0.4)
    desk.press(keys.OPEN, pause=0.6)


def _private_gone(project: Path, desk: Desk) -> None:
    shutil.rmtree(project / ".workbench")


def _translations_gone(project: Path, desk: Desk) -> None:
    shutil.rmtree(project / "translations")


def _glossary_gone(project: Path, desk: Desk) -> None:
    (project / "glossary.yaml").unlink()


def _there_and_back(project: Path, desk: Desk) -> None:
    """A branch without the record, then the first branch again."""
    kept = (project / _RECORD).read_bytes()
    (project / _RECORD).unlink()
    desk.read_for(1.3)
    (project / _RECORD).write_bytes(kept)


def _switched(project: Path, desk: Desk) -> None:
    """A branch with another article and another record, then the first branch again."""
    kept = (project / _RECORD).read_bytes()
    _replaced(project, desk)
    _article_changed(project, desk)
    desk.read_for(1.3)
    (project / _RECORD).write_bytes(kept)
    (project / "sources" / ARTICLE).write_text(TEXT, encoding="utf-8")


CHANGES: dict[str, Callable[[Path, Desk], None]] = {
    "the record deleted": _deleted,
    "the record replaced": _replaced,
    "the record broken": _broken,
    "the record shortened": _shortened,
    "the article changed": _article_changed,
    "the article renamed": _article_renamed,
    "all articles gone, then `o`": _articles_gone,
    ".workbench/ deleted": _private_gone,
    "translations/ deleted": _translations_gone,
    "the glossary deleted": _glossary_gone,
    "a branch switched there and back": _there_and_back,
    "a branch with other files, and back": _switched,
}
WAYS: dict[str, tuple[str, ...]] = {
    "quit twice": (),
    "Esc, then quit twice": ("\x1b",),
    "what is on disk, then quit": (keys.RELOAD, keys.ENTER),
    "my own goes on, then quit": (keys.RELOAD, keys.DOWN, keys.ENTER),
    "decide later, then quit": (keys.RELOAD, "\x1b"),
    "another document, then quit": ("\x1b", keys.OPEN, keys.DOWN, keys.ENTER),
    "go on typing, then quit": (" more", "\x1b", keys.DOWN),
    "undo, then quit": ("\x1b", keys.UNDO, "r"),
}
MOMENTS = ("typed, unsaved", "typed and saved", "typed and left")


def attempts(number: int, seed: int, ground: Ground, first: int = 0) -> Iterator[Try]:
    """`number` changes under an open screen, going round the changes; the moment and the way out by chance."""
    names = list(CHANGES)
    for index in range(first, first + number):
        chance = chance_of(NAME, seed, index)
        change, way, moment = names[index % len(names)], chance.choice(list(WAYS)), chance.choice(MOMENTS)

        def body(change: str = change, way: str = way, moment: str = moment, chance: random.Random = chance) -> None:
            _change(ground, change, way, moment, word(chance))

        yield attempt(NAME, index, f"{change} ({moment}); {way}", body)


def _change(ground: Ground, change: str, way: str, moment: str, words: str) -> None:
    project = ground.project()
    with Desk(ground, project) as desk:
        desk.ready()
        desk.type_english(words)
        if moment == "typed and saved":
            desk.read_for(1.2)
        elif moment == "typed and left":
            desk.press(keys.LEAVE, pause=0.6)
        CHANGES[change](project, desk)
        desk.read_for(1.6)
        desk.demand_no_traceback()
        if change == ".workbench/ deleted":
            _demand_one_writer(project, desk)
        desk.press(*WAYS[way], pause=0.6)
        desk.demand_no_traceback()
        desk.tell_to_end("quit")
        if not desk.ended(2.0):
            desk.tell_to_end("quit")
        demand(desk.ended(), f"could not be quit: {desk.last_words()}")
        desk.demand_no_traceback()
    kept = any(holds(folder, words) for folder in (project, ground.home, ground.temporary))
    demand(kept, f"what was typed (“{words}”) is nowhere")


def _demand_one_writer(project: Path, desk: Desk) -> None:
    """Two must not both believe that they may write."""
    with Project.open(project) as second:
        told = any(word in desk.text.lower() for word in ("read-only", "lock"))
        if not second.read_only and not told:
            raise DemandError("a second workbench may write too, and the first one says nothing of it")
