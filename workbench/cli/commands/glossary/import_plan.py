"""What `workbench glossary import` prints: the plan, its conflicts, and what is left of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.glossary.place import told

if TYPE_CHECKING:
    from workbench.glossary.exchange import Addition, Changes, Conflict, ImportPlan

_SHOWN = 10


def show(plan: ImportPlan, path: Path, file: Path, *, only_new: bool) -> None:
    """Print a plan for the glossary at `path` and the terms in `file`."""
    say(f"{len(plan.new):,} new")
    for entry in plan.new[:_SHOWN]:
        say(f"  {told(entry)}")
    if len(plan.new) > _SHOWN:
        say(f"  … and {len(plan.new) - _SHOWN:,} more")
    say(f"{len(plan.same):,} already there")
    _show_richer(plan.richer, path, only_new=only_new)
    _show_notes(plan, path, file)
    contrary = conflicts_of(plan)
    say(f"{len(contrary):,} in conflict")
    for conflict in contrary:
        show_conflict(conflict, path, file)


def _show_richer(richer: Sequence[Addition], path: Path, *, only_new: bool) -> None:
    if richer:
        say(f"{len(richer):,} there, with something to add{' (not added: --only-new)' if only_new else ''}")
    for addition in richer:
        there = addition.existing
        say(f"  {path}:{there.line}: {told(there)}\n      + {', '.join(addition.what)}")


def _show_notes(plan: ImportPlan, path: Path, file: Path) -> None:
    notes = [conflict for conflict in plan.conflicts if conflict.about == "note"]
    if notes:
        say(f"{len(notes):,} there with another note (yours stays, unless you say --conflicts replace)")
    for conflict in notes:
        say(f"  {file if conflict.inside else path}:{conflict.existing.line}: {conflict.reason}")


def conflicts_of(plan: ImportPlan) -> list[Conflict]:
    """The conflicts of a plan, differing notes aside."""
    return [conflict for conflict in plan.conflicts if conflict.about != "note"]


def show_conflict(conflict: Conflict, path: Path, file: Path) -> None:
    """Print one conflict: the entry that is there, the one that comes, the reason."""
    where = file if conflict.inside else path
    say(f"  {where}:{conflict.existing.line}: {told(conflict.existing)}")
    say(f"  {file}:{conflict.incoming.line}: {told(conflict.incoming)}")
    say(f"      {conflict.reason}")


def tell_left(changes: Changes, conflicts: str) -> bool:
    """Say which conflicts are left after the option `conflicts`; whether some wait for somebody to settle them."""
    undecided = [conflict for conflict in changes.left if conflict.about == "entry"]
    names = [conflict for conflict in changes.left if conflict.about == "names"]
    if undecided:
        say(f"{len(undecided):,} in conflict {_how_left(len(undecided), conflicts)}")
    if names:
        say(f"{len(names):,} not taken over, because one entry forbids what another wants: mend one by hand")
    return bool(names or (undecided and conflicts != "keep"))


def _how_left(number: int, conflicts: str) -> str:
    if conflicts not in ("ask", "keep"):
        return "could not be settled so: mend by hand"
    return "is left as it is in the glossary" if number == 1 else "are left as they are in the glossary"


def entries(them: Sequence[object]) -> str:
    """`1 entry`, `2 entries`."""
    return "1 entry" if len(them) == 1 else f"{len(them):,} entries"


def say(text: str) -> None:
    """A line on standard output, with nothing in it that a terminal would obey."""
    from workbench.text import clean

    print(clean(text))
