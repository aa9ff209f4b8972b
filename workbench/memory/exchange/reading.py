"""The pairs of a file of another program, of whatever format it is; its name tells which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from workbench.files import read_start
from workbench.formats import bilingual_filter_of
from workbench.memory.coded import coded_pairs
from workbench.memory.exchange.report import Report
from workbench.memory.exchange.tmx import Progress, no_progress, tmx_pairs
from workbench.memory.pair import Pair
from workbench.problem import Problem, WorkbenchError

FORMATS_TOLD = ".tmx (also .tmx.gz), .xliff, .xlf, .sdlxliff, .mqxliff, .po, .tsv, .csv or .xlsx"
_TMX = (".tmx", ".tmx.gz", ".sdltm")
_TABLES = (".tsv", ".csv", ".tab", ".txt")
_LOOKED_AT = 4_096


def pairs_in(
    path: Path, report: Report, *, swap: bool = False, english: str = "en-GB", progress: Progress = no_progress
) -> Iterator[Pair]:
    """The pairs of a TMX, XLIFF or PO file or of a table, one by one; what is left out is told to `report`.

    See `tmx_pairs`, `table_pairs` and `bilingual_pairs`. Raises WorkbenchError as they do, and for other files.
    """
    name = path.name.lower()
    if name.endswith(_TMX) or (not name.endswith(_TABLES) and _begins_as_tmx(path)):
        return tmx_pairs(path, report, english=english, progress=progress)
    if name.endswith(_TABLES):
        from workbench.memory.exchange.tables import table_pairs

        return table_pairs(path, report, swap=swap, progress=progress)
    if name.endswith(".xlsx") or bilingual_filter_of(name):
        from workbench.memory.exchange.bilingual import bilingual_pairs

        return bilingual_pairs(path, report, swap=swap, progress=progress)
    raise WorkbenchError(Problem(path, "is of a format that no memory is taken from", f"give a file {FORMATS_TOLD}"))


def by_sentences(pair: Pair) -> Iterator[Pair]:
    """A pair of paragraphs as pairs of their sentences; whole where these do not align.

    Neighbours are known inside of it, and at its edges not.
    """
    parts = coded_pairs(pair.source, pair.target)
    if len(parts) < 2:
        yield pair
        return
    sources = [None, *(source.text for source, _ in parts), None]
    for at, (source, target) in enumerate(parts):
        yield replace(pair, source=source, target=target, before=sources[at], after=sources[at + 2])


def _begins_as_tmx(path: Path) -> bool:
    start = read_start(path, _LOOKED_AT, "name an ordinary file")
    if start is None:
        raise WorkbenchError(Problem(path, "there is no such file", "check the name and the folder"))
    return b"<tmx" in start.replace(b"\0", b"")
