"""What an import would change: compared form by form as terms are found in German, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from workbench.glossary.entry import Entry
from workbench.glossary.exchange.merging import additions, differences, merged, other_note
from workbench.glossary.file.contradictions import Claim, claim, clashes

_LONGEST_SHOWN = 100

About = Literal["entry", "note", "names"]


@dataclass(frozen=True, slots=True)
class Addition:
    """An entry that is there and agrees with what comes, which knows more: `result` is both, `what` the difference."""

    existing: Entry
    incoming: Entry
    result: Entry
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry that comes and contradicts one that is there (or, with `inside`, an earlier one of the same file).

    `reason` says how. `about`: "entry" – they share a German form and say different things of it; "note" – only their
    notes differ; "names" – one forbids what the other wants for the same name, which only a person can mend.
    """

    existing: Entry
    incoming: Entry
    reason: str
    about: About = "entry"
    inside: bool = False


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do: entries to add, those already there, additions to entries, and conflicts."""

    new: tuple[Entry, ...] = ()
    same: tuple[Entry, ...] = ()
    richer: tuple[Addition, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def plan_import(there: Sequence[Entry], come: Sequence[Entry]) -> ImportPlan:
    """Compare the entries that come with those that are there, and with each other.

    Two entries meet where they have a German form in common, as the finder sees it (`claim`: without regard to case,
    ß and ss, ä and ae). An entry whose forms belong to several that are there is compared with each of them. The cost
    grows with the number of entries, not with its square.
    """
    planner = _Planner(there)
    for entry in come:
        planner.take(entry)
    return planner.plan(there)


class _Planner:
    """The plan while it grows. `_now`: each entry that is met, with what the entries before have added to it."""

    def __init__(self, there: Sequence[Entry]) -> None:
        self._owners: dict[Claim, Entry] = {claim(form): entry for entry in reversed(there) for form in entry.de}
        self._there = frozenset(there)
        self._now: dict[Entry, Entry] = {}
        self._new: list[Entry] = []
        self._same: list[Entry] = []
        self._added: dict[Entry, list[Entry]] = {}
        self._conflicts: list[Conflict] = []

    def take(self, entry: Entry) -> None:
        owners: dict[Entry, list[str]] = {}
        free = []
        for form in entry.de:
            owner = self._owners.get(claim(form))
            if owner:
                owners.setdefault(owner, []).append(form)
            else:
                free.append(form)
        if not owners:
            self._new.append(entry)
            self._own(entry, entry.de)
            return
        agreeing = (owner for owner in owners if entry.en in owner.accepted)
        heir = next(agreeing, next(iter(owners)))
        for owner, forms in owners.items():
            self._meet(owner, replace(entry, de=(*forms, *(free if owner is heir else ()))))

    def _meet(self, owner: Entry, part: Entry) -> None:
        now = self._now.get(owner, owner)
        inside = owner not in self._there
        found = differences(now, part)
        if found:
            itself = now != owner and not inside and not differences(owner, part)
            reason = f"{'the file contradicts itself: ' if itself else ''}{'; '.join(found)}"
            self._conflicts.append(Conflict(owner, part, reason, inside=inside))
            return
        more = additions(now, part)
        if more:
            self._now[owner] = merged(now, part)
            self._added.setdefault(owner, []).append(part)
            self._own(owner, part.de)
        if other_note(now, part):
            reason = f"the note is '{_short(now.note)}' there, '{_short(part.note)}' here"
            self._conflicts.append(Conflict(owner, part, reason, "note", inside))
        elif not more:
            self._same.append(part)

    def _own(self, owner: Entry, forms: Iterable[str]) -> None:
        for form in forms:
            self._owners.setdefault(claim(form), owner)

    def plan(self, there: Sequence[Entry]) -> ImportPlan:
        new = [self._now.get(entry, entry) for entry in self._new]
        richer = self._richer()
        refused = _clashing([*new, *(addition.result for addition in richer)], there)
        for addition in richer:
            if addition.result in refused:
                refused[addition.result] = replace(refused[addition.result], incoming=addition.incoming)
        return ImportPlan(
            new=tuple(entry for entry in new if entry not in refused),
            same=tuple(self._same),
            richer=tuple(addition for addition in richer if addition.result not in refused),
            conflicts=(*map(self._with_existing, self._conflicts), *refused.values()),
        )

    def _richer(self) -> list[Addition]:
        """The entries that are there and get something added."""
        return [
            Addition(owner, parts[0], self._now[owner], additions(owner, self._now[owner]))
            for owner, parts in self._added.items()
            if owner in self._there
        ]

    def _with_existing(self, conflict: Conflict) -> Conflict:
        """A conflict inside of the file, with the earlier entry as all of the file makes it."""
        if not conflict.inside:
            return conflict
        return replace(conflict, existing=self._now.get(conflict.existing, conflict.existing))


def _short(note: str) -> str:
    return note if len(note) <= _LONGEST_SHOWN else f"{note[:_LONGEST_SHOWN]}…"


def _clashing(come: Sequence[Entry], there: Sequence[Entry]) -> dict[Entry, Conflict]:
    """The entries that want for a name what another forbids, or forbid what another wants, each with the first such."""
    refused: dict[Entry, Conflict] = {}
    place = {entry: number for number, entry in enumerate(come)}
    for clash in clashes(come, there):
        reason = f"'{clash.english}' is wanted here, but '{clash.avoided}' is forbidden there"
        refused.setdefault(clash.demanding, Conflict(clash.forbidding, clash.demanding, reason, "names"))
    for clash in clashes(there, come):
        reason = f"'{clash.avoided}' is forbidden here, but '{clash.english}' is wanted there"
        refused.setdefault(clash.forbidding, Conflict(clash.demanding, clash.forbidding, reason, "names"))
    for clash in clashes(come, come):
        first, second = sorted((clash.demanding, clash.forbidding), key=place.__getitem__)
        reason = f"one wants '{clash.english}' for the name, the other forbids '{clash.avoided}'"
        refused.setdefault(second, Conflict(first, second, reason, "names", inside=True))
    return refused
