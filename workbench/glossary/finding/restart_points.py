"""Makes the restart points of simplemma's German dictionary, which the program comes with.

    uv run python -m workbench.glossary.finding.restart_points

To be run when simplemma has a new edition of the dictionary; a test tells. (Until then the dictionary is unfolded at
each start, which takes two seconds.) It reads the stream by simplemma's own decoder.
"""

from __future__ import annotations

import lzma
import sys
from array import array
from itertools import pairwise
from pathlib import Path

from workbench.glossary.finding.wordbook import POINTS, SAME_AS_BEFORE, edition_of, packed_dictionary

BETWEEN = 32
"""Forms between two points, at least."""


def restart_points(data: bytes) -> bytes:
    """The restart points of a packed dictionary. Raises ValueError if it is not packed as `Wordbook` needs it."""
    from simplemma.strategies.dictionaries import frontcode

    stream = lzma.decompress(data)
    reverse, _, place = frontcode._read_header(stream)
    forms, offsets = [], []
    since = BETWEEN
    for start, form, base in frontcode._iter_records(stream, place):
        behind = start + 2 + stream[start + 1]
        if reverse or max(len(form), len(base)) > 127 or b"\n" in form:
            raise ValueError("the dictionary is packed in another way: Wordbook needs to be changed")
        if since >= BETWEEN and stream[behind] != SAME_AS_BEFORE:
            forms.append(form)
            offsets.append(start)
            since = 0
        since += 1
    steps = array("H", (after - before for before, after in pairwise((0, *offsets))))
    if sys.byteorder == "big":
        steps.byteswap()
    return lzma.compress(edition_of(data) + b"\n" + b"\n".join(forms) + b"\0" + steps.tobytes(), preset=9)


def main(path: Path = POINTS) -> None:
    """Write the file."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(restart_points(packed_dictionary().read_bytes()))
    print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
