"""The texts that the cells of a large workbook share, packed in memory, and unpacked when a cell is read."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from typing import Any, overload
from xml.sax.saxutils import escape

_TOGETHER = 128
_UNPACKED = 64
"""Packs that are kept unpacked: cells name their texts nearly in the texts' order."""
_END = "\0"


class PackedTexts(Sequence[Any]):
    """The elements (`si`) of shared texts; each is made anew when it is asked for."""

    def __init__(self, elements: Iterable[Any]) -> None:
        self._packs: list[bytes] = []
        self._count = 0
        self._unpacked: dict[int, list[str]] = {}
        waiting: list[str] = []
        for element in elements:
            waiting.append(_written(element))
            self._count += 1
            if len(waiting) == _TOGETHER:
                self._pack(waiting)
                waiting = []
        if waiting:
            self._pack(waiting)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> Any: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Any]: ...
    def __getitem__(self, at: int | slice) -> Any:
        from lxml import etree

        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._count))]
        return etree.fromstring(self._texts(at // _TOGETHER)[at % _TOGETHER])

    def _pack(self, texts: Sequence[str]) -> None:
        self._packs.append(zlib.compress(_END.join(texts).encode()))

    def _texts(self, pack: int) -> list[str]:
        texts = self._unpacked.pop(pack, None)
        if texts is None:
            texts = zlib.decompress(self._packs[pack]).decode().split(_END)
            if len(self._unpacked) == _UNPACKED:
                del self._unpacked[next(iter(self._unpacked))]
        self._unpacked[pack] = texts  # the latest one stands last
        return texts


def _written(element: Any) -> str:
    """An element as XML; one that is a text alone as short as can be."""
    from lxml import etree

    if len(element) == 1 and not len(element[0]) and str(element[0].tag).endswith("}t"):
        return f"<si><t>{escape(element[0].text or '', {chr(13): '&#13;'})}</t></si>"
    return bytes(etree.tostring(element, with_tail=False)).decode()
