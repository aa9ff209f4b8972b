"""Cells of a spreadsheet that are merged over several rows: each of the rows has what stands in the first."""

from __future__ import annotations

import re
from collections import defaultdict

from openpyxl.utils import column_index_from_string

_MERGED = re.compile(rb'<mergeCell\s[^>]*?ref="([A-Z]{1,3})([0-9]{1,7}):[A-Z]{1,3}([0-9]{1,7})"')
_MOST = 100_000


class MergedCells:
    """The merged cells of a sheet, of which the rows are given one after the other."""

    def __init__(self, sheet: bytes) -> None:
        """`sheet`: the sheet's XML."""
        self._begun: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._now: dict[int, tuple[int, str]] = {}
        for number, match in enumerate(_MERGED.finditer(sheet)):
            if number == _MOST:
                break
            if match[3] != match[2]:
                self._begun[int(match[2])].append((column_index_from_string(match[1].decode()) - 1, int(match[3])))

    def fill(self, number: int, texts: list[str]) -> None:
        """Put into a row (from 1) that has something in it what it has of cells that begin above."""
        for place, (last, text) in list(self._now.items()):
            if number > last:
                del self._now[place]
            elif any(texts):
                texts += [""] * (place + 1 - len(texts))
                texts[place] = texts[place] or text
        for place, last in self._begun.get(number, ()):
            if place < len(texts) and texts[place]:
                self._now[place] = last, texts[place]
