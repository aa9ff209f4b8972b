"""A file that git has left with the lines of two people in it, between `<<<<<<<`, `=======` and `>>>>>>>`."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARKER = re.compile(rb"(<{7}|\|{7}|={7}|>{7})(?: [^\n]*)?\r?\n?")
_FOLLOWS = {b"<": ("both",), b"|": ("ours",), b"=": ("ours", "base"), b">": ("theirs",)}
_BEGINS = {b"<": "ours", b"|": "base", b"=": "theirs", b">": "both"}


class Versions(NamedTuple):
    """The three versions of a file that is merged; `base`: as both had it before, None where that is not known."""

    base: bytes | None
    ours: bytes
    theirs: bytes


def versions(data: bytes) -> Versions | None:
    """The versions in a file with the marks of a conflict; None where it has none, or they do not fit together.

    The base is there where git was told to write it (`merge.conflictStyle` diff3 or zdiff3).
    """
    if b"<<<<<<<" not in data:
        return None
    base, ours, theirs = bytearray(), bytearray(), bytearray()
    into = {"both": (base, ours, theirs), "ours": (ours,), "base": (base,), "theirs": (theirs,)}
    now, has_base = "both", False
    for line in data.splitlines(keepends=True):
        if marker := _MARKER.fullmatch(line):
            sign = marker[1][:1]
            if now not in _FOLLOWS[sign]:
                return None
            now = _BEGINS[sign]
            has_base = has_base or now == "base"
            continue
        for side in into[now]:
            side.extend(line)
    if now != "both" or ours == theirs == base:
        return None
    return Versions(bytes(base) if has_base else None, bytes(ours), bytes(theirs))
