"""What a file says of one term, in the words all formats share, before it is checked and becomes an entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, NamedTuple

from workbench.problem import Problem
from workbench.text import clean_line

Standing = Literal["preferred", "", "allowed", "forbidden", "first"]
"""What a file says of an English term; "" where it says nothing, `first` for the form of the first mention."""

_MOST_PROBLEMS = 200


class English(NamedTuple):
    """An English term; `tag` is its language tag (`en-us`), "en" where no country is named."""

    text: str
    standing: Standing = ""
    tag: str = "en"


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept: its German and English terms, in the file's order. `line`: its line or row, from 1."""

    line: int
    german: tuple[str, ...]
    english: tuple[English, ...]
    notes: tuple[str, ...] = ()
    kind: str = ""
    exact: bool = False


@dataclass(slots=True)
class Told:
    """What reading a file has to say: problems (something is left out) and notes (nothing is).

    What it quotes from the file may be anything: all is cleaned when it is taken out.
    """

    where: Path
    notes: list[str] = field(default_factory=list)
    empty: str = ""
    """Why there is no term in a file, where that is known."""
    may_be_empty: bool = False
    """Whether it is no mistake that there is none: a glossary that a program has begun."""
    _problems: list[Problem] = field(default_factory=list)
    _counted: dict[tuple[str, str], tuple[int, int, str]] = field(default_factory=dict)

    def problem(self, line: int, what: str, mend: str) -> None:
        """Something that is left out."""
        self._problems.append(Problem(self.where, what, mend, line or None))

    def take(self, problems: Iterable[Problem]) -> None:
        """Problems that somebody else has found."""
        self._problems.extend(problems)

    def count(self, line: int, what: str, mend: str, example: str = "") -> None:
        """Something that may be left out thousands of times: told once, with how often and the first example."""
        number, first, shown = self._counted.get((what, mend), (0, line, example))
        self._counted[what, mend] = number + 1, first, shown

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All problems in line order, at most 200 of them."""
        counted = [
            Problem(self.where, _times(number, what) + (f" (first: '{shown[:60]}')" if shown else ""), mend, line)
            for (what, mend), (number, line, shown) in self._counted.items()
        ]
        found = sorted([*self._problems, *counted], key=lambda problem: problem.line or 0)
        found = [replace(problem, what=clean_line(problem.what)) for problem in found]
        if len(found) > _MOST_PROBLEMS:
            more = len(found) - _MOST_PROBLEMS
            found[_MOST_PROBLEMS:] = [Problem(self.where, f"{more:,} more problems", "mend these first")]
        return tuple(found)


def _times(number: int, what: str) -> str:
    """`entry has no German term`, or `37 times: entry has no German term`."""
    return what if number == 1 else f"{number:,} times: {what}"
