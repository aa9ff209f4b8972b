"""This program's memory beside translate-toolkit's matcher, on the same pairs, in one run.

    uv run python -m benchmarks.memory_compared --pairs news.tsv.xz

The matcher (`translate.search.match`) as tmserver uses it, but with texts of up to 1,000 characters (its default of 70
would flatter this program), five candidates, 70 %. It measures characters, this program words: so it is also told how
many of the five of the one are among those of the other. Both hold all pairs; this program's are in a file.

Where two likenesses are equal the matcher compares its units, for which it has no order: among 100,000 pairs that ends
in a TypeError. Here no unit comes before another, so that likeness alone decides; nothing else of it is changed.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from translate.search.match import matcher
from translate.storage.base import TranslationStore, TranslationUnit

from benchmarks.memory import times, told
from harness.memory_corpus import Texts, corpus, queries
from workbench.memory import Memory, Pair
from workbench.text import Inline

setattr(TranslationUnit, "__lt__", lambda _, __: False)  # noqa: B010 – to mypy the class has no such method
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)


def of_toolkit(pairs: Sequence[Texts]) -> matcher:
    """translate-toolkit's matcher with these pairs."""
    store = TranslationStore()
    for german, english in pairs:
        unit = TranslationUnit(german)
        unit.target = english
        store.addunit(unit)
    return matcher(store, max_candidates=5, min_similarity=70, max_length=1_000)


def compare(pairs: Sequence[Texts], texts: Sequence[str], folder: Path) -> None:
    """Print the times of both, and how many of their matches they have in common."""
    begin = time.perf_counter()
    memory = Memory.open(folder / f"{len(pairs)}.sqlite")
    memory.add(Pair(Inline(german), Inline(english)) for german, english in pairs)
    ours = time.perf_counter() - begin
    begin = time.perf_counter()
    toolkit = of_toolkit(pairs)
    theirs = time.perf_counter() - begin
    print(f"{len(pairs):>7,} {told(times(lambda text: memory.fuzzy(Inline(text)), texts))}", end="")
    print(f"{told(times(toolkit.matches, texts))} {ours:9.1f} s {theirs:9.1f} s")
    found = both = others = 0
    for text in texts:
        own = {match.pair.source.text for match in memory.fuzzy(Inline(text))}
        other = {str(unit.source) for unit in toolkit.matches(text)}
        found, both, others = found + len(own), both + len(own & other), others + len(other)
    memory.close()
    print(f"        matches: {found} of this program, {others} of the toolkit, {both} are the same")


def main() -> None:
    """Print the curves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--pairs", type=Path, nargs="*", default=[], help="files with a pair a line; else they are made"
    )
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="how many pairs")
    parser.add_argument("--queries", type=int, default=200, help="how many texts are looked up (200)")
    wanted = parser.parse_args()
    kept, aside = corpus(wanted.pairs, max(wanted.sizes), 1_000)
    print("          this program: milliseconds    the toolkit's matcher              made in")
    print("  pairs      p50     p95 slowest     p50     p95 slowest  this one  the toolkit")
    with tempfile.TemporaryDirectory() as folder:
        for size in wanted.sizes:
            compare(kept[:size], queries(kept[:size], aside, wanted.queries)["usual"], Path(folder))


if __name__ == "__main__":
    main()
