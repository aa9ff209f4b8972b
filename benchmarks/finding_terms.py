"""How fast terms are found in German, with glossaries of several sizes, and how rightly.

    uv run python -m benchmarks.finding_terms
    uv run python -m benchmarks.finding_terms --text news.tsv.xz

The text is made of real German word forms (simplemma's), drawn with a fixed seed as in a text: few of them often, most
seldom, with glossary terms in them that are inflected and in compounds; or it is the first column of a file with
tab-separated lines (`--text`, packed with xz or not), three lines a paragraph. The entries are real nouns and names
made of them: half of them from the text, half from elsewhere. `--help` tells what else can be set.

Columns: seconds to make the index; seconds for all paragraphs the first time, when each word is new, and again; the
slowest single paragraph in both; hits; and the seconds of the first time as a multiple of the first row's.
"""

from __future__ import annotations

import argparse
import gc
import lzma
import random
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path

from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

from harness import compound_words
from harness.term_sentences import FORMS, FORMS_HELD_OUT, SENTENCES, Marks, found
from workbench.glossary import KINDS, Entry, Glossary
from workbench.glossary.finding import lexicon

SIZES = (1_000, 5_000, 20_000)
WORDS_A_PARAGRAPH = 60
SMALL_WORDS = (
    *("der", "die", "das", "und", "in", "den", "von", "zu", "mit", "sich", "des", "auf", "für", "ist", "im", "dem"),
    *("nicht", "ein", "eine", "als", "auch", "es", "an", "er", "hat", "aus", "sie", "nach", "bei", "einer", "um", "am"),
    *(
        "sind",
        "noch",
        "wie",
        "einem",
        "über",
        "einen",
        "so",
        "zum",
        "war",
        "haben",
        "nur",
        "oder",
        "aber",
        "vor",
        "zur",
    ),
)
FIRST_NAMES = ("Alexander", "Olga", "Wladimir", "Maria", "Sergej", "Anna", "Iwan", "Swetlana", "Dmitri", "Natalja")


def forms_of_german() -> dict[str, str]:
    """Form → base form of simplemma's words of letters, at most 24."""
    words = DEFAULT_DICTIONARY_FACTORY.get_dictionary("de")
    return {form: base for form, base in words.items() if form.isalpha() and len(form) <= 24}


def made_paragraphs(forms: dict[str, str], number: int, chance: random.Random) -> list[str]:
    """Paragraphs of real word forms: every other word a small one, the others with a frequency of 1 / rank."""
    vocabulary = chance.sample(sorted(forms), 80_000)
    nouns = [word for word in vocabulary if word[0].isupper() and len(word) < 12]
    vocabulary[::12] = [f"{chance.choice(nouns)}{chance.choice(nouns).lower()}" for _ in vocabulary[::12]]
    vocabulary[::15] = [f"{chance.choice(nouns)}-{chance.choice(nouns)}" for _ in vocabulary[::15]]
    weights = list(accumulate(1 / (rank + 20) for rank in range(len(vocabulary))))
    return [paragraph_of(vocabulary, weights, chance) for _ in range(number)]


