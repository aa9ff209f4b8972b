"""Packs the Ding dictionary as Debian has it: `python -m workbench.dictionary.packing /usr/share/trans/de-en`.

Only run by hand, for a new edition. What is left out, and what each file in data/ holds, stands in data/README.md.
`--unpack` writes what is packed to the standard output, in Ding's own form; `--english` makes the English index anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from workbench.dictionary.blocks import Blocks, Pair, in_blocks, pack
from workbench.dictionary.english_keys import is_head, keys_of
from workbench.dictionary.index import pack_index
from workbench.dictionary.line import SEPARATOR, Segment, alternatives, bare, is_sentence, key_of, read_line
from workbench.dictionary.opened import ENGLISH, ENTRIES, INDEX

WORDS = 5
"""A German wording of more words is found by no word: it is an example."""


def without_examples(line: str) -> list[Pair]:
    """The German and the English of a line, without its sentences and long examples; nothing where nothing is left.

    Where a line's word stands beside a beginning of words (`national; Bundes… {adj}`), that is an entry of its own.

    >>> without_examples("Aal {m} | Aale {pl} | Der Aal ist glatt. :: eel | eels | The eel is slippery.")
    [('Aal {m} | Aale {pl}', 'eel | eels')]
    """
    german, _, english = line.strip().partition(" :: ")
    parts = zip(german.split(SEPARATOR), english.split(SEPARATOR), read_line(line), strict=False)
    short = [((de, en), segment.first) for de, en, segment in parts if _is_short(segment)]
    kept = [pair for pair, _ in short if not is_sentence(pair[0])]
    alone = [pair for pair, first in short if first and _is_open(pair[0])]
    return [(SEPARATOR.join(de for de, _ in kept), SEPARATOR.join(en for _, en in kept))] * bool(kept) + alone


def _is_short(segment: Segment) -> bool:
    return any(len(key_of(wording.text).split()) <= WORDS for wording in segment.german)


def _is_open(german: str) -> bool:
    """Whether a segment ends like a sentence, but for wordings that are none."""
    return is_sentence(german) and not all(map(is_sentence, alternatives(german)))


def words_of(blocks: Iterable[Iterable[Pair]]) -> Iterator[tuple[str, int]]:
    """Every German wording that can be looked up, with the number of its block."""
    for number, block in enumerate(blocks):
        for german, english in block:
            for segment in read_line(f"{german} :: {english}"):
                keys = (key_of(wording.text) for wording in segment.german)
                yield from ((key, number) for key in keys if len(key.split()) <= WORDS)


def english_of(blocks: Iterable[Iterable[Pair]]) -> Iterator[tuple[str, int]]:
    """Every English wording that can be looked up, with the number of its block."""
    for number, block in enumerate(blocks):
        for german, english in block:
            for segment in filter(is_head, read_line(f"{german} :: {english}")):
                yield from ((key, number) for wording in segment.english for key in keys_of(wording))


def _place(pair: Pair) -> tuple[bool, str, Pair]:
    """What the pairs are sorted by: entries of their own last, else by the first wording."""
    wordings = (bare(part) for segment in pair[0].split(SEPARATOR) for part in alternatives(segment))
    first = next((key_of(text) for text in wordings if text), "") if pair[1] else ""
    return SEPARATOR not in pair[0] and _is_open(pair[0]), first, pair


def main() -> None:
    """Pack a file of the dictionary into data/, or write out what is there."""
    if sys.argv[1:] == ["--unpack"]:
        packed = Blocks(ENTRIES)
        for number in range(len(packed)):
            for german, english in packed.pairs(number):
                print(f"{german} :: {english}")
        return
    if sys.argv[1:] == ["--english"]:
        packed = Blocks(ENTRIES)
        ENGLISH.write_bytes(pack_index(english_of(map(packed.pairs, range(len(packed))))))
        return
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    pairs = [pair for line in text.split("\n") for pair in without_examples(line)]
    pairs.sort(key=_place)
    blocks = list(in_blocks(pairs))
    ENTRIES.parent.mkdir(exist_ok=True)
    ENTRIES.write_bytes(pack(blocks))
    INDEX.write_bytes(pack_index(words_of(blocks)))
    ENGLISH.write_bytes(pack_index(english_of(blocks)))


if __name__ == "__main__":
    main()
