"""What a reader finds in a file: where each paragraph stands, and how it reads on one line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.formats.markup import PARAGRAPH, Block, Markup
from workbench.formats.roles import Role
from workbench.text.inline import Code, Inline
from workbench.text.span import Span

# After these the hyphen at a line's end belongs to the word: "Luft- und Seestreitkräfte".
_HYPHEN_KEEPERS = frozenset({"und", "oder", "bzw", "sowie", "als", "noch", "bis", "wie", "statt", "aber"})
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of a file: `file[span]` is how it stands there, `source` is it on one line with its codes.

    `role`: what the format's marks say it is; None where they say nothing. `markup`: what its codes are in the file.
    """

    span: Span
    source: Inline
    role: Role | None = None
    block: Block = PARAGRAPH
    markup: tuple[Markup, ...] = ()

    @property
    def text(self) -> str:
        """Its text without codes."""
        return self.source.text


def join_lines(lines: Iterable[str]) -> str:
    """Join the lines of one paragraph with spaces, mending words broken at a line's end.

    `Ver-` + `teidigung` becomes `Verteidigung`. The hyphen stays where it is part of the word: before a
    capital or figure (`Ukraine-` + `Krieg`), after one (`AFU-` + `nahe`, `10-` + `jährige`), and, with a
    space, before `und`, `oder` … (`Luft-` + `und Seestreitkräfte`).
    """
    return join([Inline(line) for line in lines]).text


def join(lines: Sequence[Inline]) -> Inline:
    """The same for lines with codes."""
    joined = Inline("")
    for line in lines:
        following = squeezed(line)
        if not following.text:
            joined = Inline(joined.text, (*joined.codes, *(replace(code, at=len(joined.text)) for code in line.codes)))
        elif not joined.text:
            joined += following
        else:
            cut, glue = _joint(joined.text, following.text)
            joined = _shortened(joined, cut) + Inline(glue) + following
    return joined.mended()


def squeezed(inline: Inline) -> Inline:
    """With one space for each run of blanks, and none at its ends."""
    text = " ".join(inline.text.split())
    if text == inline.text:
        return inline
    codes = []
    for code in inline.codes:
        before = _BLANKS.sub(" ", inline.text[: code.at]).removeprefix(" ")
        after = inline.text[code.at : code.at + 1]
        at = len(before) - (before.endswith(" ") and (after.isspace() and code.kind == "close"))
        codes.append(replace(code, at=min(at, len(text))))
    return Inline(text, _in_order(codes))


def _in_order(codes: Iterable[Code]) -> tuple[Code, ...]:
    latest, found = 0, []
    for code in codes:
        latest = max(latest, code.at)
        found.append(replace(code, at=latest))
    return tuple(found)


def _shortened(inline: Inline, cut: int) -> Inline:
    if not cut:
        return inline
    end = len(inline.text) - cut
    return Inline(inline.text[:end], tuple(replace(code, at=min(code.at, end)) for code in inline.codes))


def _joint(line: str, following: str) -> tuple[int, str]:
    """How many characters of a line go when another follows it, and what stands between the two."""
    if not _ends_in_broken_word(line):
        return 0, " "
    if following[0].islower() and following.split(maxsplit=1)[0].strip(".,") in _HYPHEN_KEEPERS:
        return 0, " "
    if following[0].islower() and line[-2].islower():
        return 1, ""
    return 0, "" if following[0].isalnum() else " "


def _ends_in_broken_word(line: str) -> bool:
    return len(line) > 1 and line[-1] in "-‐" and line[-2].isalnum()
