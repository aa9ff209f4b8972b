"""XLIFF files as sources: their segments as paragraphs, and targets put beside them, all else byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from workbench.formats.changed import changes, noted
from workbench.formats.document import Document, Paragraph
from workbench.formats.filter import Notes, States, Target
from workbench.formats.languages import BRITISH, English, is_english_to_german, must_be_german_to_english
from workbench.formats.parted import MOST_CODES, all_markup
from workbench.formats.roles import Role, role_by_look
from workbench.formats.xliff.content import TRACKED
from workbench.formats.xliff.noting import note_edits
from workbench.formats.xliff.segments import Segment
from workbench.formats.xliff.states import is_unconfirmed
from workbench.formats.xliff.tree import Element, File, read_file, tag_edit
from workbench.formats.xliff.version1 import segments_1
from workbench.formats.xliff.version2 import segments_2
from workbench.formats.xliff.writing import edits
from workbench.problem import Problem, WorkbenchError
from workbench.text.clean import clean_line

MOST_BYTES = 50_000_000
"""SDLXLIFF has the whole Word file in it."""
_FIXED = "a segment of a bilingual file stays as it is"
_VERSION = re.compile(r"[12]\.\d")


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
        segments = _segments(file)
        made = [*edits(file, segments, wanted), *note_edits(file, segments, noted(document, notes))]
        return file.edited([*made, *(_target_languages(file, language) if wanted else ())])


def _document(file: File, data: bytes, where: Path) -> Document:
    found = [one for one in _segments(file) if one.source.inline.text]
    if any(len(one.source.markup) + len(one.given.markup if one.given else ()) > MOST_CODES for one in found):
        raise WorkbenchError(Problem(where, f"has more than {MOST_CODES:,} tags in a segment", "split the segment"))
    paragraphs = tuple(_paragraph(one, first=not number) for number, one in enumerate(found))
    remarks = (*_remarks(found, where), *_tracked(file, where))
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
    root = file.root
    if root.name != "xliff":
        mend = "give the file that the translation program exported as XLIFF"
        raise WorkbenchError(Problem(where, f"is no XLIFF file (its root is `{clean_line(root.name)[:40]}`)", mend))
    version = root.attributes.get("version", "")
    if not _VERSION.match(version):
        what = f"is of an XLIFF version that is not known here ({clean_line(version)[:20] or 'none is named'})"
        raise WorkbenchError(Problem(where, what, "export it as XLIFF 1.2, 2.0 or 2.1"))
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


def _segments(file: File) -> list[Segment]:
    of_version = segments_2 if file.root.attributes["version"].startswith("2") else segments_1
    return list(of_version(file))


def _paragraph(segment: Segment, *, first: bool) -> Paragraph:
    source, given = segment.source, segment.given
    role: Role = role_by_look(source.inline.text)
    return Paragraph(
        source.inline.text,
        "" if first else "\n\n",
        "body" if role == "furniture" else role,
        source.inline.codes,
        all_markup(source, given),
        place=segment.place,
        fixed=_FIXED,
        given=given.inline if given else None,
        given_state=segment.state,
        unconfirmed=segment.given is not None and is_unconfirmed(segment),
        locked=segment.locked,
        note=segment.note,
    )


def _tracked(file: File, where: Path) -> Iterator[Problem]:
    changes = sum(one.attributes.get("mtype") in TRACKED for one in file.root.all() if one.name == "mrk")
    if changes:
        what = f"{changes:,} tracked change{'s are' if changes > 1 else ' is'} taken as accepted"
        yield Problem(where, what, "look at them in the program that made the file")


def _remarks(found: list[Segment], where: Path) -> Iterator[Problem]:
    if any(one.noted is None for one in found):
        what = "notes that you write here do not go into this file, whose program has a way of its own for them"
        yield Problem(where, what, "hand over a bilingual document for people beside it")
    inside = sum("<sub" in raw for one in found for raw in one.source.raws.values())
    if inside:
        what = f"text within {inside} tag{'s' if inside > 1 else ''} (`sub`) stays in German"
        yield Problem(where, what, "translate it in the program that made the file, if it is for readers")
