"""`workbench glossary import FILE`: take over terms of another program, after showing what would change."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, cast

from workbench.cli.commands.glossary.place import PATH_HELP, glossary_path, told
from workbench.cli.commands.telling import tell
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError

if TYPE_CHECKING:
    from workbench.glossary.exchange import Changes, Conflict, Decision, ImportPlan

NAME = "import"
HELP = "take over terms from TBX, OmegaT, DeepL, Google or a spreadsheet; shows what would change before it writes"
_SHOWN = 10
_ANSWERS = {"": "keep", "k": "keep", "r": "replace", "a": "also"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE`, how it is to be taken, and what is to be done with conflicts."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the file with the terms")
    parser.add_argument(
        "--format",
        default="",
        metavar="F",
        help="tbx3, tbx2, omegat, deepl, google, google-set, xlsx (default: told by the file)",
    )
    parser.add_argument("--glossary", type=Path, default=Path(), metavar="PATH", help=PATH_HELP)
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and write nothing")
    parser.add_argument(
        "--conflicts",
        choices=("ask", "keep", "replace", "also"),
        default="ask",
        help="entries that contradict yours: ask about each (on a terminal); keep yours; replace yours; or put the "
        "English that comes under 'also'",
    )
    parser.add_argument("--only-new", action="store_true", help="add nothing to entries that are there")
    parser.add_argument(
        "--yes", action="store_true", help="write without asking; conflicts that are not decided are left"
    )
    parser.add_argument(
        "--english", default="en-GB", metavar="TAG", help="the English that is preferred if there are several"
    )
    parser.add_argument("--swap", action="store_true", help="the first of two columns without names is English")


def run(options: argparse.Namespace) -> int:
    """Show the plan, ask, write; 1 when something that came was neither taken over nor decided."""
    from workbench.glossary import read_glossary
    from workbench.glossary.exchange import decided, plan_import, read_terms, write_import

    path = glossary_path(options.glossary)
    come = read_terms(options.file, options.format, english=options.english, swap=options.swap)
    glossary = read_glossary(path)
    if glossary.problems and not glossary.glossary.entries:
        raise WorkbenchError(glossary.problems[0])
    plan = plan_import(glossary.glossary.entries, come.entries)
    for problem in come.problems:
        tell(problem)
    _say(f"{options.file}: {_entries(come.entries)}")
    for note in come.notes:
        _say(f"  {note}")
    _show(plan, path, options.file, only_new=options.only_new)
    if glossary.problems:
        tell(f"{path}: {len(glossary.problems)} problems – {run_again('glossary check')} tells them")
    if options.dry_run:
        _say("nothing is written (--dry-run)")
        return int(bool(_contrary(plan) or come.problems))
    asked = sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty() and not options.yes
    number = sum(conflict.about == "entry" for conflict in plan.conflicts)
    changes = decided(plan, _decider(options, path, number if asked else 0), only_new=options.only_new)
    if not changes.added and not changes.changed:
        _say("there is nothing to write")
    elif not _agreed(options, changes, path, asked):
        _say("nothing is written")
        return 1
    else:
        write_import(path, changes)
        added, changed = _entries(changes.added), _entries(changes.changed)
        _say(f"{path}: {added} added, {changed} changed")
    return _tell_left(changes, options, bool(come.problems))


def _decider(options: argparse.Namespace, path: Path, number: int) -> Callable[[Conflict], Decision]:
    """What decides on conflicts: the option, or the translator, who is asked about `number` of them."""
    chosen = cast("Decision", options.conflicts if options.conflicts != "ask" else "keep")
    for_all: list[Decision] = [] if options.conflicts == "ask" and number else [chosen]
    counted = count(1)

    def decide(conflict: Conflict) -> Decision:
        if for_all or conflict.about == "note":
            return for_all[0] if for_all else "keep"
        print()
        _show_conflict(conflict, path, options.file)
        question = f"{next(counted)} of {number}: keep yours, replace it, or allow the English that comes?"
        while (answer := _answer(f"{question} [k]/r/a, capital for all: ")).lower() not in _ANSWERS:
            pass
        decision = cast("Decision", _ANSWERS[answer.lower()])
        if answer.isupper():
            for_all.append(decision)
        return decision

    return decide


def _agreed(options: argparse.Namespace, changes: Changes, path: Path, asked: bool) -> bool:
    """Whether to write. Raises WorkbenchError where nobody can be asked and nothing was said."""
    if options.yes or (options.conflicts != "ask" and not asked):
        return True
    if not asked:
        mend = "say --yes, or what to do with conflicts: --conflicts keep, replace or also"
        raise WorkbenchError(Problem(path, "nothing is written: there is no terminal to ask at", mend))
    what = f"Add {_entries(changes.added)} and change {_entries(changes.changed)} in {path}?"
    return _answer(f"{what} [y/N] ").strip().lower() in ("y", "yes", "j", "ja")


def _answer(question: str) -> str:
    print(question, end="", file=sys.stderr, flush=True)
    line = sys.stdin.readline()
    if not line:
        raise WorkbenchError(Problem("import", "no answer", "nothing is written"))
    return line.strip()


def _show(plan: ImportPlan, path: Path, file: Path, *, only_new: bool) -> None:
    _say(f"{len(plan.new):,} new")
    for entry in plan.new[:_SHOWN]:
        _say(f"  {told(entry)}")
    if len(plan.new) > _SHOWN:
        _say(f"  … and {len(plan.new) - _SHOWN:,} more")
    _say(f"{len(plan.same):,} already there")
    if plan.richer:
        _say(f"{len(plan.richer):,} there, with something to add{' (not added: --only-new)' if only_new else ''}")
    for addition in plan.richer:
        there = addition.existing
        _say(f"  {path}:{there.line}: {told(there)}\n      + {', '.join(addition.what)}")
    notes = [conflict for conflict in plan.conflicts if conflict.about == "note"]
    if notes:
        _say(f"{len(notes):,} there with another note (yours stays, unless you say --conflicts replace)")
    for conflict in notes:
        _say(f"  {file if conflict.inside else path}:{conflict.existing.line}: {conflict.reason}")
    contrary = _contrary(plan)
    _say(f"{len(contrary):,} in conflict")
    for conflict in contrary:
        _show_conflict(conflict, path, file)


def _contrary(plan: ImportPlan) -> list[Conflict]:
    return [conflict for conflict in plan.conflicts if conflict.about != "note"]


def _show_conflict(conflict: Conflict, path: Path, file: Path) -> None:
    where = file if conflict.inside else path
    _say(f"  {where}:{conflict.existing.line}: {told(conflict.existing)}")
    _say(f"  {file}:{conflict.incoming.line}: {told(conflict.incoming)}")
    _say(f"      {conflict.reason}")


def _tell_left(changes: Changes, options: argparse.Namespace, problems: bool) -> int:
    """Say which conflicts are left; the exit status."""
    undecided = [conflict for conflict in changes.left if conflict.about == "entry"]
    names = [conflict for conflict in changes.left if conflict.about == "names"]
    if undecided and options.conflicts in ("ask", "keep"):
        are = "is left as it is" if len(undecided) == 1 else "are left as they are"
        _say(f"{len(undecided):,} in conflict {are} in the glossary")
    elif undecided:
        _say(f"{len(undecided):,} in conflict could not be settled so: mend by hand")
    if names:
        _say(f"{len(names):,} not taken over, because one entry forbids what another wants: mend one by hand")
    open_ones = names or (undecided and options.conflicts != "keep")
    return int(bool(open_ones or problems))


def _entries(them: Sequence[object]) -> str:
    return "1 entry" if len(them) == 1 else f"{len(them):,} entries"


def _say(text: str) -> None:
    """A line on standard output, with nothing in it that a terminal would obey."""
    from workbench.text import clean

    print(clean(text))
