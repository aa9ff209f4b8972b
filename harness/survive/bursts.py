"""Keys pressed quickly, a dialog left as soon as it is asked for: no traceback, and the program still answers."""

from __future__ import annotations

import random
from collections.abc import Iterator

from harness.survive import desk as keys
from harness.survive.desk import Desk
from harness.survive.ground import Ground
from harness.survive.tries import Try, attempt, chance_of

NAME = "bursts"
ABOUT = "`m`, `t`, `o`, `x` … and Esc after a moment; random keys for some seconds"
OPENERS = {
    "m": keys.CANDIDATES, "t": keys.GLOSSARY, "o": keys.OPEN, "x": keys.EXPORT, "g": keys.TERM, "n": keys.NOTE,
    "/": keys.FIND, "?": keys.HELP, "i": keys.LET_STAND, "F9": "\x1b[20~", "F2": "\x1bOQ", "F5": keys.RELOAD,
    "f": "f", "Ctrl+P": "\x10", "v": keys.FILTER, "#": keys.NUMBER, "H": keys.HISTORY, "b": keys.BOOKMARK,
    "A": keys.SEARCH, "R": keys.REPLACE, "F": keys.STYLE, "C": keys.COLUMNS, "M": keys.REVIEW,
    "Ctrl+\\": keys.ALTERNATIVES,
    "Ctrl+F9": keys.DICTIONARY, "Ctrl+F7": keys.SPELLING, "Ctrl+]": keys.CONCORDANCE, "Ctrl+F6": keys.CORRECTIONS,
    "Ctrl+F8": keys.DOUBTFUL, "F7": "\x1b[18~",
}  # fmt: skip
ALL_KEYS = [
    *"aeudsngtmxofic/?[]jkrq \r\t", *"vVbBH#0123456789", *"AEFGJKLNOPRTUWYzwypl=+",
    "\x1b[Z", "\x1b[23~", "\x1b[1;5S", "\x1b[1;5R", "\x1b[20;5~", "\x1e", "\x1d", "\x1c",
    "\x1b", "\x1b[A", "\x1b[B", "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1bOP",
    "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[19~", "\x1b[20~", "\x13", "\x1a", "\x19", "\x06", "\x07", "\x0f",
    "\x10", "\x7f", "Wort", "\x1b[200~eingefügt\nmit Zeilen\x1b[201~", "\x1b[<0;20;10M", "\x1b[<0;20;10m",
    "\x1b[<64;9;9M",
]  # fmt: skip


def attempts(number: int, seed: int, ground: Ground, first: int = 0) -> Iterator[Try]:
    """`number` bursts: three of four ask for something and leave it at once, eight times; the fourth is of any keys."""
    names = list(OPENERS)
    for index in range(first, first + number):
        chance = chance_of(NAME, seed, index)
        if index % 4 == 3:

            def any_keys(chance: random.Random = chance) -> None:
                _burst(ground, [(chance.choice(ALL_KEYS), chance.choice((0.0, 0.0, 0.02, 0.2))) for _ in range(120)])

            yield attempt(NAME, index, "120 keys of any kind", any_keys)
            continue
        name = names[(index - index // 4) % len(names)]

        def body(key: str = OPENERS[name], chance: random.Random = chance) -> None:
            presses = []
            for _ in range(8):
                presses += [(key, chance.uniform(0.0, 0.6)), ("\x1b", chance.uniform(0.0, 0.6))]
            _burst(ground, presses)

        yield attempt(NAME, index, f"{name}, then Esc within a moment, eight times", body)


def _burst(ground: Ground, presses: list[tuple[str, float]]) -> None:
    project = ground.project()
    with Desk(ground, project) as desk:
        desk.ready()
        for key, pause in presses:
            desk.press(key, pause=pause)
            if not desk.alive:
                break
        desk.settle()
        desk.demand_no_traceback()
        desk.demand_quits()
