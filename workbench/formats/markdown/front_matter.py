"""Front matter at the top of a Markdown file: YAML (`---`), TOML (`+++`) or JSON (`{`). Its title is text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.formats.left import Left, is_german_prose
from workbench.formats.markup import Block
from workbench.formats.pieces import Piece
from workbench.formats.roles import Role
from workbench.text.clean import clean_line
from workbench.text.inline import Inline
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.span import Span

# A rule at the top of an article is no front matter: that has `key: value` in its first line.
_KINDS = (
    lazy_pattern(r"---[ \t]*\n(?=(?:[ \t]*\n|#.*\n)*[\w\"'-]+[ \t]*:).*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL),
    lazy_pattern(r"\+\+\+[ \t]*\n.*?\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL),
    lazy_pattern(r";;;[ \t]*\n.*?\n;;;[ \t]*(?:\n|\Z)", re.DOTALL),
    lazy_pattern(r"\{[ \t]*\n.*?\n\}[ \t]*(?:\n|\Z)", re.DOTALL),
)
_FIELD = lazy_pattern(r"""^[ \t]*["']?([\w-]+)["']?[ \t]*[:=][ \t]*""", re.MULTILINE)
_TEXTS: Mapping[str, Role] = {
    **dict.fromkeys(("title", "titel", "headline", "linktitle", "seo_title", "kicker", "dachzeile"), "headline"),
    **dict.fromkeys(
        ("subtitle", "untertitel", "description", "beschreibung", "summary", "excerpt", "lead", "teaser", "abstract"),
        "teaser",
    ),
    "caption": "caption",
}
_QUOTED = lazy_pattern(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
_ESCAPE = lazy_pattern(r"\\(.)")
_UNQUOTED = lazy_pattern(r"[^\s\"'\[\]{}|>&*!%@`#,?:-][^\"\n]*")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Where it ends in the file, the text in it, and what is left in German."""

    end: int
    pieces: tuple[Piece, ...]
    left: tuple[Left, ...]


def front_matter(text: str) -> FrontMatter | None:
    """The front matter of a file; None where there is none.

    A field that is known to hold text (`title`, `description` …) and has it on its line is a paragraph. Of the others
    those that hold German sentences are told.
    """
    found = next((match for kind in _KINDS if (match := kind.match(text))), None)
    if found is None:
        return None
    pieces: list[Piece] = []
    left: list[Left] = []
    for field in _FIELD.finditer(text, 0, found.end()):
        written = _written(text, field.end())
        role = _TEXTS.get(field[1].lower())
        piece = _value(field.end(), written, role) if role else None
        if piece:
            pieces.append(piece)
        elif role or is_german_prose(written, fewest=3):
            left.append(Left(text.count("\n", 0, field.end()), f"`{field[1]}` in the front matter"))
    left += _loose(text, found.end())
    return FrontMatter(found.end(), tuple(pieces), tuple(left))


def _written(text: str, at: int) -> str:
    """The rest of a line as a field's value: without a comma behind it, as JSON has, and spaces at the end."""
    end = text.find("\n", at)
    return text[at : end if end >= 0 else len(text)].rstrip(" \t").removesuffix(",").rstrip(" \t")


def _value(start: int, written: str, role: Role) -> Piece | None:
    """The paragraph that a field's value is; None for what is no text on one line."""
    if _QUOTED.fullmatch(written):
        inner = written[1:-1].replace("''", "'") if written[0] == "'" else _ESCAPE.sub(r"\1", written[1:-1])
    elif _UNQUOTED.fullmatch(written) and ": " not in written and " #" not in written:
        inner = written
    else:
        return None
    said = clean_line(inner)
    return Piece(Span(start, start + len(written)), Inline(said), role, Block(syntax="field")) if said else None


def _loose(text: str, end: int) -> Iterator[Left]:
    """German sentences on lines of their own: a text that goes over several lines."""
    for number, line in enumerate(text[:end].split("\n")):
        if line[:1] in " \t" and not _FIELD.match(line) and is_german_prose(line):
            yield Left(number, "a text in the front matter")


def field_written(english: str, native: str) -> str:
    """English as the value of a field, quoted as its German was; quotes where it needs them."""
    line = clean_line(english)
    if native.startswith("'"):
        return "'" + line.replace("'", "''") + "'"
    if native.startswith('"') or not _UNQUOTED.fullmatch(line) or ": " in line or " #" in line:
        return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return line
