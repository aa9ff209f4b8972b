"""The segments of XLIFF 1.2, SDLXLIFF and MQXLIFF (memoQ): a `trans-unit`, or each `mrk` in it of type `seg`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.formats.parted import Content, given_of, note_of
from workbench.formats.xliff.content import Hints, read_content
from workbench.formats.xliff.sdl import comments_in, tag_hints
from workbench.formats.xliff.segments import LOCKED, NOT_TRANSLATED, Room, Segment, Told, marked_notes
from workbench.formats.xliff.states import MEMOQ, SDL, is_locked, told_state
from workbench.formats.xliff.tree import XML, Element, File, indent, named

_SPACE = f"{{{XML}}}space"


@dataclass(frozen=True, slots=True)
class _Unit:
    """A trans-unit, with what it has from around it."""

    file: File
    element: Element
    place: str
    translate: bool
    preserve: bool
    hints: Hints
    comments: dict[str, str]

    @property
    def plain(self) -> bool:
        """Whether it is XLIFF alone, without what Trados or memoQ add."""
        return not {SDL, MEMOQ} & set(self.element.spaces.values())


def segments_1(file: File) -> Iterator[Segment]:
    """The segments of all files in an XLIFF 1.2 file, in order."""
    for number, part in enumerate(one for one in file.root.elements if one.name == "file"):
        hints = tag_hints(part)
        comments = comments_in(file.root)
        for count, (element, translate, preserve) in enumerate(_units(part, True, False)):
            unit = _Unit(file, element, f"file {number + 1}, unit {count + 1}", translate, preserve, hints, comments)
            yield from _segments(unit)


def _units(element: Element, translate: bool, preserve: bool) -> Iterator[tuple[Element, bool, bool]]:
    for child in element.elements:
        said = child.attributes
        passed = said["translate"] == "yes" if said.get("translate") in ("yes", "no") else translate
        kept = said[_SPACE] == "preserve" if _SPACE in said else preserve
        if child.name == "trans-unit":
            yield child, passed, kept
        elif child.name in ("body", "group", "bin-unit"):
            yield from _units(child, passed, kept)


def _segments(unit: _Unit) -> Iterator[Segment]:
    source, target = unit.element.first("source"), unit.element.first("target")
    if source is None:
        return
    parted = unit.element.first("seg-source")
    marks = _marks(parted)
    there = {mark.attributes.get("mid", ""): mark for mark in _marks(target)}
    whole = target is not None and not there and target.text.strip() != ""
    if parted is None or whole or not marks or len({mark.attributes.get("mid") for mark in marks}) < len(marks):
        yield _whole(unit, source, target, _room(unit, source))
    elif target is not None and there:
        yield from _of_marks(unit, marks, there, _rooms_among(unit, marks, there, target), target)
    else:  # none, or an empty one that takes the segments
        yield from _of_marks(unit, marks, there, _marked_rooms(unit, parted, marks, target), target)


def _whole(unit: _Unit, source: Element, target: Element | None, room: Room) -> Segment:
    told: Told = "memoq" if any(key.startswith(f"{{{MEMOQ}}}") for key in unit.element.attributes) else "1.2"
    status = _seg_defs(unit.element).get("1") if SDL in unit.element.spaces.values() else None
    if status is not None:
        told = "sdl"
    content, found = _contents(unit, source, target)
    return _segment(
        unit, unit.place, source, (content, found), target, room, (told, target if told == "1.2" else status)
    )


def _segment(
    unit: _Unit,
    place: str,
    german: Element,
    contents: tuple[Content, Content | None],
    target: Element | None,
    room: Room | None,
    status: tuple[Told, Element | None],
) -> Segment:
    source, found = contents
    told, of = status
    note = note_of([*_notes(unit, found), *marked_notes(german)])
    state, confirmed = told_state(told, of, unit.element)
    given = given_of(source, found, confirmed)
    locked = LOCKED if is_locked(told, of, unit.element) else "" if unit.translate else NOT_TRANSLATED
    return Segment(
        place, unit.element, source, told, target, None if target is not None else room, of, given,
        state if given else "new", locked, note, unit.element if unit.plain else None,
    )  # fmt: skip


def _contents(unit: _Unit, source: Element, target: Element | None) -> tuple[Content, Content | None]:
    def keeps(element: Element) -> bool:
        said = element.attributes.get(_SPACE)
        return said == "preserve" if said else unit.preserve

    content = read_content(unit.file, source, unit.hints, preserve=keeps(source))
    if target is None:
        return content, None
    return content, read_content(unit.file, target, unit.hints, preserve=keeps(source), like=content)


def _of_marks(
    unit: _Unit, marks: list[Element], there: dict[str, Element], rooms: list[Room], target: Element | None
) -> Iterator[Segment]:
    defs = _seg_defs(unit.element)
    for number, (mark, room) in enumerate(zip(marks, rooms, strict=True)):
        mid = mark.attributes.get("mid", "")
        status: tuple[Told, Element | None] = ("sdl", defs[mid]) if mid in defs else ("1.2", target)
        place = f"{unit.place}, segment {number + 1}"
        found = there.get(mid)
        yield _segment(unit, place, mark, _contents(unit, mark, found), found, room, status)


def _marks(element: Element | None) -> list[Element]:
    if element is None:
        return []
    return [one for one in element.all() if one.name == "mrk" and one.attributes.get("mtype") == "seg"]


def _seg_defs(unit: Element) -> dict[str, Element]:
    """What SDLXLIFF says of each segment of a unit, by its number."""
    of = next((one for one in unit.elements if one.name == "seg-defs" and one.space == SDL), None)
    return {one.attributes.get("id", ""): one for one in of.elements if one.name == "seg"} if of else {}


def _room(unit: _Unit, source: Element) -> Room:
    after = unit.element.first("seg-source") or source
    space = source.attributes.get(_SPACE)
    tag = named(unit.file, source, "target") + (f' xml:space="{space}"' if space in ("preserve", "default") else "")
    return Room(after.end, f"</{tag.split()[0][1:]}>", indent(unit.file, source), tag)


def _marked_rooms(unit: _Unit, parted: Element, marks: list[Element], target: Element | None) -> list[Room]:
    """Room for all segments of a unit together: what the German has around them, in a target of its own."""
    raw = unit.file.raw
    tag = named(unit.file, parted, "target")
    starts = [parted.inside, *(mark.end for mark in marks[:-1])]
    leads = [
        raw(start, mark.start) + _start(raw(mark.start, mark.inside)) for start, mark in zip(starts, marks, strict=True)
    ]
    ends = [_end(unit, mark) for mark in marks]
    ends[-1] += raw(marks[-1].end, parted.close)
    at = parted.end if target is None else target.inside
    rooms = [Room(at, end, lead=lead, together=True) for lead, end in zip(leads, ends, strict=True)]
    if target is None:
        return _in_new_target(rooms, at, tag, indent(unit.file, parted), -1)
    if target.inside == target.end:
        own = raw(target.start, target.inside).rstrip("/> \n\t")
        return _in_new_target(rooms, target.start, own, "", target.end)
    return rooms


def _in_new_target(rooms: list[Room], at: int, tag: str, before: str, end: int) -> list[Room]:
    """The rooms with a start tag before the first and an end tag after the last."""
    rooms = [replace(room, at=max(at, end)) for room in rooms]
    rooms[0] = replace(rooms[0], at=at, before=before, tag=tag, end=end)
    rooms[-1] = replace(rooms[-1], after=f"{rooms[-1].after}</{tag[1:].split(None, 1)[0]}>")
    return rooms


def _rooms_among(unit: _Unit, marks: list[Element], there: dict[str, Element], target: Element) -> list[Room]:
    """Room for each segment behind the one before it, in a target that has others."""
    raw, at, rooms = unit.file.raw, target.inside, []
    for mark in marks:
        rooms.append(Room(at, _end(unit, mark), lead=_start(raw(mark.start, mark.inside))))
        found = there.get(mark.attributes.get("mid", ""))
        at = found.end if found else at
    return rooms


def _start(tag: str) -> str:
    """A start tag, also where the element was empty."""
    return tag[:-2].rstrip() + ">" if tag.endswith("/>") else tag


def _end(unit: _Unit, mark: Element) -> str:
    return f"</{named(unit.file, mark, 'mrk')[1:]}>"


def _is_comment(one: Element) -> bool:
    """Whether it is one of memoQ's comments, and not one that was deleted."""
    gone = one.attributes.get("deleted", "no").lower() in ("yes", "true", "1")
    return one.name == "comment" and one.space == MEMOQ and not gone


def _notes(unit: _Unit, found: Content | None) -> list[str]:
    """The notes of a unit, and the comments on it or its target."""
    notes = [one.text for one in unit.element.elements if one.name == "note"]
    if MEMOQ in unit.element.spaces.values():
        notes += [one.text for one in unit.element.all() if _is_comment(one)]
    raws = "".join(found.raws.values()) if found and unit.comments else ""
    return notes + [text for number, text in unit.comments.items() if number and f'"{number}"' in raws]
