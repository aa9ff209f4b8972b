"""The paragraphs of a part in their order, with what each is and where it lies; descriptions of pictures, too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workbench.formats.docx.content import Content, content_of
from workbench.formats.docx.fields import Fields, fields_of
from workbench.formats.docx.kinds import Kinds
from workbench.formats.docx.leaves import Around
from workbench.formats.docx.names import (
    ALTERNATE,
    CHOICE,
    DRAWING_PR,
    FALLBACK,
    PICTURE_PR,
    PPR,
    SDT,
    SDT_CONTENT,
    SECTION,
    TBL,
    TC,
    TEXT_BOX,
    TR,
    VAL,
    VML_SHAPES,
    VML_TEXT,
    P,
    local,
    w,
)  # fmt: skip
from workbench.formats.docx.noted import NoteMark, note_around
from workbench.formats.docx.package import Part
from workbench.formats.markup import PARAGRAPH, Apart, Block
from workbench.formats.roles import Role
from workbench.text.clean import clean_line

_FIXED = {
    "footnotes": "it stands in a footnote", "endnotes": "it stands in an endnote", "comments": "it is a comment",
    "header": "it stands in a header of the page", "footer": "it stands in a footer of the page",
}  # fmt: skip
_APART: Mapping[str, Apart] = {
    "footnotes": "footnote", "endnotes": "endnote", "comments": "comment", "header": "header", "footer": "footer",
}  # fmt: skip
_DESCRIBED = (DRAWING_PR, *VML_SHAPES, VML_TEXT)
_DESCRIPTIONS = {DRAWING_PR: ("descr", "title"), VML_TEXT: ("string",)}
_TABLE_DESCRIPTIONS = (w("tblCaption"), w("tblDescription"))
_FILE_NAME = re.compile(r"\S+\.\w{2,4}|(?:https?:|[A-Z]:\\|/)\S*", re.IGNORECASE)
_TRANSPARENT = (SDT_CONTENT, w("customXml"), CHOICE)


@dataclass(slots=True)
class Entry:
    """A paragraph, or a description (`attribute` of `element`), as a part has it.

    `role` is None where its style does not say.
    """

    place: str
    role: Role | None
    block: Block
    fixed: str
    content: Content | None = None
    element: Any = None
    attribute: str = ""
    text: str = ""

    @property
    def source(self) -> str:
        """Its text without codes."""
        return self.content.inline.text if self.content is not None else self.text

    @property
    def stands_at(self) -> Any:
        """The element that it is, or is an attribute of."""
        return self.element if self.content is None else self.content.paragraph


@dataclass(slots=True)
class _Here:
    """Where the walk is."""

    fixed: str
    cell: Block | None = None


@dataclass(slots=True)
class Story:
    """Walks through a part."""

    part: Part
    kinds: Kinds
    fields: Fields
    labels: Mapping[NoteMark, str]
    count: int = 0

    def entries(self) -> Iterator[Entry]:
        """Its paragraphs and descriptions; those without text are there too, where they are paragraphs."""
        found = self._walk(self.part.root, _Here(_FIXED.get(self.part.kind, "")))
        apart = _APART.get(self.part.kind)
        if apart is None:
            yield from found
            return
        begun: set[NoteMark] = set()
        for entry in found:
            note = note_around(entry.stands_at)
            label = self.labels.get(note, "") if note and entry.source and note not in begun else ""
            if note and entry.source:
                begun.add(note)
            entry.block = replace(entry.block, apart=apart, note=label)
            yield entry

    def _walk(self, parent: Any, here: _Here) -> Iterator[Entry]:
        for child in parent:
            tag = child.tag
            if tag == P:
                yield from self._paragraph(child, here)
            elif tag == TBL:
                yield from self._table(child, here)
            elif tag == SDT:
                content = child.find(SDT_CONTENT)
                if content is not None:
                    yield from self._walk(content, here)
            elif tag == ALTERNATE:
                yield from self._walk(_shown_branch(child), here)
            elif isinstance(tag, str) and tag not in (PPR, SECTION):
                yield from self._walk(child, here)

    def _paragraph(self, paragraph: Any, here: _Here) -> Iterator[Entry]:
        self.count += 1
        place = f"{self.part.name}#{self.count}"
        content = content_of(paragraph, self.kinds.styles, Around(self.fields, self.part.addresses, self.labels))
        role, block = self.kinds.of(paragraph)
        if here.cell is not None:
            role, block = "cell", here.cell
        yield Entry(place, role, block, self._why_fixed(paragraph, content, here), content)
        for element, number in _inside(paragraph):
            if element.tag == TEXT_BOX:
                for entry in self._walk(element, _Here("it stands in a text box")):
                    entry.block = replace(entry.block, apart="box")
                    yield entry
            else:
                yield from _descriptions(element, f"{place}@{number}{local(element)}-")

    def _why_fixed(self, paragraph: Any, content: Content, here: _Here) -> str:
        if here.fixed:
            return here.fixed
        if paragraph.find(f"{PPR}/{SECTION}") is not None:
            return "a section of the document ends with it"
        runs_through = self.fields.around.get(paragraph) or any(
            piece[1] in self.fields.running_in for mark in content.marks for piece in mark.pieces
        )
        return "a field runs through it" if runs_through else ""

    def _table(self, table: Any, here: _Here) -> Iterator[Entry]:
        self.kinds.groups += 1
        group = self.kinds.groups
        properties = table.find(w("tblPr"))
        for element in () if properties is None else properties.iterchildren(*_TABLE_DESCRIPTIONS):
            yield from _described(element, VAL, f"{self.part.name}#table{group}@{local(element)}")
        for number, row in enumerate(_children(table, TR)):
            column = 0
            for cell in _children(row, TC):
                inside = replace(here, cell=Block("cell", group=group, row=number, column=column))
                yield from self._walk(cell, inside)
                column += _width(cell)


def story_of(part: Part, kinds: Kinds, labels: Mapping[NoteMark, str]) -> Story:
    """A part as it is walked through; its revisions are resolved. `labels`: what stands in the text for each note."""
    return Story(part, kinds, fields_of(part.root), labels)


def _children(parent: Any, tag: str) -> Iterator[Any]:
    """The rows of a table, the cells of a row, also those in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == SDT or child.tag in _TRANSPARENT:
            yield from _children(child, tag)


