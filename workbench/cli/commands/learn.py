"""`workbench learn`: what was put right more than twice in all documents, and into the glossary with it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.telling import say, say_json, tell, tell_progress
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError
from workbench.text import clean_line

if TYPE_CHECKING:
    from workbench.project import Session
    from workbench.project.learning.learnt import Learnt

NAME = "learn"
HELP = "list names and terms that were put right more than twice in the drafts; take them into the glossary"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[FOLDER] [--least N] [--json] [--add NUMBERS [--dry-run|--yes]]`."""
    parser.add_argument("folder", nargs="?", type=Path, default=Path(), help="a project (default: the one here)")
    parser.add_argument("--least", type=_least, default=3, metavar="N", help="put right so many times (default: 3)")
    parser.add_argument("--json", action="store_true", help="for another program")
    parser.add_argument(
        "--add", type=_numbers, metavar="NUMBERS", help="take these of the list into the glossary: 1,3-5 or all"
    )
    parser.add_argument("--dry-run", action="store_true", help="with --add: show what would be written")
    parser.add_argument("--yes", action="store_true", help="with --add: write without asking")


def _least(text: str) -> int:
    if not text.isdecimal() or not text.isascii() or not 1 <= int(text[:5]) <= 1000:
        raise argparse.ArgumentTypeError("give 1 to 1000")
    return int(text)


def _numbers(text: str) -> frozenset[int]:
    """Numbers from 1 on; none for all.

    >>> sorted(_numbers("1,3-5")), _numbers("all")
    ([1, 3, 4, 5], frozenset())
    """
    if text.strip() == "all":
        return frozenset()
    found: set[int] = set()
    for part in text.split(","):
        first, _, last = (one.strip() for one in part.partition("-"))
        if not first.isdecimal() or not (last or first).isdecimal() or not int(first) <= int(last or first) <= 10_000:
            raise argparse.ArgumentTypeError(f"“{clean_line(text)}”: give numbers of the list, as 1,3-5, or all")
        found.update(range(int(first), int(last or first) + 1))
    return frozenset(found)


def run(options: argparse.Namespace) -> int:
    """List what was learnt, or write it; 1 where nothing was, 2 where a document could not be read."""
    from workbench.project import Session, find_layout

    adding = options.add is not None
    if (options.dry_run or options.yes) and not adding:
        raise WorkbenchError(Problem("learn", "nothing is to be written", "say which of the list: --add 1,3-5 or all"))
    writes = adding and not options.dry_run
    with Session.open(find_layout(options.folder)[0].root, read_only=not writes) as session:
        found, left = _found(session, options.least)
        if adding:
            return _add(session, found, options)
        if options.json:
            say_json([_as_json(number, one) for number, one in enumerate(found, start=1)], sys.stdout)
        else:
            _list(found, options.least)
    return 2 if left else int(not found)


def _found(session: Session, least: int) -> tuple[tuple[Learnt, ...], int]:
    """What was learnt, and how many documents could not be read, which is told."""
    from workbench.project.learning.learnt import learnt
    from workbench.project.records import Records

    project = session.project
    records = Records(project, None)
    looking = learnt(records, project.layout, project.termbase.glossary, project.drafter.align, least)
    try:
        while True:
            done, of = next(looking)
            if sys.stderr.isatty():
                tell_progress(f"{done} of {of} changed paragraphs", done=done == of)
    except StopIteration as end:
        found: tuple[Learnt, ...] = end.value
    for problem in records.problems:
        tell(problem)
    return found, len(records.problems)


def _list(found: Sequence[Learnt], least: int) -> None:
    width = max((len(clean_line(one.german)) for one in found), default=0)
    for number, one in enumerate(found, start=1):
        there = f" (changes line {one.there.line} of the glossary)" if one.there else ""
        drafted = " / ".join(one.drafted)
        say(f"{number:>3}  {one.count:>3} ×  {clean_line(one.german):{width}}  {drafted} → {one.accepted}{there}")
    if found:
        say(f"Into the glossary: {run_again('learn --add')} 1,3-5 (or all); it shows first what would be written.")
    else:
        say(f"No name or term was put right {least} times that the glossary has not.")


def _as_json(number: int, one: Learnt) -> dict[str, object]:
    return {
        "number": number,
        "count": one.count,
        "german": one.german,
        "drafted": list(one.drafted),
        "english": one.accepted,
        "changes_line": one.there.line if one.there else None,
        "places": [{"document": document, "paragraph": index + 1} for document, index in one.places],
    }


def _add(session: Session, found: Sequence[Learnt], options: argparse.Namespace) -> int:
    """Show what would be written, ask, write."""
    from workbench.project.commands import AddEntry, ChangeEntry

    chosen = _chosen(found, options.add)
    for one in chosen:
        for line in _plan(one):
            say(line)
    if options.dry_run or not chosen:
        say("nothing is written" + " (--dry-run)" * options.dry_run)
        return int(not chosen)
    if not options.yes and not _agreed(len(chosen), session):
        say("nothing is written")
        return 1
    for one in chosen:
        session.do(ChangeEntry(one.there, one.entry) if one.there else AddEntry(one.entry))
    name = session.project.layout.glossary.name
    say(f"{len(chosen)} written into {name}.")
    return 0


def _chosen(found: Sequence[Learnt], numbers: frozenset[int]) -> list[Learnt]:
    """Those with these numbers; all where there are none. Raises WorkbenchError for one that the list has not."""
    beyond = [number for number in sorted(numbers) if not 1 <= number <= len(found)]
    if beyond:
        raise WorkbenchError(Problem("learn", f"the list has no number {beyond[0]}", f"{run_again('learn')} shows it"))
    return [found[number - 1] for number in sorted(numbers)] if numbers else list(found)


def _plan(one: Learnt) -> list[str]:
    from workbench.glossary.file.yaml_write import lines_of

    head = f"instead of line {one.there.line}:" if one.there else "new:"
    return [head, *(f"  {line}" for line in lines_of(one.entry))]


def _agreed(number: int, session: Session) -> bool:
    """Whether to write. Raises WorkbenchError where nobody can be asked."""
    from workbench.cli.commands.glossary.import_decisions import answer

    if sys.stdin is None or not sys.stdin.isatty() or not sys.stderr.isatty():
        raise WorkbenchError(Problem("learn", "nothing is written: there is no terminal to ask at", "say --yes"))
    what = f"Write {number} {'entry' if number == 1 else 'entries'} into {session.project.layout.glossary}?"
    return answer(f"{what} [y/N] ").strip().lower() in ("y", "yes", "j", "ja")
