"""The tags, comments and texts of a page and where each of them stands, as browsers part them.

After the tokenizer of the HTML Standard (WHATWG, 13.2.5). A library would say what is in a page, but not at which
characters, and what nobody changes has to stay as it is to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from workbench.text.references import referred

Kind = Literal["text", "open", "close", "comment", "raw"]

_ATTRIBUTE = r"""[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+)?+)?+"""
_TAG = re.compile(rf"<(/?)([A-Za-z][^\s/>]*+)[\s/]*+(?:{_ATTRIBUTE}[\s/]*+)*+>")
_ONE = re.compile(
    r"""([^\s/>][^\s/>=]*+)(?:\s*+=\s*+(?:"(?P<two>[^"]*+)"|'(?P<one>[^']*+)'|(?P<bare>[^\s"'>][^\s>]*+))?+)?+"""
)
_SIGN = re.compile(r"<(?=[A-Za-z!?]|/[^\s])")
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)
_NAME = re.compile(r"</?[A-Za-z][^\s/>]*+")
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*)(?:;|(?![=A-Za-z0-9]))")
_RAW_WORDS = "script style xmp iframe noembed noframes noscript textarea title plaintext"
_RAW = frozenset(_RAW_WORDS.split())
"""Elements whose content has no tags. `noscript` is one of them where scripts run, as they do in a reader's browser."""
_FOREIGN = frozenset({"svg", "math"})


class Token(NamedTuple):
    """A stretch of the page. `name`: of a tag, or of the element whose raw text it is. `empty`: `<path/>`."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    empty: bool = False


class Attribute(NamedTuple):
    """An attribute of a tag. `start` and `end` hold its value in the tag, with its quotation marks; both are the end
    of the name where it has none."""

    name: str
    value: str
    start: int
    end: int


def tokens(text: str, *, xml: bool = False) -> Iterator[Token]:
    """The page from end to end; `xml`: as XML has it, with `<p/>` and CDATA."""
    at, foreign = 0, 0
    while at < len(text):
        found = _SIGN.search(text, at)
        if not found:
            yield Token("text", at, len(text))
            return
        sign = found.start()
        if sign > at:
            yield Token("text", at, sign)
        token = _token(text, sign, xml or foreign > 0)
        yield token
        at = token.end
        if token.name in _FOREIGN:
            foreign = max(0, foreign + (token.kind == "open" and not token.empty) - (token.kind == "close"))
        elif token.kind == "open" and token.name in _RAW and not token.empty:
            end = _end_of_raw(text, at, token.name)
            if end > at:
                yield Token("raw", at, end, token.name)
            at = end


def attributes(tag: str) -> list[Attribute]:
    """The attributes of a start tag; of two with one name the first counts, as in browsers."""
    found: dict[str, Attribute] = {}
    name = _NAME.match(tag)
    for one in _ONE.finditer(tag, name.end() if name else 0, len(tag) - 1):
        which = one.lastgroup
        value = unescaped_value(one[which]) if which else ""
        quoted = which in ("one", "two")
        start = one.start(which) - quoted if which else one.end(1)
        end = one.end(which) + quoted if which else one.end(1)
        found.setdefault(one[1].lower(), Attribute(one[1].lower(), value, start, end))
    return list(found.values())


def unescaped_value(value: str) -> str:
    """The characters of an attribute's value: `&copy=1` in an address is no sign of copyright."""
    return _REFERENCE.sub(lambda found: referred(found[0]), value) if "&" in value else value


def _token(text: str, at: int, strict: bool) -> Token:
    """What begins with a `<`."""
    if tag := _TAG.match(text, at):
        kind: Kind = "close" if tag[1] else "open"
        return Token(kind, at, tag.end(), tag[2].lower(), strict and text[tag.end() - 2] == "/")
    if strict and text.startswith("<![CDATA[", at):
        return Token("comment", at, _behind(text, "]]>", at))
    if text.startswith("<!--", at):
        found = _COMMENT.match(text, at)
        return Token("comment", at, found.end() if found else len(text))
    if _NAME.match(text, at):  # a tag that the file ends in
        return Token("comment", at, len(text))
    return Token("comment", at, _behind(text, ">", at))


def _behind(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return found + len(mark) if found >= 0 else len(text)


def _end_of_raw(text: str, at: int, name: str) -> int:
    if name == "plaintext":
        return len(text)
    end = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, at)
    return end.start() if end else len(text)
