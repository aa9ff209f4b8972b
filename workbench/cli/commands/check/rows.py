"""What `workbench check` reports: a row for each finding, each bad line of a glossary, each file that is unreadable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from workbench.checks import Finding, Severity
from workbench.problem import Problem, WorkbenchError
from workbench.project import Layout, Orphan, ParagraphRecord, Project, as_problem, paragraph_lines
from workbench.text import clean_line

Kind = Literal["finding", "glossary", "no-article", "source", "unreadable"]


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to report. `file` and `line` (from 1): where it is to be put right; None where no line is meant.

    Of a finding: `source` is the German file, `name` that file's name from the sources folder on, `record` the
    paragraph.
    """

    kind: Kind
    severity: Severity
    message: str
    file: Path
    line: int | None = None
    finding: Finding | None = None
    source: Path | None = None
    record: ParagraphRecord | None = None
    name: str = ""

    @property
    def rule(self) -> str:
        """The check's name, or what else is wrong."""
        return self.finding.check if self.finding else self.kind


def rows_of(project: Project, name: str) -> Iterator[Row]:
    """The findings of one document. Raises WorkbenchError when it cannot be read."""
    translation = project.open_document(name)
    source = project.layout.sources / name
    yield from (_source_row(remark, source) for remark in translation.remarks)
    findings = project.document_findings(translation)
    lines = paragraph_lines(translation.record, translation.path) if findings else ()
    for finding in findings:
        yield Row(
            "finding",
            finding.severity,
            clean_line(finding.message),
            translation.path,
            lines[finding.paragraph],
            finding,
            source,
            translation.paragraphs[finding.paragraph],
            name,
        )


def source_rows(project: Project, name: str) -> Iterator[Row]:
    """What is to be known of an article that nobody has begun. Raises WorkbenchError when it cannot be read."""
    for remark in project.read_source(name).remarks:
        yield _source_row(remark, project.layout.sources / name)


def _source_row(remark: Problem, source: Path) -> Row:
    """How a source was read: a hint for an encoding that was guessed, a warning for what stands at a line."""
    return replace(_of_problem("source", remark, source), severity="warning" if remark.line else "info")


def glossary_rows(project: Project) -> Iterator[Row]:
    """What is wrong with a project's glossary."""
    for problem in project.termbase.problems:
        yield _of_problem("glossary", problem, project.termbase.path)


def orphan_row(orphan: Orphan, layout: Layout) -> Row:
    """A record whose article is gone."""
    problem = as_problem(orphan, layout)
    return Row("no-article", "warning", clean_line(f"{problem.what} – {problem.mend}"), orphan.record)


def unreadable(error: WorkbenchError, path: Path) -> Row:
    """A document that cannot be checked."""
    return _of_problem("unreadable", error.problem, path)


def _of_problem(kind: Kind, problem: Problem, path: Path) -> Row:
    where = problem.where if isinstance(problem.where, Path) else path
    return Row(kind, "error", clean_line(f"{problem.what} – {problem.mend}"), where, problem.line)
