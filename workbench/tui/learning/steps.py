"""The steps of the tutorial: what each asks for in a sentence, and what tells that it was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """How things stand at the desk.

    `place`: the paragraph that the user is at, `opened` the one that is open (from 0); `english`, `reviewed`: of each
    paragraph; `troubled`: those with findings; `entries`: of the glossary; `undone`: acts that were taken back so far;
    `doubts`: whether words in doubt are marked; `light`: the setting of lit words; `narrowed`: whether a filter holds;
    `screens`: the names of those that came to stand over the desk, in their order; `over`: whether one is there.
    """

    place: int = 0
    opened: int | None = None
    english: tuple[str, ...] = ()
    reviewed: frozenset[int] = frozenset()
    troubled: frozenset[int] = frozenset()
    entries: int = 0
    undone: int = 0
    doubts: bool = False
    light: str = "on"
    narrowed: bool = False
    screens: tuple[str, ...] = ()
    over: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """`sentence`: what to do. `done`: whether it is, from how things stood when it began and how they stand now."""

    sentence: str
    done: Callable[[Seen, Seen], bool]


def _looked_at(screen: str) -> Callable[[Seen, Seen], bool]:
    """Whether the user was on a screen and is back."""
    return lambda before, now: screen in now.screens[len(before.screens) :] and not now.over


def _is_another(before: Seen, now: Seen, place: int) -> bool:
    """Whether the English of a paragraph is another; drafts that come for others meanwhile are not the user's doing."""
    return now.english[place : place + 1] != before.english[place : place + 1]


STEPS = (
    Step("↓ next paragraph, ↑ back.", lambda before, now: now.place != before.place),
    Step("Enter opens the English.", lambda before, now: now.opened is not None),
    Step("Type a word: it is kept.", lambda before, now: _is_another(before, now, now.place)),
    Step("Esc leaves the paragraph.", lambda before, now: now.opened is None),
    Step("u takes back what you did.", lambda before, now: now.undone > before.undone),
    Step("] goes to the next finding.", lambda before, now: now.place in now.troubled),
    Step("f puts it right: Kyiv.", lambda before, now: len(now.troubled) < len(before.troubled)),
    Step("a accepts it and goes on.", lambda before, now: len(now.reviewed) > len(before.reviewed)),
    Step("In 4: p puts the term in.", lambda before, now: "marine surveyor" in now.english[3]),
    Step("Enter, writing, accepts, too.", lambda before, now: len(now.reviewed) > len(before.reviewed)),
    Step("In 5: F11 puts the figure in.", lambda before, now: "250" in now.english[4]),
    Step("Esc leaves; all is saved.", lambda before, now: now.opened is None),
    Step("In 7: 1 puts the match in.", lambda before, now: _is_another(before, now, 6)),
    Step("U goes to words in doubt.", lambda before, now: now.doubts),
    Step("E: other English; Esc: back.", _looked_at("AlternativesDialog")),
    Step("W, a letter, W: dictionary; Esc", _looked_at("DictionaryDialog")),
    Step("I: lit words, or no more.", lambda before, now: now.light != before.light),
    Step("Esc leaves the German, too.", lambda before, now: now.opened is None),
    Step("K: the memory; Esc: back.", _looked_at("ConcordanceScreen")),
    Step("A searches everywhere; Esc.", _looked_at("SearchScreen")),
    Step("v, 1: only what is open.", lambda before, now: now.narrowed),
    Step("V shows all again.", lambda before, now: not now.narrowed),
    Step("g adds a term (Fluss: river).", lambda before, now: now.entries > before.entries),
    Step("P: corrections; Esc: back.", _looked_at("CorrectionsScreen")),
    Step("x hands over; Esc: back.", _looked_at("ExportDialog")),
    Step("? shows all keys; Esc: back.", _looked_at("HelpScreen")),
)
"""The steps in their order."""
LAST = "That is all. q ends."


class Lesson:
    """How far a user is with the steps."""

    def __init__(self, now: Seen) -> None:
        self._at, self._before = 0, now

    @property
    def sentence(self) -> str:
        """What to do now."""
        return STEPS[self._at].sentence if self._at < len(STEPS) else LAST

    @property
    def told(self) -> str:
        """How far it is: `3/26`."""
        return f"{min(self._at + 1, len(STEPS))}/{len(STEPS)}"

    @property
    def ended(self) -> bool:
        """Whether every step was done or skipped."""
        return self._at >= len(STEPS)

    def look(self, now: Seen) -> bool:
        """Go on where the step is done; whether it was."""
        if self.ended or not STEPS[self._at].done(self._before, now):
            return False
        self.skip(now)
        return True

    def skip(self, now: Seen) -> None:
        """Go on to the next step, from how things stand now."""
        if not self.ended:
            self._at += 1
            self._before = now
