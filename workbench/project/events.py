"""What the session tells its listeners: which paragraphs are others, and which findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.project.history import SegmentStep

NOTHING: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Changed:
    """Something is not what it was. Listeners show exactly this again.

    `document`: the document on the desk. `segments`: its paragraphs (from 0) whose text, state or note is another;
    `findings`: those whose findings are. `glossary`: another glossary or house style is in force, so every mark and
    finding may be another. `anew`: the article itself is another; nothing shown before counts. `told`: what was done,
    in a few words for the status line; empty where nobody asked for it. `at`: the paragraph it was done to. `offers`:
    paragraphs for which there is another offer; `marked`: those that are bookmarked now, or no more. Nothing of the
    document itself is another by these two.
    """

    document: str
    segments: frozenset[int] = NOTHING
    findings: frozenset[int] = NOTHING
    glossary: bool = False
    anew: bool = False
    told: str = ""
    at: int | None = None
    offers: frozenset[int] = NOTHING
    marked: frozenset[int] = NOTHING


@dataclass(frozen=True, slots=True)
class Drafting:
    """How far drafting is: `done` of `total` paragraphs; `problem` says why it ended early, if it did."""

    done: int
    total: int
    problem: str = ""

    @property
    def running(self) -> bool:
        """Whether drafts are still to come."""
        return self.done < self.total and not self.problem


@dataclass(frozen=True, slots=True)
class NotWritten:
    """Something that is written beside the work could not be: what, where and what to do, in one line."""

    problem: str


@dataclass(frozen=True, slots=True)
class MatchPutIn:
    """A match took the place of a draft's English by itself, in a paragraph (from 0) of the document on the desk.

    `told`: which, in a few words (“88 % match kunde.tmx”). `late`: the user was there before, with the draft in sight.
    What is another by it was told by `Changed` before.
    """

    document: str
    index: int
    told: str
    late: bool


Event = Changed | Drafting | NotWritten | MatchPutIn


@dataclass(frozen=True, slots=True)
class Act:
    """What was done, in one undo's measure. No `Event`: nothing is shown by it.

    `label`: its name, as undo tells it (“accept of paragraph 3”). `steps`: the paragraphs of any documents that are
    others by it; none where it touched entries, words or the division into paragraphs alone. `kind`: done by a command;
    “undone” and “redone” have in `steps` what that made of the paragraphs; “left”: typing in a paragraph has ended,
    `steps` are what is another since it began.
    """

    label: str
    steps: tuple[SegmentStep, ...]
    kind: Literal["done", "undone", "redone", "left"]
