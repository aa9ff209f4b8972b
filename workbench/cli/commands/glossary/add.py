"""`workbench glossary add DE EN`: a new entry at the end of the glossary."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.commands.glossary.place import KINDS, PATH_HELP, add_wait, glossary_path, told
from workbench.cli.commands.glossary.progress import shown_progress

NAME = "add"
HELP = "add an entry; refused, with the line of the other, if it contradicts one"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`DE EN`, and an option for each of the other keys."""
    parser.add_argument("german", metavar="DE", help="the German, in its base form")
    parser.add_argument("english", metavar="EN", help="the English to use")
    parser.add_argument(
        "--form", action="append", default=[], metavar="DE", help="another German form (again for more)"
    )
    parser.add_argument("--also", action="append", default=[], metavar="EN", help="other English that is right (again)")
    parser.add_argument("--avoid", action="append", default=[], metavar="EN", help="English that is wrong (again)")
    parser.add_argument("--first", default="", metavar="EN", help="the English of the first mention in a document")
    parser.add_argument("--kind", choices=KINDS, default="term", help="what it is (term)")
    parser.add_argument("--note", default="", help="what a translator should know")
    parser.add_argument("--case", choices=("any", "exact"), default="any", help="exact: find it only as it is written")
    parser.add_argument("--glossary", type=Path, default=Path(), metavar="PATH", help=PATH_HELP)
    add_wait(parser)


def run(options: argparse.Namespace) -> int:
    """Add the entry and tell where it stands."""
    from workbench.glossary import Entry, add_entry

    path = glossary_path(options.glossary)
    entry = Entry(
        de=(options.german, *options.form),
        en=options.english,
        also=tuple(options.also),
        avoid=tuple(options.avoid),
        kind=options.kind,
        note=options.note,
        case=options.case,
        first=options.first,
    )
    with shown_progress() as progress:
        added = add_entry(path, entry, options.wait, progress)
    print(f"{path}:{added.line}: added {told(added)}")
    return 0
