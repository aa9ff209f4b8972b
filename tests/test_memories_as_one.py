"""Several memories asked as one give what each gives alone, put together: no match missed, none in another order."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.memory import Match, Memory, Pair
from workbench.project.folder.layout import layout_of
from workbench.project.memories.opened import MOST_OFFERED, Memories
from workbench.project.memories.places import named_memory
from workbench.project.settings.memory_setting import MemorySetting
from workbench.project.settings.settings import Settings
from workbench.text import Inline

WORDS = ("Rat", "Stadt", "heute", "morgen", "tagt", "Haus", "neu", "alt", "am", "12")
ASKED = st.tuples(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), st.sampled_from((50, 70, 90)))
NAMES = {"eins": 0, "zwei": 5, "drei": 0, "vier": 12, "fünf": 0}
"""The memories, and what is taken off the matches of each."""


@contextmanager
def in_force(root: Path, names: tuple[str, ...], least: int) -> Iterator[Memories]:
    """These memories, with an empty one of the project's own."""
    wanted = Settings(memories=tuple(MemorySetting(name, NAMES[name]) for name in names), match=least)
    with closing(Memories(layout_of(root), lambda: wanted, read_only=True, own=Memory.open(None))) as memories:
        yield memories


def steps(memories: Memories, text: Inline) -> tuple[Match, ...]:
    asked = memories.fuzzy(text)
    while True:
        try:
            next(asked)
        except StopIteration as end:
            found: tuple[Match, ...] = end.value
            return found


def filled(seed: int) -> None:
    """Many sentences of few words in all of them, with few English ones: what is equally good is in several."""
    made = random.Random(seed)
    for name in NAMES:
        path = named_memory(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        sentences = (" ".join(made.choices(WORDS, k=made.randint(1, 6))) for _ in range(60))
        with closing(Memory.open(path, name=name)) as memory:
            memory.add([Pair(Inline(one), Inline(f"English {made.randint(1, 30)}")) for one in sentences])


def test_asked_as_one_they_have_what_they_have_one_by_one(tmp_path: Path) -> None:
    filled(20261129)
    names = tuple(NAMES)

    @settings(max_examples=60, deadline=None)
    @given(ASKED)
    def same(asked: tuple[str, int]) -> None:
        text, least = Inline(asked[0]), asked[1]
        with in_force(tmp_path, names, least) as memories:
            together, known = steps(memories, text), memories.exact(text)
        alone: list[Match] = []
        for name in names:
            with in_force(tmp_path, (name,), least) as memories:
                alone += steps(memories, text)
        kept: dict[str, Match] = {}
        for match in sorted((*known, *alone), key=lambda match: -match.percent):
            kept.setdefault(match.pair.target.text, match)
        assert together == tuple(kept.values())[:MOST_OFFERED]

    same()
