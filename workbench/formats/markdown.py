"""Paragraphs of a Markdown file (CommonMark with tables, as markdown-it-py reads it).

Paragraphs are: headings, paragraphs, list items, quotes, and each cell of a table. A hard line break ends
a paragraph too, so that it stays. Their marks (`# `, `- `, `> `, ` | `, underlines) are layout, and so is
everything that is not prose: front matter, code blocks, HTML blocks, rules, link reference definitions.
Marks inside a line (`**bold**`, links, `code`) stay in the text. A file with blocks nested a hundred deep
is no Markdown that anyone wrote; it is read as plain text, since the parser would drop the innermost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.formats.pieces import Piece, join_lines
from workbench.formats.plain import plain_pieces
from workbench.formats.roles import Role
from workbench.text.span import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 100
_MOST_BARS = 100_000  # the parser takes a minute for a table of a million cells; its rows are then prose

# A rule at the top of an article is no front matter: that has `key: value` in its first line.
_FRONT_MATTER = re.compile(r"---[ \t]*\n[\w-]+[ \t]*:.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_CONTAINER_MARKS = re.compile(r"(?:\s*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))*\s*")
_ROLES: dict[str, Role] = {
    "heading": "headline",
    "td": "cell",
    "th": "cell",
    "list_item": "item",
    "blockquote": "quotation",
}
_CLOSING_HASHES = re.compile(r"[ \t]+#+$")
_HARD_BREAK = re.compile(r"(?: {2,}|(?<!\\)\\)$")


def markdown_pieces(text: str) -> list[Piece]:
    """Return the paragraphs of `text`, which is clean (see `clean`), in order."""
    front = _FRONT_MATTER.match(text)
    body = text if front is None else "\n" * front.group().count("\n") + text[front.end() :]
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    tokens = _parse(body)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        return plain_pieces(text)
    pieces: list[Piece] = []
    for token, role in _prose(tokens):
        if token.map is None:
            continue
        first = token.map[0]
        if role == "cell":
            floor = pieces[-1].span.end - starts[first] if pieces else 0
            found = _cell(token.content, lines[first], starts[first], floor)
        else:
            found = _paragraphs(token.content, lines, starts, first)
        pieces += [piece._replace(role=role) for piece in found]
    return pieces


def _parse(body: str) -> list[Token]:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    if body.count("|") <= _MOST_BARS:
        parser.enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser.parse(body)


def _prose(tokens: list[Token]) -> Iterator[tuple[Token, Role | None]]:
    """The tokens that hold prose, each with what the blocks around it say it is."""
    around: list[Role] = []
    for token in tokens:
        opens, role = token.type.removesuffix("_open"), None
        if token.type.endswith("_open") and opens in _ROLES:
            around.append(_ROLES[opens])
        elif token.type.endswith("_close") and token.type.removesuffix("_close") in _ROLES:
            around.pop()
        elif token.type == "inline" and token.content.strip():
            role = around[-1] if around else None
            yield token, role


def _cell(content: str, line: str, start: int, floor: int) -> list[Piece]:
    """The cell that reads `content`, found in its row after column `floor` (the cell before it)."""
    marks = _CONTAINER_MARKS.match(line)
    column = max(floor, marks.end() if marks else 0)
    wanted = content.strip()
    if "|" in wanted:
        # The parser has taken the backslash from an escaped bar; the file still has it.
        bar = re.compile(re.escape(wanted).replace(r"\|", r"\\?\|")).search(line, column)
        found = bar.span() if bar else (-1, -1)
    else:
        begin = line.find(wanted, column)
        found = (begin, begin + len(wanted))
    if found[0] < 0:
        return []
    return [Piece(Span(start + found[0], start + found[1]), join_lines([line[slice(*found)]]))]


def _paragraphs(content: str, lines: list[str], starts: list[int], first: int) -> list[Piece]:
    """The paragraph that reads `content` from line `first` on, cut at its hard line breaks."""
    pieces: list[Piece] = []
    texts: list[str] = []
    begin = 0
    contents = content.split("\n")
    for number, wanted in enumerate(contents, start=first):
        column, found = _find(wanted.strip(), lines[number])
        last = number == first + len(contents) - 1
        hard_break = None if last else _HARD_BREAK.search(lines[number])
        if hard_break is not None and hard_break.group() == "\\":
            found = found.removesuffix("\\")
        if not found.strip():
            continue
        begin = begin if texts else starts[number] + column
        texts.append(found)
        end = starts[number] + column + len(found.rstrip())
        if last or hard_break is not None:
            pieces.append(Piece(Span(begin, end), join_lines(texts)))
            texts = []
    if texts:
        pieces.append(Piece(Span(begin, end), join_lines(texts)))
    return pieces


def _find(wanted: str, line: str) -> tuple[int, str]:
    """Where the prose `wanted` stands in its line, after the block's marks: (column, prose)."""
    line = line.rstrip()
    if not line.endswith(wanted):
        line = _CLOSING_HASHES.sub("", line)
    if line.endswith(wanted):
        return len(line) - len(wanted), wanted
    column = max(line.find(wanted), 0)
    return column, line[column:]
