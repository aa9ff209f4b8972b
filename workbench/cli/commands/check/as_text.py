"""Findings as lines for people."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TextIO

from workbench.checks import Severity
from workbench.cli.commands.check.documents import Report
from workbench.cli.commands.check.rows import Row
from workbench.cli.commands.telling import tell
from workbench.text import printable_line
from workbench.text.counted import counted

_TOTALS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "hint"}


def short(path: Path) -> Path:
    """A path as it is told: from the current folder where it lies in it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def write(report: Report, out: TextIO) -> None:
    """A line for each finding and one of totals; what could not be checked goes to standard error."""
    for row in report.rows:
        if row.kind == "unreadable":
            tell(f"{_place(row)}: {row.message}")
        else:
            print(printable_line(f"{_place(row)}: {row.severity}: {row.message} [{row.rule}]"), file=out)
    found = Counter(row.severity for row in report.rows if row.kind != "unreadable")
    if report.documents or found:
        totals = ", ".join(counted(found[severity], name) for severity, name in _TOTALS.items())
        print(f"{totals} in {counted(report.documents, 'document')}", file=out)


def _place(row: Row) -> str:
    if row.finding and row.source:
        return f"{short(row.source)}: paragraph {row.finding.paragraph + 1}"
    return f"{short(row.file)}:{row.line}" if row.line else str(short(row.file))
