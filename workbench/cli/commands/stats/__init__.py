"""`workbench stats [FILE…]`: words, characters, standard lines, match bands, repetitions, what was kept of drafts."""

from __future__ import annotations

import argparse
from pathlib import Path

NAME = "stats"
HELP = "count: words, characters, standard lines, repetitions, match bands, what was kept of drafts"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[FILE…] [--rule RULE] [--line N] [--no-bands] [--format text|json|csv|xlsx] [-o FILE]`."""
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="articles, folders of them, or their translations/NAME.yaml; without any, the project here",
    )
    rules = ("workbench", "word", "omegat")
    parser.add_argument("--rule", choices=rules, default=rules[0], help="how words are counted (help figures)")
    parser.add_argument(
        "--line", type=int, choices=(50, 55, 60), default=55, help="characters of a standard line (default: 55)"
    )
    parser.add_argument(
        "--bands",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="look for what is like the sentences that are still to be done (default: yes)",
    )
    parser.add_argument("--format", choices=("text", "json", "csv", "xlsx"), default="text", help="(default: text)")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="write to this file, which is not there yet")


def run(options: argparse.Namespace) -> int:
    """Count; 2 where a document could not be read, which is left out then."""
    from workbench.cli.commands.stats.counting import counted
    from workbench.cli.commands.stats.written import write

    figures, whole = counted(options.files or [Path()], options.rule, options.line, bands=options.bands)
    write(figures, options.format, options.output)
    return 0 if whole else 2
