"""XLIFF 1.2 and 2.x as the program hands it over, read again: unit by unit, whoever has worked on it since."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.export.mixed import id_of
from workbench.export.runs import cleaned
from workbench.export.xliff import EMPTY, METADATA, OWN, note_id
from workbench.formats import safe_xml
from workbench.problem import Problem, WorkbenchError
from workbench.text import Code, Inline, clean, clean_line
from workbench.text.inline import Kind

_WHAT = "is no XLIFF that can be read here (1.2, 2.0, 2.1 or 2.2)"
_MEND = "hand the document over again, as xliff or xliff12"
_META = f"{{{METADATA}}}metadata/{{{METADATA}}}metaGroup/{{{METADATA}}}meta"
_DONE_2, _DONE_1 = frozenset({"reviewed", "final"}), frozenset({"signed-off", "final"})
"""The states of what is reviewed, in XLIFF 2 and 1."""
_ENDS: dict[str, Kind] = {"sc": "open", "bx": "open", "bpt": "open", "ec": "close", "ex": "close", "ept": "close"}


@dataclass(frozen=True, slots=True)
class XliffUnit:
    """A unit as it stands in the file. `target` is None where there is none, `exported` where the file does not tell.

    `comments`: the notes that are not the program's own. `reviewed`: True where its state has become one of what is
    reviewed, False where it is so no more, None where it is as it was. `strange`: how many inline codes in its target
    have no id of ours.
    """

    id: str
    source: Inline
    target: Inline | None
    exported: Inline | None = None
    comments: tuple[str, ...] = ()
    reviewed: bool | None = None
    translate: bool = True
    strange: int = 0


def xliff_units(data: bytes, where: Path) -> tuple[str, tuple[XliffUnit, ...]]:
    """The article that a file names, and its units in their order.

    Raises WorkbenchError for what is no XLIFF, is damaged or declares entities.
    """
    root = safe_xml.parsed(data, where, doctype=True)
    version = str(root.get("version", ""))
    if _local(root) != "xliff" or not version.startswith(("1.", "2.")):
        raise WorkbenchError(Problem(where, _WHAT, _MEND))
    name = next((clean_line(file.get("original", "")) for file in _named(root, "file")), "")
    if version.startswith("2."):
        return name, tuple(_unit_of_2(unit) for unit in _named(root, "unit") if unit.get("id") != EMPTY)
    ours = any(tool.get("tool-id") == OWN for tool in _named(root, "tool"))
    return name, tuple(_unit_of_1(unit, ours) for unit in _named(root, "trans-unit"))


# XLIFF 2


def _unit_of_2(unit: Any) -> XliffUnit:
    parts = [child for child in unit if _local(child) in ("segment", "ignorable")]
    translated = any(_child(part, "target") is not None for part in parts)
    target = _Content()
    for element in _in_order(parts):
        target.take(element)
    kept = _kept(unit)
    source = _Content()
    for part in parts:
        source.take(_child(part, "source"))
    return XliffUnit(
        id=unit.get("id", ""),
        source=source.inline(),
        target=target.inline() if translated else None,
        exported=Inline.parsed(kept["exported"]) if kept else None,
        comments=(*_notes_of_2(unit), *_annotations(unit, "value")),
        reviewed=_marked(_reviewed_of_2(parts), kept["state"] in _DONE_2 if kept else None),
        translate=unit.get("translate") != "no",
        strange=target.strange if translated else 0,
    )


def _reviewed_of_2(parts: Sequence[Any]) -> bool | None:
    states = [part.get("state") for part in parts if _local(part) == "segment"]
    return None if None in states or not states else all(state in _DONE_2 for state in states)


def _kept(unit: Any) -> dict[str, str]:
    """What the program has kept of a unit as it was handed over: `exported`, its English, and `state`."""
    own = (one for one in unit.iterfind(_META) if one.getparent().get("category") == OWN)
    kept = {one.get("type", ""): clean(one.text or "") for one in own}
    return {"exported": "", "state": "", **kept} if kept else {}


def _in_order(parts: Sequence[Any]) -> list[Any]:
    """The targets as a reader of English has them (the attribute `order`); what is between them as in the source."""
    found = []
    for place, part in enumerate(parts, 1):
        target = _child(part, "target")
        if target is None and _local(part) == "ignorable":
            target = _child(part, "source")
        if target is not None:
            order = target.get("order", "")
            found.append((int(order) if re.fullmatch(r"[0-9]{1,9}", order) else place, target))
    return [target for _, target in sorted(found, key=lambda one: one[0])]


def _notes_of_2(unit: Any) -> Iterator[str]:
    for note in _named(unit, "note"):
        text, number = _text(note), note.get("id", "").removeprefix("n").partition("-")[0]
        own = note.get("category", "").startswith(f"{OWN}-") and number.isdigit()
        if text and not (own and note.get("id") == note_id(int(number), text)):
            yield text


# XLIFF 1


def _unit_of_1(unit: Any, ours: bool) -> XliffUnit:
    target = _child(unit, "target")
    read = _Content()
    read.take(target)
    previous = next((alt for alt in unit if _local(alt) == "alt-trans" and alt.get("origin") == OWN), None)
    source = _Content()
    source.take(_child(unit, "source"))
    exported = Inline("") if ours else None
    if previous is not None:
        before = _Content()
        before.take(_child(previous, "target"))
        exported = before.inline()
    old = _child(previous, "target")
    was = old.get("state") in _DONE_1 if old is not None else False if ours else None
    return XliffUnit(
        id=unit.get("id", ""),
        source=source.inline(),
        target=None if target is None else read.inline(),
        exported=exported,
        comments=(*_notes_of_1(unit), *_annotations(unit, "comment")),
        reviewed=_marked(_reviewed_of_1(unit, target, old), was),
        translate=unit.get("translate") != "no",
        strange=read.strange,
    )


def _notes_of_1(unit: Any) -> Iterator[str]:
    """The notes that are not the program's own, with who wrote them."""
    for note in unit:
        by = clean_line(note.get("from", "")) if _local(note) == "note" else ""
        if _local(note) == "note" and not by.startswith(f"{OWN}-") and (text := _text(note)):
            yield f"{by}: {text}" if by else text


