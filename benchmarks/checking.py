"""What the checks take again after a change of one paragraph: what is kept, beside finding everything anew.

    uv run python -m benchmarks.checking
    uv run python -m benchmarks.checking --paragraphs 1000 --keys 500

Documents and a glossary are made up with a fixed seed: German of real word forms with terms in it, English of real
word forms with these terms' English (mostly) and names, some of them misspelt; every fifth entry has a `first` form.
A key is a letter put into a paragraph somewhere in the document, or every tenth time the paragraph skipped or taken
in again. All figures are milliseconds of processor time, so that other programs hardly disturb them.

First table, the document as a whole: all of it anew (median of `--rounds`, with what the program remembers of texts),
one key (`WholeDocument.update`), and how many times as long all of it takes. Second table, typing in a paragraph
of that many characters: what the checks of one paragraph take a letter, and those of the whole.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice
from typing import ParamSpec, TypeVar

from simplemma.strategies.dictionaries import DEFAULT_DICTIONARY_FACTORY

from benchmarks.finding_terms import forms_of_german, made_entries, made_paragraphs
from workbench.checks import WholeDocument, check_paragraph, check_whole
from workbench.glossary import Entry, Glossary
from workbench.translation import ParagraphRecord, State, TranslationRecord

Given = ParamSpec("Given")
Result = TypeVar("Result")

SIZES, LENGTHS = (100, 1_000, 10_000), (500, 3_000)
SYLLABLES = ("ka", "lu", "mi", "no", "ra", "shen", "ko", "to", "pe", "vi", "sta", "gra", "ber", "lin", "for", "ul")
NAMES = 3_000
SLIP = 0.02
"""So often a name is misspelt, and so often a term is not as the glossary wants it times ten."""


class Maker:
    """Makes documents that belong to a made-up glossary."""

    def __init__(self, entries: int, seed: int) -> None:
        self._chance = random.Random(seed)
        forms = forms_of_german()
        self._german = made_paragraphs(forms, 2_000, self._chance)
        made = islice(made_entries(forms, self._german, self._chance), entries)
        self.glossary = Glossary([self._named(entry) for entry in made])
        english = DEFAULT_DICTIONARY_FACTORY.get_dictionary("en")
        self._english = self._chance.sample(
            sorted(word for word in english if word.isalpha() and word.islower()), 20_000
        )
        self._names = [self._name() for _ in range(NAMES)]

    def _named(self, entry: Entry) -> Entry:
        english = self._name() if self._chance.random() < 0.6 else f"{self._name()} {self._name()}"
        return replace(entry, en=english, first=f"{self._name()} {english}" if self._chance.random() < 0.2 else "")

    def _name(self) -> str:
        return "".join(self._chance.choices(SYLLABLES, k=4)).title()

    def paragraph(self, characters: int) -> ParagraphRecord:
        """A translated paragraph whose German has at least so many characters."""
        german = self._chance.choice(self._german)
        while len(german) < characters:
            german = f"{german} {self._chance.choice(self._german)}"
        words = self._chance.choices(self._english, k=len(german.split()))
        for hit in self.glossary.find(german):
            words.insert(self._chance.randrange(len(words)), self._said(hit.entry))
        for name in self._chance.sample(self._names, len(words) // 30):
            words.insert(self._chance.randrange(len(words)), name + name[-1] * (self._chance.random() < SLIP))
        sentences = (" ".join(words[at : at + 14]) for at in range(0, len(words), 14))
        return ParagraphRecord(german, " ".join(f"{sentence}." for sentence in sentences), State.TRANSLATED)

    def _said(self, entry: Entry) -> str:
        if self._chance.random() < SLIP * 10:
            return ""
        return entry.first if entry.first and self._chance.random() < 0.2 else entry.en

    def changed(self, record: ParagraphRecord) -> ParagraphRecord:
        """The paragraph after a key."""
        if record.state is State.SKIPPED or self._chance.random() < 0.1:
            return replace(record, state=State.TRANSLATED if record.state is State.SKIPPED else State.SKIPPED)
        return self.typed(record, self._chance.randrange(len(record.english)))

    def typed(self, record: ParagraphRecord, at: int) -> ParagraphRecord:
        """The paragraph with a letter more."""
        letter = self._chance.choice("aeinst ")
        return replace(record, english=record.english[:at] + letter + record.english[at:])


def timed(act: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> tuple[float, Result]:
    """Milliseconds of processor time that a call takes, and what it answers."""
    begun = time.process_time()
    result = act(*given, **named)
    return 1000 * (time.process_time() - begun), result


def spread(times: Sequence[float]) -> str:
    """Median, 95th percentile and maximum."""
    ordered = sorted(times)
    return f"{statistics.median(ordered):>8.2f}{ordered[int(0.95 * (len(ordered) - 1))]:>8.2f}{ordered[-1]:>8.2f}"


def document(maker: Maker, size: int, keys: int, rounds: int) -> str:
    """A line of the first table."""
    records = [maker.paragraph(300) for _ in range(size)]
    first_time, whole = timed(WholeDocument, records, maker.glossary)
    record = TranslationRecord("made.txt", tuple(records))
    anew = statistics.median(timed(check_whole, record, maker.glossary)[0] for _ in range(rounds))
    times, most = [], 0
    for key in range(keys):
        at = key * 7919 % size
        records[at] = maker.changed(records[at])
        took, changed = timed(whole.update, {at: records[at]})
        times.append(took)
        most = max(most, len(changed))
    return (
        f"{size:>10}{first_time:>12.0f}{anew:>8.1f}  {spread(times)}{anew / statistics.median(times):>8.0f} ×{most:>9}"
    )


def typing(maker: Maker, length: int, keys: int) -> str:
    """A line of the second table."""
    records = [maker.paragraph(length) for _ in range(20)]
    whole = WholeDocument(records, maker.glossary)
    one, all_of_it = [], []
    for key in range(keys):
        at = key * len(records) // keys
        records[at] = maker.typed(records[at], len(records[at].english) // 2)
        one.append(timed(check_paragraph, at, records[at], maker.glossary)[0])
        all_of_it.append(timed(whole.update, {at: records[at]})[0])
    return f"{length:>10}{spread(one)}  {spread(all_of_it)}"


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--paragraphs", type=int, nargs="+", default=SIZES, help="sizes of documents")
    parser.add_argument("--entries", type=int, default=20_000, help="of the glossary (20,000)")
    parser.add_argument("--keys", type=int, default=300, help="for each line (300)")
    parser.add_argument("--rounds", type=int, default=3, help="of everything anew (3)")
    parser.add_argument("--seed", type=int, default=1, help="of what is made up (1)")
    wanted = parser.parse_args()
    maker = Maker(wanted.entries, wanted.seed)
    document(maker, 10, 10, 1)
    print(f"{wanted.entries} entries, {wanted.keys} keys; milliseconds of processor time")
    print("paragraphs  first time    anew  one key:    p95     max   ratio  findings changed, most")
    for size in wanted.paragraphs:
        print(document(maker, size, wanted.keys, wanted.rounds), flush=True)
    print("characters  a paragraph: p95  max  the whole: p95     max")
    for length in LENGTHS:
        print(typing(maker, length, wanted.keys), flush=True)


if __name__ == "__main__":
    main()
