"""What the checks tell of human translations, where nearly every finding is a false alarm or the translator's slip.

    uv run python -m benchmarks.findings FILE.de FILE.en [--lines 1-500] [--drawn] [--show CHECK] [--all]

The files have a sentence a line, each other's translations. Every pair is checked as a paragraph of its own,
`name-spelling` over all of them as if they were one document; the table says how many pairs each check told, the last
line how many had an error or a warning. `--drawn` checks with a glossary drawn for the pairs: drawn_glossary.py.
`--show` prints what one check said, `--all` every error and warning with its pair. What the checks take is shown by
`benchmarks/checking.py`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.drawn_glossary import drawn_glossary
from workbench.checks import CHECKS, Finding, check_document
from workbench.glossary import Glossary
from workbench.text.words import Vocabulary
from workbench.translation import ParagraphRecord, State, TranslationRecord

NO_GLOSSARY = Glossary(())
Pairs = Sequence[tuple[str, str]]


def main() -> None:
    """Check the pairs and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("german", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("--lines", default="", metavar="FROM-TO", help="only these, counted from 1")
    parser.add_argument("--drawn", action="store_true", help="with a glossary drawn for the pairs")
    parser.add_argument("--show", default="", metavar="CHECK")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    begin, pairs = lines_of(options.german, options.english, options.lines)
    glossary = drawn_glossary(pairs) if options.drawn else NO_GLOSSARY
    found = check_document(_document(pairs), glossary, vocabulary=Vocabulary())
    print(f"{len(pairs)} pairs from line {begin + 1}, {len(glossary.entries)} glossary entries")
    _table(found, options.show, begin)
    grave = {finding.paragraph for finding in found if finding.severity != "info"}
    print(f"{len(grave)} pairs ({100 * len(grave) / len(pairs):.1f} %) with an error or a warning")
    for finding in found if options.all else ():
        if finding.severity != "info":
            german, english = pairs[finding.paragraph]
            print(f"\n{begin + finding.paragraph + 1} {finding.check}: {finding.message}\n  {german}\n  {english}")


def lines_of(german: Path, english: Path, wanted: str) -> tuple[int, Pairs]:
    """The pairs of two files, or of the lines `1-500` of them, and how many lines come before."""
    pairs = list(zip(_lines(german), _lines(english), strict=True))
    if not wanted:
        return 0, pairs
    first, last = map(int, wanted.split("-"))
    return first - 1, pairs[first - 1 : last]


def _table(found: Sequence[Finding], show: str, begin: int) -> None:
    told: dict[tuple[str, str], dict[int, Finding]] = defaultdict(dict)
    for finding in found:
        told[finding.check, finding.severity].setdefault(finding.paragraph, finding)
    for check in CHECKS:
        for severity in ("error", "warning", "info"):
            if once := told.get((check.name, severity)):
                print(f"{check.name:18}{severity:10}{len(once):6}")
                for index, finding in once.items() if check.name == show else ():
                    print(f"    {begin + index + 1}: {finding.message}")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _document(pairs: Pairs) -> TranslationRecord:
    return TranslationRecord("a.txt", tuple(ParagraphRecord(*pair, State.TRANSLATED) for pair in pairs))


if __name__ == "__main__":
    main()
