"""Word documents (.docx): reading them into paragraphs with codes, and writing them back."""

from workbench.formats.docx.filter import DocxFilter

__all__ = ["DocxFilter"]
