"""A unit of a TMX file as the file has it: texts in several languages, with their tags, attributes and properties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Begin(NamedTuple):
    """An element begins inside of a text."""

    name: str
    said: Mapping[str, str]


class End(NamedTuple):
    """An element ends inside of a text."""

    name: str


Part = str | Begin | End


@dataclass(slots=True)
class Told:
    """What a unit, or one of its languages, says besides its text: its attributes, and its properties by their type.

    Of properties of one type the first counts; those without a text are there.
    """

    said: Mapping[str, str] = field(default_factory=dict)
    properties: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Variant(Told):
    """The text of a unit in one language; `text` is None where there is none."""

    text: list[Part] | None = None

    @property
    def language(self) -> str:
        """The tag of its language as the file writes it."""
        return self.said.get("xml:lang") or self.said.get("lang") or ""


@dataclass(slots=True)
class Unit(Told):
    """A unit: a text in several languages. `line`: where it begins, from 1."""

    line: int = 0
    variants: list[Variant] = field(default_factory=list)
    too_long: bool = False
