"""What a paragraph is, by its style and its list: headline, teaser, caption, quotation, list item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from workbench.formats.docx.names import PPR, val, w
from workbench.formats.docx.styles import Style, Styles, number
from workbench.formats.markup import PARAGRAPH, Block
from workbench.formats.roles import Role

# Names and ids of styles as Word, LibreOffice, pandoc and newspapers' templates have them, English and German.
_HEADING = re.compile(r"(?:heading|ü?berschrift) ?(\d?)|zwischen(?:titel|überschrift)|subhead(?:ing|line)?")
_TITLE = re.compile(
    r"(?:haupt|ober)?(?:title|titel|headline|schlagzeile)|überschrift|dachzeile|(?:contents|toc) ?heading"
)
_SUBTITLE = re.compile(r"sub ?title|unter ?(?:titel|zeile)")
_TEASER = re.compile(r"teaser|vorspann|lead(?:[ -]?(?:in|text))?|anrei(?:ß|ss)er|abstract|standfirst|zusammenfassung")
_CAPTION = re.compile(
    r"(?:image|table|figure)? ?caption(?: .*)?|captioned figure|(?:bild|tabellen)?(?:beschriftung|legende)"
    r"|(?:bild|tabellen)unterschrift|bildtext|abbildung|illustration|drawing|figure"
)
_QUOTATION = re.compile(
    r"(?:intense )?quot(?:e|ation)s?|(?:intensives )?zitat\w*|block ?(?:text|quote|zitat)|zitierter text"
)
_ITEM = re.compile(
    r"list (?:bullet|number)(?: \d)?|(?:aufzählungszeichen|listennummer|aufzählung|nummerierung)(?: ?\d)?"
)
_ORDERED = re.compile(r"number|nummer")


_BY_NAME: tuple[tuple[re.Pattern[str], tuple[Role, Block]], ...] = (
    (_SUBTITLE, ("headline", Block("heading", 2))),
    (_TEASER, ("teaser", PARAGRAPH)),
    (_CAPTION, ("caption", PARAGRAPH)),
    (_QUOTATION, ("quotation", Block("quotation", 1))),
)


@dataclass(frozen=True, slots=True)
class _Level:
    ordered: bool
    start: int


@dataclass(frozen=True, slots=True)
class _Said:
    """What a style, with those it is based on, says of its paragraphs."""

    heading: int
    outline: int | None
    numbering: tuple[str | None, int | None]
    item: str
    what: tuple[Role | None, Block]


@dataclass(slots=True)
class Kinds:
    """Tells what the paragraphs of a document are, in their order; lists and tables are counted on the way."""

    styles: Styles
    numbering: Any = None
    groups: int = 0
    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _counted: dict[tuple[str, int], int] = field(default_factory=dict)
    _last: tuple[str, int] = ("", 0)
    _said: dict[str, _Said] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.numbering is None:
            return
        abstract = {one.get(w("abstractNumId")): _levels(one) for one in self.numbering.iter(w("abstractNum"))}
        for one in self.numbering.iter(w("num")):
            self._levels[one.get(w("numId"), "")] = abstract.get(val(one, "abstractNumId"), {})

    def of(self, paragraph: Any) -> tuple[Role | None, Block]:
        """What a paragraph is by its style; None where its style does not say."""
        properties = paragraph.find(PPR)
        name = val(properties, "pStyle") or ""
        said = self._said.get(name)
        if said is None:
            said = self._said[name] = _said(list(self.styles.chain(name)))
        outline = number(val(properties, "outlineLvl"))
        level = said.heading or _from_outline(said.outline if outline is None else outline)
        listed = None if level else self._item(properties, said)
        if listed is not None:
            return "item", listed
        self._last = ("", 0)
        return ("headline", Block("heading", level)) if level else said.what

    def _item(self, properties: Any, said: _Said) -> Block | None:
        """The list item that a paragraph is, or None."""
        numbers = None if properties is None else properties.find(w("numPr"))
        name = val(numbers, "numId") or said.numbering[0] or ""
        if not (name or said.item) or name == "0":
            return None
        level = _level(number(val(numbers, "ilvl")), said.numbering[1])
        known = self._levels.get(name, {}).get(level, _Level(not name and bool(_ORDERED.search(said.item)), 1))
        name = name or f"style {said.item}"
        if self._last[0] != name:
            self.groups += 1
            self._last = (name, self.groups)
        count = self._counted[name, level] = self._counted.get((name, level), -1) + 1
        return Block("item", level + 1, known.ordered, True, max(known.start + count, 0), self._last[1])


def _level(own: int | None, by_style: int | None) -> int:
    """How deep in its list an item is, from 0 to 8: as it says itself, or as its style does."""
    return min(max(own if own is not None else by_style or 0, 0), 8)


def _levels(abstract: Any) -> dict[int, _Level]:
    found = {}
    for level in abstract.iterchildren(w("lvl")):
        form = val(level, "numFmt") or "decimal"
        start = number(val(level, "start"))
        at = number(level.get(w("ilvl"))) or 0
        found[at] = _Level(form not in ("bullet", "none"), 1 if start is None else start)
    return found


def _said(chain: list[Style]) -> _Said:
    names = list(_names(chain))
    return _Said(
        heading=next((level for level in map(_heading, names) if level), 0),
        outline=next((one.outline for one in chain if one.outline is not None), None),
        numbering=next((one.numbering for one in chain if one.numbering[0] is not None), (None, None)),
        item=next((one for one in names if _ITEM.fullmatch(one)), ""),
        what=next((what for pattern, what in _BY_NAME if any(map(pattern.fullmatch, names))), (None, PARAGRAPH)),
    )


def _heading(name: str) -> int:
    """The level of a heading that a style's name says, from 1 to 6; 0 for what is none."""
    if found := _HEADING.fullmatch(name):
        digit = found.groups("")[0]
        return min(max(int(digit), 1), 6) if digit else 1 if name.startswith("ü") else 2
    return 1 if _TITLE.fullmatch(name) else 0


def _from_outline(level: int | None) -> int:
    return min(level + 1, 6) if level is not None and 0 <= level < 9 else 0


def _names(chain: list[Style]) -> Iterator[str]:
    """The names and ids of styles, in small letters."""
    for style in chain:
        yield style.name
        if (plain := style.id.lower()) != style.name:
            yield plain
