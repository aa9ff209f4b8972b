"""The check `brackets`: every bracket of the English opens and closes, where those of the German do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.text.placeables import without_placeables
from workbench.translation import ParagraphRecord

_PAIRS = {")": "(", "]": "[", "}": "{"}
_CLOSING = {opening: closing for closing, opening in _PAIRS.items()}
_BRACKET = re.compile(r"[()\[\]{}]")
_NO_BRACKET = re.compile(r"(?:^|(?<=[\s(]))(?:\w{1,3}|[ivx]{1,5})\)(?=\s)|[:;8=]['’]?-?[()]+")


def brackets(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """A bracket of the English that has no other end, or one of another shape."""
    if not _BRACKET.search(record.english):
        return
    odd = _odd(record.english)
    if odd is None or _odd(record.german) is not None:
        return
    place, wanted = odd
    mark = record.english[place]
    message = f"“{mark}” should be “{wanted}”" if wanted else f"“{mark}” has no other end"
    if wanted is None and mark in record.english[max(0, place - 1) : place] + record.english[place + 1 : place + 2]:
        wanted = ""
    yield Finding("brackets", "warning", index, mark, message, english=Span(place, place + 1), wanted=wanted)


def _odd(text: str) -> tuple[int, str | None] | None:
    """The first bracket that is alone, or is closed by one of another shape, with what belongs there."""
    plain = without_placeables(text)
    plain = _NO_BRACKET.sub(lambda match: " " * len(match.group()) if _alone(plain, match) else match.group(), plain)
    opened: list[int] = []
    for match in _BRACKET.finditer(plain):
        mark = match.group()
        if mark in _CLOSING:
            opened.append(match.start())
        elif not opened:
            return match.start(), None
        elif plain[opened[-1]] != _PAIRS[mark]:
            same = [at for at in opened if plain[at] == _PAIRS[mark]]
            return (opened[-1], None) if same else (match.start(), _CLOSING[plain[opened[-1]]])
        else:
            opened.pop()
    return (opened[-1], None) if opened else None


def _alone(text: str, match: re.Match[str]) -> bool:
    """Whether `a)` or `:)` is no closing bracket: none is open before it."""
    before = text[: match.start()]
    return match.group().endswith("(") or before.count("(") <= before.count(")")
