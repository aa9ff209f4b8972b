"""What several commands tell on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.project import Project


def tell(message: object) -> None:
    """One line on standard error, with nothing in it that a terminal would obey."""
    from workbench.text import clean_line

    print(f"workbench: {clean_line(str(message))}", file=sys.stderr)


def tell_glossary(project: Project) -> None:
    """Every problem of the project's glossary, a line each; the valid entries are in force all the same."""
    for problem in project.termbase.problems:
        tell(problem)
