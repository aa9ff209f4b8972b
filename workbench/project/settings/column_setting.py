"""The setting `columns` of a project: of its tables, which column is German and which one gets the English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from workbench.files.yaml_tree import Fields, Text
from workbench.problem import Problem
from workbench.text import clean_line

_KEY = "columns."
HOW = "write `namen.csv: B > C`: German in B, English in C"


def columns_said(said: Mapping[str, str]) -> dict[str, str]:
    """The tables in settings that were read, each with its columns."""
    return {name.removeprefix(_KEY): value for name, value in said.items() if name.startswith(_KEY)}


def column_lines(lines: Fields, path: Path, tell: Callable[[Problem], None]) -> dict[str, str]:
    """The tables below `columns:`, each as `columns.NAME`; what is wrong is told and left out."""
    said = {}
    for key, value in zip(lines.items[::2], lines.items[1::2], strict=True):
        if isinstance(key, Text) and isinstance(value, Text) and value.value == clean_line(value.value) != "":
            said[f"{_KEY}{key.value}"] = value.value
        else:
            tell(Problem(path, "`columns` has a line that is no table with its columns", HOW, key.line))
    return said
