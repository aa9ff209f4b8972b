"""The text in a block of HTML inside Markdown: what stands between its block tags; tags inside a line are codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from workbench.formats.left import Left, is_german_prose
from workbench.formats.markdown.inline import read_html
from workbench.formats.markup import Block
from workbench.formats.pieces import Piece, join
from workbench.formats.roles import Role
from workbench.text.span import Span
from workbench.text.tags import without_angle_brackets

_UNSEEN = r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<(script|style|pre|textarea|template)\b.*?(?:</\1\s*>|\Z)"
_INLINE = (
    "a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr"
)
_CUT = re.compile(rf"{_UNSEEN}|</?(?!(?:{_INLINE})\b)([A-Za-z][\w-]*)\b[^>]*>|<![^>]*>", re.DOTALL | re.IGNORECASE)
_SAID = re.compile(r"""(?<![\w-])(alt|title|aria-label|placeholder)\s*=\s*(["'])(.*?)\2""", re.IGNORECASE | re.DOTALL)
_ROLES: dict[str, Role] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "summary"), "headline"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    **dict.fromkeys(("td", "th"), "cell"),
    **dict.fromkeys(("li", "dd", "dt"), "item"),
    "blockquote": "quotation",
}


def html_pieces(text: str, start: int, end: int, line: int) -> tuple[list[Piece], list[Left]]:
    """The paragraphs in `text[start:end]`, a block that begins on `line` (from 0), and what is left in German."""
    pieces: list[Piece] = []
    left: list[Left] = []
    at, name = start, ""
    for cut in [*_CUT.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        found = _piece(text, at, stop, name)
        pieces += found
        if not found:
            left += [Left(line, what) for what in said_in_tags(text[at:stop])]
        if cut is None:
            break
        line += text.count("\n", at, stop)
        if cut[1] and is_german_prose(without_angle_brackets(cut.group(), " ")):
            left.append(Left(line, f"a `<{cut[1].lower()}>` block"))
        if cut[2]:
            left += [Left(line, what) for what in said_in_tags(cut.group())]
        name = (cut[2] or "").lower() if not cut.group().startswith("</") else ""
        line += cut.group().count("\n")
        at = cut.end()
    return pieces, left


def said_in_tags(html: str) -> Iterator[str]:
    """What tags say in their attributes, if it is German: what is read out, or shown beside."""
    for found in _SAID.finditer(html):
        if is_german_prose(unescape(found[3]), fewest=1):
            yield f"`{found[1].lower()}` in a tag"


def _piece(text: str, start: int, end: int, name: str) -> list[Piece]:
    """The paragraph between two block tags, if there is text."""
    native = text[start:end]
    start += len(native) - len(native.lstrip())
    native = native.strip()
    read = read_html(native)
    if not any(character.isalnum() for character in read.text):
        return []
    source = join([read.inline[a:b] for a, b in _lines(read.text)])
    block = Block("heading", int(name[1]), syntax="html") if re.fullmatch(r"h[1-6]", name) else Block(syntax="html")
    return [Piece(Span(start, start + len(native)), source, _ROLES.get(name), block, tuple(read.markup))]


def _lines(text: str) -> list[tuple[int, int]]:
    ends = [match.start() for match in re.finditer("\n", text)]
    return list(zip([0, *(end + 1 for end in ends)], [*ends, len(text)], strict=True))
