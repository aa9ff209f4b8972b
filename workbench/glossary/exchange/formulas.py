"""How many cells of a glossary that is handed over a spreadsheet would have run as a formula."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.formats.formulas import as_text, from_text

__all__ = ["as_text", "from_text", "number_run"]


def number_run(cells: Iterable[str]) -> int:
    """How many of these cells `as_text` changes."""
    return sum(as_text(cell) != cell for cell in cells)
