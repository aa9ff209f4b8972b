"""`workbench help [TOPIC]`: the documentation that came with the program."""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from workbench.cli.offers import offer
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError

NAME = "help"
HELP = "read about a topic: keys, files, glossary, export …"

ROOM = Path(__file__).resolve().parents[2]
WIDEST = 100  # columns; longer lines are hard to read


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[TOPIC]`."""
    topic = parser.add_argument("topic", nargs="?", metavar="TOPIC", help="leave it out to see which there are")
    offer(topic, lambda _: list(topics()))


def run(options: argparse.Namespace) -> int:
    """List the topics, or show one: a page at a time on a terminal, as plain text elsewhere."""
    there = topics()
    if not options.topic:
        _list(there)
    elif options.topic in there:
        _show(there[options.topic].read_text(encoding="utf-8"))
    else:
        raise _unknown(options.topic, there, options.commands)
    return 0


def topics() -> dict[str, Path]:
    """The files of documentation by topic: inside the installed program, or beside it in a clone."""
    for folder in (ROOM / "docs", ROOM.parent / "docs"):
        if files := {file.stem: file for file in folder.glob("*.md")}:
            return dict(sorted(files.items()))
    raise WorkbenchError(Problem(ROOM / "docs", "the documentation is not there", "install the program again"))


def _list(there: dict[str, Path]) -> None:
    width = max(map(len, there))
    for name, file in there.items():
        with file.open(encoding="utf-8") as lines:
            title = lines.readline().lstrip("#").strip()
        print(f"{name:{width}}  {title}")
    print(f"\nRead one: {run_again('help TOPIC')}. What a command takes: {run_again('COMMAND --help')}")


def _show(text: str) -> None:
    from rich.console import Console
    from rich.markdown import Markdown

    from workbench.text import clean

    terminal = sys.stdout.isatty()
    console = Console(highlight=False)
    console.width = min(console.width, WIDEST)
    page = Markdown(clean(text), hyperlinks=False)
    if not terminal:
        console.print(page)
        return
    os.environ.setdefault("LESS", "FRX")  # as git does: colours kept, and a short text needs no key
    with console.pager(styles=True):
        console.print(page)


def _unknown(topic: str, there: dict[str, Path], commands: Iterable[str]) -> WorkbenchError:
    if topic in commands:
        return WorkbenchError(Problem(topic, "is a command, not a topic", f"see: {run_again(f'{topic} --help')}"))
    near = difflib.get_close_matches(topic, there, n=1)
    mend = f"did you mean {near[0]}?" if near else f"the topics are {', '.join(there)}"
    return WorkbenchError(Problem(topic, "there is no such topic", mend))
