"""How text looks by its styles: what a span changes, and whether it changes anything that can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from workbench.formats.markup import CodeRole
from workbench.formats.odt.names import named

GERMAN = frozenset({"de", "gsw", "bar", "nds", "als"})

_SEEN: tuple[tuple[str, str], ...] = (
    ("fo:font-weight", "normal"),
    ("fo:font-style", "normal"),
    ("style:text-line-through-style", "none"),
    ("style:text-underline-style", "none"),
    ("style:text-position", "0% 100%"),
    ("fo:font-variant", "normal"),
    ("fo:text-transform", "none"),
    ("fo:color", ""),
    ("fo:background-color", "transparent"),
    ("fo:font-size", ""),
    ("style:font-name", ""),
    ("fo:font-family", ""),
    ("fo:letter-spacing", "normal"),
    ("fo:text-shadow", "none"),
    ("style:text-outline", "false"),
    ("style:text-emphasize", "none"),
    ("style:text-scale", "100%"),
    ("style:text-rotation-angle", "0"),
    ("text:display", ""),
)
_NAMES = tuple(named(name) for name, _ in _SEEN)
_USUAL = tuple(usual for _, usual in _SEEN)
_LANGUAGE = named("fo:language")
_NOTABLE = 6
"""The first so many are emphasis; within a link the others are the link's own look."""
_BACKGROUND = [name for name, _ in _SEEN].index("fo:background-color")
_FONT = [name for name, _ in _SEEN].index("style:font-name")
_CODE_FONT = re.compile(r"\bmono|courier|consolas", re.IGNORECASE)
_DEEPEST = 50
_CODE_STYLES = frozenset(
    {"Source_20_Text", "Teletype", "User_20_Entry", "Example", "Source_20_Code", "Preformatted_20_Text"}
)


class Look(NamedTuple):
    """What can be seen of a text (the values of `_SEEN`), and its language where that is neither German nor English."""

    values: tuple[str, ...] = _USUAL
    language: str = ""

    def role(self, before: Look) -> CodeRole:
        """What a text of this look is among one of another look."""
        weight, style, struck = self.values[:3]
        if _CODE_FONT.search(self.values[_FONT]) and not _CODE_FONT.search(before.values[_FONT]):
            return "code"
        if weight in _BOLD and before.values[0] not in _BOLD:
            return "bold"
        if style in ("italic", "oblique") and before.values[1] == "normal":
            return "italic"
        return "strike" if struck != "none" and before.values[2] == "none" else "other"

    def bare(self) -> tuple[str, str, str]:
        """What of it can be seen where there are only blanks."""
        return self.values[2], self.values[3], self.values[_BACKGROUND]

    def emphasis(self) -> tuple[tuple[str, ...], str]:
        """What of it is emphasis, colour and the like left out."""
        return self.values[:_NOTABLE], self.language


_BOLD = frozenset({"bold", "600", "700", "800", "900"})


class Styles:
    """The styles of a document part: its own automatic ones, then the common ones."""

    def __init__(self, roots: Iterable[Any]) -> None:
        self._styles: dict[tuple[str, str], Any] = {}
        self._lists: dict[str, Any] = {}
        self._defaults: dict[str, Any] = {}
        for element in _declared(roots):
            family, name = element.get(_FAMILY, ""), element.get(_NAME, "")
            if element.tag == _STYLE:
                self._styles.setdefault((family, name), element)
            elif element.tag == _LIST_STYLE:
                self._lists.setdefault(name, element)
            elif element.tag == _DEFAULT:
                self._defaults.setdefault(family, element)
        self._looks: dict[tuple[Look, str, str], Look] = {}

    def chain(self, family: str, name: str) -> list[Any]:
        """A style and those it is made of, the nearest first."""
        found: list[Any] = []
        while name and len(found) < _DEEPEST:
            style = self._styles.get((family, name))
            if style is None:
                break
            found.append(style)
            name = style.get(_PARENT, "")
        return found

    def names(self, name: str) -> list[str]:
        """The names of a paragraph's style and of those it is made of."""
        return [style.get(_NAME, "") for style in self.chain("paragraph", name)] or ([name] if name else [])

    def paragraph_look(self, name: str) -> Look:
        """How the text of a paragraph looks."""
        key = (Look(), "paragraph", name)
        if key not in self._looks:
            default = self._defaults.get("paragraph")
            chain = [*self.chain("paragraph", name), *([] if default is None else [default])]
            self._looks[key] = _over(Look(), chain)
        return self._looks[key]

    def span_look(self, around: Look, name: str) -> Look:
        """How a span looks within a text."""
        key = (around, "text", name)
        if key not in self._looks:
            self._looks[key] = _over(around, self.chain("text", name))
        return self._looks[key]

    def is_code(self, name: str) -> bool:
        """Whether a span is set as code."""
        return any(style.get(_NAME) in _CODE_STYLES for style in self.chain("text", name))

    def list_style(self, name: str) -> Any:
        """A list's style; None where there is none."""
        return self._lists.get(name)

    def of_paragraph(self, name: str, attribute: str) -> str:
        """An attribute of a paragraph's style, its own or inherited."""
        return next((found for style in self.chain("paragraph", name) if (found := style.get(named(attribute)))), "")


def _over(look: Look, chain: Iterable[Any]) -> Look:
    """A look with what the styles say (the nearest first) put over it."""
    said: dict[str, str] = {}
    for style in chain:
        for properties in style.iterchildren(_TEXT_PROPERTIES):
            for key, value in properties.attrib.items():
                said.setdefault(key, value)
    values = tuple(said.get(name, old) for name, old in zip(_NAMES, look.values, strict=True))
    language = said.get(_LANGUAGE)
    if language is None:
        return Look(values, look.language)
    return Look(values, "" if language in GERMAN | {"en", "none", "zxx"} else language)


def _declared(roots: Iterable[Any]) -> Iterator[Any]:
    for root in roots:
        for name in ("office:automatic-styles", "office:styles"):
            for group in root.iterchildren(named(name)):
                yield from group.iterchildren("{*}*")


_STYLE, _DEFAULT = named("style:style"), named("style:default-style")
_LIST_STYLE = named("text:list-style")
_FAMILY, _NAME, _PARENT = named("style:family"), named("style:name"), named("style:parent-style-name")
_TEXT_PROPERTIES = named("style:text-properties")