def _width(cell: Any) -> int:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    told = "1" if span is None else span.get(VAL, "1")
    return max(int(told), 1) if told.isascii() and told.isdigit() and len(told) < 4 else 1


def _inside(paragraph: Any) -> Iterator[tuple[Any, int]]:
    """The text boxes and described things in a paragraph, none in another text box or in what older programs show.

    With each the number of those of its name before it.
    """
    met: Counter[str] = Counter()
    for element in paragraph.iter(TEXT_BOX, *_DESCRIBED):
        number, met[element.tag] = met[element.tag], met[element.tag] + 1
        if next(element.iterancestors(TEXT_BOX, FALLBACK, P)) is paragraph:
            yield element, number


def _descriptions(element: Any, place: str) -> Iterator[Entry]:
    for attribute in _DESCRIPTIONS.get(element.tag, ("alt",)):
        yield from _described(element, attribute, f"{place}{attribute}")


def _shown_branch(alternate: Any) -> Any:
    choice = alternate.find(CHOICE)
    return alternate if choice is None else choice


def _described(element: Any, attribute: str, place: str) -> Iterator[Entry]:
    text = clean_line(element.get(attribute, ""))
    if text and not _FILE_NAME.fullmatch(text) and any(map(str.isalpha, text)):
        fixed = "it describes a table" if attribute == VAL else "it describes a picture"
        yield Entry(place, "caption", PARAGRAPH, fixed, None, element, attribute, text)


def twins(element: Any, attribute: str) -> Iterator[tuple[Any, str]]:
    """Where the same description stands a second time: for older programs, and at the picture itself."""
    text = element.get(attribute)
    alternate = next(element.iterancestors(ALTERNATE), None)
    around = element.getparent() if alternate is None else alternate
    for one in around.iter(DRAWING_PR, PICTURE_PR, *VML_SHAPES):
        for name in ("descr", "title", "alt"):
            if one.get(name) == text and (one is not element or name != attribute):
                yield one, name
