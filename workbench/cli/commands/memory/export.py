"""`workbench memory export [NAME] FILE`: a memory for another program."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.commands.glossary.progress import shown_progress
from workbench.cli.commands.remembering import remember_here
from workbench.cli.commands.telling import say
from workbench.cli.given import given_name
from workbench.problem import Problem, WorkbenchError

NAME = "export"
HELP = "write a memory as TMX, TSV or XLSX"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[NAME] FILE [--without-codes] [--salvage] [--replace]`."""
    parser.add_argument(
        "places",
        nargs="+",
        type=given_name,
        metavar="[NAME] FILE",
        help="the memory (default: that of the project here), and the file to write: .tmx, .tsv or .xlsx",
    )
    parser.add_argument(
        "--without-codes", action="store_true", help="the texts alone (TMX level 1): bold, links, notes are left out"
    )
    parser.add_argument("--salvage", action="store_true", help="of a damaged memory, what can be read")
    parser.add_argument("--replace", action="store_true", help="write over a file that is there")


def run(options: argparse.Namespace) -> int:
    """Write the file and tell how many pairs it has."""
    from workbench.project.memories.asking import opened
    from workbench.project.memories.giving_out import give_out

    if len(options.places) > 2:
        raise WorkbenchError(Problem(options.places[2], "is one word too many", "give a memory's name and one file"))
    name, file = ("", *options.places)[-2:]
    path = Path(file)
    _must_not_be_own(path)
    if not name:
        remember_here()
    lost = _Lost()
    with opened(name, Path(), salvage=options.salvage) as memory, shown_progress() as progress:
        number = give_out(
            memory,
            path,
            lambda done: progress(f"{path.name}: {done:,} pairs", 0, 0),
            replace=options.replace,
            salvage=options.salvage,
            codes=not options.without_codes,
            lost=lost.one_more,
        )
    say(f"{path}: {'1 pair' if number == 1 else f'{number:,} pairs'}{lost.told if options.salvage else ''}")
    return 0


class _Lost:
    """The pairs of a damaged memory that could not be read, counted."""

    def __init__(self) -> None:
        self.number = 0

    def one_more(self) -> None:
        self.number += 1

    @property
    def told(self) -> str:
        """What is said of them, behind how many were written."""
        return f" saved, {self.number:,} could not be read" if self.number else " saved, all that there were"


def _must_not_be_own(path: Path) -> None:
    """Refuse to write over the files of the project that the file is to lie in."""
    from workbench.project import layout_of, must_not_be_own

    try:
        layout = layout_of(path.absolute().parent.resolve())
    except (RuntimeError, ValueError, OSError):  # links in a circle, a NUL in the name
        raise WorkbenchError(Problem(str(path), "is no file name", "choose another name")) from None
    must_not_be_own(layout, path)
