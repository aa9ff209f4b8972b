"""Findings as SARIF 2.1.0, the format that code hosts and editors read results of checks in.

Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS Standard, 27 March 2020 (with Errata 01).
"""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import quote

from workbench import __version__
from workbench.checks import CHECKS
from workbench.cli.commands.check.as_text import short
from workbench.cli.commands.check.documents import Report
from workbench.cli.commands.check.rows import Row
from workbench.cli.commands.telling import say_json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_RULES = [*((check.name, check.says, check.severity) for check in CHECKS),
          ("glossary", "an entry of the glossary cannot be used as it stands", "error"),
          ("no-article", "a record of translations has no article", "warning"),
          ("source", "an article's encoding had to be guessed, or letters of it are damaged", "warning")]  # fmt: skip
_HELP = "What counts, and what to do when a finding is wrong: docs/checks.md of the workbench."


def write(report: Report, out: TextIO) -> None:
    """One run: the rules, a result for each finding and each bad line of a glossary, and what could not be checked.

    A result is at the paragraph's line in the record, where its English is put right; an overridden finding is
    suppressed with the translator's reason. Fingerprints do not change when lines or paragraphs move.
    """
    results = [row for row in report.rows if row.kind != "unreadable"]
    failures = [row for row in report.rows if row.kind == "unreadable"]
    run = {
        "tool": {"driver": {"name": "workbench", "semanticVersion": __version__, "rules": [_rule(*r) for r in _RULES]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not failures,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": row.message}, "locations": [_location(row)]}
                    for row in failures
                ],
            }
        ],
        "results": _results(results),
    }
    say_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, out)


def _rule(name: str, says: str, severity: str) -> dict[str, Any]:
    return {
        "id": name,
        "shortDescription": {"text": says},
        "help": {"text": f"{says}. {_HELP}"},
        "defaultConfiguration": {"level": _LEVELS[severity]},
    }


def _results(rows: list[Row]) -> list[dict[str, Any]]:
    numbers = {name: number for number, (name, _, _) in enumerate(_RULES)}
    seen: Counter[str] = Counter()
    results = []
    for row in rows:
        same = _content(row)
        seen[same] += 1
        result: dict[str, Any] = {
            "ruleId": row.rule,
            "ruleIndex": numbers[row.rule],
            "level": _LEVELS[row.severity],
            "message": {"text": row.message},
            "locations": [_location(row)],
            "partialFingerprints": {"finding/v1": _digest(f"{same}\0{seen[same]}")},
            "suppressions": _suppressions(row),
        }
        if row.source and row.finding:
            told = {"text": f"the German, paragraph {row.finding.paragraph + 1}"}
            related = {"id": 0, "message": told, "physicalLocation": {"artifactLocation": _artifact(row.source)}}
            result["relatedLocations"] = [related]
        results.append(result)
    return results


def _suppressions(row: Row) -> list[dict[str, str]]:
    if not row.finding or not row.finding.overridden:
        return []
    reason = row.finding.reason or "no reason given"
    return [{"kind": "external", "status": "accepted", "justification": reason}]


def _content(row: Row) -> str:
    """What a result is about, wherever it stands now."""
    if row.finding and row.record:
        return "\0".join((row.name, row.rule, row.finding.about, row.record.german))
    return "\0".join((row.file.name, row.rule, row.message))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _location(row: Row) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": _artifact(row.file)}
    if row.line:
        place["region"] = {"startLine": row.line}
    return {"physicalLocation": place}


def _artifact(path: Path) -> dict[str, str]:
    """A path from where the command runs (in a hook or in CI that is the repository), else in full."""
    told = short(path)
    if told.is_absolute():
        return {"uri": told.as_uri()}
    return {"uri": quote(told.as_posix()), "uriBaseId": "%SRCROOT%"}
