"""Cells of a CSV that a spreadsheet would run as a formula: written as text, and read back as what they were.

An apostrophe before it is what spreadsheets themselves know as "this is text"; see OWASP, "CSV Injection". It is put
behind a semicolon too, where German spreadsheets begin another cell.
"""

from __future__ import annotations

import re

_RUN = re.compile(r"(^|;)(?='*[=+\-@\t\r\n＝＋－＠])")
_WRITTEN_AS_TEXT = re.compile(r"(^|;)'(?='*[=+\-@\t\r\n＝＋－＠])")


def as_text(cell: str) -> str:
    """The cell with an apostrophe before it, if a spreadsheet would run it: `-fähig` becomes `'-fähig`."""
    return _RUN.sub(r"\1'", cell)


def from_text(cell: str) -> str:
    """The cell as it was before `as_text`."""
    return _WRITTEN_AS_TEXT.sub(r"\1", cell)
