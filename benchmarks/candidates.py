"""How long a translator waits for the candidates of a document, with an empty glossary.

    uv run python -m benchmarks.candidates [FILE…]

Without files, the articles of this repository. The first line is what is read once: the dictionary and the names.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from workbench.formats import read_document
from workbench.glossary import Glossary
from workbench.glossary.candidates import candidates

SOURCES = Path(__file__).parent.parent / "sources"


def main() -> None:
    """Print a line for each file: words, candidates, seconds."""
    paths = [Path(argument) for argument in sys.argv[1:]] or sorted(SOURCES.iterdir())
    start = time.perf_counter()
    candidates(["Präsident Wladimir Putin sprach in Minsk über Grenzkomitees."], Glossary())
    print(f"{'reading dictionary and names':<40} {time.perf_counter() - start:17.2f} s")
    for path in paths:
        texts = [paragraph.text for paragraph in read_document(path).paragraphs]
        start = time.perf_counter()
        found = candidates(texts, Glossary())
        seconds = time.perf_counter() - start
        words = sum(len(text.split()) for text in texts)
        sure = sum(candidate.sure for candidate in found)
        print(f"{path.name:<28} {words:6} words {sure:4} + {len(found) - sure:3} {seconds:6.2f} s")


if __name__ == "__main__":
    main()
