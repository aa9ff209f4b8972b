"""The segments of XLIFF 2.0, 2.1 and 2.2: `segment` elements in their units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.formats.parted import given_of, note_of
from workbench.formats.xliff.content import Hints, read_content
from workbench.formats.xliff.segments import NOT_TRANSLATED, Room, Segment, marked_notes
from workbench.formats.xliff.states import told_state
from workbench.formats.xliff.tree import XML, Element, File, indent, named

_SPACE = f"{{{XML}}}space"


def segments_2(file: File) -> Iterator[Segment]:
    """The segments of all files in an XLIFF 2 file, in order."""
    for number, part in enumerate(one for one in file.root.elements if one.name == "file"):
        for count, (unit, translate, preserve) in enumerate(_units(part, *_passed(part, True, False))):
            place = f"file {number + 1}, unit {count + 1}"
            yield from _segments(file, unit, place, translate=translate, preserve=preserve)


def _units(element: Element, translate: bool, preserve: bool) -> Iterator[tuple[Element, bool, bool]]:
    for child in element.elements:
        if child.name == "unit":
            yield (child, *_passed(child, translate, preserve))
        elif child.name == "group":
            yield from _units(child, *_passed(child, translate, preserve))


def _passed(element: Element, translate: bool, preserve: bool) -> tuple[bool, bool]:
    said = element.attributes
    passed = said["translate"] == "yes" if said.get("translate") in ("yes", "no") else translate
    return passed, said[_SPACE] == "preserve" if _SPACE in said else preserve


def _segments(file: File, unit: Element, place: str, *, translate: bool, preserve: bool) -> Iterator[Segment]:
    hints, note = _hints(unit), _note(unit)
    for number, one in enumerate(child for child in unit.elements if child.name == "segment"):
        source, target = one.first("source"), one.first("target")
        if source is None:
            continue
        keeps = source.attributes[_SPACE] == "preserve" if _SPACE in source.attributes else preserve
        content = read_content(file, source, hints, preserve=keeps)
        found = read_content(file, target, hints, preserve=keeps, like=content) if target is not None else None
        state, confirmed = told_state("2", one, unit)
        given = given_of(content, found, confirmed)
        yield Segment(
            f"{place}, segment {number + 1}", one, content, "2", target,
            _room(file, source) if target is None else None, one, given, state if given else "new",
            "" if translate else NOT_TRANSLATED, note_of([*note.splitlines(), *marked_notes(source)]), unit,
        )  # fmt: skip
        note = "" if content.inline.text else note  # of those of a unit, the first that is a paragraph has it


def _room(file: File, source: Element) -> Room:
    space = source.attributes.get(_SPACE)
    name = named(file, source, "target")
    tag = name + (f' xml:space="{space}"' if space in ("preserve", "default") else "")
    return Room(source.end, f"</{name[1:]}>", indent(file, source), tag)


def _hints(unit: Element) -> Hints:
    """What a unit says of its codes: the data of the original that they refer to."""
    data = {one.attributes.get("id", ""): one.text for kept in unit.elements if kept.name == "originalData"
            for one in kept.elements}  # fmt: skip

    def hints(element: Element) -> Sequence[str]:
        named_data = (element.attributes.get(name, "") for name in ("dataRef", "dataRefStart"))
        return [data[name] for name in named_data if name in data]

    return hints


def _note(unit: Element) -> str:
    return note_of(one.text for kept in unit.elements if kept.name == "notes" for one in kept.elements)
