"""What the codes of a paragraph are in its file, and what a paragraph is in the layout of its document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from workbench.text.inline import Code, Inline, pairs
from workbench.text.span import Span

CodeRole = Literal["bold", "italic", "strike", "link", "note", "image", "code", "break", "other"]


@dataclass(frozen=True, slots=True)
class Markup:
    """How a code is written in the source file: `first` where it opens (or stands alone), `last` where it closes.

    `id` is that of its codes. `address`: where a link leads or an image lies.
    """

    id: str
    role: CodeRole
    first: str
    last: str = ""
    address: str = ""


Apart = Literal["", "footnote", "endnote", "comment", "header", "footer", "box"]
"""Where a paragraph stands that is not in the running text: `box` is a text box."""


@dataclass(frozen=True, slots=True)
class Block:
    """What a paragraph is in the layout: what a format with styles of its own makes of it.

    `level`: of a heading (1–6) or how deep a list or quotation is nested (from 1); `ordered`: a numbered list, whose
    first item has the number `start`. `begins`: it is the first paragraph of its list item. `group`: which of the
    document's lists or tables it is in (from 1). A cell has its `row` and its `column` (from 0); row 0 is the head.
    `apart`: where it stands, if not in the running text; `note`: of the first paragraph of a note, what its mark says.
    `syntax`: where it is written otherwise than its file is: a block of HTML in Markdown, a field of front matter.
    """

    kind: Literal["paragraph", "heading", "item", "quotation", "cell"] = "paragraph"
    level: int = 0
    ordered: bool = False
    begins: bool = True
    start: int = 1
    group: int = 0
    row: int = 0
    column: int = 0
    syntax: Literal["", "html", "field"] = ""
    apart: Apart = ""
    note: str = ""


PARAGRAPH = Block()


def stretches_in(role: CodeRole, inline: Inline, markup: Iterable[Markup]) -> list[Span]:
    """The stretches of a text that are marked as something: in bold, as code."""
    ids = {one.id for one in markup if one.role == role}
    return [Span(pair.start, pair.end) for pair in pairs(inline.codes) if pair.id in ids] if ids else []


def behind_tabs(inline: Inline, markup: Iterable[Markup]) -> list[int]:
    """Where (in characters) tabs stand in a text: what is behind one, as in the head of a page, begins anew."""
    ids = {one.id for one in markup if one.role == "break" and one.first == "tab"}
    return sorted({code.at for code in inline.codes if code.id in ids})


def written(inline: Inline, markup: Iterable[Markup], text: Mapping[str, str] | None = None) -> str:
    """A text with its codes as the file writes them; `text`: characters that are written otherwise.

    A code whose markup is not known (it is in the English only) is left out.
    """
    known = {one.id: one for one in markup}
    table = str.maketrans(dict(text or {}))
    return "".join(part.translate(table) if isinstance(part, str) else _written(part, known) for part in inline)


def nested(target: Inline, known: Iterable[Markup]) -> Inline:
    """A text with those of its codes that its file has, each pair whole, and none that crosses another.

    Where one ends inside of another that goes on behind it, that one ends there as well.
    """
    roles = {one.id for one in known}
    whole = _whole_pairs(target.codes)
    open_now: list[str] = []
    codes: list[Code] = []
    seen: set[tuple[str, str]] = set()
    for code in target.codes:
        if code.id not in roles:
            continue
        if code.kind == "alone":
            codes.append(code)
            continue
        if code.id not in whole or (code.id, code.kind) in seen:
            continue
        seen.add((code.id, code.kind))
        if code.kind == "open":
            open_now.append(code.id)
            codes.append(code)
            continue
        while code.id in open_now:
            codes.append(Code(code.at, open_now.pop(), "close"))
    return Inline(target.text, tuple(codes))


def of_its_kind(target: Inline, alone: Callable[[str], bool]) -> Inline:
    """A text without codes that stand alone in it and are pairs in its file, or the other way round.

    `alone`: whether the code with this id stands alone in the file.
    """
    codes = tuple(code for code in target.codes if alone(code.id) == (code.kind == "alone"))
    return target if len(codes) == len(target.codes) else Inline(target.text, codes)


def _whole_pairs(codes: Sequence[Code]) -> set[str]:
    opened: set[str] = set()
    whole = set()
    for code in codes:
        if code.kind == "open":
            opened.add(code.id)
        elif code.kind == "close" and code.id in opened:
            whole.add(code.id)
    return whole


def _written(code: Code, known: Mapping[str, Markup]) -> str:
    markup = known.get(code.id)
    if markup is None:
        return ""
    return markup.last if code.kind == "close" else markup.first


def kept_codes(inline: Inline, markup: Iterable[Markup]) -> Inline:
    """A text with the codes alone that a file can have: known ones, each once, each pair opened before it is closed."""
    if not inline.codes:
        return inline
    paired = {one.id: one.last != "" for one in markup}
    codes = inline.mended().codes
    whole = {id(end) for pair in pairs(codes) for end in (pair.first, pair.last)}
    seen: set[tuple[str, str]] = set()
    kept = []
    for code in codes:
        fits = paired.get(code.id) == (code.kind != "alone") and (code.kind == "alone" or id(code) in whole)
        if fits and (code.id, code.kind) not in seen:
            seen.add((code.id, code.kind))
            kept.append(code)
    return Inline(inline.text, tuple(kept))
