"""Handing one document over as the desk does, for tests of what comes out."""

from __future__ import annotations

from pathlib import Path

from workbench.export import What
from workbench.problem import WorkbenchError
from workbench.project import Choice, Project, Translation, Wanted, handed_over, ordered


def exported(
    project: Project,
    translation: Translation,
    to: str,
    what: What,
    output: Path | None = None,
    *,
    replace: bool = False,
) -> Path:
    """The file that it was written to: `output`, or its usual place. Raises WorkbenchError where it was not written."""
    orders = ordered(project, translation, Choice((Wanted(what, to),)))
    (outcome,) = handed_over(orders, place=lambda _: output, replace=replace)
    if outcome.problem is not None:
        raise WorkbenchError(outcome.problem)
    assert outcome.path is not None
    return outcome.path
