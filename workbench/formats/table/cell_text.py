"""The text of a cell: on one line, with its line breaks as codes."""

from __future__ import annotations

import re
from dataclasses import replace

from workbench.formats.document import Paragraph
from workbench.formats.markup import Markup
from workbench.text.clean import clean, clean_line
from workbench.text.inline import Code, Inline
from workbench.text.span import Span

FIXED = "a cell of a table has its place in it"
_BREAKS = re.compile(r"(?<![ \t])[ \t]*\n\s*")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S+|[\w.+-]+@[\w.-]+", re.IGNORECASE)


def is_text(value: str) -> bool:
    """Whether a cell has something to translate: words, which are no formula and no address alone.

    >>> [is_text(value) for value in ("Die Lage", "=SUM(A1:A9)", "12,5", "12.03.2024", "https://a.example", "")]
    [True, False, False, False, False, False]
    """
    plain = value.strip()
    return bool(_LETTERS.search(plain)) and not plain.startswith("=") and not _ADDRESS.fullmatch(plain)


def read_cell(value: str) -> tuple[Inline, tuple[Markup, ...]]:
    """A cell's words on one line, with a code behind the blank at each line break."""
    lines = [line for line in (clean_line(line) for line in clean(value).split("\n")) if line]
    text = ""
    codes: list[Code] = []
    for line in lines:
        if text:
            text += " "
            codes.append(Code(len(text), str(len(codes) + 1), "alone"))
        text += line
    return Inline(text, tuple(codes)), tuple(Markup(code.id, "break", "\n") for code in codes)


def beside(
    german: Inline, markup: tuple[Markup, ...], there: Inline, its_markup: tuple[Markup, ...]
) -> tuple[Inline | None, tuple[Markup, ...]]:
    """English that a cell has already, with the ids of the German's codes where they are alike, and the markup of both.

    It is none where it is only the German again.
    """
    if not there.text or there.text == german.text:
        return None, markup
    free, ids = list(markup), {}
    added: list[Markup] = []
    for one in its_markup:
        like = next((other for other in free if (other.role, other.first) == (one.role, one.first)), None)
        if like is None:
            like = replace(one, id=str(len(markup) + len(added) + 1))
            added.append(like)
        else:
            free.remove(like)
        ids[one.id] = like.id
    codes = tuple(replace(code, id=ids[code.id]) for code in there.codes)
    return Inline(there.text, codes), (*markup, *added)


def with_breaks(words: Inline) -> Inline:
    """Words without the blanks around the breaks that were typed into them, and none at their ends."""
    for found in reversed(list(_BREAKS.finditer(words.text))):
        edge = found.start() == 0 or found.end() == len(words.text)
        words = words.replaced(Span(found.start(), found.end()), "" if edge else "\n")
    return words


def as_written(there: Inline, markup: tuple[Markup, ...], target: Inline) -> Paragraph:
    """What stands in a cell for this target: its line breaks are codes only where they were codes."""
    typed = {one.id for one in markup if one.role == "break" and "\n" in target.text}
    codes = tuple(code for code in there.codes if code.id not in typed)
    return Paragraph(there.text, codes=codes, markup=markup)
