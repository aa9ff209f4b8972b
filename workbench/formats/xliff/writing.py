"""The edits of an XLIFF file that put new targets and states into it; all else stays to the letter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import quoteattr

from workbench.formats.changed import Change
from workbench.formats.document import SegmentState
from workbench.formats.parted import written_content
from workbench.formats.xliff.segments import Room, Segment
from workbench.formats.xliff.states import lowest, status_state, target_state, unit_state
from workbench.formats.xliff.tree import Element, File, escaped, tag_edit, with_attributes

Edit = tuple[int, int, str]


def edits(file: File, segments: Sequence[Segment], changes: Mapping[str, Change]) -> Iterator[Edit]:
    """The edits for changes, by the place of their segment."""
    units: dict[int, list[Segment]] = defaultdict(list)
    for one in segments:
        units[one.unit.start].append(one)
    for of_unit in units.values():
        if any(one.place in changes for one in of_unit):
            yield from _of_unit(file, of_unit, changes)


def _of_unit(file: File, segments: Sequence[Segment], changes: Mapping[str, Change]) -> Iterator[Edit]:
    """What a unit says of itself is the state of the segment that is least far."""
    first, attributes = segments[0], {}
    if all(one.told == first.told for one in segments):
        state = _lowest(segments, changes)
        yield from tag_edit(file, first.unit, unit_state(first, state))
        attributes = target_state(first.told, state)
    for one in segments:
        yield from _of_segment(file, one, changes.get(one.place), attributes)
    shared = next((one.status for one in segments if one.told == "1.2" and one.status is not one.target), None)
    if shared is not None and not any(one.room and one.room.tag for one in segments):
        yield from tag_edit(file, shared, attributes)


def _lowest(segments: Sequence[Segment], changes: Mapping[str, Change]) -> SegmentState:
    open_ones = [one for one in segments if one.place in changes or not one.locked]
    return lowest(changes[one.place].state if one.place in changes else one.state for one in open_ones)


def _of_segment(
    file: File, one: Segment, change: Change | None, attributes: Mapping[str, str | None]
) -> Iterator[Edit]:
    """`attributes`: what a target that is the segment's own says of the state."""
    if change and one.status is not None and one.told in ("2", "sdl"):
        yield from tag_edit(file, one.status, status_state(one, change.state, new_words=change.new_words))
    content = written_content(one.source, one.given, change.words, escaped) if change and change.new_words else None
    if one.target is not None:
        yield from _filled(file, one.target, attributes if one.status is one.target else {}, content)
    elif one.room and (content is not None or one.room.together):
        yield one.room.at, max(one.room.at, one.room.end), _put(one.room, attributes, content or "")


def _filled(file: File, target: Element, attributes: Mapping[str, str | None], content: str | None) -> Iterator[Edit]:
    """An element that is there with other content."""
    if content is None:
        yield from tag_edit(file, target, attributes)
        return
    tag = with_attributes(file, target, attributes)
    if target.inside < target.end:
        yield target.start, target.close, tag + content
    elif content:
        name = tag[1:].split(None, 1)[0].rstrip("/>")
        yield target.start, target.end, f"{tag[:-2].rstrip()}>{content}</{name}>"


def _put(room: Room, attributes: Mapping[str, str | None], content: str) -> str:
    """A new target."""
    said = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items() if value) if room.tag else ""
    return f"{room.before}{room.tag}{said}{'>' if room.tag else ''}{room.lead}{content}{room.after}"
