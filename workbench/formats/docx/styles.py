"""Word's styles: what formatting a stretch of text has in effect, and what a paragraph's style says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from workbench.formats.docx.names import PPR, RPR, VAL, is_on, local, val, w

Value = object
Format = frozenset[tuple[str, Value]]
"""The formatting of a stretch of text: its properties by their names, without those that are as if they were not."""

_SWITCHES = frozenset(
    ("b", "i", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "vanish")
)
# What is not seen, or only in scripts that no German text is in, or a matter of the language.
_UNSEEN = (
    "noProof", "bCs", "iCs", "szCs", "cs", "snapToGrid", "webHidden", "specVanish", "kern", "eastAsianLayout", "ins",
    "del", "rStyle",
)  # fmt: skip
_NOTHING: dict[str, Value] = {"u": "none", "vertAlign": "baseline", "color": "auto", "highlight": "none", "em": "none"}
_LATIN_FONTS = ("ascii", "hAnsi", "asciiTheme", "hAnsiTheme")


@dataclass(slots=True)
class Style:
    """A style: `numbering` is the id of its list and the level in it."""

    id: str
    kind: str
    name: str
    based_on: str
    run: dict[str, Value]
    is_default: bool = False
    outline: int | None = None
    numbering: tuple[str | None, int | None] = (None, None)


@dataclass(slots=True)
class Styles:
    """The styles of a document, by their ids. `root` is None for a document that has none."""

    root: Any = None
    all: dict[str, Style] = field(default_factory=dict)
    defaults: dict[str, Value] = field(default_factory=dict)
    _inherited: dict[tuple[str, str], dict[str, Value]] = field(default_factory=dict)
    _known: dict[tuple[str, object], Format] = field(default_factory=dict)
    _default_of: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        self.defaults = _properties(self.root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{RPR}"))
        for element in self.root.iter(w("style")):
            style = _style(element)
            self.all.setdefault(style.id, style)
            if style.is_default:
                self._default_of.setdefault(style.kind, style.id)

    def chain(self, name: str, kind: str = "paragraph") -> Iterator[Style]:
        """A style and those that it is based on; the document's default where it names none."""
        seen: set[str] = set()
        name = name if name in self.all else self._default_of.get(kind, "")
        while name in self.all and name not in seen:
            seen.add(name)
            yield self.all[name]
            name = self.all[name].based_on

    def format(self, paragraph: str, properties: Any) -> Format:
        """The formatting in effect of a run with these `w:rPr` (or None) in a paragraph of a style."""
        key = () if properties is None else tuple((child.tag, *child.attrib.items()) for child in properties)
        found = self._known.get((paragraph, key))
        if found is None:
            found = self._known[paragraph, key] = self._format(paragraph, properties)
        return found

    def _format(self, paragraph: str, properties: Any) -> Format:
        below = self.defaults | self._of_chain(paragraph, "paragraph")
        character = val(properties, "rStyle") or ""
        own = self._of_chain(character, "character") if character in self.all else {}
        made = below | {name: value for name, value in own.items() if name not in _SWITCHES}
        for name in _SWITCHES & own.keys():
            made[name] = bool(own[name]) != bool(below.get(name))  # 17.7.3: two styles that switch cancel out
        made |= _properties(properties)
        if character in self.all and not own and not self.all[character].is_default:
            made["style"] = character
        return frozenset((name, value) for name, value in made.items() if value and value != _NOTHING.get(name))

    def _of_chain(self, name: str, kind: str) -> dict[str, Value]:
        found = self._inherited.get((name, kind))
        if found is None:
            found = {}
            for style in reversed(list(self.chain(name, kind))):
                found = found | style.run
            self._inherited[name, kind] = found
        return found


def _style(element: Any) -> Style:
    properties = element.find(PPR)
    numbers = None if properties is None else properties.find(w("numPr"))
    return Style(
        element.get(w("styleId"), ""),
        element.get(w("type"), "paragraph"),
        (val(element, "name") or "").lower(),
        val(element, "basedOn") or "",
        _properties(element.find(RPR)),
        element.get(w("default"), "0") in ("1", "true", "on"),
        number(val(properties, "outlineLvl")),
        (val(numbers, "numId"), number(val(numbers, "ilvl"))),
    )


def number(text: str | None) -> int | None:
    """A whole number, or None for what is none."""
    return int(text) if text is not None and re.fullmatch(r"-?[0-9]{1,9}", text) else None


def _properties(properties: Any) -> dict[str, Value]:
    """What `w:rPr` says of how text looks."""
    found: dict[str, Value] = {}
    for child in () if properties is None else properties:
        name = local(child)
        if name in _SWITCHES:
            found[name] = is_on(child)
        elif name == "rFonts":
            fonts = tuple(child.get(w(one)) for one in _LATIN_FONTS)
            found |= {name: fonts} if any(fonts) else {}
        elif name == "lang":
            found[name] = third_language(child.get(VAL))
        elif name and name not in _UNSEEN:
            found[name] = _value(child)
    return found


def _value(child: Any) -> Value:
    others = [(key, value) for key, value in child.attrib.items() if key != VAL]
    return (child.get(VAL), *sorted(others)) if others else child.get(VAL, "on")


def third_language(tag: str | None) -> str:
    """The language of a tag where it is neither German nor English, else empty.

    >>> third_language("de-AT"), third_language("ru-RU")
    ('', 'ru')
    """
    primary = (tag or "").partition("-")[0].lower()
    return "" if primary in ("", "de", "en", "x", "zxx", "und") else primary
