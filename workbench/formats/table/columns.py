"""Which column of a table is German, and which one gets the English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

_LETTERS = re.compile(r"[A-Za-z]{1,3}")
_WORD = re.compile(r"[^\W\d_]{2}")
_BRACKETS = re.compile(r"\s*[\[(].*?[\])]\s*")
_GERMAN = frozenset({"de", "deu", "ger", "german", "deutsch"})
_SOURCE = frozenset({"source", "sourcetext", "quelle", "quelltext", "ausgangstext", "ausgangssprache", "original"})
_ENGLISH = frozenset({"en", "eng", "english", "englisch"})
_TARGET = frozenset({"target", "targettext", "ziel", "zieltext", "zielsprache", "translation", "übersetzung"})
_MOST_TOLD = 12


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that were chosen, counted from 0. `header`: whether the first row is the head of the table."""

    german: int
    english: int
    header: bool


def split_choice(choice: str) -> tuple[str, str]:
    """The two columns in a choice: `B > C`; `B` alone is both.

    >>> split_choice("B > C"), split_choice("Text")
    (('B', 'C'), ('Text', 'Text'))
    """
    german, arrow, english = (part.strip() for part in choice.partition(">"))
    return german, english if arrow and english else german


def chosen(rows: Sequence[Sequence[str]], choice: str, where: Path, *, sheet: str = "") -> Columns:
    """The columns of a table: as the user chose them, else as its first row names them.

    `rows`: the first of them that are not empty, the head before all. Where the head names a German column and no
    English one, the English takes the German's place. Raises WorkbenchError, which names the columns there are, where
    nothing tells.
    """
    head = rows[0] if rows else []
    if choice:
        german, english = (_named(head, name, where, sheet) for name in split_choice(choice))
        return Columns(german[0], english[0], german[1] or english[1] or is_head(rows, german[0], english[0]))
    found = by_head(head)
    if found is None:
        what = f"{sheet}which column is German? {_told(head)}"
        raise WorkbenchError(Problem(where, what, "say so: workbench import FILE --column B [--into C]"))
    return found


def is_head(rows: Sequence[Sequence[str]], german: int, english: int) -> bool:
    """Whether the first row of a table looks like its head: short titles, with a title over the column for the English,
    or over a column that has figures or nothing below.
    """
    titles = [title.strip() for title in rows[0]] if len(rows) > 1 else []
    named = [at for at, title in enumerate(titles) if title]
    if german not in named or not all(_is_title(titles[at]) for at in named):
        return False
    others = [at for at in named if at != german]
    return english in others or any(_has_no_words(rows[1:], at) for at in others)


def by_head(head: Sequence[str]) -> Columns | None:
    """The columns as the head names them; None where it names no German one, or several."""
    names = [_plain(name) for name in head]
    german = _of(names, _GERMAN) or _of(names, _SOURCE)
    if len(german) != 1:
        return None
    english = [at for at in _of(names, _ENGLISH) or _of(names, _TARGET) if at != german[0]]
    return Columns(german[0], english[0] if len(english) == 1 else german[0], header=True)


def replaced(cells: int, place: str, where: Path) -> Problem:
    """That so many cells hold something already where the English goes."""
    what = f"{place}: {cells:,} cell{' has' if cells == 1 else 's have'} a text already, which the English will replace"
    return Problem(where, what, "choose another column with --into, if it is to stay")


def letters(column: int) -> str:
    """The name of a column as spreadsheets have it: `A`, `Z`, `AA`."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def number(name: str) -> int:
    """The number (from 0) of a column with this name."""
    found = 0
    for letter in name.upper():
        found = found * 26 + ord(letter) - 64
    return found - 1


def _of(names: Sequence[str], known: frozenset[str]) -> list[int]:
    return [at for at, name in enumerate(names) if name in known or name.split("-")[0] in known & {"de", "en"}]


def _plain(name: str) -> str:
    plain = _BRACKETS.sub("", clean_line(name).casefold()).replace("_", "-").strip(" :*")
    return plain.replace(" ", "")


def _is_title(text: str) -> bool:
    ends = len(text.split()) > 1 and text.endswith((".", "!", "?"))
    return len(text.split()) <= 4 and not ends and _WORD.search(text) is not None


def _has_no_words(rows: Sequence[Sequence[str]], at: int) -> bool:
    return not any(at < len(row) and _WORD.search(row[at]) for row in rows)


def _named(head: Sequence[str], name: str, where: Path, sheet: str) -> tuple[int, bool]:
    """A column by its title or its letters, and whether it was its title."""
    titles = [clean_line(title).casefold() for title in head]
    if clean_line(name).casefold() in titles:
        return titles.index(clean_line(name).casefold()), True
    if _LETTERS.fullmatch(name):
        return number(name), False
    what = f"{sheet}has no column “{clean_line(name)[:40]}”; {_told(head)}"
    raise WorkbenchError(Problem(where, what, "name one of them, by its title or its letter"))


def _told(head: Sequence[str]) -> str:
    """`There are A “Name”, B “Text”`."""
    named = [
        f"{letters(at)} “{clean_line(title)[:30]}”" if title.strip() else letters(at) for at, title in enumerate(head)
    ]
    more = " …" if len(named) > _MOST_TOLD else ""
    return f"there are {', '.join(named[:_MOST_TOLD])}{more}" if named else "there is none"
