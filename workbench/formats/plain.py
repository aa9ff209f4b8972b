"""Paragraphs of a plain text file.

A blank line always ends a paragraph. Lines that follow each other without one are paragraphs of their own,
as in text pasted from a news page, unless the file is hard-wrapped, as in an e-mail. It is taken for
hard-wrapped when

- its lines run to a width between 40 and 100 characters (nine in ten lines that have a next one are no
  longer than that width), and at most one line in ten is longer than 100;
- at least a quarter of the lines that have a next one run on into it: they do not end a sentence, and the
  next begins in lower case, or they end in a comma, a hyphen or a word such as "der" or "und".

In a hard-wrapped file a line is joined to the next where it runs on into it, or where it is full: the
next line's first word would not have fitted. A line that begins with a bullet begins a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from workbench.formats.document import Document, Paragraph
from workbench.formats.filter import Target
from workbench.formats.languages import BRITISH, English
from workbench.formats.page import looks_like_html
from workbench.formats.pieces import Piece, join_lines
from workbench.formats.text_file import MOST_BYTES, bytes_of, document_in, file_with, text_of
from workbench.problem import Problem
from workbench.text.inline import Inline
from workbench.text.span import Span

NARROWEST, WIDEST = 40, 100

_SENTENCE_END = re.compile(r"[.!?…:][\"'“”„»«‘’›‹)\]]*$")
_BULLET = re.compile(r"•|[*-]\s+(?![a-zäöüß])")
_LEADS_ON = re.compile(
    r"(?:[,-]|\b(?:de[rmns]|die|das|(?:k?ein|sein|ihr)(?:e[mnrs]?)?|und|oder|sowie|als|wie|dass|weil|wenn|ob|nicht|sich"
    r"|i[nm]|a[nm]|auf|aus|beim?|bis|durch|für|gegen|mit|nach|ohne|seit|über|um|unter|vo[nmr]|zu[mr]?|zwischen"
    r"|während|wegen))$",
    re.IGNORECASE,
)


class _Line(NamedTuple):
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def plain_pieces(text: str) -> list[Piece]:
    """Return the paragraphs of `text`, which is clean (see `clean`), in order."""
    blocks = _blocks(text)
    width = _wrap_width(blocks)
    pieces = []
    for block in blocks:
        for lines in _paragraphs(block, width):
            span = Span(lines[0].start, lines[-1].end)
            pieces.append(Piece(span, Inline(join_lines([line.text for line in lines]))))
    return pieces


class PlainFilter:
    """Reads and writes plain text, which has no codes."""

    suffixes = (".txt",)
    largest = MOST_BYTES

    def read(self, data: bytes, where: Path) -> Document:
        """The document in a file's bytes. Raises WorkbenchError for what is no text."""
        file = text_of(data, where)
        document = document_in(file, data, where, plain_pieces(file.text))
        if not looks_like_html(data):
            return document
        told = Problem(where, "begins as a web page does, and its tags are read as text", "name it .html")
        return replace(document, remarks=(told, *document.remarks))

    def write(self, document: Document, target: Target, *, language: English = BRITISH) -> bytes:
        """The file with other words in the place of its paragraphs."""
        return bytes_of(file_with(document, target, _written), document)


def _written(paragraph: Paragraph, words: Inline) -> str:
    return paragraph.native if paragraph.native and words.text == paragraph.text else words.text


def _blocks(text: str) -> list[list[_Line]]:
    """Runs of lines with no blank line between them, each line without its outer blanks."""
    blocks: list[list[_Line]] = [[]]
    start = 0
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            blocks[-1].append(_Line(start + raw.index(stripped), stripped))
        elif blocks[-1]:
            blocks.append([])
        start += len(raw) + 1
    return [block for block in blocks if block]


def _wrap_width(blocks: Sequence[Sequence[_Line]]) -> int:
    """The width a hard-wrapped file is wrapped at, or 0 for a file that is not."""
    joints = [joint for block in blocks for joint in pairwise(block)]
    widths = sorted(len(line.text) for line, _ in joints if len(line.text) <= WIDEST)
    lines = list(chain.from_iterable(blocks))
    too_long = sum(len(line.text) > WIDEST for line in lines)
    if not widths or too_long * 10 > len(lines):
        return 0
    width = widths[(len(widths) - 1) * 9 // 10]
    running_on = sum(_runs_on(line.text, following.text) for line, following in joints)
    return width if width >= NARROWEST and running_on * 4 >= len(joints) else 0


def _paragraphs(block: Sequence[_Line], width: int) -> list[list[_Line]]:
    paragraphs = [[block[0]]]
    for line, following in pairwise(block):
        if width and _same_paragraph(line.text, following.text, width):
            paragraphs[-1].append(following)
        else:
            paragraphs.append([following])
    return paragraphs


def _same_paragraph(line: str, following: str, width: int) -> bool:
    if len(line) > WIDEST or _BULLET.match(following):
        return False
    full = len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
    return full or _runs_on(line, following)


def _runs_on(line: str, following: str) -> bool:
    """Whether a sentence plainly goes on from one line to the next."""
    if _SENTENCE_END.search(line):
        return False
    return following[0].islower() or _LEADS_ON.search(line[-20:]) is not None
