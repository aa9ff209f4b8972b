"""`workbench check [FILE…]`: findings for people, scripts and commit hooks."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.telling import tell

if TYPE_CHECKING:
    from workbench.cli.commands.check.rows import Row

NAME = "check"
HELP = "report findings in translations; exit 1 when there are errors"

_RANK = {"error": 2, "warning": 1, "info": 0}


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[FILE…] [--format text|json|sarif] [--fail-on error|warning|never]`."""
    parser.description = f"{HELP} (or what --fail-on says), 2 when something could not be checked."
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="articles, their translations/NAME.yaml, a glossary.yaml or a project; without any, the project here",
    )
    parser.add_argument(
        "--format", choices=("text", "json", "sarif"), default="text", help="how to report (default: text)"
    )
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "never"),
        default="error",
        help="from which severity on to exit with 1 (default: error)",
    )


def run(options: argparse.Namespace) -> int:
    """Report every finding; 1 when one of them is as grave as --fail-on, 2 when a file could not be checked."""
    from workbench.cli.commands.check import as_json, as_sarif, as_text
    from workbench.cli.commands.check.documents import checked

    writers = {"text": as_text.write, "json": as_json.write, "sarif": as_sarif.write}
    report = checked(options.files or [Path()], tell)
    writers[options.format](report, sys.stdout)
    return _status(report.rows, options.fail_on)


def _status(rows: Sequence[Row], fail_on: str) -> int:
    if any(row.kind == "unreadable" for row in rows):
        return 2
    return int(fail_on != "never" and any(_RANK[row.severity] >= _RANK[fail_on] for row in rows))
