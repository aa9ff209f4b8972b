"""What stands apart from the running text of a document, and where it goes in one of another format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from workbench.formats.markup import Apart, Block

_SECTIONS: tuple[tuple[str, frozenset[Apart]], ...] = (
    ("Notes", frozenset(("footnote", "endnote"))),
    ("Page headers and footers", frozenset(("header", "footer"))),
)
_IN_PLACE: frozenset[Apart] = frozenset(("", "box"))
KINDS: Mapping[Apart, str] = MappingProxyType(
    {
        "footnote": "footnote",
        "endnote": "endnote",
        "comment": "comment",
        "header": "header of the page",
        "footer": "footer of the page",
        "box": "text box",
    }
)
"""What a reader calls them."""


def arranged(blocks: Sequence[Block]) -> Iterator[int | str]:
    """The paragraphs (from 0) in the order of a document without notes and page heads of its own.

    First the running text with its boxes; then, each under a heading (the words of it stand before its paragraphs), the
    notes, and the heads and feet of the pages. Comments are no part of the text, and are not in it.

    >>> list(arranged([Block(), Block(apart="footnote"), Block(apart="comment"), Block()]))
    [0, 3, 'Notes', 1]
    """
    yield from (at for at, block in enumerate(blocks) if block.apart in _IN_PLACE)
    for heading, kinds in _SECTIONS:
        found = [at for at, block in enumerate(blocks) if block.apart in kinds]
        if found:
            yield heading
            yield from found
