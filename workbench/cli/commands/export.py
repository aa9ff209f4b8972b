"""`workbench export FILE`: an English text or a bilingual document to hand over."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from workbench.cli.commands.telling import say, tell, tell_problems
from workbench.cli.offers import formats, offer
from workbench.problem import Problem, WorkbenchError

NAME = "export"
HELP = "write an English text or a bilingual document"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE --to FORMAT --what english|bilingual [--output FILE [--replace]]`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the source file")
    to = parser.add_argument("--to", required=True, metavar="FORMAT", help="txt, md, html, docx or tmx")
    offer(to, formats)
    parser.add_argument(
        "--what", choices=("english", "bilingual"), help="default: english for txt and md, else bilingual"
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to write it (default: exports/); - for standard output"
    )
    parser.add_argument("--replace", action="store_true", help="write over a file that is there")


def run(options: argparse.Namespace) -> int:
    """Write the document, tell its path on standard output and what is not reviewed on standard error."""
    from workbench.export import FORMATS, numbers, unreviewed
    from workbench.project import Project

    what = options.what or (FORMATS[options.to].usual if options.to in FORMATS else "bilingual")
    with Project.open(options.file, read_only=True) as project:
        translation = project.open_document(project.wanted or options.file.name)
        project.export_path(translation, options.to, what)  # a format there is not is told before anything else
        if open_ones := unreviewed(translation.record):
            fate = "left out" if options.to == "tmx" else "marked so"
            count = f"{len(open_ones)} of {len(translation.paragraphs)} paragraphs are not reviewed and {fate}"
            tell(f"{options.file}: {count}: {numbers(open_ones)}")
        tell_problems(project)
        if str(options.output) == "-":
            if not FORMATS[options.to].is_text:
                raise WorkbenchError(Problem("-", f"{options.to} is no text", "name a file"))
            _print(project.rendered(translation, options.to, what))
        else:
            say(project.export(translation, options.to, what, options.output, replace=options.replace))
    return 0


def _print(data: bytes) -> None:
    """The document's bytes on standard output, as the file would have them."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
