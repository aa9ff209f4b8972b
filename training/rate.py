"""Score every pair of the corpus with a package: how likely the model finds the English for the German.

    python -m training.rate CORPUS SCORES.tsv [--package FOLDER] [--most N]

Writes a line for each pair of `docs` and `dictionary`: its key and the mean log-probability of its English
pieces (0 is best). Pairs that are no translation of each other come last; corpus.py drops them. FOLDER is an
unpacked package; left out, the built-in one.
"""

from __future__ import annotations

import argparse
from itertools import chain, islice
from pathlib import Path

from training.command import run
from training.corpus import RATED, read_corpus
from workbench.engine import embedded_package, open_package
from workbench.engine.argos.decoder import Decoder

_BATCH = 1000


def main() -> None:
    """Score the files whose worst pairs may be dropped."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--package", type=Path)
    parser.add_argument("--most", type=int)
    options = parser.parse_args()
    decoder = Decoder(open_package(options.package) if options.package else embedded_package())
    number = 0
    with options.out.open("w", encoding="utf-8") as file:
        every = islice(chain(*(read_corpus(options.corpus, name) for name in RATED)), options.most)
        while pairs := list(islice(every, _BATCH)):
            sides = (
                decoder.german.encode([pair.german for pair in pairs]),
                decoder.english.encode([pair.english for pair in pairs]),
            )
            usable = [at for at in range(len(pairs)) if sides[0][at] and sides[1][at]]
            likely = decoder.log_probabilities([sides[0][at] for at in usable], [sides[1][at] for at in usable])
            file.writelines(
                f"{pairs[at].key}\t{sum(some) / len(some):.4f}\n" for at, some in zip(usable, likely, strict=True)
            )
            number += len(usable)
            print(f"\r{number} pairs", end="", flush=True)
    print(f"\n{options.out}")


if __name__ == "__main__":
    run(main)
