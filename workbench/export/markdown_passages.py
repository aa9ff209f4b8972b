"""The English alone as Markdown, for a source that is none: headings, lists, tables, quotations, formatting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workbench.export.markdown_runs import escaped, set_runs
from workbench.export.passages import Cells, Passage, passages, size, together
from workbench.translation import TranslationRecord

_STEP = "    "
"""What the paragraphs in an item are moved in by; its mark takes no more."""


def passages_of(record: TranslationRecord) -> Iterator[str]:
    """The document's parts, which are to have an empty line between them."""
    counted: Counter[tuple[int, int]] = Counter()
    for found in together(passages(record)):
        if not isinstance(found, Passage):
            yield _table(found)
        elif found.block.kind == "item":
            yield _item(found, counted)
        else:
            yield _passage(found)


def _passage(found: Passage) -> str:
    if found.block.kind == "heading":
        return f"{'#' * min(max(found.block.level, 1), 6)} {_on_one_line(found)}"
    if found.block.kind == "quotation":
        return "\n".join(f"> {line}" for line in _words(found).split("\n"))
    return _words(found)


def _item(found: Passage, counted: Counter[tuple[int, int]]) -> str:
    """A paragraph of a list item. Lists that follow one another have other marks, so that they stay apart."""
    block = found.block
    outside = _STEP * (max(block.level, 1) - 1)
    text = _words(found).replace("\n", "\n" + outside + _STEP)
    if not block.begins:
        return outside + _STEP + text
    counted[block.group, block.level] += 1
    if not block.ordered:
        return f"{outside}{'-' if block.group % 2 else '*'}   {text}"
    number = max(block.start, 0) + counted[block.group, block.level] - 1
    return outside + f"{number}{'.' if block.group % 2 else ')'}".ljust(len(_STEP) - 1) + " " + text


def _table(cells: Cells) -> str:
    """A table as GitHub's Markdown has it; its first row is the head."""
    rows, columns = size(cells)
    lines = [[_in_cell(cells.get((row, column))) for column in range(columns)] for row in range(rows)]
    lines.insert(1, ["---"] * columns)
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _in_cell(found: Passage | None) -> str:
    return _on_one_line(found) if found else ""


def _on_one_line(found: Passage) -> str:
    return _words(found).replace("\\\n", " ").replace("\n", " ")


def _words(found: Passage) -> str:
    mark = f"{escaped(found.mark)} " if found.mark else ""
    return mark + set_runs(found.runs)
