"""XLIFF files as sources: their segments as paragraphs, and targets put beside them, all else byte for byte."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from workbench.formats.changed import changes, noted
from workbench.formats.document import Document
from workbench.formats.filter import Notes, States, Target
from workbench.formats.languages import BRITISH, English, is_english_to_german, must_be_german_to_english
from workbench.formats.stream import Progress, Stream
from workbench.formats.xliff.noting import note_edits
from workbench.formats.xliff.paragraphs import (
    must_be_xliff,
    paragraph_of,
    segments_of,
    told_tracked,
    tracked_in,
    with_words,
)
from workbench.formats.xliff.segments import Segment
from workbench.formats.xliff.streamed import streamed
from workbench.formats.xliff.tree import Element, File, read_file, tag_edit
from workbench.formats.xliff.writing import edits
from workbench.problem import Problem
from workbench.text.clean import clean_line

MOST_BYTES = 50_000_000
"""SDLXLIFF has the whole Word file in it."""


class XliffFilter:
    """XLIFF 1.x and 2.x, SDLXLIFF and MQXLIFF; which of them a file is says the file, not its name."""

    suffixes = (".xliff", ".xlf", ".sdlxliff", ".mqxliff")
    largest = MOST_BYTES

    def read(self, data: bytes, where: Path) -> Document:
        """The segments of a file; raises WorkbenchError for what is no XLIFF, or not from German into English."""
        return _document(_opened(data, where), data, where)

    def read_turned(self, data: bytes, where: Path) -> Document | None:
        """See `BilingualFilter`."""
        file = _any_xliff(data, where)
        turned = [is_english_to_german(one.get(of, ""), one.get(into, "")) for one, of, into in _said(file)]
        return _document(file, data, where) if turned and all(turned) else None

    def stream(self, file: BinaryIO, where: Path, progress: Progress) -> Stream:
        """See `Streams`. A file of the one direction or the other, for memories."""
        return streamed(file, where, progress)

    def write(
        self,
        document: Document,
        target: Target,
        states: States | None = None,
        notes: Notes | None = None,
        *,
        language: English = BRITISH,
    ) -> bytes:
        """The file with these targets; see `BilingualFilter`. Raises WorkbenchError where the document has no file.

        Notes go into XLIFF as the standards have it, and not into SDLXLIFF and MQXLIFF, which have ways of their own.
        """
        where = Path(clean_line(document.name))
        file = _opened(document.original, where)
        wanted = changes(document, target, states)
        segments = segments_of(file)
        made = [*edits(file, segments, wanted), *note_edits(file, segments, noted(document, notes))]
        return file.edited([*made, *(_target_languages(file, language) if wanted else ())])


def _document(file: File, data: bytes, where: Path) -> Document:
    found = with_words(segments_of(file), where)
    paragraphs = tuple(paragraph_of(one, first=not number) for number, one in enumerate(found))
    remarks = (*_remarks(found, where), *told_tracked(tracked_in(file.root), where))
    return Document(where.name, paragraphs, remarks=remarks, original=data)


def _opened(data: bytes, where: Path) -> File:
    """The file, if it is one and of the right languages."""
    file = _any_xliff(data, where)
    for said, source, target in _said(file):
        must_be_german_to_english(said.get(source, ""), said.get(target, ""), where)
    return file


def _said(file: File) -> Iterator[tuple[Mapping[str, str], str, str]]:
    """What the elements that name languages say, and under which names."""
    return ((element.attributes, source, target) for element, source, target in _languages(file.root))


def _any_xliff(data: bytes, where: Path) -> File:
    """The file, if it is one, of whatever languages."""
    file = read_file(data, where)
    must_be_xliff(file.root.name, file.root.attributes.get("version", ""), where)
    return file


def _languages(root: Element) -> Iterator[tuple[Element, str, str]]:
    """The elements that name languages, and the names of their attributes."""
    if root.attributes["version"].startswith("2"):
        yield root, "srcLang", "trgLang"
        return
    for part in root.elements:
        if part.name == "file":
            yield part, "source-language", "target-language"


def _target_languages(file: File, language: English) -> Iterator[tuple[int, int, str]]:
    for element, _, target in _languages(file.root):
        if target not in element.attributes:
            yield from tag_edit(file, element, {target: language})


def _remarks(found: list[Segment], where: Path) -> Iterator[Problem]:
    if any(one.noted is None for one in found):
        what = "notes that you write here do not go into this file, whose program has a way of its own for them"
        yield Problem(where, what, "hand over a bilingual document for people beside it")
    inside = sum("<sub" in raw for one in found for raw in one.source.raws.values())
    if inside:
        what = f"text within {inside} tag{'s' if inside > 1 else ''} (`sub`) stays in German"
        yield Problem(where, what, "translate it in the program that made the file, if it is for readers")
