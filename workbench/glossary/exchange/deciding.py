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
    now: dict[Entry, Entry] = {entry: entry for entry in plan.new}
    if not only_new:
        now |= {addition.existing: addition.result for addition in plan.richer}
    owners = {claim(form): entry for entry, after in now.items() for form in after.de}
    left = []
    for conflict in plan.conflicts:
        existing = conflict.existing
        there = now.get(existing, None if conflict.inside else existing)
        own = tuple(form for form in conflict.incoming.de if owners.get(claim(form), existing) == existing)
        after = there and _settled(there, replace(conflict, incoming=replace(conflict.incoming, de=own)), decide)
        if after:
            now[existing] = after
            owners |= {claim(form): existing for form in after.de}
        else:
            left.append(conflict)
    new = frozenset(plan.new)
    changed = tuple((entry, after) for entry, after in now.items() if entry not in new and entry != after)
    return Changes(tuple(now[entry] for entry in plan.new), changed, tuple(left))


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
