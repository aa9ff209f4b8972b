"""The English alone, paragraph by paragraph, with what each of them is in the layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from workbench.export.runs import Run, cleaned, runs
from workbench.formats import Block, Markup, arranged
from workbench.text import Code, Inline, clean_line
from workbench.translation import NOT_REVIEWED, NOT_TRANSLATED, ParagraphRecord, State, TranslationRecord

TITLE, SECTION = Block("heading", level=1), Block("heading", level=2)


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph of an English document.

    `mark` stands before what is not reviewed. `language` is `de` where there is no English yet and the German stands
    in. A cell that is left out has no text. `number`: of its paragraph in the record, from 1; `counted`: the
    number that an item of a numbered list has, whatever stands between it and the one before.
    """

    inline: Inline
    block: Block
    markup: tuple[Markup, ...] = ()
    mark: str = ""
    language: str = "en"
    number: int = 0
    counted: int = 0

    @property
    def text(self) -> str:
        """Its text without codes."""
        return self.inline.text

    @property
    def runs(self) -> list[Run]:
        """Its text as it is set."""
        return runs(self.inline, self.markup)


def passages(record: TranslationRecord) -> tuple[Passage, ...]:
    """The English paragraphs in order, without the skipped ones, as the English text file has them.

    Notes are numbered and stand at the end, page heads behind them; comments are left out (see `arranged`). The first
    headline of a source that has no headings is one.
    """
    made = [_passage(number, paragraph) for number, paragraph in enumerate(record.paragraphs, 1)]
    title = headline(record)
    if title is not None and (first := made[title]) is not None:
        made[title] = replace(first, block=TITLE)
    found = [one for one in made if one is not None and (one.text or not one.block.apart)]
    return tuple(_counted(_arranged(found)))


def _arranged(found: Sequence[Passage]) -> Iterator[Passage]:
    heading = ""
    for at in arranged([one.block for one in found]):
        if isinstance(at, str):
            heading = at
            continue
        one = found[at]
        if heading:
            yield Passage(Inline(heading), SECTION, number=one.number)
            heading = ""
        yield _numbered(one) if one.block.note else one


def _numbered(note: Passage) -> Passage:
    """A note that begins with what its mark in the text says."""
    key = str(max((int(one.id) for one in note.markup), default=0) + 1)
    inline = Inline(" ", (Code(0, key, "alone"),)) + note.inline
    return replace(note, inline=inline, markup=(*note.markup, Markup(key, "note", f"[^{note.block.note}]")))


def _counted(found: Iterable[Passage]) -> Iterator[Passage]:
    """With the numbers of the items; a list within an item begins anew in the next one."""
    last: dict[tuple[int, int], int] = {}
    for one in found:
        block = one.block
        if block.kind != "item" or not block.begins:
            yield one
            continue
        deeper = [place for place in last if place[0] == block.group and place[1] > block.level]
        for place in deeper:
            del last[place]
        place = block.group, block.level
        last[place] = last[place] + 1 if place in last else max(block.start, 0)
        yield replace(one, counted=last[place])


def _passage(number: int, paragraph: ParagraphRecord) -> Passage | None:
    """A paragraph as it goes out; None for one that is left out and leaves no empty cell behind."""
    block, markup = paragraph.block, paragraph.markup
    if paragraph.state is State.SKIPPED:
        return Passage(Inline(""), block, number=number) if block.kind == "cell" else None
    english = cleaned(paragraph.target, strip=True)
    if not english.text:
        return Passage(cleaned(paragraph.source), block, markup, NOT_TRANSLATED, "de", number)
    mark = "" if paragraph.state is State.REVIEWED else NOT_REVIEWED
    return Passage(english, block, markup, mark, number=number)


def headline(record: TranslationRecord) -> int | None:
    """The paragraph (from 0) that is the title of a text whose format has no headings; None where none is.

    It is the first that is neither page furniture nor a caption, if it looks like a headline and running text follows.
    """
    if PurePath(record.source).suffix.lower() != ".txt":
        return None
    roles = [paragraph.role for paragraph in record.paragraphs]
    first = next((at for at, role in enumerate(roles) if role not in ("furniture", "caption")), None)
    if first is None or roles[first] != "headline" or not {"body", "teaser"}.intersection(roles[first:]):
        return None
    return first


def title_of(record: TranslationRecord) -> str:
    """The title of an English document: its headline in English, or the name of the source file where it has none."""
    first = headline(record)
    headings = [p for p in record.paragraphs if p.block.kind == "heading" and not p.block.apart]
    found = record.paragraphs[first : first + 1] if first is not None else headings[:1]
    english = [clean_line(p.target.text) for p in found if p.state is not State.SKIPPED]
    return next(filter(None, english), clean_line(record.source))


Cells = dict[tuple[int, int], Passage]
"""The cells of a table, by row and column (from 0)."""


def together(found: tuple[Passage, ...]) -> Iterator[Passage | Cells]:
    """The passages in order, those of one table as one, where its first cell stands.

    What stands between the cells of a table (a footnote of one, a table within one) follows the table.
    """
    tables: dict[int, Cells] = {}
    for one in found:
        if table := _table_of(one):
            cells, place = tables.setdefault(table, {}), (one.block.row, one.block.column)
            cells[place] = _with(cells[place], one) if place in cells else one
    for one in found:
        table = _table_of(one)
        if not table:
            yield one
        elif table in tables:
            yield tables.pop(table)


def _table_of(one: Passage) -> int:
    return one.block.group if one.block.kind == "cell" else 0


def laid_out(found: tuple[Passage, ...]) -> Iterator[Passage]:
    """The passages in the order in which `together` has their words: tables row by row."""
    for one in together(found):
        if isinstance(one, Passage):
            yield one
        else:
            yield from (one[place] for place in sorted(one))


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