def paragraph_of(vocabulary: Sequence[str], weights: Sequence[float], chance: random.Random) -> str:
    words = chance.choices(vocabulary, cum_weights=weights, k=WORDS_A_PARAGRAPH // 2)
    small = chance.choices(SMALL_WORDS, k=WORDS_A_PARAGRAPH // 2)
    pairs = [f"{a} {b}" for a, b in zip(small, words, strict=True)]
    sentences = (" ".join(pairs[i : i + 6]) for i in range(0, len(pairs), 6))
    return " ".join(f"{sentence[0].upper()}{sentence[1:]}." for sentence in sentences)


def read_paragraphs(path: Path, number: int) -> list[str]:
    """Paragraphs of three lines each, the first column of a file."""
    with (lzma.open if path.suffix == ".xz" else open)(path, "rt", encoding="utf-8") as file:
        german = [line.split("\t")[0].strip() for line in islice(file, 3 * number)]
    return [" ".join(german[i : i + 3]) for i in range(0, len(german), 3)]


def made_entries(forms: dict[str, str], paragraphs: Sequence[str], chance: random.Random) -> Iterator[Entry]:
    """Entries without end, no two alike."""
    bases = sorted({base for form, base in forms.items() if form[0].isupper() and len(base) >= 4})
    there = sorted(
        {word for text in paragraphs for word in text.split() if forms.get(word) == word and word[0].isupper()}
    )
    seen = set()
    while True:
        noun = chance.choice(there if chance.random() < 0.5 else bases)
        kind = chance.choice(KINDS)
        german = {
            "person": f"{chance.choice(FIRST_NAMES)} {noun}",
            "organisation": f"{noun} {chance.choice(('der', 'des', 'für'))} {chance.choice(bases)}",
        }.get(kind if chance.random() < 0.5 else "", noun)
        if german not in seen:
            seen.add(german)
            yield Entry((german,), f"English {len(seen)}", kind=kind)


def seconds_of(glossary: Glossary, paragraphs: Sequence[str]) -> tuple[float, float, int]:
    """Seconds for all paragraphs, for the slowest one, and the number of hits."""
    times, hits = [], 0
    for paragraph in paragraphs:
        begin = time.perf_counter()
        hits += len(glossary.find(paragraph))
        times.append(time.perf_counter() - begin)
    return sum(times), max(times), hits


def precision_and_recall(table: Sequence[tuple[Glossary, str, Marks]]) -> tuple[float, float]:
    """Over all sentences of a table."""
    wanted = {(text, mark) for _, text, marks in table for mark in marks}
    got = {(text, mark) for glossary, text, _ in table for mark in found(glossary, text)}
    return len(wanted & got) / len(got), len(wanted & got) / len(wanted)


def print_rightness() -> None:
    """Print how rightly terms are found, in the marked sentences and in the list of compounds."""
    tables = (("marked", SENTENCES), ("form", FORMS), ("form (held out)", FORMS_HELD_OUT))
    for title, table in tables:
        precision, recall = precision_and_recall(table)
        print(f"{len(table)} {title} sentences: precision {precision:.3f}, recall {recall:.3f}")
    for part in (compound_words.TUNED, compound_words.HELD_OUT):
        words = compound_words.words(part)
        precision, recall = compound_words.precision_and_recall(words)
        print(f"{len(words)} words with short heads ({part}): precision {precision:.3f}, recall {recall:.3f}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, help="a file with the German in its first column")
    parser.add_argument("--paragraphs", type=int, default=10_000, help="how many paragraphs (10,000)")
    parser.add_argument("--seed", type=int, default=1, help="of the made text and the entries (1)")
    wanted = parser.parse_args()
    chance = random.Random(wanted.seed)

    begin = time.perf_counter()
    lexicon.read()
    print(f"dictionary of word forms at hand after {time.perf_counter() - begin:.2f} s (once, in the background)")
    forms = forms_of_german()
    if wanted.text:
        paragraphs = read_paragraphs(wanted.text, wanted.paragraphs)
    else:
        paragraphs = made_paragraphs(forms, wanted.paragraphs, chance)
    print(f"{len(paragraphs)} paragraphs, {sum(len(text.split()) for text in paragraphs)} words")
    entries = list(islice(made_entries(forms, paragraphs, chance), max(SIZES)))

    del forms
    gc.collect()

    print("entries    index  first time    slowest       again    slowest     hits   growth")
    first = 0.0
    for size in SIZES:
        glossary = Glossary(entries[:size])
        begin = time.perf_counter()
        glossary.find("Wort")
        index = time.perf_counter() - begin
        cold, slowest_cold, hits = seconds_of(glossary, paragraphs)
        warm, slowest_warm, _ = seconds_of(glossary, paragraphs)
        first = first or cold
        print(
            f"{size:>7} {index:>6.2f} s {cold:>9.2f} s {slowest_cold * 1e3:>7.1f} ms {warm:>9.2f} s"
            f" {slowest_warm * 1e3:>7.1f} ms {hits:>8} {cold / first:>7.2f} ×"
        )
    print_rightness()


if __name__ == "__main__":
    main()
