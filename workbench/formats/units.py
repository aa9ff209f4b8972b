"""The paragraphs of a file of XML, where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workbench.formats.document import Paragraph
from workbench.formats.markup import PARAGRAPH, Apart, Block
from workbench.formats.mixed import Mixed
from workbench.formats.roles import Role, role_by_look, with_teaser


@dataclass(slots=True)
class Unit:
    """A paragraph where it stands: in an element, or in one of its attributes.

    `place` names it, alike whenever the same file is read. `role`: what its marks say it is; None where they say
    nothing. `entry`: it is a line of an index, which repeats another paragraph and follows it.
    """

    place: str
    element: Any
    mixed: Mixed
    role: Role | None = None
    block: Block = PARAGRAPH
    fixed: str = ""
    entry: bool = False
    attribute: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return self.mixed.inline.text


def set_apart(units: Iterable[Unit], apart: Apart, note: str = "") -> Iterator[Unit]:
    """The same, told where they stand: those that stand in a note or comment of it are there, the rest is in this.

    `note`: what the mark of a note says, which its first paragraph gets.
    """
    for unit in units:
        if unit.block.apart in ("", "box"):
            unit.block, note = replace(unit.block, apart=apart, note=note), ""
        yield unit


def paragraphs_of(units: Sequence[Unit]) -> tuple[Paragraph, ...]:
    """The paragraphs of a document whose file has these, the lines of its indexes left out."""
    found = [unit for unit in units if not unit.entry]
    roles = with_teaser([unit.text for unit in found], [unit.role or role_by_look(unit.text) for unit in found])
    return tuple(
        Paragraph(
            text=unit.text,
            before="\n\n" if number else "",
            role=role,
            codes=unit.mixed.inline.codes,
            markup=unit.mixed.markup(unit.place),
            block=unit.block,
            place=unit.place,
            fixed=unit.fixed,
        )
        for number, (unit, role) in enumerate(zip(found, roles, strict=True))
    )


def is_file_name(text: str) -> bool:
    """Whether what a picture has for its text is the name of its file, which nobody reads."""
    return _FILE.fullmatch(text) is not None


_FILE = re.compile(r"\S{1,200}\.(?:jpe?g|png|gif|svg|webp|tiff?|bmp|emf|wmf)", re.IGNORECASE)
