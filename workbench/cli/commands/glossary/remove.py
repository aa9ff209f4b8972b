"""`workbench glossary remove DE`: take an entry out of the glossary."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.glossary.place import PATH_HELP, add_wait, existing_glossary, told
from workbench.cli.commands.glossary.progress import shown_progress
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError

if TYPE_CHECKING:
    from workbench.glossary import Entry

NAME = "remove"
HELP = "remove the entry that has a German form"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`DE [--glossary PATH]`."""
    parser.add_argument("german", metavar="DE", help="one of its German forms")
    parser.add_argument("--glossary", type=Path, default=Path(), metavar="PATH", help=PATH_HELP)
    add_wait(parser)


def run(options: argparse.Namespace) -> int:
    """Remove the entry and tell what it was."""
    from workbench.glossary import remove_entry

    path = existing_glossary(options.glossary)
    with shown_progress() as progress:
        entry = remove_entry(path, lambda there: _named(path, there, options.german), options.wait, progress)
    print(f"{path}:{entry.line}: removed {told(entry)}")
    return 0


def _named(path: Path, entries: tuple[Entry, ...], german: str) -> Entry:
    from workbench.glossary.file.lookup import entries_named, near_forms

    named = entries_named(entries, german)
    if len(named) == 1:
        return named[0]
    if named:
        places = ", ".join(f"{entry.de[0]} (line {entry.line})" for entry in named)
        mend = "write it exactly as it stands there"
        raise WorkbenchError(Problem(path, f"'{german}' is in several entries: {places}", mend))
    near = ", ".join(f"{form} (line {entry.line})" for form, entry in near_forms(entries, german))
    mend = f"did you mean {near}?" if near else f"{run_again('glossary list')} tells what there is"
    raise WorkbenchError(Problem(path, f"'{german}' is in no entry", mend))
