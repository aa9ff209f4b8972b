"""Whether a figure without a mark in the German counts something (35000 Menschen) or names something (10115 Berlin).

    uv run python -m benchmarks.figures
    uv run python -m benchmarks.figures --pairs wmt16.de wmt16.en

For each part of harness/data/figures.tsv how many of either kind are told right. With pairs: the figures of five to
seven digits whose English has them, by whether it has commas. A human who writes a comma took the figure for an amount.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from pathlib import Path

from harness.figures import plain_figures
from workbench.engine.sentence.quantities import is_quantity
from workbench.text import Span

_FIGURE = re.compile(r"(?<![\w/.:,-])[1-9]\d{4,6}(?![\w/.,:-]|\s\d)")
_THOUSANDS = re.compile(r"(?<=\d)(?=(?:\d{3})+$)")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", nargs=2, type=Path, metavar=("GERMAN", "ENGLISH"))
    options = parser.parse_args()
    print(f"{'':10}{'counts':>12}{'names':>12}")
    for part in ("tuned", "held-out"):
        figures = plain_figures(part)
        right = Counter(one.counts for one in figures if is_quantity(one.german, one.place) == one.counts)
        there = Counter(one.counts for one in figures)
        print(f"{part:10}" + "".join(f"{right[counts]:>7} of {there[counts]:>2}" for counts in (True, False)))
    if options.pairs:
        german, english = (path.read_text(encoding="utf-8").splitlines() for path in options.pairs)
        _of_people(zip(german, english, strict=True))


def _of_people(pairs: zip[tuple[str, str]]) -> None:
    found: Counter[tuple[bool, bool]] = Counter()
    for german, english in pairs:
        for figure in _FIGURE.finditer(german):
            comma = _THOUSANDS.sub(",", figure[0]) in english
            if comma or re.search(rf"(?<!\d){figure[0]}(?!\d)", english):
                found[comma, is_quantity(german, Span(*figure.span()))] += 1
    for comma, in_english in ((True, "with commas"), (False, "without commas")):
        print(f"{in_english:16}{found[comma, True]:>5} told as counts{found[comma, False]:>5} told as names")


if __name__ == "__main__":
    main()
