"""An XLIFF file that came back from another program or a reviewer."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from workbench.export.returned import Returned, ReturnedSegment
from workbench.export.rows import numbers
from workbench.export.xliff_reading import XliffUnit, xliff_units
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline


def read_returned_xliff(data: bytes, where: Path) -> Returned:
    """What an XLIFF 1.2 or 2.x says now: the English of each unit, its notes, and whether its state is reviewed.

    The notes that the program wrote itself are left out, unless somebody wrote in them (XLIFF 2 tells). A unit that is
    not to be translated and has no target is none of the segments. Raises WorkbenchError for what is no XLIFF, is
    damaged, declares entities, or has no units.
    """
    name, units = xliff_units(data, where)
    if not units:
        raise WorkbenchError(Problem(where, "has no units in it", "look whether it is the right file"))
    segments = tuple(_segment(unit) for unit in units if unit.translate or unit.target is not None or unit.comments)
    return Returned(segments, tuple(_remarks(units, where)), name)


def _segment(unit: XliffUnit) -> ReturnedSegment:
    return ReturnedSegment(
        id=unit.id,
        target=unit.target or Inline(""),
        exported=unit.exported,
        comments=unit.comments,
        reviewed=unit.reviewed,
        source=unit.source.text,
    )


def _remarks(units: tuple[XliffUnit, ...], where: Path) -> list[Problem]:
    remarks = []
    strange = [place for place, unit in enumerate(units) if unit.strange]
    if strange:
        what = f"codes that are not the document's, in the English of unit {numbers(strange)}: left out"
        remarks.append(Problem(where, what, "look whether its bold, links and marks are where they belong"))
    twice = [name for name, count in Counter(unit.id for unit in units).items() if count > 1]
    if twice:
        what = f"{len(twice)} id{'' if len(twice) == 1 else 's'} stand{'s' if len(twice) == 1 else ''} there twice"
        remarks.append(Problem(where, f"{what} ({', '.join(twice)[:80]})", "look at both when you take them over"))
    return remarks
