"""What the rules for counting words make of articles, side by side.

    uv run python -m benchmarks.figures_omegat [FOLDER …] [--java]

Without a folder: this repository's own articles. `--java`: has Java count them, too (benchmarks/data/OmegatWords.java),
and says in how many paragraphs `omegat` is another.
"""

from __future__ import annotations

import argparse
import subprocess
from pathlib import Path

from workbench.problem import WorkbenchError
from workbench.project import Project
from workbench.project.figures.words import RULES

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "benchmarks" / "data" / "OmegatWords.java"


def main() -> None:
    """Print a row for each article."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT], metavar="FOLDER")
    parser.add_argument("--java", action="store_true")
    options = parser.parse_args()
    print(f"{'article':40}{'paragraphs':>12}" + "".join(f"{rule:>12}" for rule in RULES))
    every: list[str] = []
    for folder in options.folders:
        with Project.open(folder, read_only=True) as project:
            for name in project.names():
                every += _counted(project, name)
    if options.java:
        java = _by_java(every)
        other = sum(count != RULES["omegat"].words(text) for count, text in zip(java, every, strict=True))
        print(f"Java counts {sum(java):,} words; `omegat` is another in {other} of {len(every):,} paragraphs")


def _counted(project: Project, name: str) -> list[str]:
    try:
        texts = [" ".join(one.text.split()) for one in project.read_source(name).paragraphs]
    except WorkbenchError as error:
        print(error)
        return []
    sums = (sum(map(rule.words, texts)) for rule in RULES.values())
    print(f"{name[-38:]:40}{len(texts):>12,}" + "".join(f"{one:>12,}" for one in sums))
    return texts


def _by_java(texts: list[str]) -> list[int]:
    lines = "".join(f"{text}\n" for text in texts)
    told = subprocess.run(["java", str(PROGRAM)], input=lines.encode(), capture_output=True, check=True)
    return [int(line.partition(b"\t")[0]) for line in told.stdout.split(b"\n")[:-1]]


if __name__ == "__main__":
    main()
