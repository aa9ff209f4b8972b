"""`workbench glossary list`: the entries in force, for reading or for another program."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.glossary.place import KINDS, PATH_HELP, existing_glossary, read_existing, told
from workbench.cli.commands.telling import tell
from workbench.invocation import run_again
from workbench.text.counted import counted

if TYPE_CHECKING:
    from workbench.glossary import Entry

NAME = "list"
HELP = "list the entries in force"
_COLUMNS = ("line", "de", "en", "first", "also", "avoid", "kind", "case", "note")


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[PATH] [--kind KIND] [--match TEXT] [--format text|json|tsv]`."""
    parser.add_argument("path", nargs="?", type=Path, default=Path(), help=PATH_HELP)
    parser.add_argument("--kind", choices=KINDS, help="only entries of this kind")
    parser.add_argument("--match", default="", metavar="TEXT", help="only entries with this in their German or English")
    parser.add_argument(
        "--format",
        choices=("text", "json", "tsv"),
        default="text",
        help="text: a line each; json: a list of objects; tsv: a table, forms of one entry separated by | (text)",
    )


def run(options: argparse.Namespace) -> int:
    """List the entries, in the file's order."""
    from workbench.glossary.file.lookup import entries_with

    path = existing_glossary(options.path)
    file = read_existing(path)
    found = entries_with(file.glossary.entries, options.match)
    entries = [entry for entry in found if options.kind in (None, entry.kind)]
    {"text": _print_lines, "json": _print_json, "tsv": _print_table}[options.format](entries)
    if file.problems:
        tell(f"{path}: {counted(len(file.problems), 'problem', 'problems')} – see: {run_again('glossary check')}")
    return 0


def _print_lines(entries: list[Entry]) -> None:
    for entry in entries:
        print(f"{entry.line:5}  {told(entry)}")
    print(counted(len(entries), "entry", "entries"))


def _print_json(entries: list[Entry]) -> None:
    rows = [{column: getattr(entry, column) for column in _COLUMNS} for entry in entries]
    print(json.dumps(rows, ensure_ascii=False, indent=2))


def _print_table(entries: list[Entry]) -> None:
    from workbench.glossary.exchange import as_text

    table = csv.writer(sys.stdout, dialect="excel-tab", lineterminator="\n")
    table.writerow(_COLUMNS)
    for entry in entries:
        values = (getattr(entry, column) for column in _COLUMNS)
        texts = ("|".join(value) if isinstance(value, tuple) else str(value) for value in values)
        table.writerow(map(as_text, texts))
