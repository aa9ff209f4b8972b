"""OpenDocument texts (`.odt`, templates `.ott`, flat `.fodt`; OASIS OpenDocument 1.3): read, and written in English."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.formats.container import MOST_BYTES
from workbench.formats.document import Document
from workbench.formats.filter import Target
from workbench.formats.languages import BRITISH, English
from workbench.formats.mixed_writing import detached
from workbench.formats.odt import fields, indexes
from workbench.formats.odt.blocks import Blocks
from workbench.formats.odt.grammar import OdtGrammar
from workbench.formats.odt.language import set_english
from workbench.formats.odt.looks import Styles
from workbench.formats.odt.names import named
from workbench.formats.odt.package import OdtFile, open_odt, text_of
from workbench.formats.odt.told import told
from workbench.formats.placing import Placing, texts_made
from workbench.formats.units import Unit, paragraphs_of
from workbench.problem import Problem, WorkbenchError


@dataclass(frozen=True, slots=True)
class OdtFilter:
    """Reads and writes OpenDocument texts. `suffixes`: of the one kind of file that this one is for."""

    suffixes: tuple[str, ...] = (".odt",)
    largest: int = MOST_BYTES

    def read(self, data: bytes, where: Path) -> Document:
        """The document in a file's bytes, tracked changes taken as accepted.

        Raises WorkbenchError for what is no text document, is locked by a password, damaged, or a trap.
        """
        file = open_odt(data, where)
        units = list(_units(file))
        remarks = (*told(file), *fields.remarks(file.parts.values(), where), *indexes.remarks(units, where))
        return Document(where.name, paragraphs_of(units), remarks=remarks, original=data)

    def write(self, document: Document, target: Target, *, language: English = BRITISH) -> bytes:
        """The file with other words: only these, the language they are in, and tracked changes are others."""
        if not document.original:
            what = "cannot be written without the file it was read from"
            raise WorkbenchError(Problem(document.name, what, "put the source file back in its place"))
        file = open_odt(document.original, Path(document.name))
        units = list(_units(file))
        for root in file.parts.values():
            _accept_changes(root)
        fields_before = fields.shown(file.parts.values())
        usual = (u.element.get(_STYLE, "") for u in units if u.block.kind == "paragraph" and not u.fixed)
        grammar = OdtGrammar([_content_styles(file), _page_styles(file)], next(usual, ""))
        Placing(document, target, [unit for unit in units if not unit.entry], grammar).place()
        indexes.follow(units, texts_made(document, target))
        fields.hold(file.parts.values(), fields_before)
        for root in file.parts.values():
            set_english(root, language)
        return file.written()


def _content_styles(file: OdtFile) -> Styles:
    roots = [file.content] if file.styles is None or file.styles is file.content else [file.content, file.styles]
    return Styles(roots)


def _page_styles(file: OdtFile) -> Styles:
    return Styles([] if file.styles is None else [file.styles])


def _units(file: OdtFile) -> Iterator[Unit]:
    """The paragraphs of a file: the text, then the heads and feet of its pages."""
    text = Blocks(_content_styles(file), "content")
    yield from text.read(text_of(file))
    if file.styles is not None:
        pages = Blocks(_page_styles(file), "styles", text.groups)
        for masters in file.styles.iterchildren(named("office:master-styles")):
            yield from pages.read(masters)


def _accept_changes(root: Any) -> None:
    """Take out what tells of tracked changes; the text is already as it is with all of them accepted."""
    for element in list(root.iter(*_CHANGES)):
        detached(element)


_CHANGES = (
    named("text:tracked-changes"),
    named("text:change"),
    named("text:change-start"),
    named("text:change-end"),
)
_STYLE = named("text:style-name")
