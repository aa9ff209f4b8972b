"""Handing over: a translation as a file's bytes. One module a format, all from the same record.

Never reads the screen and writes no file. Docs: docs/export.md.
"""

from workbench.export.credit import credit_line
from workbench.export.delivery import Delivery, only_changed, only_reviewed, unreviewed, without
from workbench.export.formats import (
    FORMATS,
    WHATS,
    Format,
    What,
    comments_left_out,
    fate_of_unreviewed,
    file_name,
    format_of,
    is_whole,
    own_format,
    render,
    usual_what,
)
from workbench.export.rows import numbers

__all__ = [
    "FORMATS",
    "WHATS",
    "Delivery",
    "Format",
    "What",
    "comments_left_out",
    "credit_line",
    "fate_of_unreviewed",
    "file_name",
    "format_of",
    "is_whole",
    "numbers",
    "only_changed",
    "only_reviewed",
    "own_format",
    "render",
    "unreviewed",
    "usual_what",
    "without",
]
