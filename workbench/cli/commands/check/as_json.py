"""Findings as JSON: one list, an object for each finding, each bad line of a glossary and each unreadable file."""

from __future__ import annotations

from typing import TextIO

from workbench.cli.commands.check.as_text import short
from workbench.cli.commands.check.documents import Report
from workbench.cli.commands.check.rows import Row
from workbench.cli.commands.telling import say_json
from workbench.text import Span


def write(report: Report, out: TextIO) -> None:
    """The list (docs/checks.md says what the keys mean)."""
    say_json([_as_json(row) for row in report.rows], out)


def _as_json(row: Row) -> dict[str, object]:
    finding = row.finding
    return {
        "file": str(short(row.source or row.file)),
        "paragraph": finding.paragraph + 1 if finding else None,
        "record": str(short(row.file)) if finding else None,
        "line": row.line,
        "check": row.rule,
        "severity": row.severity,
        "about": finding.about if finding else None,
        "message": row.message,
        "german": _offsets(finding.german) if finding else None,
        "english": _offsets(finding.english) if finding else None,
        "overridden": finding.overridden if finding else False,
        "reason": finding.reason if finding else None,
    }


def _offsets(place: Span | None) -> list[int] | None:
    return list(place) if place is not None else None
