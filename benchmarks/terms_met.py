"""How many glossary hits the drafts of some articles meet, in which way, and which they miss.

    uv run python benchmarks/terms_met.py [FILE…] [--glossary FILE] [--package NAME] [--plain] [--drafts]

FILE: German articles (.txt, .md); without any, this repository's sources/. `--plain` treats the package as
one without term markers; `--drafts` prints every sentence with its draft.
"""

from __future__ import annotations

import argparse
import dataclasses
from collections import Counter
from pathlib import Path
from typing import get_args

from workbench.engine import (
    DraftCache,
    Drafter,
    Package,
    ParagraphDraft,
    Way,
    draft_paragraphs,
    embedded_package,
    find_package,
)
from workbench.formats import SOURCE_SUFFIXES, read_document
from workbench.glossary import Glossary, read_glossary

ROOT = Path(__file__).resolve().parent.parent
WAYS: tuple[str, ...] = get_args(Way)


def main() -> None:
    """Draft every file and print the table and what is missing."""
    options = _options()
    files = options.files or sorted(p for p in (ROOT / "sources").iterdir() if p.suffix in SOURCE_SUFFIXES)
    glossary = read_glossary(options.glossary).glossary
    drafter = Drafter(_package(options))
    kind = "with" if drafter.package.markers else "without"
    print(f"package {drafter.package.id}, {kind} markers; {len(glossary.entries)} glossary entries")
    print(f"{'file':24}{'hits':>6}{'met':>9}  " + "".join(f"{way:>9}" for way in WAYS))
    total: Counter[str] = Counter()
    reports = []
    for file in files:
        drafts = _drafts(file, glossary, drafter)
        counts = Counter[str](term.way for draft in drafts for term in draft.terms)
        total += counts
        _row(file.name, counts)
        reports += [line for draft in drafts for line in _report(draft, options.drafts)]
    _row("all", total)
    print("\n".join(["", *reports]))


def _package(options: argparse.Namespace) -> Package:
    package = find_package(options.package) if options.package else embedded_package()
    return dataclasses.replace(package, markers=None) if options.plain else package


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--glossary", type=Path, default=ROOT / "glossary.yaml")
    parser.add_argument("--package", default="")
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--drafts", action="store_true")
    return parser.parse_args()


def _drafts(file: Path, glossary: Glossary, drafter: Drafter) -> list[ParagraphDraft]:
    texts = [paragraph.text for paragraph in read_document(file).paragraphs]
    with DraftCache(None) as cache:
        return [draft for _, draft in sorted(draft_paragraphs(texts, glossary, drafter, cache), key=lambda d: d[0])]


def _row(name: str, counts: Counter[str]) -> None:
    hits = counts.total()
    met = 100 * (hits - counts["missing"]) / hits if hits else 100.0
    print(f"{name[:23]:24}{hits:6}{met:8.1f}%  " + "".join(f"{counts[way]:9}" for way in WAYS))


def _report(draft: ParagraphDraft, everything: bool) -> list[str]:
    """The sentences with a missing term, or all of them, with the terms and ways."""
    lines = []
    for german, english in draft.pairs:
        terms = [t for t in draft.terms if german.start <= t.hit.start < german.end]
        if everything or any(t.way == "missing" for t in terms):
            shown = terms if everything else [t for t in terms if t.way == "missing"]
            told = "; ".join(f"{t.hit.surface} → {t.hit.entry.en} [{t.way}]" for t in shown)
            lines += [
                f"DE {draft.source[german.start : german.end]}",
                f"EN {draft.english[english.start : english.end]}",
                f"   {told}",
                "",
            ]
    return lines


if __name__ == "__main__":
    main()
