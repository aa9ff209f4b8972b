"""Which column of a table is German, and which one gets the English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

_SHEET = re.compile(r"(?:'([^']+)'|([^!>]+))!(.*)", re.DOTALL)
_LETTERS = re.compile(r"[A-Za-z]{1,3}")
_WORD = re.compile(r"[^\W\d_]{2}")
_BRACKETS = re.compile(r"(?:(?<!\s)\s+)?[\[(][^\])\n]*+[\])]\s*")
_GERMAN = frozenset({"de", "deu", "ger", "german", "deutsch"})
_SOURCE = frozenset({"source", "sourcetext", "quelle", "quelltext", "ausgangstext", "ausgangssprache", "original"})
_ENGLISH = frozenset({"en", "eng", "english", "englisch"})
_TARGET = frozenset({"target", "targettext", "ziel", "zieltext", "zielsprache", "translation", "übersetzung"})
_MOST_TOLD = 12
_HEAD_WITHIN = 5
"""Rows: a title may stand above the head."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that were chosen, counted from 0. `head`: how many of the rows end with the head of the table."""

    german: int
    english: int
    head: int

    def start(self, filled: Sequence[int]) -> int:
        """The first row below the head, where rows that are `filled` have these numbers."""
        return filled[self.head - 1] + 1 if self.head else next(iter(filled), 0)


def split_choice(choice: str) -> tuple[str, str]:
    """The two columns in a choice: `B > C`; `B` alone is both.

    >>> split_choice("B > C"), split_choice("Text")
    (('B', 'C'), ('Text', 'Text'))
    """
    german, arrow, english = (part.strip() for part in choice.partition(">"))
    return german, english if arrow and english else german


def split_sheet(choice: str) -> tuple[str, str]:
    """The sheet and the columns in a choice; the sheet is empty where none is named.

    >>> split_sheet("Tabelle2!B > C"), split_sheet("'a > b'!B"), split_sheet("B")
    (('Tabelle2', 'B > C'), ('a > b', 'B'), ('', 'B'))
    """
    found = _SHEET.fullmatch(choice)
    return ((found[1] or found[2]).strip(), found[3]) if found else ("", choice)


def chosen(rows: Sequence[Sequence[str]], choice: str, where: Path, *, sheet: str = "") -> Columns:
    """The columns of a table: as the user chose them, else as its first row names them.

    `rows`: the first of them that are not empty; above the head a title may stand. Where the head names a German
    column and no English one, the English takes the German's place. Raises WorkbenchError, which names the columns
    there are, where nothing tells.
    """
    if choice:
        return _as_chosen(rows, choice, where, sheet)
    found = by_heads(rows)
    if found is None:
        head = rows[0] if rows else []
        what = f"{sheet}which column is German? {_told(head)}"
        raise WorkbenchError(Problem(where, what, "say so: workbench import FILE --column B [--into C]"))
    return found


def _as_chosen(rows: Sequence[Sequence[str]], choice: str, where: Path, sheet: str) -> Columns:
    """The columns by their titles or letters; the head is the row that has the titles, names languages, or looks so."""
    at = _row_of_titles(rows, split_choice(choice))
    head = rows[at] if rows else []
    german, english = (_named(head, name, where, sheet) for name in split_choice(choice))
    if german[1] or english[1]:
        return Columns(german[0], english[0], at + 1)
    named = by_heads(rows)
    head_is = named.head if named is not None else int(is_head(rows, german[0], english[0]))
    return Columns(german[0], english[0], head_is)


def _row_of_titles(rows: Sequence[Sequence[str]], names: Sequence[str]) -> int:
    """Which of the first rows has these titles: all of them, or else most of those that are no column's letters."""
    wanted = {clean_line(name).casefold(): _LETTERS.fullmatch(name) is None for name in names}
    often = []
    for row in rows[:_HEAD_WITHIN]:
        found = wanted.keys() & {clean_line(title).casefold() for title in row}
        often.append(len(found) if len(found) == len(wanted) else sum(wanted[name] for name in found))
    return often.index(max(often)) if often else 0


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


def by_heads(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The columns as the first row that names a German one has them; None where none of the first rows does."""
    found = (replace(columns, head=at) for at, row in enumerate(rows[:_HEAD_WITHIN], 1) if (columns := by_head(row)))
    return next(found, None)


def by_head(head: Sequence[str]) -> Columns | None:
    """The columns as the head names them; None where it names no German one, or several."""
    names = [_plain(name) for name in head]
    german = _of(names, _GERMAN) or _of(names, _SOURCE)
    if len(german) != 1:
        return None
    english = [at for at in _of(names, _ENGLISH) or _of(names, _TARGET) if at != german[0]]
    return Columns(german[0], english[0] if len(english) == 1 else german[0], head=1)


def there_already(texts: int, others: int, place: str, where: Path) -> Iterator[Problem]:
    """That so many cells hold a text, or something else, where the English goes."""
    if texts:
        what = f"{place}: {texts:,} cell{' has' if texts == 1 else 's have'} a text already, which is taken as English"
        yield Problem(where, what, "look at it; choose another column with --into, if it is none")
    if others:
        what = (
            f"{place}: {others:,} figure{' or date' if others == 1 else 's or dates'}, which the English will replace"
        )
        yield Problem(where, what, "choose another column with --into, if they are to stay")


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
    whole = (name.replace("-", "") for name in names)
    pairs = enumerate(zip(names, whole, strict=True))
    return [at for at, (name, one) in pairs if one in known or name.split("-")[0] in known & {"de", "en"}]


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
