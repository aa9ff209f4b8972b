"""Tracked changes taken as accepted: what was deleted goes, what was inserted is text, formatting is the new one."""

from __future__ import annotations

from typing import Any

from workbench.formats.docx.names import NOTE_MARKS, PPR, RANGE_ENDS, RANGE_STARTS, RPR, SECTION, TBL, TC, TR, P, w

_IN, _OUT = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))
_FORMER = tuple(
    w(f"{what}Change") for what in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")
)
_CELLS = (w("cellIns"), w("cellDel"), w("cellMerge"))
_RANGES = tuple(
    w(f"{what}Range{end}")
    for what in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
)
_PROPERTIES = (RPR, w("trPr"), w("numPr"), w("ctrlPr"))
_MARKS = (*RANGE_STARTS, *RANGE_ENDS, w("proofErr"))


def accept(root: Any) -> int:
    """Resolve every tracked change of a part in place, as Word's “Accept All Changes” does; how many there were.

    Insertions, deletions, moves, former formatting, rows, cells and the ends of paragraphs.
    """
    changes = list(root.iter(*_IN, *_OUT, *_FORMER, *_CELLS, *_RANGES))
    if not changes:
        return 0
    count = len([change for change in changes if change.tag not in _RANGES and change.tag != w("moveFrom")])
    _drop_rows_and_cells(root)
    ended = [paragraph for paragraph in root.iter(P) if _loses_its_end(paragraph)]
    for change in changes:
        _resolve(change)
    for paragraph in reversed(ended):
        _merge_with_next(paragraph)
    return count


def note_marks(root: Any) -> set[tuple[str, str]]:
    """The notes and comments that a part refers to: what they are, and their ids."""
    marks = root.iter(*NOTE_MARKS, w("commentReference"))
    return {(mark.tag, mark.get(w("id"), "")) for mark in marks}


def remove(element: Any) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _resolve(change: Any) -> None:
    parent = change.getparent()
    if parent is None:
        return
    if change.tag in _IN and parent.tag not in _PROPERTIES:
        at = parent.index(change)
        parent[at : at + 1] = list(change)
    else:
        parent.remove(change)


def _drop_rows_and_cells(root: Any) -> None:
    for row in list(root.iter(TR)):
        properties = row.find(w("trPr"))
        if properties is not None and properties.find(w("del")) is not None:
            remove(row)
    for cell in list(root.iter(TC)):
        properties = cell.find(w("tcPr"))
        if properties is not None and properties.find(w("cellDel")) is not None:
            remove(cell)
    for table in reversed(list(root.iter(TBL))):
        if next(table.iter(TC), None) is None:
            around = table.getparent()
            remove(table)
            if around.tag == TC and next(around.iterchildren(P), None) is None:
                around.append(around.makeelement(P))


def _loses_its_end(paragraph: Any) -> bool:
    mark = paragraph.find(f"{PPR}/{RPR}")
    return mark is not None and any(mark.find(tag) is not None for tag in _OUT)


def _merge_with_next(paragraph: Any) -> None:
    """Put what a paragraph holds before what the next one does, whose properties both have then."""
    if paragraph.find(f"{PPR}/{SECTION}") is not None:
        return
    following = paragraph.getnext()
    between = []
    while following is not None and following.tag in _MARKS:
        between.append(following)
        following = following.getnext()
    content = [child for child in paragraph if child.tag != PPR]
    if following is None or following.tag != P:
        if not content and _may_go(paragraph):
            remove(paragraph)
        return
    first = following.find(PPR)
    at = 0 if first is None else following.index(first) + 1
    following[at:at] = [*content, *between]
    remove(paragraph)


def _may_go(paragraph: Any) -> bool:
    """Whether something is left where it stands that a cell, a note or a text needs."""
    around = paragraph.getparent()
    others = [child for child in around if child.tag == P and child is not paragraph]
    return bool(others) and (around.tag != TC or around[-1] is not paragraph)
