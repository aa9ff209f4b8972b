"""What the checks tell of human translations, where nearly every finding is a false alarm or the translator's slip.

    uv run python benchmarks/findings.py FILE.de FILE.en [--show CHECK]

The files have a sentence a line, each other's translations. Every pair is checked as a paragraph of its own,
`name-spelling` over all of them as if they were one document; the table says how many pairs each check told.
`--show` prints what one check said. What the checks take is shown by `benchmarks/checking.py`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from workbench.checks import CHECKS, Finding, check_document
from workbench.glossary import Glossary
from workbench.translation import ParagraphRecord, State, TranslationRecord

NO_GLOSSARY = Glossary(())


def main() -> None:
    """Check the pairs and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("german", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("--show", default="", metavar="CHECK")
    options = parser.parse_args()
    pairs = list(zip(_lines(options.german), _lines(options.english), strict=True))
    told: dict[tuple[str, str], dict[int, Finding]] = defaultdict(dict)
    for finding in check_document(_document(pairs), NO_GLOSSARY):
        told[finding.check, finding.severity].setdefault(finding.paragraph, finding)
    print(f"{len(pairs)} pairs")
    for check in CHECKS:
        for severity in ("error", "warning", "info"):
            if found := told.get((check.name, severity)):
                print(f"{check.name:16}{severity:10}{len(found):6}")
                for index, finding in found.items() if check.name == options.show else ():
                    print(f"    {index + 1}: {finding.message}")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _document(pairs: Sequence[tuple[str, str]]) -> TranslationRecord:
    return TranslationRecord("a.txt", tuple(ParagraphRecord(*pair, State.TRANSLATED) for pair in pairs))


if __name__ == "__main__":
    main()
