"""The setting `columns` of a project: of its tables, which column is German and which one gets the English."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from workbench.files.yaml_tree import Fields, Text
from workbench.problem import Problem
from workbench.text import clean_line
from workbench.translation.scalars import word

_KEY = "columns."
_BEGINS = re.compile(r"columns:\s*(?:#.*)?$")
_INDENT = re.compile(r"[ \t]+(?=[^\s#])")
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


def with_columns(text: str, name: str, columns: str) -> str:
    """A settings file's text with the columns of a table in it; its other lines stay as they are.

    >>> with_columns("style: guardian\\n", "namen.csv", "B")
    'style: guardian\\ncolumns:\\n  namen.csv: B\\n'
    """
    end = "\r\n" if "\r\n" in text else "\n"
    text += end if text and not text.endswith(("\n", "\r")) else ""
    lines = text.splitlines(keepends=True)
    at = next((number for number, line in enumerate(lines) if _BEGINS.match(line.rstrip())), None)
    if at is None:
        return "".join([*lines, f"columns:{end}", f"  {word(name)}: {word(columns)}{end}"])
    below = _INDENT.match(lines[at + 1]) if at + 1 < len(lines) else None
    line = f"{below[0] if below else '  '}{word(name)}: {word(columns)}{end}"
    of_name = re.compile(rf"[ \t]+(?:{re.escape(name)}|{re.escape(word(name))}|'{re.escape(name)}'):\s")
    old = next((number for number in range(at + 1, len(lines)) if of_name.match(lines[number])), None)
    before, after = (lines[: at + 1], lines[at + 1 :]) if old is None else (lines[:old], lines[old + 1 :])
    return "".join([*before, line, *after])
