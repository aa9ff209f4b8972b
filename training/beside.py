"""The workbench's own drafts of articles by two packages, sentence beside sentence, to be read.

    python -m training.beside ARTICLE [ARTICLE …] --glossary FILE.yaml [--package FILE] --other FILE
                              > drafts.txt

An ARTICLE is a German text; the glossary is used in all drafts. FILE is an .argosmodel file or an unpacked
package; without `--package` the built-in one. Each sentence comes with its German (`de`), the other package's draft
(`other`) and the package's (`new`); terms that did not get in are named. To be judged without knowing
which is whose, drafts are read by `training.reading`.
"""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from pathlib import Path

from training.command import run
from training.score import opened
from workbench.engine import DraftCache, Drafter, Package, draft_paragraphs
from workbench.formats import read_document
from workbench.glossary import Glossary, read_glossary


def main() -> None:
    """Print all sentences of all articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="+")
    parser.add_argument("--glossary", type=Path, required=True)
    parser.add_argument("--package", type=Path)
    parser.add_argument("--other", type=Path, required=True)
    options = parser.parse_args()
    glossary = read_glossary(options.glossary).glossary
    with ExitStack() as open_ones:
        both = [open_ones.enter_context(opened(path)) for path in (options.other, options.package)]
        for path in options.articles:
            texts = [paragraph.text for paragraph in read_document(path).paragraphs]
            other, new = (sentences(texts, glossary, package) for package in both)
            print(f"== {path.name}")
            for number, (one, two) in enumerate(zip(other, new, strict=True), 1):
                print(f"\n{number}\nde     {one[0]}\nother  {one[1]}\nnew    {two[1]}")


def sentences(texts: list[str], glossary: Glossary, package: Package) -> list[tuple[str, str]]:
    """German and draft of every sentence, a draft followed by the terms it lacks."""
    drafts = dict(draft_paragraphs(texts, glossary, Drafter(package), DraftCache(None)))
    made = []
    for _, draft in sorted(drafts.items()):
        for german, english in draft.pairs:
            lacking = [
                outcome.hit.entry.en
                for outcome in draft.terms
                if outcome.way == "missing" and german.start <= outcome.hit.start < german.end
            ]
            text = draft.english[english.start : english.end] + (f"  [without: {', '.join(lacking)}]" * bool(lacking))
            made.append((draft.source[german.start : german.end], text))
    return made


if __name__ == "__main__":
    run(main)
