"""Markdown: reading it into paragraphs with codes, and writing it back."""

from workbench.formats.markdown.filter import MarkdownFilter

__all__ = ["MarkdownFilter"]
