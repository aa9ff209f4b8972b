"""XLIFF 1.2 and 2.x, with what Trados (SDLXLIFF) and memoQ (MQXLIFF) make of them."""

from workbench.formats.xliff.filter import XliffFilter

__all__ = ["XliffFilter"]
