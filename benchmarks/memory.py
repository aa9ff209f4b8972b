"""How fast a translation memory is, and how much of what there is it finds.

    uv run python -m benchmarks.memory --pairs news.tsv.xz general.tsv.xz --sizes 200000 1000000

`--pairs`: files with a German and an English text a line, parted by a tab (packed with xz or not); without them the
pairs are made (`harness/memory_corpus.py`). Half of the usual queries are texts that are not in the memory, half are
texts of it of which one to three words are changed, added or taken away. The hard ones are printed apart: short ones,
ones of common words alone, long ones.

Times in milliseconds: half of the look-ups take at most p50, nineteen of twenty at most p95. Recall: the share of the
five best by a look at every pair (RapidFuzz over all of them) in whose place the memory has one that is as good.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from harness.memory_corpus import Texts, corpus, queries
from workbench.memory import Memory, Pair, Query
from workbench.memory.similarity import percent
from workbench.memory.words import folded_words
from workbench.text import Inline

T = TypeVar("T")
_HELD_OUT = 3_000
_FIRST_LOOK_UP = """
import sys, time
begin = time.perf_counter()
from functools import partial
from pathlib import Path
from workbench.memory import Memory
from workbench.text import Inline
memory = Memory.open(Path(sys.argv[1]))
opened = time.perf_counter()
memory.fuzzy(Inline(sys.argv[2]))
print(f"{(opened - begin) * 1e3:.0f} {(time.perf_counter() - opened) * 1e3:.0f}")
"""


def times(act: Callable[[T], object], each: Iterable[T]) -> list[float]:
    """How long it takes for each, in milliseconds; the shortest first."""
    found = []
    for one in each:
        begin = time.perf_counter()
        act(one)
        found.append((time.perf_counter() - begin) * 1e3)
    return sorted(found)


def told(found: Sequence[float]) -> str:
    """Half, nineteen of twenty, the slowest."""
    if not found:
        return f"{'–':>8}{'–':>8}{'–':>8}"
    places = (len(found) // 2, min(len(found) - 1, len(found) * 95 // 100), len(found) - 1)
    return "".join(f"{found[place]:8.1f}" for place in places)


class Exhaustive:
    """A look at every pair: each German text as a string that has a letter for each word."""

    def __init__(self, pairs: Sequence[Texts]) -> None:
        self._letters: dict[str, str] = {}
        self._pairs = pairs
        self._texts = [self._spelt(german) for german, _ in pairs]
        self._lengths = np.array([len(text) for text in self._texts])

    def _spelt(self, text: str) -> str:
        letters = self._letters
        return "".join(letters.setdefault(word, _letter(len(letters))) for word in folded_words(text))

    def best(self, text: str, least: int = 70, most: int = 5) -> list[int]:
        """The percentages of the five best, each English once."""
        spelt, query = self._spelt(text), Query(Inline(text))
        if not query.words.written:
            return []
        distances = process.cdist([spelt], self._texts, scorer=Levenshtein.distance, dtype=np.int32)[0]
        longer = np.maximum(self._lengths, len(spelt))
        alike = (longer - distances) * 100 // np.maximum(longer, 1)
        found: dict[str, int] = {}
        for place in np.flatnonzero(alike >= least).tolist():
            german, english = self._pairs[place]
            differ = int(distances[place])
            own = percent(differ, int(longer[place])) if differ else query.likeness(Inline(german)).percent
            found[english] = max(found.get(english, 0), own)
        return sorted(found.values(), reverse=True)[:most]


def recall(memory: Memory, exhaustive: Exhaustive, texts: Iterable[str]) -> tuple[float, int]:
    """The share of the five best that the memory has, or has as good ones for; and how many these are."""
    wanted = got = 0
    for text in texts:
        best = exhaustive.best(text)
        own = [match.percent for match in memory.fuzzy(Inline(text))]
        wanted += len(best)
        got += sum(mine >= other for mine, other in zip(own, best, strict=False))
    return (got / wanted if wanted else 1.0), wanted


def measure(kept: Sequence[Texts], aside: Sequence[Texts], number: int, compared: int, folder: Path) -> None:
    """Print all figures for a memory of these pairs."""
    path = folder / "memory.sqlite"
    begin = time.perf_counter()
    memory = Memory.open(path, name="measured")
    new = memory.add(Pair(Inline(german), Inline(english)) for german, english in kept)
    took = time.perf_counter() - begin
    memory.close()
    begin = time.perf_counter()
    memory = Memory.open(path, name="measured")
    opened = (time.perf_counter() - begin) * 1e3
    info = memory.info()
    print(
        f"\n{new:,} pairs: {info.size / 1e6:.0f} MB, of which {info.index / 1e6:.0f} MB are the index; "
        f"imported in {took:.0f} s; opened in {opened:.1f} ms"
    )
    asked = queries(kept, aside, number)
    first = subprocess.run(
        [sys.executable, "-c", _FIRST_LOOK_UP, str(path), asked["usual"][0]], capture_output=True, text=True, check=True
    )
    print("in a new process: imported and opened in {} ms, the first look-up {} ms".format(*first.stdout.split()))
    print(f"{'':40}{'p50':>8}{'p95':>8}{'slowest':>8}")
    for name, texts in asked.items():
        for least in (70, 50):
            found = times(partial(_five_best, memory, least), texts)
            print(f"{f'five best ≥ {least} %, {name} ({len(texts)})':40}{told(found)}")
    usual = asked["usual"]
    print(f"{'exact':40}{told(times(lambda text: memory.exact(Inline(text)), usual))}")
    print(f"{'stretches':40}{told(times(lambda text: memory.stretches(Inline(text)), usual))}")
    print_concordance(memory, kept, number // 5)
    print_insertion(memory, aside)
    if compared:
        exhaustive = Exhaustive(kept)
        for name, texts in asked.items():
            chance = random.Random(18)
            some = chance.sample(texts, min(len(texts), compared if name == "usual" else compared // 3))
            share, wanted = recall(memory, exhaustive, some)
            print(f"recall, {name}: {share:.3f} ({wanted} matches of {len(some)} texts)")
    memory.close()
    path.unlink()


def print_concordance(memory: Memory, kept: Sequence[Texts], number: int) -> None:
    """Print how long it takes to find fifty places of a word."""
    chance = random.Random(19)
    languages: tuple[Literal["de", "en"], ...] = ("de", "en")
    for place, language in enumerate(languages):
        texts = [pair[place].split() for pair in chance.sample(list(kept), number)]
        words = [chance.choice([word for word in text if len(word) > 4] or text) for text in texts if text]
        found = times(partial(_places, memory, language), [word.strip(".,;:!?()") for word in words])
        print(f"{f'concordance, {language} ({len(words)})':40}{told(found)}")


def print_insertion(memory: Memory, aside: Sequence[Texts]) -> None:
    """Print how long it takes to put in a paragraph of one sentence, and of ten."""
    pairs = [Pair(Inline(german), Inline(english)) for german, english in aside]
    for count in (1, 10):
        paragraphs = [(start, pairs[start : start + count]) for start in range(0, min(150 * count, len(pairs)), count)]
        found = times(partial(_put_in, memory), paragraphs)
        print(f"{f'a paragraph of {count} put in ({len(found)})':40}{told(found)}")


def _five_best(memory: Memory, least: int, text: str) -> object:
    return memory.fuzzy(Inline(text), least)


def _places(memory: Memory, language: Literal["de", "en"], words: str) -> object:
    return list(memory.concordance(words, language))


def _put_in(memory: Memory, paragraph: tuple[int, Sequence[Pair]]) -> None:
    memory.put_paragraph("a.txt", *paragraph)


def _letter(number: int) -> str:
    """A letter of its own for each number; no half of a surrogate pair."""
    return chr(number + 1 if number + 1 < 0xD800 else number + 0x801)


def main() -> None:
    """Print the figures for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, nargs="*", default=[], help="files with a pair a line")
    parser.add_argument("--sizes", type=int, nargs="*", default=[200_000], help="how many pairs (200,000)")
    parser.add_argument("--queries", type=int, default=500, help="how many texts of each class (500)")
    parser.add_argument(
        "--compared", type=int, default=60, help="how many are looked for among all pairs (60; 0: none)"
    )
    wanted = parser.parse_args()
    for size in wanted.sizes:
        kept, aside = corpus(wanted.pairs, size, _HELD_OUT)
        folder = Path(tempfile.mkdtemp())
        try:
            measure(kept, aside, wanted.queries, wanted.compared, folder)
        finally:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
