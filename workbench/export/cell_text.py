"""The text of a spreadsheet's cell: bold, italic and struck out as the cell's own formatting, all other codes as marks.

`⟨2⟩Quelle⟨/2⟩` in a cell is a code whose formatting a cell cannot have: a link, a footnote's mark, an image. What comes
back is put together again from the cell, from the text as it was handed over, and from what its codes are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from workbench.formats import CodeRole
from workbench.text import Code, Inline, Span, pairs

SET: tuple[CodeRole, ...] = ("bold", "italic", "strike")
"""What a cell can show of itself."""

Roles = Mapping[str, CodeRole]
"""What the codes of a paragraph are, by their ids."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a cell's text that is set in one way."""

    text: str
    look: frozenset[CodeRole] = frozenset()


def pieces_of(inline: Inline, roles: Roles) -> tuple[Piece, ...]:
    """A text as a cell has it. Where marks and formatting could not be told apart again, all codes are marks."""
    ends = _set_codes(inline, roles)
    found: list[Piece] = []
    marks: list[Code] = []
    look, at = dict.fromkeys(SET, 0), 0
    for place, code in enumerate(inline.codes):
        if place not in ends:
            marks.append(code)
            continue
        found.append(_piece(inline.text, Span(at, code.at), marks, look))
        look[roles[code.id]] += 1 if code.kind == "open" else -1
        at, marks = code.at, []
    found.append(_piece(inline.text, Span(at, len(inline.text)), marks, look))
    made = merged(found)
    others = Inline(inline.text, tuple(code for place, code in enumerate(inline.codes) if place not in ends))
    same = Inline.parsed("".join(piece.text for piece in made)) == others
    return made if same else merged([Piece(inline.shown())])


def merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Without empty pieces, and with neighbours that are set alike as one."""
    full = (piece for piece in pieces if piece.text)
    return tuple(Piece("".join(p.text for p in group), look) for look, group in groupby(full, key=lambda p: p.look))


def inline_of(pieces: Sequence[Piece], exported: Inline, roles: Roles) -> Inline:
    """The text of a cell with its codes. `exported`: the text that was put into it, which it is again if unchanged.

    A changed text has its formatting at the stretches that are set so now, under the ids that the words had before;
    where the whole cell has lost its formatting, as it does when it is typed anew, the codes go along with the words.
    """
    pieces = merged(pieces)
    if pieces == pieces_of(exported, roles):
        return exported
    cell = Inline.parsed("".join(piece.text for piece in pieces))
    before = _only_set(exported, roles).carried(cell.text)
    if all(not piece.look for piece in pieces):
        stretches = [(Span(pair.start, pair.end), pair.id) for pair in pairs(before.codes) if pair.start < pair.end]
        return _with(cell, [(span, key) for span, key in stretches])
    found: list[tuple[Span, str]] = []
    for role in SET:
        found += _named(_stretches(pieces, role), role, before, roles)
    return _with(cell, found)


def _set_codes(inline: Inline, roles: Roles) -> set[int]:
    """The places, in their order, of the codes that a cell shows as formatting: pairs around a text, each id once."""
    keys = [code.id for code in inline.codes]
    found = set()
    for pair in pairs(inline.codes):
        if pair.start < pair.end and keys.count(pair.id) == 2 and roles.get(pair.id) in SET:
            found |= {inline.codes.index(pair.first), inline.codes.index(pair.last)}
    return found


def _only_set(inline: Inline, roles: Roles) -> Inline:
    ends = _set_codes(inline, roles)
    return Inline(inline.text, tuple(code for place, code in enumerate(inline.codes) if place in ends))


def _piece(text: str, span: Span, codes: Iterable[Code], look: Mapping[CodeRole, int]) -> Piece:
    moved = tuple(replace(code, at=code.at - span.start) for code in codes)
    return Piece(Inline(text[slice(*span)], moved).shown(), frozenset(role for role, depth in look.items() if depth))


def _stretches(pieces: Sequence[Piece], role: CodeRole) -> list[Span]:
    """Where in the text of the cell, its marks not counted, something is set in one way."""
    found: list[Span] = []
    shown = ""
    for piece in pieces:
        start = len(Inline.parsed(shown).text)
        shown += piece.text
        end = len(Inline.parsed(shown).text)
        if role in piece.look and start < end:
            if found and found[-1].end == start:
                found[-1] = Span(found[-1].start, end)
            else:
                found.append(Span(start, end))
    return found


def _named(stretches: Sequence[Span], role: CodeRole, before: Inline, roles: Roles) -> list[tuple[Span, str]]:
    """Which code each stretch is: the one whose words it has most of, else the next that is free; without one, none."""
    places = {pair.id: Span(pair.start, pair.end) for pair in pairs(before.codes)}
    free = [key for key, its in roles.items() if its == role]
    found = []
    for stretch in stretches:
        best = max(free, key=lambda key: _shared(stretch, places.get(key)), default=None)
        if best is not None:
            free.remove(best)
            found.append((stretch, best))
    return found


def _shared(one: Span, other: Span | None) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start)) if other else -1


def _with(inline: Inline, stretches: Sequence[tuple[Span, str]]) -> Inline:
    """A text with further pairs of codes. Of several at one place the longer opens first, and closes last."""
    opens = sorted(stretches, key=lambda one: (one[0].start, -one[0].end))
    closes = sorted(stretches, key=lambda one: (one[0].end, -one[0].start))
    codes = [
        *(((span.end, 0), Code(span.end, key, "close")) for span, key in closes),
        *(((span.start, 1), Code(span.start, key, "open")) for span, key in opens),
        *(((code.at, 2), code) for code in inline.codes),
    ]
    return Inline(inline.text, tuple(code for _, code in sorted(codes, key=lambda one: one[0])))
