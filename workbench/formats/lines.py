"""Where a text goes on in a place of its own: behind a tab, and in each line of an address or a signature."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workbench.formats.markup import Markup
from workbench.text.inline import Inline
from workbench.text.lazy_pattern import lazy_pattern

_LONGEST = 60
"""Characters of a line of an address; a longer one is of running text."""
_FEWEST = 3
"""Lines; two may be a headline that was broken for its looks."""
_GOES_ON = lazy_pattern(
    r"(?:[,‐–—-]|\b(?:der|die|das|den|dem|des|eine?[nmrs]?|und|oder|als|wie|mit|von|vom|zu|zum|zur|in|im|am|an|auf|für"
    r"|über|aus|bei|nach|ist|sind|war|hat|haben|wird|werden|nicht|sich))\s*\Z",
    re.IGNORECASE,
)


def places_of_own(inline: Inline, markup: Iterable[Markup]) -> tuple[int, ...]:
    """Where (in characters) a text begins anew behind a tab, or behind a line break between short lines.

    A line break within a sentence, as headlines and verses have it, is none of these: where the next line goes on with
    a small letter, or this one ends with a comma, an article or the like.
    """
    breaks = {one.id: one.first == "tab" for one in markup if one.role == "break"}
    ats = sorted({code.at for code in inline.codes if code.id in breaks})
    tabs = {code.at for code in inline.codes if breaks.get(code.id)}
    lines = [inline.text[start:end].strip() for start, end in zip((0, *ats), (*ats, len(inline.text)), strict=True)]
    said = [line for line in lines if line]
    short = len(said) >= _FEWEST and all(len(line) <= _LONGEST for line in said)
    return tuple(
        at
        for at, line, following in zip(ats, lines, lines[1:], strict=False)
        if at in tabs or (short and not following[:1].islower() and not _GOES_ON.search(line))
    )
