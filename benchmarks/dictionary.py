"""The dictionary: how often what it offers for a German word stands in a person's translation, its size and its times.

    uv run python -m benchmarks.dictionary GERMAN ENGLISH [--lines N] [--show N]

Two files of as many lines, each line of one the translation of the other's (any test set of news). Lines with an even
number, counted from 0, are those that rules may be tuned on, the others are held out. A word is counted where it is a
noun (or a name) amid a sentence, or a verb or adjective of five letters or more; “right” are words of whose offers for
drafts one stands in the reference, “by chance” those of which one stands in the reference of the line after the next.
"""

from __future__ import annotations

import argparse
import re
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from workbench.dictionary import Offers, offers
from workbench.dictionary.opened import ENGLISH, ENTRIES, INDEX
from workbench.engine.sentence.function_words import is_german_function_word
from workbench.glossary.finding import lexicon
from workbench.text import Span

_WORD = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)*")
_SHORTEST_SMALL = 5
_COLD = """
import time
from workbench.dictionary import look_up
from workbench.glossary.finding.lexicon import lemma
lemma("Haus")
start = time.process_time()
look_up("Schlangenmenschen")
print(time.process_time() - start)
"""


def main() -> None:
    """Look up every word and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("german", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("--lines", type=int, default=1500)
    parser.add_argument("--show", type=int, default=0, help="so many words of the even lines that are not right")
    options = parser.parse_args()
    german = options.german.read_text(encoding="utf-8").split("\n")[: options.lines]
    english = [line.casefold() for line in options.english.read_text(encoding="utf-8").split("\n")]
    counts: Counter[tuple[str, str, bool]] = Counter()
    times: list[float] = []
    shown = 0
    for number, sentence in enumerate(german):
        for span in _content_words(sentence):
            start = time.process_time()
            found = offers(sentence, span)
            times.append(time.process_time() - start)
            right = _count(
                counts, found, english[number], english[(number + 2) % len(german)], held_out=number % 2 == 1
            )
            if not right and shown < options.show and number % 2 == 0:
                shown += 1
                print(f"{found.word}: {'NAME ' * found.is_name}{', '.join(o.english for o in found.for_drafts()[:8])}")
                print(f"   {sentence}\n   {english[number]}")
    _print_counts(counts)
    _print_times(times)


def _content_words(sentence: str) -> Iterator[Span]:
    for number, match in enumerate(_WORD.finditer(sentence)):
        word = match[0]
        if word[0].isupper() and not word.isupper() and number:
            yield Span(*match.span())
        elif word.islower() and len(word) >= _SHORTEST_SMALL and not is_german_function_word(word):
            base = lexicon.lemma(word)
            if lexicon.is_verb(base) or lexicon.is_adjective(word):
                yield Span(*match.span())


def _count(
    counts: Counter[tuple[str, str, bool]], found: Offers, reference: str, other: str, *, held_out: bool
) -> bool:
    """Count what became of a word; whether it is right."""
    if found.is_name:
        copied = found.word.casefold().removesuffix("s") in reference
        counts["a name", "words", held_out] += 1
        counts["a name", "right", held_out] += copied
        return True
    plain = found.for_drafts()
    row = plain[0].source if plain else "nothing offered"
    in_reference = [_stands(offer.english, reference) for offer in plain]
    for column, value in (
        ("words", 1),
        ("right", any(in_reference)),
        ("first", bool(in_reference[:1] and in_reference[0])),
        ("chance", any(_stands(offer.english, other) for offer in plain)),
        ("offers", len(plain)),
    ):
        counts[row, column, held_out] += value
    return any(in_reference) or not plain


def _stands(english: str, reference: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(english.casefold())}(?!\w)", reference) is not None


def _print_counts(counts: Counter[tuple[str, str, bool]]) -> None:
    print(f"{'':22}{'half':>10}{'words':>7}{'offers':>8}{'right':>8}{'the first':>11}{'by chance':>11}")
    for row in ("word", "compound", "verb with its prefix", "nothing offered", "a name"):
        for held_out in (False, True):
            words = counts[row, "words", held_out]
            if not words:
                continue
            share = {column: counts[row, column, held_out] / words for column in ("offers", "right", "first", "chance")}
            half = "held out" if held_out else "tuned on"
            line = f"{row:22}{half:>10}{words:>7}"
            if row == "nothing offered":
                print(line)
            elif row == "a name":
                print(f"{line}{'':8}{share['right']:>8.1%}  (written alike in the reference)")
            else:
                print(
                    f"{line}{share['offers']:>8.1f}{share['right']:>8.1%}{share['first']:>11.1%}{share['chance']:>11.1%}"
                )


def _print_times(times: list[float]) -> None:
    print(f"\nsize: {sum(path.stat().st_size for path in (ENTRIES, INDEX, ENGLISH)) / 1e6:.1f} MB")
    first = float(subprocess.run([sys.executable, "-c", _COLD], capture_output=True, text=True, check=True).stdout)
    print(f"the first word looked up, opening the files: {first * 1000:.0f} ms of the processor")
    ordered = sorted(times)
    for name, share in (("half", 0.5), ("nine of ten", 0.9), ("99 of 100", 0.99)):
        print(f"{name} of {len(ordered):,} words took at most {ordered[int(len(ordered) * share)] * 1000:.1f} ms")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory of the process after {len(ordered):,} words, all that is kept included: {memory:.0f} MB")


if __name__ == "__main__":
    main()
