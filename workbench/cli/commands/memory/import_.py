"""`workbench memory import FILE…`: take the pairs of other programs' files into a memory."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.glossary.progress import shown_progress
from workbench.cli.commands.telling import say, tell
from workbench.cli.offers import memories, offer
from workbench.cli.stopping import stopped_like_ctrl_c
from workbench.problem import Problem, WorkbenchError

if TYPE_CHECKING:
    from workbench.project.memories.taking_in import Taken, Wish

NAME = "import"
HELP = "take the pairs of a TMX, an XLIFF, a PO file or a table into a memory"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE… [--into NAME] [--penalty N] [--reviewed] [--swap] [--sentences]`."""
    formats = ".tmx, .tmx.gz, .xliff, .sdlxliff, .mqxliff, .po, .tsv, .csv or .xlsx"
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=formats)
    into = parser.add_argument("--into", default="", metavar="NAME", help="the memory (default: called as the file)")
    offer(into, memories)
    parser.add_argument(
        "--penalty",
        type=int,
        default=None,
        metavar="N",
        help="ask for it in the project here, with N percent (0 to 30) taken off its matches",
    )
    parser.add_argument("--reviewed", action="store_true", help="a person has reviewed all of it")
    parser.add_argument("--swap", action="store_true", help="in a table without names of columns English stands first")
    parser.add_argument(
        "--sentences", action="store_true", help="divide paragraphs into sentences (slow: for small files)"
    )


def run(options: argparse.Namespace) -> int:
    """Take each file in and tell what came of it; 1 where something of one was left, 2 where one could not be read."""
    from workbench.project.memories.taking_in import Wish, usual_name

    root = _root(options.penalty)
    wish = Wish(options.reviewed, options.swap, options.sentences)
    statuses = []
    names: dict[str, None] = {}
    with stopped_like_ctrl_c():
        for file in options.files:
            name = options.into or usual_name(file)
            try:
                taken = _import(file, name, wish)
                statuses.append(int(bool(taken.problems)))
                names |= {name: None} if taken.pairs else {}
            except WorkbenchError as error:
                tell(error)
                statuses.append(2)
    for name in names:
        _ask_for(name, options.penalty, root)
    return max(statuses)


def _root(penalty: int | None) -> Path | None:
    """The project that is to ask for the memory. Raises WorkbenchError before anything is read."""
    from workbench.project import find_layout
    from workbench.project.settings.memory_setting import MOST_TAKEN_OFF

    if penalty is None:
        return None
    if not 0 <= penalty <= MOST_TAKEN_OFF:
        raise WorkbenchError(Problem("--penalty", f"cannot be {penalty}", f"give 0 to {MOST_TAKEN_OFF} percent"))
    return find_layout(Path())[0].root


def _import(file: Path, name: str, wish: Wish) -> Taken:
    from workbench.project.memories.taking_in import take_in

    with shown_progress() as progress:
        taken = take_in(
            file, name, wish, lambda part, pairs: progress(f"{file.name}: {part:.0%}, {pairs:,} pairs", 0, 0)
        )
    _tell(file, taken)
    return taken


def _tell(file: Path, taken: Taken) -> None:
    for problem in taken.problems:
        tell(problem)
    for note in taken.notes:
        tell(f"{file}: {note}")
    if not taken.pairs:
        say(f"{file}: nothing of it goes into a memory")
        return
    pairs = "1 pair" if taken.pairs == 1 else f"{taken.pairs:,} pairs"
    say(f"{file}: {pairs}, {taken.new:,} of them new in the memory {taken.memory}")


def _ask_for(name: str, penalty: int | None, root: Path | None) -> None:
    """Have the project here ask for a memory, or say how."""
    from workbench.project.settings.settings import PROJECT_FILE, choose_memory

    if root is None or penalty is None:
        say(f"to have it asked, write into {PROJECT_FILE}, or into your own settings: memories: and below it   {name}:")
        return
    choose_memory(root, name, penalty)
    say(f"{root / PROJECT_FILE}: the memory {name} is asked, with {penalty} % taken off its matches")
