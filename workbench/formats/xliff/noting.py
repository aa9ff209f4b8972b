"""A translator's notes in an XLIFF file: elements of their own beside those that are there.

XLIFF 1.2: `note` after the target (OASIS 2008, 2.3). XLIFF 2: `note` in the `notes` of a unit, which stand before its
original data and its segments (OASIS 2018, 4.2.2.3).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.formats.xliff.segments import Segment
from workbench.formats.xliff.tree import Element, File, escaped, indent, named

_ORIGIN = "translator"
"""Who a note is from, as other programs call it, too."""


def note_edits(
    file: File, segments: Sequence[Segment], notes: Mapping[str, Sequence[str]]
) -> Iterator[tuple[int, int, str]]:
    """The edits that put notes (lines, by the place of their segment) to the unit of each; each line once."""
    lines: dict[int, dict[str, None]] = defaultdict(dict)
    units = {one.noted.start: one.noted for one in segments if one.noted is not None}
    for one in segments:
        if one.noted is not None:
            lines[one.noted.start] |= dict.fromkeys(notes.get(one.place, ()))
    for start, unit in units.items():
        if lines[start]:
            yield (
                _in_unit_1(file, unit, lines[start])
                if unit.name == "trans-unit"
                else _in_unit_2(file, unit, lines[start])
            )


def _in_unit_1(file: File, unit: Element, lines: Iterable[str]) -> tuple[int, int, str]:
    there = [one for one in unit.elements if one.name in ("source", "seg-source", "target") and one.space == unit.space]
    there += [one for one in unit.elements if one.name == "note" and one.space == unit.space]
    begin, space = named(file, unit, "note"), indent(file, there[0])
    made = "".join(f'{space}{begin} from="{_ORIGIN}">{escaped(line)}</{begin[1:]}>' for line in lines)
    return max(one.end for one in there), max(one.end for one in there), made


def _in_unit_2(file: File, unit: Element, lines: Iterable[str]) -> tuple[int, int, str]:
    begin, around = named(file, unit, "note"), named(file, unit, "notes")
    there = unit.first("notes")
    if there is not None and there.inside < there.end:
        last = [*there.elements][-1:]
        at, space = (last[0].end, indent(file, last[0])) if last else (there.close, "")
    else:
        first = next(one for one in unit.elements if one.name in ("originalData", "segment", "ignorable"))
        at, space = first.start, ""
    made = "".join(f'{space}{begin} category="{_ORIGIN}">{escaped(line)}</{begin[1:]}>' for line in lines)
    if there is not None and there.inside == there.end:
        return there.start, there.end, f"{around}>{made}</{around[1:]}>"
    return (at, at, made) if there is not None else (at, at, f"{around}>{made}</{around[1:]}>{indent(file, first)}")
