"""PO files of GNU gettext."""

from workbench.formats.po.filter import PoFilter

__all__ = ["PoFilter"]
