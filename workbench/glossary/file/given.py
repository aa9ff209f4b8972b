"""What a text would give as a glossary file, looked at before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from workbench.glossary.entry import Entry
from workbench.glossary.file.contradictions import Claim, without_claimed
from workbench.glossary.file.yaml_file import Item, at_line, item_of
from workbench.glossary.file.yaml_items import Chunk, chunks


def given(text: str, others: Sequence[Item], number: int) -> Entry | None:
    """The entry that the item of this number puts in force, if all other items of the text are those of `others`.

    None if that item gives no entry, or if another one is not what it was (one that has a comment more is). Only what
    changed is parsed again, so the cost is that of cutting the text into items.
    """
    cut = list(chunks(text))
    if number >= len(cut) or not stay(cut[:number] + cut[number + 1 :], others):
        return None
    item = item_of(cut[number])
    claims: dict[Claim, Entry] = {}
    for other in islice(others, number):
        if other.entry:
            claims.update(dict.fromkeys(other.claims, other.entry))
    return item.entry and without_claimed(item.entry, item.claims, claims, _ignore)


def stay(cut: Sequence[Chunk], items: Sequence[Item]) -> bool:
    """Whether the chunks of a text say the same as these items, one by one."""
    return len(cut) == len(items) and all(map(_alike, cut, items))


def _alike(chunk: Chunk, item: Item) -> bool:
    if chunk.text == item.chunk.text and chunk.stray == item.chunk.stray:
        return True
    one, two = (entry and at_line(entry, 0) for entry in (item_of(chunk).entry, item.entry))
    return one == two and chunk.stray == item.chunk.stray


def _ignore(line: int | None, what: str, mend: str) -> None:
    """Tells nobody: what was given before was told when the file was read."""
