"""How often bold, links and notes stand at the right words of a draft, on formatted sentences of our own.

    uv run python -m benchmarks.codes [--package NAME] [--wrong]

`--wrong` prints every sentence with a code at other words than it belongs to. Every second sentence is held out.
"""

from __future__ import annotations

import argparse

from harness.coded_sentences import Placed, placements
from workbench.engine import Drafter, embedded_package, find_package

_WIDTHS = (10, 11, 8, 15, 6, 13, 13)


def main() -> None:
    """Draft all sentences and print the table."""
    options = _options()
    package = find_package(options.package) if options.package else embedded_package()
    placed = placements(Drafter(package))
    print(f"package {package.id}")
    heads = ("sentences", "all right", "codes", "right", "lost", "wrong, told", "right, told")
    print(f"{'':10}" + "".join(f"{head:>{width}}" for head, width in zip(heads, _WIDTHS, strict=True)))
    for name, held_out in (("tuned", False), ("held out", True)):
        _row(name, [one for one in placed if one.sentence.held_out == held_out])
    if options.wrong:
        for one in placed:
            if one.wrong:
                print(f"\n{one.sentence.source.shown()}\n{one.english.shown()}\nwrong: {', '.join(one.wrong)}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", default="")
    parser.add_argument("--wrong", action="store_true")
    return parser.parse_args()


def _row(name: str, placed: list[Placed]) -> None:
    codes = sum(len(one.sentence.wanted) for one in placed)
    wrong = sum(len(one.wrong) for one in placed)
    told = sum(key in one.told for one in placed for key in one.wrong)
    false = sum(key not in one.wrong for one in placed for key in one.told)
    whole = sum(not one.wrong for one in placed)
    right = f"{codes - wrong} ({(codes - wrong) / codes:.1%})"
    share = f"{whole / len(placed):.1%}"
    lost = sum(one.lost for one in placed)
    cells = (len(placed), share, codes, right, lost, f"{told} of {wrong}", false)
    print(f"{name:10}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, _WIDTHS, strict=True)))


if __name__ == "__main__":
    main()
