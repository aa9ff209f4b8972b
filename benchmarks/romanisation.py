"""How often `romanise` is right, on the names in harness/data/romanisation: the table in docs/romanisation.md.

    uv run python -m benchmarks.romanisation [--misses]

`known` are the names whose every word stands in the data that the letters are learned from, `new` all others.
`--misses` lists what is not right at the top.
"""

from __future__ import annotations

import sys
import time

from harness.romanisation_names import Tried, from_middle_east, others, transcribed
from workbench.glossary.romanisation import is_from_cyrillic
from workbench.glossary.romanisation.romanise import LIKELY, romanise


def line(title: str, names: list[Tried]) -> str:
    """One line of the table: how many names, and what share of them is right."""
    counts = (
        sum(name.first for name in names),
        sum(name.listed for name in names),
        sum(is_from_cyrillic(name.german) >= LIKELY for name in names),
    )
    return f"{title:<22}{len(names):7}" + "".join(f"{100 * count / len(names):12.1f} %" for count in counts)


def east_line(title: str, names: list[Tried]) -> str:
    """The same of names from Arabic, Persian and Hebrew, of which none came from Cyrillic."""
    counts = (sum(name.first for name in names), sum(name.listed for name in names))
    return f"{title:<22}{len(names):7}" + "".join(f"{100 * count / len(names):12.1f} %" for count in counts)


def print_eastern(part: str) -> list[Tried]:
    """Print the lines of a part of the names from Arabic, Persian and Hebrew."""
    eastern = from_middle_east(part)
    print(east_line(f"Middle East, {part}", eastern))
    print(east_line("  every word listed", [name for name in eastern if name.known]))
    print(east_line("  some word new", [name for name in eastern if not name.known]))
    return eastern


def print_misses(names: list[Tried], taken: list[str]) -> None:
    """Print the names that are not right at the top, and the others that got proposals."""
    for name in (name for name in names if not name.first):
        print(f"{'listed' if name.listed else 'MISSED'}  {name.german} = {name.right[0]}:", *name.proposed, sep=" | ")
    print("taken for Cyrillic:", ", ".join(taken))


def main() -> None:
    """Print the table, and with --misses what is not right."""
    names, foreign = transcribed(), others()
    start = time.perf_counter()
    taken = [name for name in foreign if romanise(name)]
    spent = 1000 * (time.perf_counter() - start) / len(foreign)
    print("                       names   first right   in the list   seen to be Cyrillic")
    print(line("transcribed", names))
    print(line("  every word known", [name for name in names if name.known]))
    print(line("  new", [name for name in names if not name.known]))
    for part in ("tuned", "held out"):
        names += print_eastern(part)
    print(f"{'others':<22}{len(foreign):7}   wrongly given proposals: {len(taken)}", end=" ")
    print(f"({100 * len(taken) / len(foreign):.1f} %)")
    print(f"{spent:.1f} ms a name, the first time")
    if "--misses" in sys.argv:
        print_misses(names, taken)


if __name__ == "__main__":
    main()
