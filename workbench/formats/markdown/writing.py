"""A text with codes as Markdown that reads back as the same text with the same codes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from workbench.formats.markdown.front_matter import field_written
from workbench.formats.markdown.inline import marks_read
from workbench.formats.markup import Block, Markup, written
from workbench.text.inline import Inline, pairs
from workbench.text.lazy_pattern import lazy_pattern

_ACTIVE = lazy_pattern(r"[\\`*_\[\]<>&~!]")
_LINE_START = lazy_pattern(
    r"#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|=+\s*$|([-*_])(?:[ \t]*\1){2,}\s*$|(?P<number>\d{1,9})[.)](?=\s|$)|```|~~~"
)
_ESCAPES = {character: "\\" + character for character in "\\`*_[]<>~!"} | {"&": "&amp;"}
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_TAGS = {"bold": "strong", "italic": "em", "strike": "s"}


def markdown_of(target: Inline, markup: Sequence[Markup], block: Block, native: str, indent: str) -> str:
    """The English of a paragraph as its file wants it.

    `native`: how its German stands there; `indent`: what begins another line of it (`> `, blanks).
    A mark in the English that Markdown would take for one of its own gets a backslash, and only such a one: what is
    written is read again and must be the same.
    """
    if block.syntax == "field":
        return field_written(target.text, native)
    if block.syntax == "html":
        lines = written(target, markup, _ENTITIES).split("\n")
        return f"<br>\n{indent}".join(lines)
    if block.kind == "cell":
        return "<br>".join(_line(part, tuple(markup)) for part in _lines(target)).replace("|", "\\|")
    lines = [_line(part, tuple(markup)) for part in _lines(target)]
    return f"\\\n{indent}".join(_at_line_start(line) for line in lines)


def _lines(target: Inline) -> list[Inline]:
    ends = [match.start() for match in re.finditer("\n", target.text)]
    return [target[a:b] for a, b in zip([0, *(end + 1 for end in ends)], [*ends, len(target.text)], strict=True)]


@lru_cache(maxsize=20_000)
def _line(target: Inline, markup: tuple[Markup, ...]) -> str:
    """One line: as it is where that reads back, else with its marks escaped, else with HTML tags."""
    if not target.codes and not _ACTIVE.search(target.text):
        return target.text
    wanted = _shape(target, markup)
    tags = tuple(_as_tag(one) for one in markup)
    tries = [(markup, {}), (markup, _ESCAPES), (tags, {}), (tags, _ESCAPES)]
    for one, escapes in tries:
        line = written(target, one, escapes)
        if _reads(line, one) == wanted:
            return line
    shown = _around_words(target)
    return _line(shown, markup) if shown != target else written(target, tags, _ESCAPES)


def _around_words(target: Inline) -> Inline:
    """The text with pairs around words alone: marks around nothing or beside a blank would be read as letters."""
    text = target.text
    ends: dict[tuple[str, str], int] = {}
    for pair in pairs(target.codes):
        words = text[pair.start : pair.end]
        if words.strip():
            ends[pair.id, "open"] = pair.start + len(words) - len(words.lstrip())
            ends[pair.id, "close"] = pair.end - len(words) + len(words.rstrip())
        else:
            ends[pair.id, "open"] = ends[pair.id, "close"] = -1
    moved = (replace(code, at=ends.get((code.id, code.kind), code.at)) for code in target.codes)
    return Inline(text, tuple(sorted((code for code in moved if code.at >= 0), key=lambda code: code.at)))


Shape = tuple[str, tuple[tuple[int, str, str], ...]]


def _shape(target: Inline, markup: Sequence[Markup]) -> Shape:
    roles = {one.id: one.role for one in markup}
    codes = [(code.at, code.kind, roles[code.id]) for code in target.codes if code.id in roles]
    return target.text.strip(), tuple(codes)


def _reads(line: str, markup: Sequence[Markup]) -> Shape:
    """What a line is read as."""
    return _shape(*marks_read(line, markup))


def _as_tag(markup: Markup) -> Markup:
    """Bold, italic and struck out as HTML tags, which may stand inside a word."""
    tag = _TAGS.get(markup.role)
    if tag is None or markup.first.startswith("<"):
        return markup
    return Markup(markup.id, markup.role, f"<{tag}>", f"</{tag}>", markup.address)


def _at_line_start(line: str) -> str:
    """A heading, bullet, quotation, underline, rule or list number loses its meaning behind a backslash."""
    found = _LINE_START.match(line)
    if found is None:
        return line
    number = found["number"] or ""
    return f"{number}\\{line[len(number) :]}"
