"""The filter for web pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePath

from workbench.formats.document import Document
from workbench.formats.filter import Target
from workbench.formats.html.characters import Characters, characters_in
from workbench.formats.html.pages import must_be_article
from workbench.formats.html.reading import Reading, reading_of
from workbench.formats.html.returned import paragraphs_in
from workbench.formats.html.writing import Writing, words_by_place
from workbench.formats.languages import BRITISH, English

MOST_BYTES = 30_000_000
"""A page that has its pictures in it has a few MB."""


class HtmlFilter:
    """Reads and writes pages: a page of a site, of which the article is read, or a page, letter or piece of one."""

    suffixes = (".html", ".htm", ".xhtml")
    largest = MOST_BYTES

    def read(self, data: bytes, where: Path) -> Document:
        """The document in a page. Raises WorkbenchError for what is no text, nested too deep, or no article but the
        page of an error or of a consent that a site asks for."""
        characters, reading = _read(data, where)
        must_be_article(reading, where)
        remarks = [*filter(None, (characters.remark,)), *reading.remarks]
        paragraphs = tuple(one.paragraph for one in reading.found)
        return Document(where.name, paragraphs, "\n", tuple(remarks), original=data)

    def write(self, document: Document, target: Target, *, language: English = BRITISH) -> bytes:
        """The page with other words in its paragraphs, and in English; all else is to the letter what it was."""
        characters, reading = _read(document.original, Path(document.name))
        return characters.written(Writing(reading, words_by_place(document, target), language).parts())

    def read_back(self, data: bytes, where: Path, document: Document, target: Target) -> Document:
        """What a page that was written has of the article, wherever trafilatura would find it now."""
        _, reading = _read(document.original, where)
        written = characters_in(data, where).text
        paragraphs = paragraphs_in(reading.page, reading.found, words_by_place(document, target), written, where)
        return replace(document, paragraphs=tuple(paragraphs), original=data)


def _read(data: bytes, where: Path) -> tuple[Characters, Reading]:
    characters = characters_in(data, where)
    xml = PurePath(where.name).suffix.lower() == ".xhtml"
    return characters, reading_of(characters.text, where, xml=xml)
