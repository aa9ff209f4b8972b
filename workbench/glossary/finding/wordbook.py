"""simplemma's German dictionary, searched as it is packed.

simplemma keeps a million forms in a megabyte: sorted, each told by what it shares with the one before. To unfold that
takes two seconds and 120 MB, so that is not done. The packed stream is decompressed (a tenth of a second, beside other
work), and a form is looked for from the nearest of 33,000 restart points. These belong to one edition of the
dictionary, and come with the program: `restart_points.py` makes them.
"""

from __future__ import annotations

import lzma
import sys
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path

SAME_AS_BEFORE, WRITTEN_OUT = 254, 255
"""What stands in place of a number of letters: the base form is that of the form before; it is written out."""

POINTS = Path(__file__).parent / "data" / "german.points"


class Wordbook:
    """Forms of words and their base forms, in simplemma's packed stream."""

    def __init__(self, stream: bytes, firsts: Sequence[bytes], offsets: Sequence[int]) -> None:
        """`firsts` and `offsets`: some forms of the stream, sorted, and where they stand."""
        self._stream, self._firsts, self._offsets = stream, firsts, (*offsets, len(stream))

    def get(self, form: str, default: str = "") -> str:
        """The base form of a form written exactly like this."""
        wanted = form.encode(errors="replace")
        point = bisect_right(self._firsts, wanted) - 1
        if point < 0:
            return default
        stream, key, base = self._stream, self._firsts[point], b""
        place, end = self._offsets[point], self._offsets[point + 1]
        while place < end:
            shared, behind = stream[place], place + 2 + stream[place + 1]
            key = key[:shared] + stream[place + 2 : behind]
            cut = stream[behind]
            if cut == SAME_AS_BEFORE:
                place = behind + 1
            else:
                place = behind + 2 + stream[behind + 1]
                base = (b"" if cut == WRITTEN_OUT else key[: len(key) - cut]) + stream[behind + 2 : place]
            if key >= wanted:
                return base.decode() if key == wanted else default
        return default


def packed_dictionary() -> Path:
    """Where the installed simplemma has its German dictionary. Raises OSError where there is none."""
    found = find_spec("simplemma")  # it is not imported: that takes a third of a second
    for folder in (found and found.submodule_search_locations) or ():
        return Path(folder) / "strategies" / "dictionaries" / "data" / "de.plzma"
    raise FileNotFoundError("simplemma")


def open_wordbook(packed: Path | None = None, points: Path = POINTS) -> Wordbook:
    """The German dictionary of the installed simplemma.

    Raises OSError where a file cannot be read, and ValueError or LZMAError where the points belong to another edition.
    """
    data = (packed or packed_dictionary()).read_bytes()
    edition, _, rest = lzma.decompress(points.read_bytes()).partition(b"\n")
    if edition != edition_of(data):
        raise ValueError("the restart points belong to another edition of simplemma's dictionary")
    firsts, _, steps = rest.partition(b"\0")
    offsets = array("H", steps)
    if sys.byteorder == "big":
        offsets.byteswap()
    return Wordbook(lzma.decompress(data), firsts.split(b"\n"), tuple(accumulate(offsets)))


def edition_of(data: bytes) -> bytes:
    """What tells one edition of the packed dictionary from another."""
    return b"%d %d" % (len(data), zlib.crc32(data))
