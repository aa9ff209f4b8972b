"""How fast glossary files of several sizes are imported, read, changed and read again, and whether the cost is linear.

    uv run python -m benchmarks.keeping_glossary

The files are made of syllables with a fixed seed: an entry has two German forms of one to three words, English,
and now and then other keys. Each figure is the best of `--rounds` runs, of processor time; a round goes through all
sizes before the next begins. The first table has seconds, the second microseconds an entry, and, last, what the
dearest of the larger sizes takes an entry beside the smallest (1.0: linear).

Rows: importing all entries from a table into an empty glossary (`glossary import`, all of it); reading the file for
the first time; reading it again; making the index that finds the terms; adding an entry (`glossary add`: the file is
read for the first time), adding another, changing one in the middle and removing it, each with the looking again that
tells whether the file is as it should be.
"""

from __future__ import annotations

import argparse
import io
import random
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path

from workbench.cli import main as workbench
from workbench.glossary import KINDS, Entry, add_entry, read_glossary, remove_entry, replace_entry
from workbench.glossary.file import yaml_entry

SIZES = (1_000, 10_000, 30_000)
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
ROWS = ("import", "read first", "read again", "index", "add (command)", "add again", "change", "remove")


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


def measured(folder: Path, size: int) -> list[float]:
    """Seconds for each kind of work."""
    path, table = folder / "glossary.yaml", folder / "terms.csv"
    path.write_text(a_file(size), encoding="utf-8")
    yaml_entry.forget()
    first = seconds(lambda: read_glossary(path))
    again = seconds(lambda: read_glossary(path))
    glossary = read_glossary(path).glossary
    index = seconds(lambda: glossary.find("Ein Satz."))
    rows = (f"{entry.de[0]}\t{entry.en}\n" for entry in glossary.entries)
    table.write_text("de\ten\n" + "".join(rows), encoding="utf-8")
    old = glossary.entries[size // 2]
    new = replace(old, note="Another note.", kind="term", line=0)
    yaml_entry.forget()
    imported = seconds(lambda: run("import", str(table), "--yes", "--glossary", str(folder / "imported.yaml")))
    (folder / "imported.yaml").unlink()
    yaml_entry.forget()
    added = seconds(lambda: run("add", "Ganz Neues", "something new", "--glossary", str(path)))
    return [
        *(imported, first, again, index, added),
        seconds(lambda: add_entry(path, Entry(("Ganz Anderes",), "something else"))),
        seconds(lambda: replace_entry(path, old, new)),
        seconds(lambda: remove_entry(path, new)),
    ]


def run(*arguments: str) -> None:
    """A command of `workbench glossary`, without what it prints."""
    with redirect_stdout(io.StringIO()):
        assert workbench(["glossary", *arguments]) == 0


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        rounds = [[measured(Path(name), size) for size in options.sizes] for _ in range(options.rounds)]
    best = [[min(runs) for runs in zip(*same, strict=True)] for same in zip(*rounds, strict=True)]
    print(f"{'entries':<14}" + "".join(f"{size:>10,}" for size in options.sizes) * 2 + f"{'ratio':>8}")
    for name, *by_size in zip(ROWS, *best, strict=True):
        each = [1e6 * taken / size for taken, size in zip(by_size, options.sizes, strict=True)]
        cells = "".join(f"{taken:8.2f} s" for taken in by_size) + "".join(f"{value:7.0f} µs" for value in each)
        print(f"{name:<14}{cells}{max(each[1:], default=each[0]) / each[0]:8.2f}")


if __name__ == "__main__":
    main()
