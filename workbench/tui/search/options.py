"""How and where the search screen searches: what its keys turn, and how that is told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from workbench.problem import Problem, WorkbenchError
from workbench.project import State
from workbench.project.searching.changed import LastChange, last_change
from workbench.project.searching.query import Field, How, Query
from workbench.text import clean_line

HOWS: tuple[tuple[How, bool, str], ...] = (
    ("plain", False, "letters"),
    ("word", False, "whole words"),
    ("inflected", False, "any form"),
    ("regex", False, "pattern"),
    ("plain", True, "all words"),
    ("inflected", True, "all, any form"),
)
"""How words are looked for, whether in any order, and what that is called."""
WHERES: tuple[tuple[frozenset[Field], str], ...] = (
    (frozenset({"german", "english"}), "German and English"),
    (frozenset({"german"}), "German"),
    (frozenset({"english"}), "English"),
    (frozenset({"note"}), "notes"),
    (frozenset({"finding"}), "findings"),
)
STATES: tuple[tuple[frozenset[State], str], ...] = (
    (frozenset(), "any state"),
    (frozenset({State.NEW, State.DRAFT, State.TRANSLATED}), "not reviewed"),
    *((frozenset({state}), str(state)) for state in State),
)


@dataclass(frozen=True, slots=True)
class Options:
    """What is chosen: which of HOWS, WHERES and STATES (by index), whether capitals count.

    `doubtful`: only drafts with words in doubt, the most doubtful first; `changed`: only what was changed last by
    somebody, or in some time; `outside`: files of no project, of which states, findings and who changed them mean
    nothing.
    """

    how: int = 0
    where: int = 0
    state: int = 0
    capitals: bool = False
    doubtful: bool = False
    changed: LastChange | None = None
    outside: str = ""

    @classmethod
    def of(cls, query: Query) -> Options:
        """Those that a query was made with."""
        where = next((at for at, (fields, _) in enumerate(WHERES) if fields == query.fields), 0)
        state = next((at for at, (states, _) in enumerate(STATES) if states == query.states), 0)
        made = query.how, query.any_order
        how = next((at for at, (*one, _) in enumerate(HOWS) if tuple(one) == made), 0)
        return cls(how, where, state, query.capitals, query.doubtful, query.changed)

    def query(self, words: str) -> Query:
        """What is looked for by these words."""
        (how, any_order, _), where, states = HOWS[self.how], WHERES[self.where][0], STATES[self.state][0]
        if self.outside:
            return Query(words, how, self.capitals, where, any_order=any_order)
        return Query(
            words,
            how,
            self.capitals,
            where,
            states,
            doubtful=self.doubtful,
            any_order=any_order,
            changed=self.changed,
        )

    def other_how(self) -> Options:
        """With the next way of searching."""
        return replace(self, how=(self.how + 1) % len(HOWS))

    def other_where(self) -> Options:
        """With the next field."""
        return replace(self, where=(self.where + 1) % len(WHERES))

    def other_state(self) -> Options:
        """With the next state."""
        return replace(self, state=(self.state + 1) % len(STATES))

    def other_capitals(self) -> Options:
        """With capitals that count, or not."""
        return replace(self, capitals=not self.capitals)

    def other_order(self) -> Options:
        """In the documents' order, or the most doubtful first."""
        return replace(self, doubtful=not self.doubtful)

    def other_changed(self, text: str) -> Options:
        """With what somebody typed of who changed it and when; nothing: no matter who. Raises WorkbenchError."""
        return replace(self, changed=last_change(text))

    def other_outside(self, text: str) -> Options:
        """In this file or folder; nothing: in the project. Raises WorkbenchError where there is no such thing."""
        try:
            there = not text.strip() or Path(text.strip()).expanduser().exists()
        except (OSError, ValueError, RuntimeError):
            there = False
        if not there:
            raise WorkbenchError(Problem(text.strip(), "there is no such file or folder", "check the path"))
        return replace(self, outside=text.strip())

    @property
    def told(self) -> str:
        """All of it on one line, with the keys that turn it."""
        capitals = "capitals count" if self.capitals else "any capitals"
        if self.outside:
            ways = f"F2 {HOWS[self.how][2]}  F3 {WHERES[self.where][1]}  F5 {'' if self.capitals else 'any '}capitals"
            return f"{ways}{' count' * self.capitals}  F9 {clean_line(self.outside)}"
        parts = (HOWS[self.how][2], WHERES[self.where][1], STATES[self.state][1], capitals)
        order = "doubt" if self.doubtful else "all"
        changed = (f"F8 {self.changed.told}",) if self.changed else ()
        return "  ".join((*(f"F{key} {part}" for key, part in enumerate(parts, start=2)), f"F7 {order}", *changed))
