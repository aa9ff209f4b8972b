"""Breaking the words of a cue into lines that can be read in passing: few, short, of like length."""

from __future__ import annotations

import re

from workbench.text.inline import Inline
from workbench.text.span import Span

LONGEST = 42
"""Characters of a line: what the guides of broadcasters and of Netflix allow (Timed Text Style Guide: English)."""

_BREAKS = re.compile(r"(?<!\s)\s*\n\s*")
_DASH = re.compile(r"[-–—]")
_AFTER_MARK = 200
"""How much a break behind a comma or a full stop is worth, in squared characters."""


def in_lines(inline: Inline) -> Inline:
    """The words with `\\n` where lines end: as few lines as can be, none over 42 characters, of like length.

    Lines that the translator broke stay so. No line begins with a dash, which would be another speaker, and none ends
    with a hyphen, which would be a broken word.

    >>> in_lines(Inline("The government in Minsk announced new talks on Thursday.")).text
    'The government in Minsk\\nannounced new talks on Thursday.'
    """
    for found in reversed(list(_BREAKS.finditer(inline.text))):
        edge = found.start() == 0 or found.end() == len(inline.text)
        inline = inline.replaced(Span(found.start(), found.end()), "" if edge else "\n")
    text = list(inline.text)
    start = 0
    for line in inline.text.split("\n"):
        for at in _ends(line):
            text[start + at] = "\n"
        start += len(line) + 1
    return Inline("".join(text), inline.codes)


def _ends(line: str) -> list[int]:
    """Where to break a line: places of spaces in it. The cheapest way to each place, from left to right."""
    if len(line) <= LONGEST:
        return []
    places = [-1, *(at for at in range(1, len(line) - 1) if line[at] == " " and _may_end(line, at)), len(line)]
    best: list[tuple[tuple[int, int, int], int]] = [((0, 0, 0), -1)]
    for number, place in enumerate(places[1:], 1):
        ways = []
        for before in range(number):
            (over, lines, squares), _ = best[before]
            length = place - places[before] - 1
            bonus = _AFTER_MARK if place < len(line) and line[place - 1] in ",.;:!?…" else 0
            ways.append(((over + max(0, length - LONGEST), lines + 1, squares + length * length - bonus), before))
        best.append(min(ways))
    ends = []
    number = best[-1][1]
    while number > 0:
        ends.append(places[number])
        number = best[number][1]
    return ends[::-1]


def _may_end(line: str, at: int) -> bool:
    return not (_DASH.match(line, at + 1) or line[at - 1] in "-‐ " or line[at + 1] == " ")
