"""The glossary's entries as a reader wants them: those that have certain words, in a certain order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal

from workbench.glossary import Entry

Order = Literal["file", "German", "English", "kind", "uses"]
ORDERS: tuple[Order, ...] = ("file", "German", "English", "kind", "uses")
"""As they stand in the file; by the first German form; by the English; by kind; the most used first."""

_ACCENTS = re.compile("[\u0300-\u036f]+")
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def listed(
    entries: Iterable[Entry], words: str = "", order: Order = "file", uses: Callable[[Entry], int] | None = None
) -> tuple[Entry, ...]:
    """The entries that have all of the words somewhere (German, English, also, avoid, first, note), in an order.

    Words are found inside others, in capitals or not, with ß as ss and ä as ae or a. `uses` tells how often an
    entry is used, for the order by uses.
    """
    wanted = [_plain(word) for word in words.split()]
    found = [entry for entry in entries if all(word in _haystack(entry) for word in wanted)]
    if order == "file":
        return tuple(found)

    def key(entry: Entry) -> tuple[int, str, str]:
        german = _bare(entry.de[0])
        count = uses(entry) if uses and order == "uses" else 0
        return -count, {"English": _bare(entry.en), "kind": entry.kind}.get(order, german), german

    return tuple(sorted(found, key=key))


@lru_cache(maxsize=50_000)
def _haystack(entry: Entry) -> str:
    text = "\n".join((*entry.de, *entry.accepted, *entry.avoid, entry.note))
    return f"{_plain(text)}\n{_bare(text)}"


def _plain(text: str) -> str:
    """Without capitals and accents, ß as ss, ä as ae."""
    return _bare(text.casefold().translate(_SPELT_OUT))


def _bare(text: str) -> str:
    """Without capitals, accents and dots, ß as ss."""
    text = text.casefold()
    return text if text.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFD", text))
