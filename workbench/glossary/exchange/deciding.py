"""From a plan and the translator's decisions to the changes that are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from workbench.glossary.entry import Entry
from workbench.glossary.exchange.merging import merged, replaced
from workbench.glossary.exchange.plan import Conflict, ImportPlan
from workbench.glossary.file.contradictions import claim

Decision = Literal["keep", "replace", "also"]
"""`keep`: the entry stays as it is; `replace`: what comes counts; `also`: its English is allowed beside the other."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be written: entries to add, entries to change (as they are, as they shall be), conflicts left."""

    added: tuple[Entry, ...] = ()
    changed: tuple[tuple[Entry, Entry], ...] = ()
    left: tuple[Conflict, ...] = ()


def decided(plan: ImportPlan, decide: Callable[[Conflict], Decision], *, only_new: bool = False) -> Changes:
    """The changes of a plan. `decide` is asked about each conflict that a decision can end, in the plan's order.

    Left are conflicts that are kept, those of names, and English to allow that the entry forbids. A note that differs
    is taken over by "replace" only. `only_new`: entries that are there get no additions.
    """
    deciding = _Deciding(plan, decide, only_new)
    left = tuple(conflict for conflict in plan.conflicts if not deciding.settle(conflict))
    return Changes(tuple(deciding.now[entry] for entry in plan.new), deciding.changed(), left)


class _Deciding:
    """What each entry becomes (`now`) while conflicts are decided, and whose each German form is then."""

    def __init__(self, plan: ImportPlan, decide: Callable[[Conflict], Decision], only_new: bool) -> None:
        self._decide = decide
        self._new = frozenset(plan.new)
        self.now: dict[Entry, Entry] = {entry: entry for entry in plan.new}
        if not only_new:
            self.now |= {addition.existing: addition.result for addition in plan.richer}
        self._owners = {claim(form): entry for entry, after in self.now.items() for form in after.de}

    def settle(self, conflict: Conflict) -> bool:
        """Decide a conflict; whether that ended it."""
        existing = conflict.existing
        there = self.now.get(existing, None if conflict.inside else existing)
        own = tuple(form for form in conflict.incoming.de if self._owners.get(claim(form), existing) == existing)
        come = replace(conflict, incoming=replace(conflict.incoming, de=own))
        after = there and _settled(there, come, self._decide)
        if not after:
            return False
        self.now[existing] = after
        self._owners |= {claim(form): existing for form in after.de}
        return True

    def changed(self) -> tuple[tuple[Entry, Entry], ...]:
        """The entries that were there and are others now, with what they become."""
        return tuple((entry, after) for entry, after in self.now.items() if entry not in self._new and entry != after)


def _settled(there: Entry, conflict: Conflict, decide: Callable[[Conflict], Decision]) -> Entry | None:
    """The entry as a decision makes it; None if the conflict is left."""
    if conflict.about == "names":
        return None
    come = conflict.incoming
    decision = decide(conflict)
    if decision == "replace":
        return replace(there, note=come.note) if conflict.about == "note" else replaced(there, come)
    if decision == "also" and conflict.about == "entry":
        both = merged(there, come)
        return both if come.en in both.accepted else None
    return None
