"""How well the house style is judged: on our own sentences, tuned and held out, and on any English text.

    python -m benchmarks.house_style
    python -m benchmarks.house_style wmt16.en --lines 500 --style british --style american [--show]

Without a file: `right` sentences of which something is told, `wrong` ones that are put right as they should be. With a
file of English, a paragraph a line: what is told of it in each style, and with --show each finding, to be read.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from harness.style_sentences import faults, sentences
from workbench.text.house_style import CHOICES, PRESETS, HouseStyle, deviations, edited, uses


def of_set() -> None:
    """Print both halves' figures, and what is wrong in either."""
    for held_out in (False, True):
        half = [one for one in sentences() if one[0] == held_out]
        right = sum(text == wanted for _, _, text, wanted in half)
        wrong = faults(held_out=held_out)
        told = sum(line.startswith("told") for line in wrong)
        print(f"{'held out' if held_out else 'tuned on'}: {right} right sentences, {told} told; ", end="")
        print(f"{len(half) - right} wrong ones, {len(half) - right - (len(wrong) - told)} put right as they should be")
        for line in wrong:
            print(f"  {line}")


def of_text(lines: Sequence[str], names: Sequence[str], *, show: bool) -> None:
    """Print what is told of a text in each style, setting by setting, and how the text has it."""
    for setting in CHOICES:
        found = Counter(" or ".join(sorted(use.accepted)) for line in lines for use in uses(line, [setting]))
        counts = ", ".join(f"{choice or 'no style'} {count}" for choice, count in found.most_common())
        print(f"{setting}: {counts or '-'}")
    for name in names:
        _judged(lines, PRESETS[name].style, show=show)


def _judged(lines: Sequence[str], style: HouseStyle, *, show: bool) -> None:
    told = [(at, use) for at, line in enumerate(lines) for use in deviations(line, style)]
    by_setting = Counter(use.setting for _, use in told)
    print(f"{style.name}: {len(told)} told in {len({at for at, _ in told})} of {len(lines)} lines; {dict(by_setting)}")
    for at, use in told if show else ():
        put = edited(lines[at], use.ways.get(style.of(use.setting), ())).text[use.span.start :][:40]
        print(f"  {at + 1} {use.setting}: {use.text[:40]} → {put}")


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("english", nargs="?", type=Path)
    parser.add_argument("--lines", type=int, default=500)
    parser.add_argument("--style", action="append", choices=tuple(PRESETS))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if options.english is None:
        of_set()
    else:
        lines = options.english.read_text(encoding="utf-8").splitlines()[: options.lines]
        of_text(lines, options.style or ("british", "american"), show=options.show)


if __name__ == "__main__":
    main()
