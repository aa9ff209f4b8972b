"""The filter for Markdown."""

from __future__ import annotations

import re
from pathlib import Path

from workbench.formats.document import Document, Paragraph
from workbench.formats.filter import Target
from workbench.formats.languages import BRITISH, English
from workbench.formats.markdown.blocks import markdown_pieces
from workbench.formats.markdown.writing import markdown_of
from workbench.formats.text_file import MOST_BYTES, bytes_of, document_in, file_with, text_of
from workbench.text.inline import Inline

_LIST_MARKS = re.compile(r"[^>\s]")


class MarkdownFilter:
    """Reads and writes Markdown (CommonMark 0.31, with tables, footnotes and front matter)."""

    suffixes = (".md",)
    largest = MOST_BYTES

    def read(self, data: bytes, where: Path) -> Document:
        """The document in a file's bytes. Raises WorkbenchError for what is no text."""
        file = text_of(data, where)
        return document_in(file, data, where, *markdown_pieces(file.text))

    def write(self, document: Document, target: Target, *, language: English = BRITISH) -> bytes:
        """The file with other words in the place of its paragraphs, marked as they are."""
        return bytes_of(file_with(document, target, _written), document)


def _written(paragraph: Paragraph, words: Inline) -> str:
    if words == paragraph.source and paragraph.native:
        return paragraph.native
    indent = _LIST_MARKS.sub(" ", paragraph.before.rpartition("\n")[2])
    return markdown_of(words, paragraph.markup, paragraph.block, paragraph.native, indent)
