"""`workbench check [FILE…]`: findings for people, scripts and commit hooks."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.commands.telling import tell, tell_glossary

if TYPE_CHECKING:
    from workbench.checks import Finding
    from workbench.project import Project

NAME = "check"
HELP = "report findings in translations; exit 1 when there are errors"


def arguments(parser: argparse.ArgumentParser) -> None:
    """`[FILE…] [--format text|json]`."""
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="FILE",
        help="source files; without any, the whole project here",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to report (default: text)")


def run(options: argparse.Namespace) -> int:
    """Report every finding; 1 when one of them is an error."""
    from workbench.project import Project

    rows: list[tuple[Path, Finding]] = []
    for path in options.files or [Path()]:
        with Project.open(path, read_only=True) as project:
            tell_glossary(project)
            rows.extend(_findings(project))
    if options.format == "json":
        print(json.dumps([_as_json(path, finding) for path, finding in rows], ensure_ascii=False, indent=2))
    else:
        _print(rows)
    return int(any(finding.severity == "error" for _, finding in rows))


def _findings(project: Project) -> list[tuple[Path, Finding]]:
    rows: list[tuple[Path, Finding]] = []
    for name in (project.wanted,) if project.wanted else project.names():
        if not project.is_begun(name):
            tell(f"{name}: not translated yet, nothing to check – workbench translate drafts it")
            continue
        translation = project.open_document(name)
        rows.extend((project.layout.sources / name, finding) for finding in project.document_findings(translation))
    return rows


def _print(rows: list[tuple[Path, Finding]]) -> None:
    for path, finding in rows:
        place = f"{_short(path)}: paragraph {finding.paragraph + 1}"
        print(f"{place}: {finding.severity}: {finding.message} [{finding.check}]")
    errors = sum(finding.severity == "error" for _, finding in rows)
    warnings = sum(finding.severity == "warning" for _, finding in rows)
    print(f"{errors} errors, {warnings} warnings, {len(rows) - errors - warnings} hints")


def _short(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _as_json(path: Path, finding: Finding) -> dict[str, object]:
    return {
        "file": str(_short(path)),
        "paragraph": finding.paragraph + 1,
        "check": finding.check,
        "severity": finding.severity,
        "about": finding.about,
        "message": finding.message,
        "german": list(finding.german) if finding.german else None,
        "english": list(finding.english) if finding.english else None,
    }
