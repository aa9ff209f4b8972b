"""How a stretch of text looks in a document for people, whatever the format."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from workbench.formats import CodeRole

GREY, OPEN = "595959", "8A4B00"
"""Of what is only told, and of what is still to be done."""


@dataclass(frozen=True, slots=True)
class Look:
    """`language`: as BCP 47 names it, empty for that of the document (formats that tell it by the paragraph have no use
    for it). `color`: RRGGBB, empty for the page's own; `raised`: as a footnote's mark is; `term`: it is one of the
    glossary; `mark`: it stands for a code.
    """

    language: str = ""
    color: str = ""
    bold: bool = False
    italic: bool = False
    strike: bool = False
    code: bool = False
    raised: bool = False
    small: bool = False
    term: bool = False
    mark: bool = False
    link: bool = False

    def of(self, roles: Collection[CodeRole], *, term: bool = False) -> Look:
        """The same look as the codes around a stretch set it."""
        return replace(
            self,
            bold=self.bold or "bold" in roles,
            italic="italic" in roles,
            strike="strike" in roles,
            code="code" in roles,
            raised="note" in roles,
            term=term,
        )
