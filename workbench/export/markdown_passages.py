"""The English alone as Markdown, for a source that is none: headings, lists, tables, quotations, formatting."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.export.markdown_runs import escaped, set_runs
from workbench.export.passages import Cells, Passage, passages, size, together
from workbench.translation import TranslationRecord

_STEP = "    "
"""What the paragraphs in an item are moved in by; its mark takes no more."""


def passages_of(record: TranslationRecord) -> Iterator[str]:
    """The document's parts, which are to have an empty line between them."""
    depth = 0
    for found in together(passages(record)):
        if isinstance(found, Passage) and found.block.kind == "item":
            depth = min(max(found.block.level, 1), depth + found.block.begins)
            yield _item(found, depth)
            continue
        depth = 0
        yield _passage(found) if isinstance(found, Passage) else _table(found)


def _passage(found: Passage) -> str:
    if found.block.kind == "heading":
        return f"{'#' * min(max(found.block.level, 1), 6)} {_on_one_line(found)}"
    if found.block.kind == "quotation":
        return "\n".join(f"> {line}" for line in _words(found).split("\n"))
    return _words(found)


def _item(found: Passage, depth: int) -> str:
    """A paragraph of a list item, as deep as there are items around it: moved in further it would be code.

    Lists that follow one another have other marks, so that they stay apart. `depth` 0: its item has no beginning.
    """
    block = found.block
    if not depth:
        return _words(found)
    outside = _STEP * (depth - 1)
    text = _words(found).replace("\n", "\n" + outside + _STEP)
    if not block.begins:
        return outside + _STEP + text
    if not block.ordered:
        return f"{outside}{'-' if block.group % 2 else '*'}   {text}"
    return outside + f"{found.counted}{'.' if block.group % 2 else ')'}".ljust(len(_STEP) - 1) + " " + text


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
