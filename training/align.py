"""Which words of a pair stand for each other, by eflomal (Östling and Tiedemann 2016), both directions joined.

    python -m training.align WORK [--longest 100]

Reads WORK/pairs.tsv and WORK/heldout.tsv, aligns them together, and writes `pairs.links` and `heldout.links`: a
line for each pair, `0-0 1-2 …`, numbers of tokens as `text.tokens` counts them. The line is empty for
dictionary entries, for pairs longer than `--longest` tokens, and where nothing was linked.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from training.command import run
from training.pairs import Pair, read_pairs
from training.text import Links, tokens

_NO_SENTENCES = ("debian_ding", "debian_names_iso", "gen_cldr_names", "gen_party_names")
_PREFIX = 6
"""Letters that words are compared by: German inflection is long-tailed."""


def main() -> None:
    """Align both files, and tell how many pairs got links."""
    options = _options()
    names = [name for name in ("pairs", "heldout") if (options.work / f"{name}.tsv").exists()]
    sides = {name: read_pairs(options.work / f"{name}.tsv") for name in names}
    found = aligned([pair for name in names for pair in sides[name]], options.longest)
    for name in names:
        linked = write_links(options.work / f"{name}.links", islice(found, len(sides[name])))
        print(f"{name}: {linked} of {len(sides[name])} pairs have links")


def aligned(pairs: Sequence[Pair], longest: int = 100) -> Iterator[Links]:
    """The links of each pair, in order. Better the more pairs are aligned together."""
    from eflomal import Aligner

    usable, german, english = [], [], []
    for pair in pairs:
        sides = _words(pair.german), _words(pair.english)
        usable.append(pair.source not in _NO_SENTENCES and all(0 < len(side) <= longest for side in sides))
        if usable[-1]:
            german.append(" ".join(sides[0]))
            english.append(" ".join(sides[1]))
    with tempfile.TemporaryDirectory() as folder:
        forward, reverse = Path(folder) / "forward", Path(folder) / "reverse"
        aligner = Aligner(source_prefix_len=_PREFIX, target_prefix_len=_PREFIX)
        aligner.align(german, english, links_filename_fwd=str(forward), links_filename_rev=str(reverse))
        both = zip(read_links(forward), read_links(reverse), strict=True)
        for has_links in usable:
            yield grown(*next(both)) if has_links else frozenset()


def grown(forward: Links, reverse: Links) -> Links:
    """Links found in both directions, and those of one that stand beside such a link (grow-diag, Och and Ney 2003)."""
    links = set(forward & reverse)
    either = forward | reverse
    waiting = sorted(links)
    while waiting:
        one, other = waiting.pop()
        for beside in [(one + x, other + y) for x in (-1, 0, 1) for y in (-1, 0, 1)]:
            if beside in either and beside not in links and _widens(beside, links):
                links.add(beside)
                waiting.append(beside)
    return frozenset(links)


def read_links(path: Path) -> Iterator[Links]:
    """The links of each line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield frozenset(_links(line))


def write_links(path: Path, links: Iterable[Links]) -> int:
    """A line of links for each pair; returns how many are not empty."""
    number = 0
    with path.open("w", encoding="utf-8") as file:
        for some in links:
            file.write(" ".join(f"{one}-{other}" for one, other in sorted(some)) + "\n")
            number += bool(some)
    return number


def _widens(link: tuple[int, int], links: set[tuple[int, int]]) -> bool:
    """Whether one of the two words has no link yet."""
    return all(link[0] != one for one, _ in links) or all(link[1] != other for _, other in links)


def _links(line: str) -> Iterator[tuple[int, int]]:
    for link in line.split():
        one, other = link.split("-")
        yield int(one), int(other)


def _words(text: str) -> list[str]:
    return [token.text.lower() for token in tokens(text)]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    parser.add_argument("--longest", type=int, default=100)
    return parser.parse_args()


if __name__ == "__main__":
    run(main)
