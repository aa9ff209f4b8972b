"""Memories from other programs: TMX as OmegaT, memoQ, Trados, Weblate and MateCat write it, XLIFF, PO, tables."""

from workbench.memory.exchange.own_rows import EDGE, OWN_HEAD, pair_of_row, row_of
from workbench.memory.exchange.reading import FORMATS_TOLD, by_sentences, pairs_in
from workbench.memory.exchange.report import Report
from workbench.memory.exchange.tmx import Progress, no_progress, tmx_pairs

__all__ = [
    "EDGE",
    "FORMATS_TOLD",
    "OWN_HEAD",
    "Progress",
    "Report",
    "by_sentences",
    "no_progress",
    "pair_of_row",
    "pairs_in",
    "row_of",
    "tmx_pairs",
]
