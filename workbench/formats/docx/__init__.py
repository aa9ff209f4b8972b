"""Word documents (.docx): reading them into paragraphs with codes, and writing them back."""

from workbench.formats.docx.filter import DocxFilter
from workbench.formats.docx.package import WORD_SUFFIXES

__all__ = ["WORD_SUFFIXES", "DocxFilter"]
