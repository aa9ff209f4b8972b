"""E-books: reading them into paragraphs with codes, and writing them back."""

from workbench.formats.epub.filter import EpubFilter

__all__ = ["EpubFilter"]
