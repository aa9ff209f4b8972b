"""What a reader finds in a file: where each paragraph stands, and how it reads on one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.formats.roles import Role
from workbench.text.span import Span

# After these the hyphen at a line's end belongs to the word: "Luft- und Seestreitkräfte".
_HYPHEN_KEEPERS = frozenset({"und", "oder", "bzw", "sowie", "als", "noch", "bis", "wie", "statt", "aber"})


class Piece(NamedTuple):
    """One paragraph of a file: `file[span]` is how it stands there, `text` is it on one line.

    `role`: what the format's marks say it is; None where they say nothing.
    """

    span: Span
    text: str
    role: Role | None = None


def join_lines(lines: Sequence[str]) -> str:
    """Join the lines of one paragraph with spaces, mending words broken at a line's end.

    `Ver-` + `teidigung` becomes `Verteidigung`. The hyphen stays where it is part of the word: before a
    capital or figure (`Ukraine-` + `Krieg`), after one (`AFU-` + `nahe`, `10-` + `jährige`), and, with a
    space, before `und`, `oder` … (`Luft-` + `und Seestreitkräfte`).
    """
    joined: list[str] = []
    for line in lines:
        following = " ".join(line.split())
        if not following:
            continue
        if joined and _ends_in_broken_word(joined[-1]):
            before = joined[-1]
            if following[0].islower() and following.split()[0].strip(".,") in _HYPHEN_KEEPERS:
                joined.append(" ")
            elif following[0].islower() and before[-2].islower():
                joined[-1] = before[:-1]
            elif not following[0].isalnum():
                joined.append(" ")
        elif joined:
            joined.append(" ")
        joined.append(following)
    return "".join(joined)


def _ends_in_broken_word(line: str) -> bool:
    return len(line) > 1 and line[-1] in "-‐" and line[-2].isalnum()
