"""One line of text as segments, with stretches of it in styles of their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from workbench.text import Span


def styled(text: str, line: Span, width: int, looks: Sequence[tuple[Span, Style]], base: Style) -> list[Segment]:
    """`text[line.start:line.end]` in `base`, padded to `width` cells; each look's stretch has its style added."""
    cuts = {line.start, line.end}
    for span, _ in looks:
        cuts.update(min(max(edge, line.start), line.end) for edge in span)
    segments = []
    for start, end in pairwise(sorted(cuts)):
        style = base
        for span, look in looks:
            if span.start <= start and end <= span.end:
                style += look
        segments.append(Segment(text[start:end], style))
    pad = width - cell_len(text[line.start : line.end])
    if pad > 0:
        segments.append(Segment(" " * pad, base))
    return segments
