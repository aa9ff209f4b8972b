"""A pair as a row of a table of this program's own, and back: nothing of it is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.memory.pair import TRUSTS, Pair
from workbench.text import Inline, clean_line

OWN_HEAD = ("de", "en", "before", "after", "document", "paragraph", "trust", "made", "who", "variant")
"""The first row of such a table."""
EDGE = "(edge)"
"""In the place of a neighbour: there is none, the document begins or ends here. Empty: it is not known."""


def row_of(pair: Pair) -> tuple[str, ...]:
    """A pair as the cells of a row; the codes are written into its texts (`⟨1⟩neue⟨/1⟩`)."""
    return (
        pair.source.shown(),
        pair.target.shown(),
        _neighbour(pair.before),
        _neighbour(pair.after),
        pair.document,
        str(pair.place + 1) if pair.place >= 0 else "",
        pair.trust,
        pair.made,
        pair.who,
        pair.english,
    )


def pair_of_row(cells: Sequence[str]) -> Pair | None:
    """The pair of such a row; None where its two texts are missing."""
    if len(cells) < 2:
        return None
    german, english, before, after, document, place, trust, made, who, tag = (*cells, *[""] * 10)[: len(OWN_HEAD)]
    return Pair(
        Inline.parsed(clean_line(german)),
        Inline.parsed(clean_line(english)),
        _read(before),
        _read(after),
        clean_line(document),
        int(place) - 1 if re.fullmatch(r"[1-9][0-9]{0,8}", place) else -1,
        next((one for one in TRUSTS if one == trust), "unreviewed"),
        made if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", made) else "",
        clean_line(who),
        clean_line(tag),
    )


def _neighbour(text: str | None) -> str:
    return "" if text is None else text or EDGE


def _read(cell: str) -> str | None:
    text = clean_line(cell)
    return "" if text == EDGE else text or None
