"""German and English text coming in: files, paragraphs, sentences, character offsets, clean characters.

This room reads and measures text. It never translates, never writes a file and knows nothing of glossaries.
All offsets are character (code point) offsets, half-open, into the paragraph's text.
"""

from workbench.printable import printable, printable_line
from workbench.text.clean import clean, clean_line, is_clean
from workbench.text.denial import denial, may_deny
from workbench.text.document import Document, Paragraph, Span
from workbench.text.reading import SOURCE_SUFFIXES, read_document
from workbench.text.sentences import sentence_spans

__all__ = [
    "SOURCE_SUFFIXES",
    "Document",
    "Paragraph",
    "Span",
    "clean",
    "clean_line",
    "denial",
    "is_clean",
    "may_deny",
    "printable",
    "printable_line",
    "read_document",
    "sentence_spans",
]
