"""Everything that puts words in while a paragraph is written, pressed quickly and in any order; and aligning."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from harness.survive import desk as keys
from harness.survive.desk import Desk
from harness.survive.ground import ARTICLE, ENGLISH, GERMAN, Ground
from harness.survive.tries import Try, attempt, chance_of, demand, word
from workbench.project import Project

NAME = "writing"
ABOUT = "completion, dictionary, other English, memory, history … in any order while writing; aligning"
PASTED = "\x1b[200~«eingefügt»  \n mit   Zeilen\x1b[201~"
ACTS: dict[str, Sequence[str]] = {
    "completion": (" P", "\t", "\t", keys.REST),
    "other English": (keys.ALTERNATIVES, "2"),
    "other English, left": (keys.ALTERNATIVES, keys.LEAVE),
    "dictionary": (keys.DICTIONARY, "\r"),
    "dictionary, left": (keys.DICTIONARY, keys.LEAVE),
    "spelling": (" goverment ", keys.SPELLING, "1"),
    "marks": (' "', "word", '"', " - ", "'"),
    "case": (keys.CASE, keys.CASE),
    "swap": (keys.SWAP,),
    "paste": (PASTED, keys.PASTE_AS_IT_WAS),
    "figure": (keys.FIGURE,),
    "source": (keys.SOURCE,),
    "term": (keys.PUT_TERM,),
    "memory": (keys.BEST_OFFER, keys.BEST_OFFER),
    "concordance": (keys.CONCORDANCE, "\r"),
    "rule": (keys.RULE, "1", "\r"),
    "rule, everywhere": (keys.RULE, "2", "a", "\r"),
    "corrections": (keys.CORRECTIONS, "\r", keys.LEAVE, keys.LEAVE),
    "doubtful": (keys.DOUBTFUL,),
    "search by doubt": (keys.LEAVE, keys.SEARCH, "\x1b[18~", "\r", keys.LEAVE),
    "undo": ("\x1a", "\x1a", "\x19"),
    "delete": ("\x17", "\x7f"),
    "accept": ("\x13",),
    "history": (keys.LEAVE, keys.HISTORY, "\r", keys.EDIT),
    "bookmark": (keys.LEAVE, keys.BOOKMARK, keys.NEXT_BOOKMARK, keys.EDIT),
    "filter": (keys.LEAVE, keys.FILTER, "1", keys.EDIT),
    "filter by doubt": (keys.LEAVE, keys.FILTER, "d", keys.EDIT),
    "show all": (keys.LEAVE, keys.SHOW_ALL, keys.EDIT),
    "down": (keys.LEAVE, keys.DOWN, keys.EDIT),
}
"""What is pressed, by its name."""
ALIGNING = [*"aaaasJJgGeEuurr[]A", "\r", keys.DOWN, "\x1b[A", "?\x1b"]
_PAUSES = (0.0, 0.0, 0.05, 0.3)


def attempts(number: int, seed: int, ground: Ground, first: int = 0) -> Iterator[Try]:
    """`number` tries: of five, four write and one aligns."""
    for index in range(first, first + number):
        chance = chance_of(NAME, seed, index)
        if index % 5 == 4:
            yield attempt(NAME, index, "aligning: 60 keys, then pairs into a file", partial(_align, ground, chance))
            continue
        names = [chance.choice(list(ACTS)) for _ in range(14)]
        yield attempt(NAME, index, ", ".join(names), partial(_write, ground, chance, names))


def _write(ground: Ground, chance: random.Random, names: Sequence[str]) -> None:
    """The acts at the desk, then a word that has to be saved."""
    project, last = ground.project(), word(chance)
    with Desk(ground, project) as desk:
        desk.ready()
        desk.press(keys.EDIT)
        for name in names:
            for key in ACTS[name]:
                desk.press(key, pause=chance.choice(_PAUSES))
            desk.demand_no_traceback()
            demand(desk.alive, f"ended after {name}")
        _back_to_the_desk(desk)
        desk.press(keys.NUMBER, "3", "\r")
        desk.type_english(last)
        desk.press(keys.LEAVE)
        desk.settle()
        desk.demand_quits()
    _demand_whole(project, last)


def _back_to_the_desk(desk: Desk) -> None:
    """Leave whatever is open, as a user does who does not know what it is."""
    for _ in range(6):
        desk.settle()
        desk.press(keys.LEAVE, pause=0.2)
    desk.settle()


def _demand_whole(project: Path, last: str) -> None:
    """The German is as it was, and what was typed last is in the record."""
    with Project.open(project, read_only=True) as opened:
        paragraphs = opened.open_document(ARTICLE).paragraphs
    demand(tuple(one.german for one in paragraphs) == GERMAN, "the German is another")
    demand(last in paragraphs[2].english, f"“{last}” is not saved")


def _align(ground: Ground, chance: random.Random) -> None:
    """Keys of `workbench align`, then what is left into a file."""
    folder = ground.new_folder()
    (folder / "alt.txt").write_text("\n\n".join(GERMAN) + "\n", encoding="utf-8")
    (folder / "old.txt").write_text("\n\n".join(ENGLISH[:-1]) + "\n", encoding="utf-8")
    with Desk(ground, folder, "align", "alt.txt", "old.txt") as desk:
        desk.ready()
        for _ in range(60):
            desk.press(chance.choice(ALIGNING), pause=chance.choice(_PAUSES))
            demand(desk.alive, "ended while aligning")
        desk.settle()
        desk.press("w", "\r", pause=0.5)
        desk.settle()
        desk.tell_to_end("quit")
        demand(desk.ended(), f"does not answer to Ctrl+Q: {desk.last_words()}")
        desk.demand_no_traceback()
    written = [path.name for path in folder.iterdir() if path.suffix == ".tmx" and path.stat().st_size]
    demand(written, "no pairs were written")
