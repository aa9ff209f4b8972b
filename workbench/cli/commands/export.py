"""`workbench export FILE…`: English texts and bilingual documents to hand over."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.telling import say, tell, tell_problems
from workbench.cli.given import given_name
from workbench.cli.offers import formats, offer
from workbench.cli.stopping import stopped_like_ctrl_c
from workbench.problem import Problem, WorkbenchError

if TYPE_CHECKING:
    from workbench.project import Choice, Ordered, Orders

NAME = "export"
HELP = "write English texts and bilingual documents"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE… [--to FORMAT[,FORMAT]] [--what …] [--only reviewed] [-o FILE|FOLDER|-] [--replace]`."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a source file")
    to = parser.add_argument(
        "--to",
        default="",
        metavar="FORMAT[,FORMAT]",
        help="default: for English the source's own format, for both languages html",
    )
    offer(to, formats)
    parser.add_argument(
        "--what",
        choices=("english", "bilingual", "queries"),
        help="default: english for the source's own format, txt and md, else bilingual",
    )
    parser.add_argument(
        "--only",
        choices=("reviewed", "changed"),
        help="leave out what is not reviewed, or what was handed over before as it is now",
    )
    parser.add_argument("--no-findings", action="store_true", help="bilingual documents without what the checks say")
    place = "where to write (default: exports/); a folder for several documents; - for standard output"
    parser.add_argument("-o", "--output", type=given_name, metavar="FILE|FOLDER", help=place)
    parser.add_argument("--replace", action="store_true", help="write over a file that is there")


def run(options: argparse.Namespace) -> int:
    """Write each document and tell its path on standard output; what is not reviewed, or failed, on standard error.

    A file or a document that fails does not stop the others; at the end it is told how many were written.
    """
    output = _Output(options.output or "", several=len(options.files) > 1 or "," in options.to)
    wanted = written = 0
    with stopped_like_ctrl_c():
        for file in options.files:
            try:
                asked, made = _export(file, options, output)
            except WorkbenchError as error:
                tell(error)
                asked, made = options.to.count(",") + 1, 0
            wanted, written = wanted + asked, written + made
    if written < wanted and wanted > 1:
        tell(f"{written} of {wanted} were written" if written else f"none of {wanted} was written")
    return 0 if written == wanted else 2


def _export(file: Path, options: argparse.Namespace, output: _Output) -> tuple[int, int]:
    """Hand one source file over; how many documents were wanted and how many were written."""
    from workbench.project import Project, handed_over, ordered

    if file.is_dir():
        raise WorkbenchError(Problem(file, "this is a folder", "name the articles in it"))
    with Project.open(file, read_only=True) as project:
        translation = project.open_document(project.wanted or file.name)
        orders = ordered(project, translation, _choice(options, translation.record.source))
        _tell_left_out(file, orders)
        tell_problems(project)
        if output.is_stream:
            _print(orders)
            return 1, 1
        written = 0
        for outcome in handed_over(orders, output.place(orders), replace=options.replace, within=output.folder):
            written += outcome.path is not None
            say(outcome.path) if outcome.path else tell(outcome.problem)
            for remark in outcome.remarks:
                tell(remark)
        return len(orders.documents), written


class _Output:
    """Where the documents go, as the user said it: into a folder, a file, standard output, or their usual places."""

    def __init__(self, named: str, *, several: bool) -> None:
        self.is_stream = named == "-"
        self.folder: Path | None = None
        self._file: Path | None = None
        self._taken: set[Path] = set()
        if self.is_stream and several:
            raise WorkbenchError(Problem("-", "standard output takes one document", "name one, or a folder after -o"))
        if named and not self.is_stream:
            if _is_folder(named, several):
                self.folder = Path(named)
            else:
                self._file = Path(named)

    def place(self, orders: Orders) -> Callable[[Ordered], Path | None]:
        """Where each of the documents goes; None for its usual place.

        In a folder they lie as in exports/. Raises WorkbenchError for a place that another document has by now.
        """

        def placed(document: Ordered) -> Path | None:
            if self.folder is None:
                return self._file
            place = self.folder / document.usual.relative_to(orders.layout.exports)
            if place in self._taken:
                raise WorkbenchError(
                    Problem(place, "is the name of two of the documents", "write one of them elsewhere")
                )
            self._taken.add(place)
            return place

        return placed


def _is_folder(named: str, several: bool) -> bool:
    """Whether a name is that of a folder. Raises WorkbenchError for a file's name where there are several documents."""
    if named.endswith(("/", os.sep)) or Path(named).is_dir():
        return True
    if several and Path(named).suffix:
        what = "is the name of one file, and several documents are wanted"
        raise WorkbenchError(Problem(named, what, f"name a folder; with / at its end: {named}/"))
    return several


def _choice(options: argparse.Namespace, source: str) -> Choice:
    from workbench.export import usual_what
    from workbench.project import OWN, Choice, Wanted

    names = [name for part in options.to.split(",") if (name := part.strip().lower())]
    if names:
        wanted = [Wanted(options.what or usual_what(name, source), name) for name in names]
    else:
        usual = {"bilingual": Wanted("bilingual", "html"), "queries": Wanted("queries", "docx")}
        wanted = [usual.get(options.what, Wanted("english", OWN))]
    return Choice(tuple(wanted), options.only == "reviewed", not options.no_findings, options.only == "changed")


def _tell_left_out(file: Path, orders: Orders) -> None:
    """What is not reviewed and what becomes of it, and what is left out since it has not changed."""
    from workbench.export import fate_of_unreviewed, numbers

    if orders.unchanged:
        count = f"{len(orders.unchanged)} of {len(orders.record.paragraphs)} paragraphs"
        told = numbers(sorted(orders.unchanged))
        tell(f"{file}: {count} are unchanged since the last delivery and left out: {told}")
    if orders.since and orders.since.beside:
        tell(f"{file}: since the last delivery, too: {orders.since.beside}")
    texts = [document.to for document in orders.documents if document.what != "queries"]
    if texts and (open_ones := orders.unreviewed):
        fate = fate_of_unreviewed(texts, orders.choice.only_reviewed)
        count = f"{len(open_ones)} of {len(orders.record.paragraphs)} paragraphs are not reviewed and {fate}"
        tell(f"{file}: {count}: {numbers(open_ones)}")


def _print(orders: Orders) -> None:
    """The document's bytes on standard output, as a file would have them. Raises WorkbenchError for what is no text."""
    from workbench.export import format_of
    from workbench.project import rendered, without_comments

    (document,) = orders.documents
    if not format_of(document.to, document.what, orders.record.source).is_text:
        raise WorkbenchError(_no_text(document))
    delivery = orders.delivery()
    data = rendered(delivery, document)
    if b"\0" in data:
        raise WorkbenchError(_no_text(document))
    for remark in without_comments(delivery, document, Path("-")):
        tell(remark)
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _no_text(document: Ordered) -> Problem:
    return Problem("-", f"{document.to} is no text", "name a file")
