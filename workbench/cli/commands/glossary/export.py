"""`workbench glossary export FILE`: the glossary for another program."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

from workbench.cli.commands.glossary.place import PATH_HELP, existing_glossary
from workbench.cli.commands.telling import tell
from workbench.files import must_be_free
from workbench.invocation import run_again
from workbench.problem import Problem, WorkbenchError

NAME = "export"
HELP = "write the glossary as TBX, for OmegaT, DeepL or Google, or as a spreadsheet"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`FILE [--format F] [--glossary PATH]`."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the file to write; - for standard output")
    parser.add_argument(
        "--format",
        default="",
        metavar="F",
        help="tbx3 (.tbx), tbx2, omegat (.txt, .utf8, .tab, .tsv), deepl (.csv), google, google-set, xlsx (.xlsx)",
    )
    parser.add_argument("--glossary", type=Path, default=Path(), metavar="PATH", help=PATH_HELP)
    parser.add_argument("--replace", action="store_true", help="write over a file that is there")


def run(options: argparse.Namespace) -> int:
    """Write the file, and tell on standard error what its format cannot hold."""
    from workbench.files import write_atomically
    from workbench.glossary import read_glossary
    from workbench.glossary.exchange import format_for, format_named, write_terms

    path = existing_glossary(options.glossary)
    to_output = str(options.file) == "-"
    if to_output and not options.format:
        raise WorkbenchError(Problem("-", "standard output has no suffix to tell the format", "name one: --format"))
    chosen = format_named(options.format) if options.format else format_for(options.file)
    if to_output and not chosen.is_text:
        raise WorkbenchError(Problem("-", f"{chosen.name} is no text", "name a file"))
    if not to_output:
        _must_be_free(options.file, path, replace=options.replace)
    file = read_glossary(path)
    written = write_terms(file.glossary.entries, chosen.name)
    if to_output:
        getattr(sys.stdout, "buffer", io.BytesIO()).write(written.data)
    else:
        write_atomically(options.file, written.data)
        number = len(file.glossary.entries)
        print(f"{options.file}: {number:,} {'entry' if number == 1 else 'entries'} as {chosen.says}")
    if file.problems:
        tell(f"{path}: {len(file.problems)} problems – {run_again('glossary check')} tells them")
    if written.left_out:
        tell(f"{options.file}: {chosen.name} cannot hold {', '.join(written.left_out)}")
    for remark in written.remarks:
        tell(f"{options.file}: {remark}")
    return 0


def _must_be_free(file: Path, glossary: Path, *, replace: bool) -> None:
    """Refuse to write over the glossary, among the files of its project, and over any other file without --replace."""
    from workbench.project import layout_of, must_not_be_own

    try:
        layout = layout_of(glossary.absolute().parent.resolve())
        own = file.exists() and file.samefile(glossary)
    except (RuntimeError, ValueError, OSError):  # links in a circle, a NUL in the name
        raise WorkbenchError(Problem(str(file), "is no file name", "choose another name")) from None
    if own:
        raise WorkbenchError(Problem(file, "is the glossary itself", "choose another place"))
    must_not_be_own(layout, file)
    must_be_free(file, replace=replace)
