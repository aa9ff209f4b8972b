"""What the program itself adds to a draft, by a name that changes with its code and data: drafts are kept under it."""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from functools import cache
from pathlib import Path

_PROGRAM = Path(__file__).parent.parent
_ROOMS = ("text", "glossary", "dictionary", "engine")
"""The rooms in which a draft is made."""
_OTHERS = frozenset({"__pycache__", "packages"})
"""Folders in which nothing of it lies."""
_NO_PART = re.compile(r"^(?:README|COPYRIGHT|LICEN[CS]E|\.)|(?:\.(?:md|rst|pyc|orig|rej|bak|swp|tmp)|~)$")
"""Names of files that no draft depends on: what is told to people, and what an editor or a merge leaves there."""


@cache
def code_fingerprint(rooms: tuple[str, ...] = _ROOMS) -> str:
    """Eight bytes of a digest over the code and data that drafts are made with, as hexadecimal digits.

    `rooms`: those of the program that count, for what is made elsewhere.

    The same package and entries may give another draft with another version of it, so drafts kept under another name
    are made anew: nobody has to remember to say so. So they are with another edition of the dictionary, and with
    other lists of words and names. (Packages have a name of their own: `Engine.fingerprint`.)
    """
    digest = hashlib.blake2b(digest_size=8)
    for room in rooms:
        for file in sorted((_PROGRAM / room).rglob("*")):
            name = file.relative_to(_PROGRAM)
            if _OTHERS.intersection(name.parts) or _NO_PART.search(file.name) or not file.is_file():
                continue
            with suppress(OSError):
                digest.update(name.as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
