"""How spans look by the style sheets of a book: many books have each word in a span, most of which change nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from workbench.formats.epub.names import name_of
from workbench.formats.markup import CodeRole

Look = tuple[tuple[str, str], ...]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"(?<![^{}])([^{}]++)\{([^{}]*+)\}")
_CLASS = re.compile(r"(?:span)?\.([\w-]+)")
_UPRIGHT = ("", "normal", "baseline", "none", "400", "inherit")
_EMPHASIS = ("font-weight", "font-style", "text-decoration", "vertical-align", "font-variant", "text-transform")


class Looks:
    """What classes of spans look like (`.name`, `span.name` in the style sheets), and how often each look is used."""

    def __init__(self, sheets: Iterable[str] = ()) -> None:
        self._classes: dict[str, dict[str, str]] = {}
        for sheet in sheets:
            for selectors, declared in _RULE.findall(_COMMENT.sub("", sheet)):
                for selector in selectors.split(","):
                    if found := _CLASS.fullmatch(selector.strip()):
                        self._classes.setdefault(found[1], {}).update(_declared(declared))
        self._often: Counter[Look] = Counter()

    def count(self, root: Any) -> None:
        """Take a page into account: which look is that of running text."""
        for span in root.iter("{*}span"):
            self._often[self.of(span)] += len("".join(span.itertext()))

    def of(self, span: Any) -> Look:
        """What can be told of a span's look, and what else is said of it."""
        said: dict[str, str] = {}
        for name in span.get("class", "").split():
            said.update(self._classes.get(name, {f".{name}": ""}))
        said.update(_declared(span.get("style", "")))
        said.update({f"@{name}": value for name, value in span.attrib.items() if name not in ("class", "style")})
        return tuple(sorted(said.items()))

    def role(self, span: Any) -> CodeRole:
        """What a span's look is."""
        said = dict(self.of(span))
        if said.get("font-weight", "") in ("bold", "bolder", "600", "700", "800", "900"):
            return "bold"
        if said.get("font-style", "") in ("italic", "oblique"):
            return "italic"
        return "strike" if "line-through" in said.get("text-decoration", "") else "other"

    def base(self, element: Any) -> Any:
        """The span that is only what the text of a paragraph is set in; None where text stands outside of spans.

        Of several it is one without emphasis, of the look that most of the book's text has.
        """
        spans = [one for one in element.iterchildren("{*}*") if name_of(one) == "span"]
        bare = [element.text, *(one.tail for one in element)]
        if any((text or "").strip() for text in bare) or not all(
            one.attrib and one.get("class") != "" for one in spans
        ):
            return None
        looks = {self.of(span): span for span in reversed(spans)}
        best = min(looks, key=lambda look: (_is_emphasis(look), -self._often[look], look), default=None)
        return None if best is None else looks[best]


def _declared(text: str) -> dict[str, str]:
    pairs = (one.partition(":") for one in text.split(";"))
    return {name.strip().lower(): " ".join(value.split()).lower() for name, _, value in pairs if value.strip()}


def _is_emphasis(look: Look) -> bool:
    said = dict(look)
    return any(said.get(name, "") not in _UPRIGHT for name in _EMPHASIS) or any(name.startswith("@") for name in said)
