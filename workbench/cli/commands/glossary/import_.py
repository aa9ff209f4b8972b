"""`workbench glossary import FILE`: take over terms of another program, after showing what would change."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.glossary.import_decisions import Decisions, NotDecidedError, answer
from workbench.cli.commands.glossary.import_plan import conflicts_of, entries, say, show, tell_left
from workbench.cli.commands.glossary.place import PATH_HELP, add_wait, glossary_path, terms_file
from workbench.cli.commands.glossary.progress import shown_progress
from workbench.cli.commands.telling import tell
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError

if TYPE_CHECKING:
    from workbench.glossary import Entry
    from workbench.glossary.exchange import Changes, ImportPlan, ReadTerms

NAME = "import"
HELP = "take over terms from TBX, OmegaT, DeepL, a spreadsheet, another project; shows first what would change"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE`, how it is to be taken, and what is to be done with conflicts."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the file with the terms, or another project")
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
    add_wait(parser)
    parser.add_argument("--swap", action="store_true", help="the first of two columns without names is English")


def run(options: argparse.Namespace) -> int:
    """Show the plan, ask, write; 1 when something that came was neither taken over nor decided."""
    from workbench.glossary.exchange import read_terms

    path = glossary_path(options.glossary)
    options.file = terms_file(options.file)
    come = read_terms(options.file, options.format, english=options.english, swap=options.swap)
    _tell_read(options.file, come)
    asked = sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty() and not options.yes
    decisions = Decisions(options.conflicts, asked, path, options.file)
    while True:
        plan = _shown_plan(options, path, come)
        if options.dry_run:
            say("nothing is written (--dry-run)")
            return int(bool(conflicts_of(plan) or come.problems))
        changes = _agreed_changes(options, path, plan, decisions, asked)
        if changes is None:
            say("nothing is written")
            return 1
        try:
            if changes.added or changes.changed:
                changes = _write(options, path, come, decisions)
            else:
                say("there is nothing to write")
            return int(tell_left(changes, options.conflicts) or bool(come.problems))
        except NotDecidedError:
            say(f"{path} was changed meanwhile, so it is compared again")


def _tell_read(file: Path, come: ReadTerms) -> None:
    for problem in come.problems:
        tell(problem)
    say(f"{file}: {entries(come.entries)}")
    for note in come.notes:
        say(f"  {note}")


def _shown_plan(options: argparse.Namespace, path: Path, come: ReadTerms) -> ImportPlan:
    """Compare what comes with the glossary as it is now, and show it."""
    from workbench.glossary import read_glossary
    from workbench.glossary.exchange import plan_import

    with shown_progress() as progress:
        glossary = read_glossary(path, progress)
        if glossary.problems and not glossary.glossary.entries:
            raise WorkbenchError(glossary.problems[0])
        progress("comparing", 0, 0)
        plan = plan_import(glossary.glossary.entries, come.entries)
    show(plan, path, options.file, only_new=options.only_new)
    if glossary.problems:
        tell(f"{path}: {len(glossary.problems)} problems – {run_again('glossary check')} tells them")
    return plan


def _agreed_changes(
    options: argparse.Namespace, path: Path, plan: ImportPlan, decisions: Decisions, asked: bool
) -> Changes | None:
    """What is decided about a plan; None if the translator does not want it."""
    from workbench.glossary.exchange import decided

    decisions.begin(plan)
    changes = decided(plan, decisions.ask, only_new=options.only_new)
    nothing = not changes.added and not changes.changed
    return changes if nothing or _agreed(options, changes, path, asked) else None


def _write(options: argparse.Namespace, path: Path, come: ReadTerms, decisions: Decisions) -> Changes:
    """Write what is decided, compared with the glossary as it is at that moment. Raises NotDecidedError."""
    from workbench.glossary.exchange import decided, plan_import, take_over

    def decide(there: tuple[Entry, ...]) -> Changes:
        return decided(plan_import(there, come.entries), decisions.known, only_new=options.only_new)

    with shown_progress() as progress:
        changes = take_over(path, decide, options.wait, progress)
    say(f"{path}: {entries(changes.added)} added, {entries(changes.changed)} changed")
    return changes


def _agreed(options: argparse.Namespace, changes: Changes, path: Path, asked: bool) -> bool:
    """Whether to write. Raises WorkbenchError where nobody can be asked and nothing was said."""
    if options.yes or (options.conflicts != "ask" and not asked):
        return True
    if not asked:
        mend = "say --yes, or what to do with conflicts: --conflicts keep, replace or also"
        raise WorkbenchError(Problem(path, "nothing is written: there is no terminal to ask at", mend))
    what = f"Add {entries(changes.added)} and change {entries(changes.changed)} in {path}?"
    return answer(f"{what} [y/N] ").strip().lower() in ("y", "yes", "j", "ja")
