"""Choosing the columns of a table that is an article."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.formats.reading import read_document, sheets_of
from workbench.formats.registry import TABLE_SUFFIXES
from workbench.formats.table.look import Column, Sheet
from workbench.problem import Problem, WorkbenchError
from workbench.project.project import Project
from workbench.project.settings.settings import choose_columns, columns_of

__all__ = ["Column", "Sheet", "Table", "column_is_unknown", "is_table", "table_of", "take_columns"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table among the articles: its name, what it looks like, and the columns that the project has for it."""

    name: str
    sheets: tuple[Sheet, ...]
    chosen: str = ""


def is_table(name: str) -> bool:
    """Whether an article is a table, of which columns are chosen."""
    return name.lower().endswith(TABLE_SUFFIXES)


def table_of(project: Project, name: str) -> Table:
    """What a table of the project looks like. Raises WorkbenchError where it cannot be read."""
    return Table(name, sheets_of(project.layout.sources / name), columns_of(project.layout.root, name))


def column_is_unknown(project: Project, name: str) -> bool:
    """Whether an article is a table of which neither its head nor the project says which column is German."""
    if not is_table(name):
        return False
    try:
        table = table_of(project, name)
    except WorkbenchError:  # opening it tells what is wrong
        return False
    return not table.chosen and bool(table.sheets) and all(sheet.guess is None for sheet in table.sheets)


def take_columns(project: Project, name: str, columns: str) -> None:
    """Remember the columns of a table in `project.yaml`. Raises WorkbenchError, with nothing written, where there is
    no German in them.
    """
    if project.read_only:
        where = project.layout.root
        raise WorkbenchError(Problem(where, f"is read-only: {project.read_only_reason}", project.read_only_mend))
    read_document(project.layout.sources / name, columns)
    choose_columns(project.layout.root, name, columns)
    project.reload_settings()
