"""The content of a source or target of XLIFF: its inline elements as codes.

An element around text (`g`, `pc`, `mrk`) is a pair of codes; so are two that mark a beginning and an end (`bpt` and
`ept`, `bx` and `ex`, `sc` and `ec`, `sm` and `em`). All else, known or not, is a code that stands alone. What is in a
code (`sub`, too) stays with it to the letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workbench.formats.parted import Content, Found, content_of
from workbench.formats.xliff.roles import address_of, role_of
from workbench.formats.xliff.tree import Element, File, Other, Text, escaped
from workbench.text.inline import Kind

_AROUND = frozenset({"g", "pc", "mrk"})
_OPENS = {"bpt": "bpt", "bx": "bx", "sc": "pc", "sm": "mrk"}
_CLOSES = {"ept": "bpt", "ex": "bx", "ec": "pc", "em": "mrk"}

_ADDED = "x-sdl-added"
TRACKED = frozenset({_ADDED, "x-sdl-deleted"})
"""The types of the marks (`mrk`) that stand around a tracked change in SDLXLIFF."""

Hints = Callable[[Element], Sequence[str]]
"""What a file says of an inline element beside its attributes: the tag definitions of SDLXLIFF, original data."""


def read_content(
    file: File, element: Element, hints: Hints, *, preserve: bool = False, like: Content | None = None
) -> Content:
    """What stands in an element (see `content_of`)."""
    return content_of(list(_parts(file, element, hints)), escaped, preserve=preserve, like=like)


def _parts(file: File, element: Element, hints: Hints) -> Iterator[str | Found]:
    """Text and codes in their order; keys are not yet told apart."""
    for child in element.children:
        if isinstance(child, Text):
            yield child.text
        elif isinstance(child, Other):
            yield Found("alone", ("", "", 0), file.raw(child.start, child.end))
        elif child.attributes.get("mtype") in TRACKED:  # taken as accepted
            if child.attributes["mtype"] == _ADDED:
                yield from _parts(file, child, hints)
        elif child.name in _AROUND and child.inside < child.end:
            said = [*hints(child), *_types(child)]
            key = (child.name, _id(child), 0)
            start = file.raw(child.start, child.inside)
            yield Found("open", key, start, True, role_of(said), address_of(said))
            yield from _parts(file, child, hints)
            yield Found("close", key, file.raw(child.close, child.end), True)
        else:
            yield _code(file, child, hints)


def _code(file: File, child: Element, hints: Hints) -> Found:
    said = [*hints(child), *_types(child), child.text]
    kind: Kind = "open" if child.name in _OPENS else "close" if child.name in _CLOSES else "alone"
    name = _OPENS.get(child.name) or _CLOSES.get(child.name) or child.name
    raw = file.raw(child.start, child.end)
    return Found(kind, (name, _id(child), 0), raw, False, role_of(said), address_of(said))


def _id(element: Element) -> str:
    """What the two of a pair have in common; the id of all others."""
    said = element.attributes
    if element.name in ("ec", "em"):
        return said.get("startRef") or said.get("id", "")
    paired = element.name in _OPENS or element.name in _CLOSES
    return (said.get("rid") if paired else "") or said.get("id") or said.get("mid", "")


def _types(element: Element) -> list[str]:
    """The values of attributes that say what a code is."""
    said = element.attributes
    named = [said.get(name, "") for name in ("ctype", "type", "subType", "equiv", "equiv-text", "disp", "mtype")]
    style = next((value for name, value in said.items() if name.endswith("}fs")), "")
    return [*named, f"fs:{style}" if style else ""]
