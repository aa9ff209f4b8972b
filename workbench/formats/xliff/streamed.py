"""An XLIFF file, read piece by piece: looked through as a whole first, and then one unit after the other is in memory.

What stands outside of the units is not looked at again: what SDLXLIFF says of its tags (their roles) and its comments.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from workbench.formats.document import Paragraph
from workbench.formats.exact_text import is_kept
from workbench.formats.languages import is_english_to_german, must_be_german_to_english
from workbench.formats.safe_xml import must_declare_nothing
from workbench.formats.stream import Progress, Stream
from workbench.formats.xliff.paragraphs import (
    must_be_xliff,
    paragraph_of,
    segments_of,
    told_tracked,
    tracked_in,
    with_words,
)
from workbench.formats.xliff.tree import File, encoding_of, tree_of, unkept
from workbench.formats.xliff.units import head_of, units_in
from workbench.problem import Problem, WorkbenchError

_PIECE = 1 << 16
_OVERLAP = 64
_LOOKING = 0.1
"""How much of the way it is to look through the file."""


def streamed(file: BinaryIO, where: Path, progress: Progress) -> Stream:
    """The segments of an open file (see `Streams`), whose source is German, or else all of it English."""
    head = head_of(_pieces(file, where, lambda part: progress(part * _LOOKING)), where)
    must_be_xliff(head.root, head.version, where)
    turned = bool(head.languages) and all(is_english_to_german(*said) for said in head.languages)
    for said in () if turned else head.languages:
        must_be_german_to_english(*said, where)
    remarks: list[Problem] = []
    left: list[int] = []
    pieces = _pieces(file, where, lambda part: progress(_LOOKING + part * (1 - _LOOKING)))
    return Stream(_paragraphs(pieces, head.version, where, remarks, left), remarks, turned, left)


def _paragraphs(
    pieces: Iterator[bytes], version: str, where: Path, remarks: list[Problem], left: list[int]
) -> Iterator[Paragraph]:
    changes, is_first = 0, True
    for count, cut in enumerate(units_in(pieces, version, where), 1):
        if cut.is_too_long:
            left.append(count)
            continue
        small = File(cut.text, tree_of(cut.text, where), "utf-8")
        changes += tracked_in(small.root)
        for segment in with_words(segments_of(small), where):
            place = f"file {cut.part}, unit {cut.number}{segment.place.removeprefix('file 1, unit 1')}"
            yield paragraph_of(segment, first=is_first, place=place)
            is_first = False
    remarks += told_tracked(changes, where)


def _pieces(file: BinaryIO, where: Path, progress: Progress) -> Iterator[bytes]:
    """A file's bytes as UTF-8. Raises WorkbenchError where they are in another encoding than it says, or declare."""
    size = max(file.seek(0, os.SEEK_END), 1)
    file.seek(0)
    piece = file.read(_PIECE)
    encoding = encoding_of(piece)
    if not is_kept(encoding):
        raise WorkbenchError(unkept(encoding, where))
    decoder = codecs.getincrementaldecoder(encoding)()
    end = b""
    while piece:
        try:
            made = decoder.decode(piece).encode()
            piece = file.read(_PIECE)
            made += b"" if piece else decoder.decode(b"", True).encode()
        except UnicodeError:
            raise WorkbenchError(unkept(encoding, where)) from None
        must_declare_nothing(end + made, where)
        end = made[-_OVERLAP:]
        yield made
        progress(min(file.tell() / size, 1.0))
