"""`workbench import FILE… | - | URL`: articles into the project's sources."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.telling import say, tell
from workbench.cli.offers import folders, offer
from workbench.problem import Problem, WorkbenchError
from workbench.text.counted import counted

if TYPE_CHECKING:
    from workbench.project import Layout
    from workbench.project.intake.importing import Imported, Incoming

NAME = "import"
HELP = "take articles into the project: files, a text from standard input (-), a page by its address"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE… | - | URL [--name NAME] [--project DIR]`."""
    parser.description = (
        f"{HELP}. Files are copied into sources/, never over one that is there; of a PDF the text is taken. "
        "Nothing is fetched but the page at an address that is named here."
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file, an address (https://…), or - ")
    parser.add_argument("--name", metavar="NAME", help="what it is to be called in sources/ (of one article)")
    parser.add_argument("--column", metavar="COLUMN", help="of a table: the column that is German (B, or its title)")
    parser.add_argument(
        "--into", metavar="COLUMN", help="of a table: the column that gets the English (default: the same)"
    )
    project = parser.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help="the project (default: the one here)"
    )
    offer(project, folders)


def run(options: argparse.Namespace) -> int:
    """Take each in; one that cannot be does not stop the others."""
    from workbench.project import find_layout

    if options.name is not None and len(options.files) > 1:
        raise WorkbenchError(Problem("--name", "names one article", "import them one by one, or leave it out"))
    columns = _columns(options)
    layout, _ = find_layout(options.project)
    status = 0
    for given in options.files:
        try:
            _take(layout, given, options.name or "", columns)
        except WorkbenchError as error:
            tell(error)
            status = 2
    return status


def _columns(options: argparse.Namespace) -> str:
    """The columns that were chosen, as settings have them."""
    if not options.column:
        if options.into:
            raise WorkbenchError(Problem("--into", "says nothing without --column", "name the German column, too"))
        return ""
    return f"{options.column} > {options.into}" if options.into else str(options.column)


def _take(layout: Layout, given: str, name: str, columns: str) -> None:
    from workbench.project.intake.importing import take_in

    if _goes_along(Path(given).expanduser()):
        return
    if _is_in(layout, given):
        name = Path(given).expanduser().resolve().relative_to(layout.sources.resolve()).as_posix()
        if not columns:
            say(f"{given} is in the project already")
            return
    _tell(given, take_in(layout, replace(_incoming(given, name), columns=columns)))


def _goes_along(path: Path) -> bool:
    """Whether this is the folder of a page beside it, which `FOLDER/*` names as well: it comes in with its page."""
    from workbench.project.folder.page_files import belongs_to_page

    if not path.is_dir() or not path.name:
        return False
    return belongs_to_page(path.name, [other.name for other in path.parent.iterdir()])


def _is_in(layout: Layout, given: str) -> bool:
    """Whether a file lies among the project's sources; a PDF, or a page saved as one file, is no article there yet."""
    from workbench.formats.page import ARCHIVE_SUFFIXES

    path = Path(given).expanduser()
    if given == "-" or path.suffix.lower() in (".pdf", *ARCHIVE_SUFFIXES) or not path.is_file():
        return False
    return path.resolve().is_relative_to(layout.sources.resolve())


def _incoming(given: str, name: str) -> Incoming:
    from workbench.project.intake.fetching import is_address
    from workbench.project.intake.importing import from_address, from_file, from_text

    if given == "-":
        return from_text(_standard_input(), name)
    return from_address(given, name) if is_address(given) else from_file(Path(given).expanduser(), name)


def _standard_input() -> bytes:
    from workbench.project.intake.importing import MOST_TEXT

    if sys.stdin is None:
        raise WorkbenchError(Problem("-", "there is no standard input", "name a file"))
    if sys.stdin.isatty():
        tell("paste the text, then press Ctrl+D on a line of its own")
    data = sys.stdin.buffer.read(MOST_TEXT + 1)
    if len(data) > MOST_TEXT:
        what = f"more than {MOST_TEXT // 1_000_000} MB come through standard input"
        raise WorkbenchError(Problem("-", what, "split it into several files"))
    return data


def _tell(given: str, done: Imported) -> None:
    for remark in done.remarks:
        tell(remark)
    if done.pictures:
        tell(f"{given}: {counted(done.pictures, 'file')} of the page beside it")
    if done.already:
        say(f"{done.path} is there already, the same to the letter")
        return
    if done.name != done.asked:
        tell(f"{given}: another {done.asked} is there already; this one is called {done.name}")
    say(done.path)
