"""Putting paragraphs where those of a file of XML stand: in their place, in several, one more, or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from workbench.formats.document import Document, Paragraph
from workbench.formats.filter import Target
from workbench.formats.mixed import Shell
from workbench.formats.mixed_writing import filled, spread
from workbench.formats.units import Unit
from workbench.text.clean import clean_line
from workbench.text.inline import Inline


class Grammar(Protocol):
    """What a format has to know of its elements for paragraphs to be put among them."""

    def another(self, element: Any) -> Any:
        """A new, empty paragraph after one that was cut, of its kind."""

    def own(self, after: Any, paragraph: Paragraph) -> Any:
        """A new, empty paragraph of the translator's own after one."""

    def apart(self, element: Any) -> Iterable[Any]:
        """What is in a paragraph and is none of its words: pictures, boxes, notes."""

    def is_picture(self, element: Any) -> bool:
        """Whether a thing stays where its paragraph is left out or its code is lost, be there words in it or not."""

    def take_out(self, element: Any, kept: Sequence[Any]) -> None:
        """Take a paragraph out, or only its words, where it cannot be missed or what is `kept` stands in it."""


class Placing:
    """Puts a document's targets into the units of its file."""

    def __init__(self, document: Document, target: Target, units: Sequence[Unit], grammar: Grammar) -> None:
        self._document, self._target, self._units, self._grammar = document, target, units, grammar
        self._unit = {unit.place: unit for unit in units}
        self._shells = {f"{unit.place}#{id}": shell for unit in units for id, shell in unit.mixed.shells.items()}
        self._used: set[Any] = set()
        self._last: dict[str, Any] = {}
        self._kept: set[Any] = set()

    def place(self) -> None:
        """Write all of them. What has no target is taken out at last, so that others can be put after it."""
        after = None
        for key, paragraph in zip(self._document.ids, self._document.paragraphs, strict=True):
            words, unit = self._target.get(key), self._unit.get(paragraph.place)
            if paragraph.part == "inserted" and words is not None and after is not None:
                after = self._grammar.own(after, paragraph)
                self._kept.add(after)
                filled(after, words, {}, [], self._used)
            elif paragraph.part != "inserted" and unit is not None:
                if words is not None:
                    self._put(unit, paragraph, words)
                after = self._last.get(unit.place, unit.element)
        self._keep_what_must_not_go()
        for unit in self._units:
            if unit.place not in self._last:
                self._take_out(unit)

    def _put(self, unit: Unit, paragraph: Paragraph, words: Inline) -> None:
        first = unit.place not in self._last
        element = unit.element if first else self._grammar.another(self._last[unit.place])
        self._last[unit.place] = element
        self._kept.add(element)
        if first and words == unit.mixed.inline and paragraph.source == words:
            return  # as it is in the file, with whatever goes along
        if unit.attribute:
            element.set(unit.attribute, plain(words))
            return
        carried = spread(unit.mixed.carried, unit.text, words.text) if first else []
        filled(element, words, self._known(paragraph), carried, self._used, unit.mixed.base)

    def _known(self, paragraph: Paragraph) -> dict[str, Shell]:
        """The elements of a paragraph's codes, some of which may come from one that was joined to it."""
        return {one.id: self._shells[one.last] for one in paragraph.markup if one.last in self._shells}

    def _keep_what_must_not_go(self) -> None:
        """A picture, and a footnote or box with words in it, ends its paragraph where the target has lost its code."""
        for unit in self._units:
            alone = [shell.first for shell in unit.mixed.shells.values() if shell.kind == "alone"]
            for element in alone if unit.place in self._last else ():
                stays = self._has_words(element) or self._grammar.is_picture(element)
                if stays and element not in self._used and not _stands_in(element, unit.element):
                    self._last[unit.place].append(element)
                    element.tail = None

    def _has_words(self, element: Any) -> bool:
        return any(one in self._kept for one in element.iter())

    def _take_out(self, unit: Unit) -> None:
        if unit.attribute:
            unit.element.set(unit.attribute, "")
            return
        apart = self._grammar.apart(unit.element)
        kept = [one for one in apart if self._grammar.is_picture(one) or self._has_words(one)]
        self._grammar.take_out(unit.element, kept)


def texts_made(document: Document, target: Target) -> dict[str, str]:
    """What stands in the place of each paragraph of the source, by its place; the parts of one that was cut in one."""
    made: dict[str, list[str]] = {}
    for key, paragraph in zip(document.ids, document.paragraphs, strict=True):
        if paragraph.place and key in target and (text := plain(target[key])):
            made.setdefault(paragraph.place, []).append(text)
    return {place: " ".join(parts) for place, parts in made.items()}


def plain(words: Inline) -> str:
    """A text as an attribute has it: on one line, without what XML has not."""
    return clean_line(words.text)


def emptied(element: Any, kept: Sequence[Any] = ()) -> None:
    """Take the words out of an element, and all it holds but what is kept."""
    filled(element, Inline(""), {}, [(0, one) for one in kept], set())


def _stands_in(element: Any, other: Any) -> bool:
    return any(one is other for one in element.iterancestors())
