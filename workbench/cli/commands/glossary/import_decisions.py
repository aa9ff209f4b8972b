"""What is decided on the conflicts of an import: by an option, or by the translator at the terminal, once for each."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, cast

from workbench.cli.commands.glossary.import_plan import show_conflict
from workbench.problem import Problem, WorkbenchError

if TYPE_CHECKING:
    from workbench.glossary import Entry
    from workbench.glossary.exchange import Conflict, Decision, ImportPlan

_ANSWERS: dict[str, Decision] = {"": "keep", "k": "keep", "r": "replace", "a": "also"}

_Key = tuple["Entry", "Entry"]


class NotDecidedError(Exception):
    """A conflict that nobody was asked about yet."""


class Decisions:
    """The decisions of one import; what was answered once is not asked again.

    `option`: what `--conflicts` says; `asked`: whether there is somebody to ask where it says "ask".
    """

    def __init__(self, option: str, asked: bool, path: Path, file: Path) -> None:
        self._for_all: Decision | None = cast("Decision", option) if option != "ask" else None  # one of CHOICES
        if option == "ask" and not asked:
            self._for_all = "keep"
        self._path, self._file = path, file
        self._made: dict[_Key, Decision] = {}
        self._counted = count(1)
        self._number = 0

    def begin(self, plan: ImportPlan) -> None:
        """A plan is looked at: its conflicts are counted anew."""
        self._counted = count(1)
        self._number = sum(c.about == "entry" and _key(c) not in self._made for c in plan.conflicts)

    def ask(self, conflict: Conflict) -> Decision:
        """The decision on a conflict; the translator is asked if it is not made yet."""
        try:
            return self.known(conflict)
        except NotDecidedError:
            return self._asked(conflict)

    def known(self, conflict: Conflict) -> Decision:
        """The decision on a conflict. Raises NotDecidedError if the translator has to be asked."""
        if self._for_all:
            return self._for_all
        if conflict.about == "note":
            return "keep"
        if _key(conflict) not in self._made:
            raise NotDecidedError
        return self._made[_key(conflict)]

    def _asked(self, conflict: Conflict) -> Decision:
        print()
        show_conflict(conflict, self._path, self._file)
        which = f"{next(self._counted)} of {self._number}"
        question = f"{which}: keep yours, replace it, or allow the English that comes?"
        while (said := answer(f"{question} [k]/r/a, capital for all: ")).lower() not in _ANSWERS:
            pass
        decision = _ANSWERS[said.lower()]
        if said.isupper():
            self._for_all = decision
        self._made[_key(conflict)] = decision
        return decision


def answer(question: str) -> str:
    """What is typed after a question. Raises WorkbenchError at the end of the input."""
    print(question, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise WorkbenchError(Problem("import", "no answer", "nothing is written"))
    return line.strip()


def _key(conflict: Conflict) -> _Key:
    return replace(conflict.existing, line=0), replace(conflict.incoming, line=0)
