"""The text in a block of HTML inside Markdown: what stands between its block tags; tags inside a line are codes."""

from __future__ import annotations

import re

from workbench.formats.left import Left, is_german_prose
from workbench.formats.markdown.inline import read_html
from workbench.formats.markup import Block
from workbench.formats.pieces import Piece, join
from workbench.formats.roles import Role
from workbench.text.span import Span

_UNSEEN = r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<(script|style|pre|textarea|template)\b.*?(?:</\1\s*>|\Z)"
_INLINE = (
    "a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr"
)
_CUT = re.compile(rf"{_UNSEEN}|</?(?!(?:{_INLINE})\b)([A-Za-z][\w-]*)\b[^>]*>|<![^>]*>", re.DOTALL | re.IGNORECASE)
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
        pieces += _piece(text, at, stop, name)
        if cut is None:
            break
        hidden = cut.group() if cut[1] or cut.group().startswith("<!--") else ""
        if cut[1] and is_german_prose(re.sub(r"<[^>]*>", " ", hidden)):
            left.append(Left(line + text.count("\n", start, cut.start()), f"a `<{cut[1].lower()}>` block"))
        name = (cut[2] or "").lower() if not cut.group().startswith("</") else ""
        at = cut.end()
    return pieces, left


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
