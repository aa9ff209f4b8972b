"""Items written as nearly all are, read without a YAML parser: five times as fast, which a large glossary needs.

Only what can be read in one way is read here: a line for each key, indented like the first, with a text of ordinary
characters (plain or in quotation marks, no escapes) or a list of such in brackets, and perhaps a comment. Everything
else is left to the parser. What is read here is what the parser reads: the tests compare them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LINE_END = re.compile(r"\r\n|\n|\r")

_IN_TEXT = r"\-\w.'’‘“”„()/+&–—%!;"
_PLAIN = rf"\w[{_IN_TEXT}]*(?: +[{_IN_TEXT}]+)*"
_DOUBLE = r'"[ \w.,:\'’‘“”„()/+&–—%!;#?*-]*"'
_SINGLE = r"'[ \w.,:\"’‘“”„()/+&–—%!;#?*-]*'"
_MEMBER = rf"(?:{_PLAIN}|{_DOUBLE}|{_SINGLE})"
_LIST = rf"\[ *{_MEMBER}(?: *, *{_MEMBER})* *\]"
_BLOCK_PLAIN = rf"\w[{_IN_TEXT},]*(?: +[{_IN_TEXT},]+)*"
_COMMENT = r"(?: *| +#[ -~\wÄÖÜ„“”‚‘’–…]*)"
_LINE = re.compile(
    rf"(?P<key>[a-z]+): +(?:(?P<text>{_BLOCK_PLAIN}|{_DOUBLE}|{_SINGLE})|(?P<list>{_LIST})){_COMMENT}(?:\r\n|\n|\r|\Z)"
)
_BEGIN = re.compile(r" *- +(?=[a-z])")
_EMPTY = re.compile(r" *(?:\r\n|\n|\r)")
_MEMBERS = re.compile(_MEMBER)


class Field(NamedTuple):
    """One `key: value` of an item as it is written: one text, or those of a list. Lines count from 0 in the item."""

    key: str
    line: int
    texts: tuple[tuple[str, int], ...]
    is_list: bool


def plain_fields(text: str) -> list[Field] | None:
    """The keys and values of an item's text, or None if it needs the parser (which may find it broken)."""
    begin = _BEGIN.match(text)
    if not begin:
        return None
    indent = " " * begin.end()
    place, line, found = begin.end(), 0, []
    while match := _LINE.match(text, place):
        found.append(_field(match, line))
        place, line = match.end(), line + 1
        while empty := _EMPTY.match(text, place):
            place, line = empty.end(), line + 1
        if place == len(text):
            return found
        if not text.startswith(indent, place):
            return None
        place += len(indent)
    return None


def _field(match: re.Match[str], line: int) -> Field:
    members = match["list"]
    if members is None:
        return Field(match["key"], line, ((_unquoted(match["text"]), line),), is_list=False)
    texts = tuple((_unquoted(member), line) for member in _MEMBERS.findall(members[1:-1]))
    return Field(match["key"], line, texts, is_list=True)


def _unquoted(text: str) -> str:
    return text[1:-1] if text[0] in "\"'" else text
