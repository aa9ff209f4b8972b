"""What the checks `spelling` and `untranslated` tell of single words: on human English, on drafts, on planted slips.

    uv run python -m benchmarks.spelling FILE.de FILE.en [--from 1] [--to 500]
    uv run python -m benchmarks.spelling --record translations/NAME.yaml [--from 1] [--to 100]

The files have a sentence a line, each other's translations; each pair is a document of its own, so that no name is
known from another sentence. Every mark is printed with what stands around it: who reads them sees which are slips of
the people. Then slips are planted, with a fixed seed, and counted: a word of five letters or more gets one letter more,
less, another, or two changed round (what makes another English word is none); and in place of an English word stands
one of its German: one that is small there, or a noun after an article. A record's English is marked in the same way,
as one document.
"""

from __future__ import annotations

import argparse
import random
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.checks import Finding, WholeDocument
from workbench.glossary import Glossary
from workbench.text.words import Vocabulary
from workbench.text.words.english import is_known
from workbench.text.words.meant import one_letter_away
from workbench.translation import ParagraphRecord, State
from workbench.translation.yaml_file import read_record

NO_GLOSSARY = Glossary(())
OF_WORDS = ("spelling", "untranslated")
AROUND = 24
"""Characters on each side of a mark that are printed."""

_WORD = re.compile(r"\b[a-z]{5,}\b")
_SMALL = re.compile(r"\b[a-zäöüß]{4,}\b")
_NOUN = re.compile(r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Ee]ine?[mnrs]?)\s+([A-ZÄÖÜ][a-zäöüß]{3,})\b")

Pair = tuple[str, str]


def marks(pairs: Sequence[Pair]) -> dict[int, tuple[Finding, ...]]:
    """What is told of the words of paragraphs that make up one document."""
    whole = WholeDocument(
        [ParagraphRecord(*pair, State.TRANSLATED) for pair in pairs], NO_GLOSSARY, vocabulary=Vocabulary()
    )
    found = {index: tuple(f for f in whole.of(index) if f.check in OF_WORDS) for index in range(len(pairs))}
    return {index: findings for index, findings in found.items() if findings}


def alone(pair: Pair) -> tuple[Finding, ...]:
    """What is told of the words of a paragraph that is a document of its own."""
    return marks([pair]).get(0, ())


def shown(number: int, english: str, finding: Finding) -> str:
    """A line for one mark."""
    start, end = finding.english or (0, 0)
    around = english[max(0, start - AROUND) : end + AROUND].replace("\n", " ")
    return f"{number:>6}  {finding.check:13}{finding.about:20}{around}"


def human(pairs: Sequence[Pair], first: int) -> Iterator[str]:
    """The marks in human translations, and how many there are to 500 words."""
    begun, count, words = time.process_time(), 0, sum(len(english.split()) for _, english in pairs)
    found = [(number, pair[1], alone(pair)) for number, pair in enumerate(pairs, first)]
    took = 1000 * (time.process_time() - begun) / len(pairs)
    for number, english, findings in found:
        count += len(findings)
        yield from (shown(number, english, finding) for finding in findings)
    each = 500 * count / words
    yield f"{len(pairs)} pairs, {words} words: {count} marks, {each:.2f} to 500 words; {took:.2f} ms a pair, all anew"


def slips(pairs: Sequence[Pair], chance: random.Random) -> str:
    """How many planted slips are told."""
    planted = told = 0
    for german, english in pairs:
        words = [match for match in _WORD.finditer(english) if is_known(match[0])]
        if not words:
            continue
        word = chance.choice(words)
        made = sorted({form for form in one_letter_away(word[0]) if len(form) > 3 and not is_known(form)})
        if not made:
            continue
        slip = chance.choice(made)
        planted += 1
        with_slip = english[: word.start()] + slip + english[word.end() :]
        told += any(finding.about == slip for finding in alone((german, with_slip)))
    return f"slips of one letter: {told} of {planted} told, {told / planted:.3f}"


def left(pairs: Sequence[Pair], chance: random.Random) -> Iterator[str]:
    """How many planted German words are told, small ones and nouns, and how many marks of that kind are right."""
    right = wrong = 0
    for kind, pattern in (("small", _SMALL), ("nouns", _NOUN)):
        planted = told = 0
        for german, english in pairs:
            words = [word for word in pattern.findall(german) if not is_known(word)]
            places = list(_WORD.finditer(english))
            if not words or not places:
                continue
            word, place = chance.choice(words), chance.choice(places)
            findings = alone((german, english[: place.start()] + word + english[place.end() :]))
            here = [finding for finding in findings if finding.check == "untranslated"]
            planted += 1
            told += any(finding.about == word for finding in here)
            right += sum(finding.about == word for finding in here)
            wrong += sum(finding.about != word for finding in here)
        yield f"German words left, {kind}: {told} of {planted} told, {told / planted:.3f}"
    yield f"marks of German words there: {right + wrong}, {right / (right + wrong):.3f} of them are the planted ones"


def main() -> None:
    """Print the marks and the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("german", type=Path, nargs="?")
    parser.add_argument("english", type=Path, nargs="?")
    parser.add_argument("--record", type=Path, help="a project's record: the marks in its English, drafts included")
    parser.add_argument("--from", type=int, default=1, dest="first", help="the first line or paragraph (1)")
    parser.add_argument("--to", type=int, default=500, dest="last", help="the last one (500)")
    parser.add_argument("--seed", type=int, default=1, help="of what is planted (1)")
    wanted = parser.parse_args()
    Vocabulary().unknown("so that reading the dictionaries is not measured")
    if wanted.record:
        record = read_record(wanted.record)
        pairs = [(each.german, each.english) for each in record.paragraphs][wanted.first - 1 : wanted.last]
        found = marks(pairs)
        for index, findings in found.items():
            for finding in findings:
                print(shown(index + wanted.first, pairs[index][1], finding))
        print(f"{sum(len(english.split()) for _, english in pairs)} words: {sum(map(len, found.values()))} marks")
        return
    if wanted.german is None or wanted.english is None:
        parser.error("name two files, or a record")
    lines = zip(_lines(wanted.german), _lines(wanted.english), strict=True)
    pairs = list(lines)[wanted.first - 1 : wanted.last]
    for line in human(pairs, wanted.first):
        print(line, flush=True)
    print(slips(pairs, random.Random(wanted.seed)))
    for line in left(pairs, random.Random(wanted.seed)):
        print(line)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


if __name__ == "__main__":
    main()
