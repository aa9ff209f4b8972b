"""A memory with a name for measuring: made pairs, and sentences of a document with some of their words changed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from harness.memory_corpus import Texts, changed, made
from workbench.memory import Memory, Pair
from workbench.text import Inline

NAME = "measured"
_LIKE = 0.02
"""The part of the pairs that is like the document's sentences: what stands at the desk has offers then."""


def made_memory(folder: Path, pairs: int, sentences: Sequence[Texts], seed: int = 5) -> Mapping[str, str]:
    """Make a memory of so many pairs in a folder for a user's data; the environment in which it is found there.

    A project asks for it that has SETTINGS as its `project.yaml`.
    """
    path = folder / "workbench" / "memories" / f"{NAME}.sqlite"
    path.parent.mkdir(parents=True)
    memory = Memory.open(path, name=NAME)
    memory.add(Pair(Inline(german), Inline(english)) for german, english in _pairs(pairs, sentences, seed))
    for _ in memory.seal():
        pass
    memory.close()
    return {"XDG_DATA_HOME": str(folder)}


SETTINGS = f"memories:\n  {NAME}:\n"


def _pairs(number: int, sentences: Sequence[Texts], seed: int) -> Iterator[Texts]:
    chance = random.Random(seed)
    words = [word for german, _ in sentences for word in german.split()]
    like = round(number * _LIKE)
    for german, english in chance.choices(sentences, k=like):
        yield changed(german, words, chance), english
    yield from islice(made(chance), number - like)
