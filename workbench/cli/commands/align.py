"""`workbench align DE EN`: old work taken in: a German document beside its English, sentence by sentence."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.telling import say, tell, tell_progress
from workbench.cli.given import given_name
from workbench.cli.offers import memories, offer
from workbench.cli.stopping import stopped_like_ctrl_c
from workbench.cli.streams import is_terminal
from workbench.problem import Problem, WorkbenchError

if TYPE_CHECKING:
    from workbench.project.aligning.surroundings import Surroundings
    from workbench.project.aligning.work import Work

NAME = "align"
HELP = "take old work in: a German document and its English, aligned sentence by sentence"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`DE EN [--into NAME [--penalty N]] [--record] [-o FILE [--replace]] [--no-package]`."""
    parser.description = (
        f"{HELP}. Without --into, --record or -o the screen shows both sides, to put right and to keep what is right. "
        "What no person has looked at is kept as aligned. Exit status: 1 where something of it is to be looked at."
    )
    parser.add_argument("german", type=Path, metavar="DE", help="the German document, of any format that is read")
    parser.add_argument("english", type=Path, metavar="EN", help="its English, of the same format or another")
    into = parser.add_argument("--into", default="", metavar="NAME", help="take the pairs into the memory of this name")
    offer(into, memories)
    parser.add_argument(
        "--penalty",
        type=int,
        default=None,
        metavar="N",
        help="ask for that memory in the project here, with N percent (0 to 30) taken off its matches",
    )
    parser.add_argument(
        "--record", action="store_true", help="make it the record of DE, an article of a project: its English, reviewed"
    )
    parser.add_argument(
        "-o",
        "--output",
        type=given_name,
        metavar="FILE",
        help="write the pairs: .tmx, .tsv, .xlsx, or - for lines of TSV",
    )
    parser.add_argument("--replace", action="store_true", help="write over a file that is there")
    parser.add_argument(
        "--no-package", action="store_true", help="do without the package's scores, which decide what is in doubt"
    )


def run(options: argparse.Namespace) -> int:
    """Align and hand over as was asked, or open the screen; 1 where something is in doubt."""
    _must_make_sense(options)
    if not (options.into or options.record or options.output):
        return _on_screen(options)
    from workbench.project.aligning.work import must_be_alike

    with stopped_like_ctrl_c(), _surroundings(options) as around:
        work = _aligned(options, around)
        must_be_alike(work)
        if options.into:
            _into_memory(work, options)
        if options.record:
            _as_record(work)
        if options.output:
            _written(work, options)
    _tell_doubts(work)
    return int(work.doubts > 0)


def _must_make_sense(options: argparse.Namespace) -> None:
    from workbench.project import find_layout
    from workbench.project.settings.memory_setting import MOST_TAKEN_OFF, no_memory_name

    if options.into and (why := no_memory_name(options.into)):
        raise WorkbenchError(Problem(options.into, why, "use letters, digits, blanks and dashes, at most 60"))
    if options.penalty is None:
        return
    if not options.into:
        raise WorkbenchError(Problem("--penalty", "says nothing without --into", "name the memory, too"))
    if not 0 <= options.penalty <= MOST_TAKEN_OFF:
        raise WorkbenchError(
            Problem("--penalty", f"cannot be {options.penalty}", f"give 0 to {MOST_TAKEN_OFF} percent")
        )
    find_layout(Path())


def _aligned(options: argparse.Namespace, around: Surroundings) -> Work:
    from workbench.project.aligning.work import align

    shown = sys.stderr.isatty()
    if shown:
        tell_progress(f"{options.german.name}, {options.english.name}: read and aligned …", done=False)
    try:
        judge = None if options.no_package else around.judge()
        work = align(options.german, options.english, judge, around.known(), around.spelling)
    finally:
        if shown:
            tell_progress("", done=True)
    for problem in around.told():
        tell(str(problem))
    return work


@contextmanager
def _surroundings(options: argparse.Namespace) -> Iterator[Surroundings]:
    """Those of the project that the German, or the folder here, belongs to."""
    from workbench.project.aligning.surroundings import Surroundings

    with closing(Surroundings.of(options.german, Path())) as around:
        yield around


def _into_memory(work: Work, options: argparse.Namespace) -> None:
    from workbench.project import find_layout
    from workbench.project.aligning.pairs import take_in
    from workbench.project.settings.settings import PROJECT_FILE, choose_memory

    taken = take_in(work, options.into)
    say(f"{options.german}: {_count(taken.pairs, 'pair')}, {taken.new:,} of them new in the memory {taken.memory}")
    if options.penalty is not None:
        root = find_layout(Path())[0].root
        choose_memory(root, options.into, options.penalty)
        say(f"{root / PROJECT_FILE}: the memory {options.into} is asked, {options.penalty} % taken off its matches")


def _as_record(work: Work) -> None:
    from workbench.project.aligning.record import take_as_record

    done = take_as_record(work)
    say(done.told)
    for sentence in done.left[:5]:
        tell(f"{work.english.path}: went nowhere: “{_short(sentence)}”")
    if len(done.left) > 5:
        tell(f"{work.english.path}: {len(done.left) - 5:,} more sentences went nowhere")


def _written(work: Work, options: argparse.Namespace) -> None:
    from workbench.project.aligning.pairs import as_tsv, write

    if options.output == "-":
        as_tsv(work, sys.stdout.buffer.write)
        sys.stdout.flush()
    else:
        number = write(work, Path(options.output), replace=options.replace)
        say(f"{options.output}: {_count(number, 'pair')}")


def _tell_doubts(work: Work) -> None:
    if work.doubts:
        from workbench.invocation import pasted, run_again

        again = run_again(f"align {pasted(work.german.path)} {pasted(work.english.path)}")
        tell(f"{work.english.path}: {_count(work.doubts, 'line')} to be looked at – see: {again}")


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 80 else f"{sentence[:79].rstrip()}…"


def _on_screen(options: argparse.Namespace) -> int:
    from workbench.invocation import run_again

    if not (is_terminal(sys.stdin) and is_terminal(sys.stdout)):
        what = "the screen needs a terminal"
        mend = f"say what is to become of it: {run_again('align DE EN')} --into NAME, --record or -o FILE"
        raise WorkbenchError(Problem("standard output", what, mend))
    with _surroundings(options) as around:
        work = _aligned(options, around)
        from workbench.tui.aligning import run as run_screen

        run_screen(work, around.theme, around.keys)
    return 0
