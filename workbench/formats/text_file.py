"""What formats that are text have in common: the characters of a file, its document, and writing it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from workbench.formats.decoding import Decoded, decode
from workbench.formats.document import Document, Paragraph, document_of
from workbench.formats.encoded import encoded_like
from workbench.formats.filter import Target
from workbench.formats.left import Left
from workbench.formats.pieces import Piece
from workbench.formats.roles import role_by_look, with_teaser
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean
from workbench.text.inline import Inline

MOST_BYTES = 5_000_000
"""A long book is a fifth of it."""
MOST_LINES = 100_000
"""5 MB of prose have 70,000 lines even where they are wrapped; what has more is a log or a trap."""

_BY_HAND = "translate it in the English file by hand, if it is for readers"
# A word broken by a soft hyphen at a line's end must stay broken visibly until its lines are joined.
_SOFT_BREAK = re.compile("\u00ad[ \t]*(?=\r?\n)")


def text_of(data: bytes, where: Path) -> Decoded:
    """The clean text of a file, with what is to be told of it.

    Raises WorkbenchError for what is no text, in no known encoding, or too long.
    """
    decoded = decode(data, where)
    text = _cleaned(decoded.text)
    lines = text.count("\n")
    if lines > MOST_LINES:
        what = f"the file has too many lines ({lines:,}; at most {MOST_LINES:,})"
        raise WorkbenchError(Problem(where, what, "split it into several files"))
    return Decoded(text, decoded.remark)


def _cleaned(text: str) -> str:
    return clean(_SOFT_BREAK.sub("-", text))


def document_in(file: Decoded, data: bytes, where: Path, found: Sequence[Piece], left: Sequence[Left] = ()) -> Document:
    """The document whose file has this text, with what its marks, or its own look, say of each paragraph.

    `data`: the file's bytes; `left`: what in it looks like text and stays in German, which is told.
    """
    pieces = [piece for piece in found if piece.text]
    texts = [piece.text for piece in pieces]
    roles = with_teaser(texts, [piece.role or role_by_look(piece.text) for piece in pieces])
    told = [Problem(where, f"{what} stays in German", _BY_HAND, line + 1) for line, what in left]
    made = document_of(where.name, file.text, pieces, roles, [*filter(None, (file.remark,)), *told])
    return replace(made, original=data)


def bytes_of(content: str, document: Document) -> bytes:
    """A text as a file: in the encoding and with the byte order mark and line ends of the one the document was read
    from; in UTF-8 where it was read from none, or where that has no sign for one of its letters (see `encoded_like`).
    """
    if not document.original:
        return content.encode()
    text = decode(document.original, Path(document.name)).text
    if content == _cleaned(text):
        return document.original
    pairs = text.count("\r\n")
    if pairs * 2 > text.count("\n"):
        content = content.replace("\n", "\r\n")
    elif "\n" not in text and "\r" in text:
        content = content.replace("\n", "\r")
    return encoded_like(content, document.original, text)


def file_with(document: Document, target: Target, written: Callable[[Paragraph, Inline], str]) -> str:
    """The file with other words: before each paragraph what stood there, then what `written` makes of its target.

    A paragraph that has none is left out, with the marks before it; what else the file has there stays, and its
    neighbours are no closer than they were. A cell stays, without words. A target that is the source is written as it
    stands in the file. With nothing left in it the file is empty.
    """
    parts: list[str] = []
    waiting = ""
    for number, (key, paragraph) in enumerate(zip(document.ids, document.paragraphs, strict=True)):
        lead, mark = _parted(paragraph.before)
        words = target.get(key)
        if words is None and not _keeps_place(paragraph):
            waiting = _wider(waiting, lead)
            continue
        lead = _wider(waiting, lead)
        if not parts and number:
            lead = lead.lstrip("\n") if lead.strip() and not _is_break(lead) else ""
        parts += [lead, mark, "" if words is None else written(paragraph, words)]
        waiting = ""
    if not target:
        return ""
    rest = waiting if waiting.strip() and not _is_break(waiting) else ""
    return "".join(parts) + rest + document.tail


def _parted(before: str) -> tuple[str, str]:
    """What stands before a paragraph: up to the beginning of its line, and the marks on that line."""
    at = before.rfind("\n") + 1
    return before[:at], before[at:]


def _wider(one: str, other: str) -> str:
    """What stands between two paragraphs when what stood between `one` and `other` is left out."""
    if _is_break(one) or _is_break(other):
        return max(other, one, key=lambda lead: lead.count("\n"))
    if one.strip() and other.strip():
        return one + other.lstrip("\n")
    if one.strip() or other.strip():
        return one if one.strip() else other
    return max(one, other, key=lambda lead: lead.count("\n"))


def _is_break(lead: str) -> bool:
    """Whether this ends a line of Markdown within what is one paragraph there."""
    return lead == "\\\n"


def _keeps_place(paragraph: Paragraph) -> bool:
    return paragraph.block.kind == "cell" or paragraph.block.syntax != ""
