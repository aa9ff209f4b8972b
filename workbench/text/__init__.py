"""German and English text: sentences, character offsets, clean characters, number words, denial, the language.

This room measures text. It reads no file, never translates and knows nothing of glossaries.
All offsets are character (code point) offsets, half-open, into the paragraph's text.
"""

from workbench.printable import printable, printable_line
from workbench.text.clean import clean, clean_line, is_clean
from workbench.text.inline import Code, Inline, pairs
from workbench.text.sentences import sentence_spans
from workbench.text.span import Span

__all__ = [
    "Code",
    "Inline",
    "Span",
    "clean",
    "clean_line",
    "is_clean",
    "pairs",
    "printable",
    "printable_line",
    "sentence_spans",
]
