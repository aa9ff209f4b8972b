"""The English alone, paragraph by paragraph, with what each of them is in the layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from workbench.export.runs import Run, cleaned, runs
from workbench.formats import Block, Markup
from workbench.text import Code, Inline
from workbench.translation import NOT_REVIEWED, NOT_TRANSLATED, State, TranslationRecord


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of an English document.

    `mark` stands before what is not reviewed. `language` is `de` where there is no English yet and the German stands
    in. A cell that is left out has no text.
    """

    inline: Inline
    block: Block
    markup: tuple[Markup, ...] = ()
    mark: str = ""
    language: str = "en"

    @property
    def text(self) -> str:
        """Its text without codes."""
        return self.inline.text

    @property
    def runs(self) -> list[Run]:
        """Its text as it is set."""
        return runs(self.inline, self.markup)


def passages(record: TranslationRecord) -> tuple[Passage, ...]:
    """The English paragraphs in order, without the skipped ones, as the English text file has them."""
    found = []
    for paragraph in record.paragraphs:
        english = cleaned(paragraph.target, strip=True)
        if paragraph.state is State.SKIPPED:
            if paragraph.block.kind == "cell":
                found.append(Passage(Inline(""), paragraph.block))
        elif not english.text:
            german = cleaned(paragraph.source)
            found.append(Passage(german, paragraph.block, paragraph.markup, NOT_TRANSLATED, "de"))
        else:
            mark = "" if paragraph.state is State.REVIEWED else NOT_REVIEWED
            found.append(Passage(english, paragraph.block, paragraph.markup, mark))
    return tuple(found)


Cells = dict[tuple[int, int], Passage]
"""The cells of a table, by row and column (from 0)."""


def together(found: tuple[Passage, ...]) -> Iterator[Passage | Cells]:
    """The passages in order, those of one table as one."""
    for table, part in groupby(found, key=lambda one: one.block.group if one.block.kind == "cell" else 0):
        if table:
            cells: Cells = {}
            for one in part:
                place = (one.block.row, one.block.column)
                cells[place] = _with(cells[place], one) if place in cells else one
            yield cells
        else:
            yield from part


def _with(first: Passage, other: Passage) -> Passage:
    """The paragraphs of a cell in one, each on a line of its own."""
    if not first.text or not other.text:
        return first if first.text else other
    by = max((int(one.id) for one in first.markup), default=0) + 1
    line = Inline("", (Code(0, str(by), "alone"),))
    codes = tuple(replace(code, id=str(int(code.id) + by)) for code in other.inline.codes)
    markup = (Markup(str(by), "break", "\n"), *(replace(one, id=str(int(one.id) + by)) for one in other.markup))
    inline = first.inline + line + Inline(other.text, codes)
    return replace(first, inline=inline, markup=(*first.markup, *markup), mark=first.mark or other.mark)


def size(cells: Cells) -> tuple[int, int]:
    """How many rows and columns a table has."""
    return 1 + max(row for row, _ in cells), 1 + max(column for _, column in cells)
