"""Packs the Ding dictionary as Debian has it: `python -m workbench.dictionary.packing /usr/share/trans/de-en`.

Only run by hand, for a new edition. What is left out, and what each file in data/ holds, stands in data/README.md.
`--unpack` writes what is packed to the standard output, in Ding's own form.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from workbench.dictionary.blocks import Blocks, Pair, in_blocks, pack
from workbench.dictionary.index import pack_index
from workbench.dictionary.line import SEPARATOR, is_sentence, key_of, read_line
from workbench.dictionary.opened import ENTRIES, INDEX

WORDS = 5
"""A German wording of more words is found by no word: it is an example."""


def without_examples(line: str) -> Pair | None:
    """The German and the English of a line, without its sentences and long examples; None where nothing is left.

    >>> without_examples("Aal {m} | Aale {pl} | Der Aal ist glatt. :: eel | eels | The eel is slippery.")
    ('Aal {m} | Aale {pl}', 'eel | eels')
    """
    german, _, english = line.strip().partition(" :: ")
    kept = [
        (de, en)
        for de, en, segment in zip(german.split(SEPARATOR), english.split(SEPARATOR), read_line(line), strict=False)
        if any(len(key_of(wording.text).split()) <= WORDS for wording in segment.german) and not is_sentence(de)
    ]
    if not kept:
        return None
    return SEPARATOR.join(de for de, _ in kept), SEPARATOR.join(en for _, en in kept)


def words_of(blocks: Iterable[Iterable[Pair]]) -> Iterator[tuple[str, int]]:
    """Every German wording that can be looked up, with the number of its block."""
    for number, block in enumerate(blocks):
        for german, english in block:
            for segment in read_line(f"{german} :: {english}"):
                keys = (key_of(wording.text) for wording in segment.german)
                yield from ((key, number) for key in keys if len(key.split()) <= WORDS)


def _first_key(pair: Pair) -> str:
    return next((key_of(word.text) for part in read_line(" :: ".join(pair)) for word in part.german), "")


def main() -> None:
    """Pack a file of the dictionary into data/, or write out what is there."""
    if sys.argv[1:] == ["--unpack"]:
        packed = Blocks(ENTRIES)
        for number in range(len(packed)):
            for german, english in packed.pairs(number):
                print(f"{german} :: {english}")
        return
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    pairs = [pair for line in text.split("\n") if (pair := without_examples(line))]
    pairs.sort(key=lambda pair: (_first_key(pair), pair))
    blocks = list(in_blocks(pairs))
    ENTRIES.parent.mkdir(exist_ok=True)
    ENTRIES.write_bytes(pack(blocks))
    INDEX.write_bytes(pack_index(words_of(blocks)))


if __name__ == "__main__":
    main()
