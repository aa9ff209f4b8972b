"""What only SDLXLIFF has: what its tags stand for, and its comments."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.formats.xliff.content import Hints
from workbench.formats.xliff.states import SDL
from workbench.formats.xliff.tree import Element

_LOOKED_AT = ("bold", "italic", "strikethrough")


def tag_hints(part: Element) -> Hints:
    """What a file says of its tags: the definition that an inline element's id names, and the formats it refers to."""
    formats = _formats(part)
    said: dict[str, list[str]] = {}
    for one in part.all():
        if one.space == SDL and one.name == "tag":
            said.setdefault(one.attributes.get("id", ""), _said(one, formats))

    def hints(element: Element) -> Sequence[str]:
        return said.get(element.attributes.get("id", ""), ()) if said else ()

    return hints


def _formats(part: Element) -> dict[str, list[str]]:
    """The formats that are bold, italic or struck out, by number."""
    found = {}
    for one in part.all():
        if one.space == SDL and one.name == "fmt-def":
            values = [(v.attributes.get("key", "").lower(), v.text.strip().lower()) for v in one.elements]
            found[one.attributes.get("id", "")] = [
                key for key, value in values if key in _LOOKED_AT and value == "true"
            ]
    return found


def _said(tag: Element, formats: dict[str, list[str]]) -> list[str]:
    """The tag of the original, its name, and its formats."""
    hints = []
    for one in tag.elements:
        if one.name in ("bpt", "ph", "st"):
            hints += [one.attributes.get("name", ""), one.text]
            hints += ["line-break"] if one.attributes.get("is-whitespace") == "true" and "\n" in one.text else []
        elif one.name == "fmt":
            hints += formats.get(one.attributes.get("id", ""), [])
    return hints


def comments_in(root: Element) -> dict[str, str]:
    """The comments, by the id that marks in targets refer to."""
    found = {}
    for one in (one for child in root.elements if child.space == SDL for one in child.all()):
        if one.name == "cmt-def" and one.space == SDL:
            said = [inner.text.strip() for inner in one.all() if inner.name == "Comment"]
            found[one.attributes.get("id", "")] = " ".join(said)
    return found