def _reviewed_of_1(unit: Any, target: Any, before: Any) -> bool | None:
    """Some programs set `approved`, some the state, few both: what is another than when it was handed over counts."""
    approved, state = unit.get("approved"), None if target is None else target.get("state")
    if approved is None and state is None:
        return None
    if before is not None and (approved == "yes") == (before.get("state") in _DONE_1):
        return state in _DONE_1 if state != before.get("state") else approved == "yes"
    return approved == "yes" or (approved is None and state in _DONE_1)


# Both


def _marked(reviewed: bool | None, was: bool | None) -> bool | None:
    """What somebody marked: whether a unit is reviewed now, where it was otherwise when it was handed over (`was`).

    Where the file does not tell how it was, only that it is reviewed now is a mark.
    """
    if was is None:
        return reviewed or None
    return None if reviewed == was else reviewed


class _Content:
    """Text and codes, read from one or several elements, one after the other."""

    def __init__(self) -> None:
        self._text = ""
        self._codes: list[Code] = []
        self.strange = 0

    def inline(self) -> Inline:
        """What was read, clean, without blanks at its ends."""
        return cleaned(Inline(self._text, tuple(self._codes)), strip=True)

    def take(self, element: Any) -> None:
        """Read an element's content."""
        if element is None:
            return
        self._text += element.text or ""
        for child in element:
            if isinstance(child.tag, str):
                self._inner(child, _local(child))
            self._text += child.tail or ""

    def _inner(self, element: Any, name: str) -> None:
        key = element.get("copyOf") or element.get("startRef") or element.get("rid") or element.get("id", "")
        if name in ("pc", "g"):
            self._code(key, "open")
            self.take(element)
            self._code(key, "close")
        elif name in _ENDS:
            self._code(key, _ENDS[name])
        elif name == "it":
            self._code(key, "close" if element.get("pos") in ("close", "end") else "open")
        elif name in ("ph", "x"):
            self._code(key, "alone")
        elif name == "mrk":
            self.take(element)

    def _code(self, key: str, kind: Kind) -> None:
        if number := id_of(key):
            self._codes.append(Code(len(self._text), number, kind))
        else:
            self.strange += 1


def _annotations(unit: Any, attribute: str) -> Iterator[str]:
    """Comments on words of the target."""
    for target in _named(unit, "target"):
        for name in ("mrk", "sm"):
            for mark in _named(target, name):
                comment = mark.get("type", "comment") == "comment" and clean(mark.get(attribute, "")).strip()
                if comment and _local(target.getparent()) != "alt-trans":
                    yield comment


def _text(note: Any) -> str:
    return clean("".join(note.itertext())).strip()


def _named(element: Any, name: str) -> Iterator[Any]:
    yield from element.iterdescendants(f"{{*}}{name}")


def _child(element: Any, name: str) -> Any:
    """The first child of that name; None where there is none, or no element."""
    if element is None:
        return None
    return next((child for child in element if isinstance(child.tag, str) and _local(child) == name), None)


def _local(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
