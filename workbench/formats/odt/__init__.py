"""OpenDocument texts: reading them into paragraphs with codes, and writing them back."""

from workbench.formats.odt.filter import OdtFilter

__all__ = ["OdtFilter"]
