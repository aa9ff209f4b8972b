"""The paragraphs of a Markdown file (CommonMark with tables and footnotes, as markdown-it-py reads it).

Paragraphs are: headings, paragraphs, list items, quotes, footnotes, each cell of a table, the text in HTML blocks, and
the title in front matter. A hard line break ends a paragraph too, so that it stays. Block marks (`# `, `- `, `> `,
` | `, underlines) are layout, and so is what is no prose: code, rules, addresses. Marks inside a line (`**bold**`,
links) become codes. A file with blocks nested a hundred deep is no Markdown that anyone wrote; it is read as plain
text, since the parser would drop the innermost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from workbench.formats.left import Left, is_german_prose
from workbench.formats.markdown.front_matter import front_matter
from workbench.formats.markdown.html_block import html_pieces, said_in_tags
from workbench.formats.markdown.inline import Read, read_inline
from workbench.formats.markup import PARAGRAPH, Block, Markup
from workbench.formats.pieces import Piece, join
from workbench.formats.plain import plain_pieces
from workbench.formats.roles import Role
from workbench.text.inline import Code, Inline, pairs
from workbench.text.span import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

T = TypeVar("T")

Place = tuple[int, int, int]
"""A line of a content: its offset in it, and in the file its offset and length."""

_DEEPEST = 100
_MOST_BARS = 100_000  # the parser takes a minute for a table of a million cells; its rows are then prose
_CONTAINER_MARKS = re.compile(r"(?:\s*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))*\s*")
_BAR = re.compile(r"(?<!\\)\|")
_TITLE = re.compile(r"""\]\(\s*(?:<[^<>]*>|\S+)\s+(["'(])(.*)["')]\s*\)\Z""", re.DOTALL)
_CLOSING_HASHES = re.compile(r"(?<![ \t])[ \t]+#+$")
_ROLES: Mapping[str, Role] = {"heading": "headline", "cell": "cell", "item": "item", "quotation": "quotation"}


@dataclass(slots=True)
class _Around:
    """What is open around a token: lists (number, whether numbered, first number), quotations, a table."""

    lists: list[tuple[int, bool, int]] = field(default_factory=list)
    groups: int = 0
    quoted: int = 0
    begins: bool = False
    heading: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    innermost: list[str] = field(default_factory=list)

    @property
    def block(self) -> Block:
        """What a paragraph is that stands here."""
        if self.heading:
            return Block("heading", self.heading)
        if self.column >= 0:
            return Block("cell", group=self.table, row=self.row, column=self.column)
        if self.innermost and self.innermost[-1] == "item":
            group, ordered, start = self.lists[-1]
            return Block("item", len(self.lists), ordered, self.begins, start, group)
        return Block("quotation", self.quoted) if self.innermost else PARAGRAPH


@dataclass(slots=True)
class _File:
    """The file's lines, and where each begins."""

    text: str
    lines: list[str] = field(init=False)
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)


def markdown_pieces(text: str) -> tuple[list[Piece], list[Left]]:
    """The paragraphs of `text`, which is clean (see `clean`), in order, and what is left in German."""
    front = front_matter(text)
    body = text if front is None else "\n" * text.count("\n", 0, front.end) + text[front.end :]
    env: dict[str, Any] = {}
    tokens = _parse(body, env)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        return plain_pieces(text), []
    pieces: list[Piece] = list(front.pieces) if front else []
    left: list[Left] = list(front.left) if front else []
    file = _File(text)
    references = {"references": env.get("references", {})}
    left += [Left(at, "the title of a link") for at in _titles(env)]
    for token, around in _walk(tokens):
        if token.map is None:
            continue
        if token.type == "inline":
            pieces += _prose(file, token, around, references)
        else:
            found, untold = _other(file, token, around, references)
            pieces += found
            left += untold
    for piece in pieces:
        left += [Left(text.count("\n", 0, piece.span.start), what) for what in _said_in(piece.markup)]
    return pieces, sorted(left)


def _said_in(markup: Iterable[Markup]) -> Iterator[str]:
    """What a paragraph's codes say in German and keep: the title of a link or an image, an attribute of a tag."""
    for one in markup:
        title = _TITLE.search(one.last or one.first)
        if title and is_german_prose(title[2], fewest=1):
            yield f"the title of {'an image' if one.role == 'image' else 'a link'}"
        yield from said_in_tags(one.first if one.first.startswith("<") else "")


def _titles(env: Mapping[str, Any]) -> Iterator[int]:
    """The lines (from 0) of addresses (`[name]: address "title"`) that have a German title."""
    for reference in env.get("references", {}).values():
        if is_german_prose(str(reference.get("title", "")), fewest=1) and reference.get("map"):
            yield reference["map"][0]


def _parse(body: str, env: dict[str, Any]) -> list[Token]:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).use(footnote_plugin)
    if body.count("|") <= _MOST_BARS:
        parser.enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser.parse(body, env)


def _walk(tokens: Sequence[Token]) -> Iterator[tuple[Token, Block]]:
    """The tokens that may hold prose, each with what it is in the layout."""
    around = _Around()
    for token in tokens:
        if token.type in ("inline", "code_block", "fence", "html_block"):
            if token.type != "inline" or token.content.strip():
                yield token, around.block
                around.begins = False
        else:
            _enter(around, token)


def _enter(around: _Around, token: Token) -> None:
    """Take up that a block opens or closes."""
    opens = token.nesting > 0
    match token.type.removesuffix("_open").removesuffix("_close"):
        case "bullet_list" | "ordered_list" as kind:
            _in_or_out(
                around.lists, opens, (around.groups + 1, kind == "ordered_list", int(token.attrs.get("start", 1)))
            )
            around.groups += opens
        case "list_item":
            _in_or_out(around.innermost, opens, "item")
            around.begins = opens
        case "blockquote":
            _in_or_out(around.innermost, opens, "quotation")
            around.quoted += token.nesting
        case "heading":
            around.heading = int(token.tag[1:]) if opens else 0
        case "table":
            around.groups += opens
            around.table, around.row, around.column = around.groups, -1, -1
        case "tr":
            around.row += opens
            around.column = -1
        case "th" | "td":
            around.column += opens


def _in_or_out(open_ones: list[T], opens: bool, what: T) -> None:
    if opens:
        open_ones.append(what)
    else:
        open_ones.pop()


def _prose(file: _File, token: Token, block: Block, references: dict[str, Any]) -> list[Piece]:
    assert token.map is not None
    first = token.map[0]
    if block.kind == "cell":
        return _cell(file, first, block, references)
    places = _places(file, first, token.content)
    return pieces_of(read_inline(token.content, references), token.content, places, block)


def _places(file: _File, first: int, content: str) -> list[Place]:
    """For each line of a content: its offset in it, and in the file its offset and length."""
    places, at = [], 0
    for number, line in enumerate(content.split("\n"), start=first):
        stripped = line.strip()
        column, found = _find(stripped, file.lines[number])
        lead = len(line) - len(line.lstrip())
        places.append((at + lead, file.starts[number] + column, len(found)))
        at += len(line) + 1
    return places


def pieces_of(read: Read, content: str, places: Sequence[Place], block: Block) -> list[Piece]:
    """The paragraphs in what was read: cut at hard line breaks, its lines joined.

    `places`: for each line of the content its offset in the content, its offset in the file, and its length.
    """
    whole, ends = _settled(read, content)
    pieces: list[Piece] = []
    first = line = 0
    for last in [number for number, end in enumerate(ends) if end.hard]:
        lines = [whole[a:b] for a, b in _lines(ends, first, last)]
        start, stop = places[line][1], _stop(content, places[line : ends[last].line + 1], broken=last + 1 < len(ends))
        if (source := join(lines)).text:
            used = {code.id for code in source.codes}
            markup = tuple(one for one in read.markup if one.id in used)
            as_it_is = replace(block, begins=block.begins and not pieces)
            piece = Piece(Span(start, stop), source, _ROLES.get(block.kind), as_it_is, markup)
            pieces.append(_renumbered(piece))
        first, line = last + 1, ends[last].line + 1
    return pieces


def _stop(content: str, places: Sequence[Place], *, broken: bool) -> int:
    """Where a paragraph on these lines ends in the file; a hard line break (`broken`) is no part of it."""
    for offset, begin, length in reversed(places):
        text = content[offset : offset + length]
        if said := len(text.rstrip("\\").rstrip()) if broken else length:
            return begin + said
    return places[0][1]


def _lines(ends: Sequence[_End], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The stretches of the text that lines `first` to `last` are, without their ends."""
    for number in range(first, last + 1):
        yield ends[number - 1].at + 1 if number else 0, ends[number].at


class _End(NamedTuple):
    """Where a line ends in a text, whether a paragraph ends there, and which line of the content it is (from 0)."""

    at: int
    hard: bool
    line: int


def _renumbered(piece: Piece) -> Piece:
    """With the codes counted from 1 in the order in which they stand there."""
    names: dict[str, str] = {}
    for code in piece.source.codes:
        names.setdefault(code.id, str(len(names) + 1))
    if all(old == new for old, new in names.items()):
        return piece
    codes = tuple(replace(code, id=names[code.id]) for code in piece.source.codes)
    markup = sorted((replace(one, id=names[one.id]) for one in piece.markup), key=lambda one: int(one.id))
    return replace(piece, source=Inline(piece.source.text, codes), markup=tuple(markup))


def _settled(read: Read, content: str) -> tuple[Inline, list[_End]]:
    """The text, and its line ends. Inside of a pair no paragraph ends: that is a code.

    Lines of the content that end inside of a code have no end in the text.
    """
    inside = pairs(read.codes)
    codes = list(read.codes)
    ends: list[_End] = []
    for at, begin, _, hard in read.breaks:
        within = any(pair.start <= at < pair.end for pair in inside)
        if hard and within:
            markup = Markup(str(len(read.markup) + 1), "break", "\\\n")
            read.markup.append(markup)
            place = next((i for i, code in enumerate(codes) if code.at > at), len(codes))
            codes.insert(place, Code(at, markup.id, "alone"))
        ends.append(_End(at, hard and not within, content.count("\n", 0, begin)))
    return Inline(read.text, tuple(codes)), [*ends, _End(len(read.text), True, content.count("\n"))]


def _cell(file: _File, first: int, block: Block, references: dict[str, Any]) -> list[Piece]:
    """The cell in its row."""
    cells = _cells(file.lines[first].rstrip())
    if block.column >= len(cells):
        return []
    begin, end = cells[block.column]
    native = file.lines[first][begin:end]
    content = native.strip()
    place = file.starts[first] + begin + len(native) - len(native.lstrip())
    return pieces_of(read_inline(content.replace("\\|", "|"), references), content, [(0, place, len(content))], block)


@lru_cache(maxsize=1)
def _cells(line: str) -> tuple[tuple[int, int], ...]:
    """Where the cells of a row begin and end: bars part them, one behind a backslash does not."""
    marks = _CONTAINER_MARKS.match(line)
    at = marks.end() if marks else 0
    edges = [at - 1, *(bar.start() for bar in _BAR.finditer(line, at)), len(line)]
    cells = [(begin + 1, end) for begin, end in pairwise(edges)]
    return tuple(cells[1:] if line[at : at + 1] == "|" else cells)


def _find(wanted: str, line: str) -> tuple[int, str]:
    """Where the prose `wanted` stands in its line, after the block's marks: (column, prose)."""
    line = line.rstrip()
    if not line.endswith(wanted):
        line = _CLOSING_HASHES.sub("", line)
    if line.endswith(wanted):
        return len(line) - len(wanted), wanted
    column = max(line.find(wanted), 0)
    return column, line[column:]


def _other(file: _File, token: Token, block: Block, references: dict[str, Any]) -> tuple[list[Piece], list[Left]]:
    """The prose in code and HTML blocks: an indented paragraph is one, an HTML block's text is text, code is left."""
    assert token.map is not None
    first = token.map[0]
    if token.type == "html_block":
        return html_pieces(file.text, file.starts[first], file.starts[token.map[1]] - 1, first)
    if token.type == "code_block" and is_german_prose(token.content):
        content = token.content.rstrip("\n")
        found: list[Piece] = []
        for start, lines in _stretches(content):
            text = "\n".join(lines)
            found += pieces_of(read_inline(text, references), text, _places(file, first + start, text), block)
        return found, []
    if is_german_prose(token.content):
        return [], [Left(first, "a block of code")]
    return [], []


def _stretches(content: str) -> Iterator[tuple[int, list[str]]]:
    """Lines that follow one another without an empty one between, with the number of the first (from 0)."""
    lines: list[str] = []
    for number, line in enumerate([*content.split("\n"), ""]):
        if line.strip():
            lines.append(line)
        elif lines:
            yield number - len(lines), lines
            lines = []
