"""Handing over: a translation as a file's bytes. One module a format, all from the same record.

Never reads the screen and writes no file. Docs: docs/export.md.
"""

from workbench.export.delivery import Delivery
from workbench.export.formats import FORMATS, file_name, render
from workbench.export.rows import numbers, unreviewed

__all__ = ["FORMATS", "Delivery", "file_name", "numbers", "render", "unreviewed"]
