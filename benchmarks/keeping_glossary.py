"""How fast glossary files of several sizes are read, changed and read again.

    uv run python -m benchmarks.keeping_glossary

The files are made of syllables with a fixed seed: an entry has two German forms of one to three words, English,
and now and then other keys. Each figure is the best of `--rounds` runs, in milliseconds of processor time.

Columns: megabytes; reading the file for the first time; reading it again; adding an entry, changing one in the middle
and removing it, each with the reading again that tells whether the file is as it should be.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from workbench.glossary import KINDS, Entry, add_entry, read_glossary, remove_entry, replace_entry
from workbench.glossary.file import yaml_entry

SIZES = (200, 2_000, 20_000, 50_000)
SYLLABLES = (
    "ka",
    "lu",
    "mi",
    "no",
    "ra",
    "schen",
    "ko",
    "to",
    "pe",
    "wi",
    "sta",
    "gra",
    "ber",
    "lin",
    "for",
    "man",
    "ul",
)
COLUMNS = ("entries", "MB", "first", "again", "add", "change", "remove")


def a_file(size: int) -> str:
    """The text of a glossary with that many entries."""
    chance = random.Random(size)

    def words(most: int) -> str:
        count = chance.randint(1, most)
        return " ".join("".join(chance.choices(SYLLABLES, k=chance.randint(3, 5))).capitalize() for _ in range(count))

    lines = ["# A glossary to measure with"]
    for _ in range(size):
        lines += ["", f"- de: [{words(2)} {words(1)}, {words(3)}]", f"  en: {words(2)}"]
        lines += [f"  also: [{words(2)}, {words(2)}]"] * chance.randint(0, 1)
        lines += [f"  avoid: {words(2)}"] * (chance.random() < 0.3)
        lines += [f"  kind: {chance.choice(KINDS)}"]
        lines += ["  note: What the next translator should know of this term."] * (chance.random() < 0.3)
    return "\n".join([*lines, ""])


def seconds(work: Callable[[], object]) -> float:
    """How much processor time it takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measured(path: Path, size: int) -> list[float]:
    """One row: megabytes, and seconds for each kind of work."""
    text = a_file(size)
    path.write_text(text, encoding="utf-8")
    yaml_entry.forget()
    first = seconds(lambda: read_glossary(path))
    again = seconds(lambda: read_glossary(path))
    old = read_glossary(path).glossary.entries[size // 2]
    new = replace(old, note="Another note.", kind="term", line=0)
    return [
        len(text) / 1e6,
        first,
        again,
        seconds(lambda: add_entry(path, Entry(("Ganz Neues",), "something new"))),
        seconds(lambda: replace_entry(path, old, new)),
        seconds(lambda: remove_entry(path, new)),
    ]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    print("".join(f"{column:>9}" for column in COLUMNS))
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            rows = [measured(Path(folder) / "glossary.yaml", size) for _ in range(rounds)]
            best = [min(column) for column in zip(*rows, strict=True)]
            print(f"{size:9,}{best[0]:9.1f}" + "".join(f"{1000 * value:9.0f}" for value in best[1:]))


if __name__ == "__main__":
    main()
