"""`workbench export FILE`: an English text or a bilingual document to hand over."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from workbench.cli.commands.telling import tell_glossary
from workbench.cli.offers import formats, offer

NAME = "export"
HELP = "write an English text or a bilingual document"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE --to FORMAT --what english|bilingual [--output FILE]`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the source file")
    to = parser.add_argument("--to", required=True, metavar="FORMAT", help="txt, md, html, docx or tmx")
    offer(to, formats)
    parser.add_argument(
        "--what", choices=("english", "bilingual"), help="default: english for txt and md, else bilingual"
    )
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write it (default: exports/)")


def run(options: argparse.Namespace) -> int:
    """Write the document, tell its path on standard output and what is not reviewed on standard error."""
    from workbench.export import unreviewed
    from workbench.project import Project

    what = options.what or ("english" if options.to in ("txt", "md") else "bilingual")
    with Project.open(options.file, read_only=True) as project:
        translation = project.open_document(project.wanted or options.file.name)
        path = options.output or project.export_path(translation, options.to, what)
        if open_ones := [str(index + 1) for index in unreviewed(translation.record)]:
            fate = "left out" if options.to == "tmx" else "marked so"
            count = f"{len(open_ones)} of {len(translation.paragraphs)} paragraphs are not reviewed and {fate}"
            print(f"{options.file}: {count}: {', '.join(open_ones)}", file=sys.stderr)
        tell_glossary(project)
        print(project.export(translation, options.to, what, path))
    return 0
