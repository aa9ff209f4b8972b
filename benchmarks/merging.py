"""How long a reviewer's file of many paragraphs takes to be read and compared, and what memory it takes.

    uv run python -m benchmarks.merging [--paragraphs 10000]

The bilingual document of a made-up article is read as it came back, in Word and as a spreadsheet, and compared with
the record once where every tenth paragraph has other English, and once where every one has. Seconds are of processor
time. Memory is the highest of the process so far (`ru_maxrss`), the writing of the document included.
"""

from __future__ import annotations

import argparse
import random
import resource
import time
from dataclasses import replace
from pathlib import Path

from workbench.export import Delivery, render
from workbench.export.returned import Returned
from workbench.export.returning import read_returned
from workbench.glossary import Glossary
from workbench.project import compare
from workbench.project.review.merging import made
from workbench.translation import ParagraphRecord, State, TranslationRecord

_TEXT = (
    "the minister said on Monday that a new law would hold until summer and nobody in the town knew why prices had been"
    " rising since spring"
)
_WORDS = _TEXT.split()
_LENGTH = 40  # words of a paragraph


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--paragraphs", type=int, default=10_000)
    record = _record(parser.parse_args().paragraphs)
    print(f"{len(record.paragraphs):,} paragraphs of {_LENGTH} words")
    print(f"{'':8}{'read':>8}{'1 in 10':>9}{'all':>8}{'take':>8}{'MB':>7}")
    for to in ("docx", "xlsx"):
        data = render(Delivery(record, Glossary(())), to, "bilingual")
        start = time.process_time()
        returned = read_returned(data, Path(f"a.{to}"))
        read = time.process_time() - start
        some, _ = _compared(record, returned, 10)
        every, taken = _compared(record, returned, 1)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
        print(f"{to:8}{read:8.1f}{some:9.1f}{every:8.1f}{taken:8.1f}{memory:7}")


def _record(paragraphs: int) -> TranslationRecord:
    chance = random.Random(14)
    texts = ((f"Satz {n} über den Gipfel.", " ".join(chance.choices(_WORDS, k=_LENGTH))) for n in range(paragraphs))
    return TranslationRecord("a.txt", tuple(ParagraphRecord(de, f"{en}.", State.REVIEWED) for de, en in texts))


def _compared(record: TranslationRecord, returned: Returned, each: int) -> tuple[float, float]:
    """Seconds of comparing, and of making what is taken over, where each n-th paragraph (`each`) was changed."""
    segments = tuple(
        replace(one, target=one.target.carried(f"Yesterday {one.target.text.replace('law', 'rule')}"))
        if number % each == 0
        else one
        for number, one in enumerate(returned.segments)
    )
    start = time.process_time()
    review = compare(record, replace(returned, segments=segments), "a")
    middle = time.process_time()
    made(record, review.free)
    return middle - start, time.process_time() - middle


if __name__ == "__main__":
    main()
