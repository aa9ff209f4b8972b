"""The tags in the words of a cue: codes beside its text, and written again as they stood."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from workbench.formats.markup import CodeRole, Markup
from workbench.formats.pieces import join
from workbench.formats.subtitles.cues import SPOKEN
from workbench.text.clean import clean
from workbench.text.inline import Code, Inline, Kind
from workbench.text.references import referred

_TAG = re.compile(
    r"<(?P<end>/)?(?P<name>i|b|u|s|font|c|v|lang|ruby|rt)(?=[\s.>/])[^<>\r\n]*>"
    r"|<(?:\d+:)?\d{2}:\d{2}[.,]\d{3}>|\{\\[^{}\r\n]*\}|\{[a-zA-Z]:[^{}\r\n]{0,40}\}",
    re.IGNORECASE,
)
_SPEAKS = re.compile(rf"[-–—]\s*(?={SPOKEN})")
_LINE = re.compile(r"\r\n|\n|\r")
_ROLES: dict[str, CodeRole] = {"i": "italic", "b": "bold", "s": "strike"}


@dataclass(slots=True)
class _Token:
    at: int
    end: int
    raw: str
    name: str
    closes: bool
    partner: int | None = None


def read_words(raw: str, *, webvtt: bool) -> tuple[Inline, tuple[Markup, ...]]:
    """The words of a cue on one line, with its tags as codes, and what these are. In WebVTT `&amp;` is a sign."""
    tokens = _matched(raw)
    markup: list[Markup] = []
    ids: dict[int, str] = {}
    lines: list[Inline] = []
    text, at = "", 0
    codes: list[Code] = []
    for number, token in enumerate(tokens):
        text, codes, lines = _with_text(raw[at : token.at], text, codes, lines, webvtt)
        codes.append(_code(token, number, tokens, ids, markup, len(text)))
        at = token.end
    text, codes, lines = _with_text(raw[at:], text, codes, lines, webvtt)
    return join([*lines, Inline(text, tuple(codes))]), tuple(markup)


def without_dash(words: Inline) -> tuple[str, Inline, frozenset[str]]:
    """The dash before what somebody says, which is no text of it; the rest; the codes that stand before the dash."""
    found = _SPEAKS.match(words.text)
    if found is None:
        return "", words, frozenset()
    cut = found.end()
    codes = tuple(replace(code, at=max(code.at - cut, 0)) for code in words.codes)
    return found[0], Inline(words.text[cut:], codes), frozenset(code.id for code in words.codes if code.at == 0)


def with_dash(dash: str, words: Inline, before: frozenset[str]) -> Inline:
    """Other words behind such a dash, in the place of one that they have; `before`: the codes that stand before it."""
    if not dash:
        return words
    _, words, _ = without_dash(words)
    codes = []
    leading = True
    for code in words.codes:
        leading = leading and code.at == 0 and code.id in before
        codes.append(code if leading else replace(code, at=code.at + len(dash)))
    return Inline(dash + words.text, tuple(codes))


def _with_text(
    raw: str, text: str, codes: list[Code], lines: list[Inline], webvtt: bool
) -> tuple[str, list[Code], list[Inline]]:
    """A line's beginning with more text behind it, which may begin other lines."""
    first, *others = _LINE.split(raw)
    text += _plain(first, webvtt)
    for other in others:
        lines = [*lines, Inline(text, tuple(codes))]
        text, codes = _plain(other, webvtt), []
    return text, codes, lines


def _plain(raw: str, webvtt: bool) -> str:
    return clean(referred(raw) if webvtt else raw).replace("\n", " ")


def _matched(raw: str) -> list[_Token]:
    """The tags, each end with its beginning."""
    tokens = []
    open_ones: list[int] = []
    for number, found in enumerate(_TAG.finditer(raw)):
        name = (found["name"] or "").lower()
        token = _Token(found.start(), found.end(), found[0], name, bool(found["end"]))
        tokens.append(token)
        if token.closes:
            begun = next((at for at in reversed(open_ones) if tokens[at].name == name), None)
            if begun is not None:
                open_ones.remove(begun)
                token.partner, tokens[begun].partner = begun, number
        elif name:
            open_ones.append(number)
    return tokens


def _code(token: _Token, number: int, tokens: list[_Token], ids: dict[int, str], markup: list[Markup], at: int) -> Code:
    kind: Kind = "alone" if token.partner is None else "close" if token.closes else "open"
    if kind == "close" and token.partner is not None:
        return Code(at, ids[token.partner], kind)
    ids[number] = str(len(markup) + 1)
    last = tokens[token.partner].raw if token.partner is not None else ""
    markup.append(Markup(ids[number], _ROLES.get(token.name, "other"), token.raw, last))
    return Code(at, ids[number], kind)
