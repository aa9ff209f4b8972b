"""The list of what was found: a paragraph a row, with its German and its English where the places are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.segment import Segment

from workbench.project.searching.search import Hit
from workbench.text import Span, clean_line
from workbench.tui.view import FINDING_SIGNS, NOTE_SIGN, SIGNS
from workbench.tui.widgets.rows import INDENT, Look, labelled
from workbench.tui.wrapping import wrap

if TYPE_CHECKING:
    from workbench.project.team.authors import Hand

SHOWN = 240
"""Characters of a text that are shown."""
BEFORE = 60
"""Characters that are shown before the first place in a longer one."""
_Excerpt = tuple[str, str, tuple[Span, ...]]
"""The label of a text, what is shown of it, and the places in that."""
_LABELS = {"german": "DE", "english": "EN", "note": f"{NOTE_SIGN} ", "finding": f"{FINDING_SIGNS['warning']} "}


class FoundRows:
    """Paragraphs in which something was found, each with its hits."""

    def __init__(self) -> None:
        self.paragraphs: list[Sequence[Hit]] = []
        self.tells_states = True

    def add(self, hits: Iterable[Hit]) -> None:
        """More was found; a paragraph's hits come together."""
        for _, of_one in groupby(hits, key=lambda hit: (hit.document, hit.paragraph)):
            self.paragraphs.append(tuple(of_one))

    def __len__(self) -> int:
        return len(self.paragraphs)

    def height(self, index: int, width: int) -> int:
        excerpts = _excerpts(self.paragraphs[index])
        return 1 + sum(len(wrap(text, width - INDENT)) for _, text, _ in excerpts)

    def lines(self, index: int, width: int, look: Look) -> list[list[Segment]]:
        hits = self.paragraphs[index]
        first, state = hits[0], hits[0].record.state
        lines = [
            [
                Segment(f"{clean_line(first.document)} ¶{first.paragraph + 1}", look("strong")),
                Segment(f"  {SIGNS[state]} {state}" * self.tells_states, look("dim")),
                Segment(f"{told_doubt(first.doubt)}{told_hand(first.hand)}", look("dim")),
            ]
        ]
        for label, text, places in _excerpts(hits):
            lines += labelled(label, text, width, [(place, look("place")) for place in places], look)
        return lines


def told_doubt(doubt: float) -> str:
    """How doubtful a paragraph is, behind its state; nothing where that was not asked.

    >>> told_doubt(0.3849)
    ' · doubt 38 %'
    """
    return f" · doubt {doubt:.0%}".replace("%", " %") if doubt else ""


def told_hand(hand: Hand | None) -> str:
    """Who changed a paragraph last, and when, behind its state; nothing where that was not asked."""
    return f" · {hand.told}" if hand else ""


def _excerpts(hits: Sequence[Hit]) -> Iterator[_Excerpt]:
    """The German and the English beside it, whichever has places, then notes and findings that have."""
    record = hits[0].record
    found = {hit.field: hit.places for hit in hits}
    texts = {"german": record.german, "english": record.english}
    share = next((_share(texts[field], found[field]) for field in ("english", "german") if found.get(field)), 0.0)
    for field, text in texts.items():
        places: tuple[Span, ...] = found.get("german" if field == "german" else "english", ())
        if text:
            at = places[0].start if places else int(share * len(text))
            yield _LABELS[field], *excerpt(text, places, at)
    for hit in hits:
        if hit.field in ("note", "finding"):
            yield _LABELS[hit.field], *excerpt(hit.text, hit.places, hit.places[0].start if hit.places else 0)


def _share(text: str, places: Sequence[Span]) -> float:
    """How far on in a text its first place stands, from 0 to 1."""
    return places[0].start / len(text)


def excerpt(text: str, places: Sequence[Span], at: int) -> tuple[str, tuple[Span, ...]]:
    """A text on one line, of a long one what stands around the character `at`; and the places in that.

    >>> excerpt("one two", [Span(4, 7)], 4)
    ('one two', (Span(start=4, end=7),))
    """
    start = 0 if len(text) <= SHOWN else max(0, min(at - BEFORE, len(text) - SHOWN))
    if start:
        start = min(text.find(" ", start) + 1 or start, at)
    end = min(len(text), start + SHOWN)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    shown = f"{before}{text[start:end]}{after}".replace("\n", " ")
    return shown, tuple(
        Span(place.start + shift, min(place.end, end) + shift) for place in places if start <= place.start < end
    )
