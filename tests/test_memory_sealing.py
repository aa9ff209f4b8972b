"""Putting the keys of new pairs into the lists of the index: all of them, however many are put in at once."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory import Memory, Pair, sealing
from workbench.memory.postings import BLOCK, row_id
from workbench.memory.sealing import lists_of
from workbench.memory.tail import Keys, packed
from workbench.text import Inline

keys = st.sets(st.integers(0, 40) | st.integers(0, 2**32 - 1), max_size=12)
pairs = st.dictionaries(st.integers(0, BLOCK - 1), st.tuples(keys, keys), max_size=40)


@given(pairs, st.integers(0, 40))
def test_each_list_has_the_pairs_with_its_word(pairs: dict[int, tuple[set[int], set[int]]], block: int) -> None:
    there = defaultdict(list)
    for number, (german, english) in sorted(pairs.items()):
        for key in german:
            there[row_id(block, "de", key)].append(number)
        for key in english:
            there[row_id(block, "en", key)].append(number)
    rows = [(block * BLOCK + number, packed(Keys(3, *own))) for number, own in sorted(pairs.items())]
    found = [(row, ids.tolist()) for row, ids in lists_of(block, rows)]
    assert found == sorted(there.items())


@given(st.lists(st.binary(max_size=30), max_size=8))
def test_damaged_keys_end_in_no_error(blobs: list[bytes]) -> None:
    assert all(len(ids) for _, ids in lists_of(0, list(enumerate(blobs))))


@pytest.mark.parametrize(("most", "at_once"), [(40, 1 << 17), (3_000_000, 7), (1, 1)])
def test_long_texts_are_put_in_by_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, at_once: int
) -> None:
    monkeypatch.setattr(sealing, "_MOST_KEYS", most)
    monkeypatch.setattr(sealing, "_LOOKED_AT", at_once)
    memory = Memory.open(tmp_path / "m.sqlite")
    memory.add(
        Pair(Inline(f"Der Satz {at} vom Wetter hat {at % 7} Worte."), Inline(f"The sentence {at} has words."))
        for at in range(4_100)
    )
    steps = memory.looked_through()
    try:
        while True:
            next(steps)
    except StopIteration as end:
        assert end.value == ()
    assert memory.info().pairs == 4_100
    (best, *_) = memory.fuzzy(Inline("Der Satz 1234 vom Wetter hat 2 Worte."))
    assert best.pair.target.text == "The sentence 1234 has words."
    memory.close()
