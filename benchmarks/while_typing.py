"""What spelling, the dictionary and lit words take while somebody types: milliseconds, median and 95th percentile.

    uv run python -m benchmarks.while_typing [DE EN] [--lines 1-400]

DE and EN have a sentence a line, each other's translations (without them: made-up paragraphs). Three lines make a
paragraph. `spelling`: a letter is typed in its last word, and the words that are no English are told again, as a key
does it. `dictionary`: the entry of a noun, a verb or an adjective of the German, drawn with a fixed seed, as the key
opens it; each word once, so that nothing is kept from before but what the dictionary keeps of its own. `by the
English`: the same for a word of the English. `at a letter`: what is lit for the word at the cursor, carried over a
letter that was typed in the middle of the paragraph; `aligned`: one of its sentences by the package and the
dictionary, in the pause behind the letter, each for the first time.
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from workbench.checks.spelling import Spelling
from workbench.dictionary.readings import german_readings, readings
from workbench.engine import Drafter
from workbench.engine.argos.package import embedded_package
from workbench.glossary import Glossary
from workbench.project.counterparts import Aligned, carried, links
from workbench.project.dictionary import read_ahead
from workbench.text import Span
from workbench.text.words import Vocabulary
from workbench.translation import ParagraphRecord, State

_WORD = re.compile(r"[^\W\d_]{4,}")
MADE_UP = (
    ("Der Sender zog die Meldung am Abend zurück.", "The station withdrew the report in the evening."),
    ("In den größeren Städten war die Stimmung schlecht.", "In the larger cities the mood was bad."),
    ("Die Kranführerprüfung bestanden nur zwei Bewerber.", "Only two applicants passed the crane driver’s test."),
)
PARAGRAPH = 3


def told(name: str, took: Sequence[float]) -> str:
    """A line of milliseconds for seconds."""
    ordered = sorted(1000 * one for one in took)
    p95 = ordered[int(0.95 * (len(ordered) - 1))]
    return f"{name:15}{len(ordered):6} times   median {statistics.median(ordered):7.2f}   p95 {p95:7.2f} ms"


def spelling(paragraphs: Sequence[tuple[str, str]]) -> list[float]:
    """Seconds for each paragraph in which a letter is typed."""
    took = []
    for german, english in paragraphs:
        record = ParagraphRecord(german, english, State.TRANSLATED)
        check = Spelling(Glossary(()), Vocabulary())
        check.put({0: record})
        begun = time.perf_counter()
        typed = replace(record, english=f"{english}x")
        check.put({0: typed})
        tuple(check.of(0, typed))
        took.append(time.perf_counter() - begun)
    return took


def dictionary(paragraphs: Sequence[tuple[str, str]], chance: random.Random) -> list[float]:
    """Seconds for a word of each paragraph."""
    took: list[float] = []
    seen: set[str] = set()
    for german, _ in paragraphs:
        words = [match for match in _WORD.finditer(german) if match[0] not in seen]
        if words:
            match = chance.choice(words)
            seen.add(match[0])
            begun = time.perf_counter()
            readings(german, Span(*match.span()))
            took.append(time.perf_counter() - begun)
    return took


def by_the_english(paragraphs: Sequence[tuple[str, str]], chance: random.Random) -> list[float]:
    """Seconds for an English word of each paragraph."""
    took: list[float] = []
    seen: set[str] = set()
    for _, english in paragraphs:
        words = [word for word in _WORD.findall(english) if word not in seen]
        if words:
            word = chance.choice(words)
            seen.add(word)
            begun = time.perf_counter()
            german_readings(word)
            took.append(time.perf_counter() - begun)
    return took


def lit(pairs: Sequence[tuple[str, str]], groups: Sequence[tuple[str, str]]) -> tuple[list[float], list[float]]:
    """Seconds for a letter in each paragraph (`groups`, of sentences that are all linked), and to align a sentence."""
    drafter = Drafter(embedded_package())
    links(drafter, *MADE_UP[0])
    letters, aligned = [], []
    for german, english in pairs:
        begun = time.perf_counter()
        links(drafter, german, english)
        aligned.append(time.perf_counter() - begun)
    for german, english in groups:
        spans = [Span(*word.span()) for word in _WORD.finditer(english)]
        told = Aligned(german, english, tuple((span, span) for span in spans))
        middle = len(english) // 2
        begun = time.perf_counter()
        carried(told, f"{english[:middle]}x{english[middle:]}").beside("english", Span(middle, middle))
        letters.append(time.perf_counter() - begun)
    return letters, aligned


def main() -> None:
    """Print the lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("german", type=Path, nargs="?")
    parser.add_argument("english", type=Path, nargs="?")
    parser.add_argument("--lines", default="1-400", help="of the files (1-400)")
    wanted = parser.parse_args()
    pairs = list(MADE_UP)
    if wanted.german and wanted.english:
        first, last = (int(number) for number in wanted.lines.split("-"))
        german, english = (_lines(path)[first - 1 : last] for path in (wanted.german, wanted.english))
        pairs = list(zip(german, english, strict=True))
    groups = [pairs[at : at + PARAGRAPH] for at in range(0, len(pairs), PARAGRAPH)]
    paragraphs = [(" ".join(de for de, _ in group), " ".join(en for _, en in group)) for group in groups]
    Vocabulary().unknown("so that reading the dictionaries is not measured")
    begun = time.perf_counter()
    for _ in read_ahead():
        pass
    print(f"read ahead, beside the work, with its pauses: {1000 * (time.perf_counter() - begun):.0f} ms")
    begun = time.perf_counter()
    readings("Er kam.", Span(3, 6))
    print(f"the first word of all then: {1000 * (time.perf_counter() - begun):.0f} ms")
    print(told("spelling", spelling(paragraphs)))
    print(told("dictionary", dictionary(paragraphs, random.Random(1))))
    print(told("by the English", by_the_english(paragraphs, random.Random(1))))
    letters, aligned = lit(pairs, paragraphs)
    print(told("at a letter", letters))
    print(told("aligned", aligned))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    main()
