"""Faults planted into good translations: how many of each kind the checks find.

    uv run python -m benchmarks.planted [FILE.de FILE.en --lines 1-500] [--seed N] [--missed]

Without files, the paragraphs are this project's own (benchmarks/data/own_pairs.tsv); with files, one of a sentence a
line, three lines in a row are a paragraph. A fault is found when the checks tell an error or a warning that they do not
tell of the good translation. Every kind is planted wherever it can be, `--each` times at most in a paragraph, at places
drawn with a fixed seed. Of the own paragraphs the odd ones were held out, and `--missed` prints nothing of them; of the
files, lines that nobody looked at are (`--lines`). Each paragraph is a document of its own.
The glossary is drawn for the pairs (benchmarks/drawn_glossary.py), for the own ones with every second name; `term
forbidden` puts in a spelling that it forbids.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from simplemma import is_known

from benchmarks.drawn_glossary import drawn_glossary
from benchmarks.findings import lines_of
from workbench.checks import check_document
from workbench.glossary import Glossary
from workbench.text.words import Vocabulary
from workbench.translation import ParagraphRecord, State, TranslationRecord

OWN = Path(__file__).parent / "data" / "own_pairs.tsv"
VOCABULARY = Vocabulary()
IN_A_PARAGRAPH = 3
"""Lines of the files that make up a paragraph."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something may be planted: a paragraph's good English, its German, and what belongs to the set."""

    german: str
    english: str
    glossary: Glossary
    names: Sequence[str]
    chance: random.Random


Planter = Callable[[Place], Iterator[str]]
"""Gives faulty English, one fault each, in a drawn order."""

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
           "December")  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    rf"\b(?:(\d{{1,2}}) ({_MONTH})|({_MONTH}) (\d{{1,2}}))\b(?! per)(?:,? ([12]\d{{3}}))?|\b({'|'.join(_DAYS)})\b"
)
_NUMBER = re.compile(rf"(?<![\w.,:/-])\d[\d,]*(?:\.\d+)?(?![\w:/]|[.,]\d|-\w)(?! (?:{_MONTH}))(?!\.\d)")
_UNITS = {
    "kilometres": "miles", "kilometers": "miles", "km": "miles", "metres": "feet", "meters": "feet", "miles": "yards",
    "centimetres": "millimetres", "tonnes": "kilos", "kilograms": "tonnes", "kilos": "tonnes", "per cent": "",
    "percent": "", "%": "", "euros": "dollars", "dollars": "euros", "pounds": "euros", "francs": "euros", "€": "$",
    "$": "€", "£": "$", "hectares": "square metres", "km/h": "mph", "years": "months", "months": "weeks",
    "minutes": "hours", "hours": "days", "degrees": "", "minus ": "", "days": "weeks", "weeks": "days", "mph": "km/h",
}  # fmt: skip
_UNIT = re.compile("|".join(sorted(map(re.escape, _UNITS), key=len, reverse=True)))
_DENIED = re.compile(r"\b(?:nicht|nichts|nix|nie|niemals|niemand\w*|kein\w*|weder|ohne|statt|nirgend\w*|un\w+)\b", re.I)
_NEGATION = re.compile(r"\b(?:not|never|no(?! matter| man['’]s)|nobody|nothing|none|cannot|without)\b|n['’]t\b")
_QUOTE = re.compile('[“”"]')
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bDr)(?<!\bMrs)(?<!\bSt)(?<!\d)[.!?]+[”\"’]?\s+(?=[A-Z“\"‘])")
_WORD = re.compile(r"[^\W\d_]{2,}")


def _shuffled(place: Place, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    found = list(pattern.finditer(place.english))
    place.chance.shuffle(found)
    return found


def _put(english: str, match: re.Match[str], put: str) -> str:
    return english[: match.start()] + put + english[match.end() :]


def number_changed(place: Place) -> Iterator[str]:
    """One digit of a number is another."""
    for match in _figures(place):
        digits = [at for at, sign in enumerate(match[0]) if sign.isdigit()]
        at = place.chance.choice(digits)
        other = place.chance.choice([digit for digit in "123456789" if digit != match[0][at]])
        yield _put(place.english, match, match[0][:at] + other + match[0][at + 1 :])


def number_lost(place: Place) -> Iterator[str]:
    """A number is left out, or put vaguely."""
    for match in _figures(place):
        yield _put(place.english, match, place.chance.choice(("some", "several", "many")))


def _figures(place: Place) -> list[re.Match[str]]:
    """The numbers of the English that stand in it once and are no part of a date."""
    dates = [date.span() for date in _DATE.finditer(place.english)]
    return [
        match
        for match in _shuffled(place, _NUMBER)
        if not any(start <= match.start() < end for start, end in dates) and place.english.count(match[0]) == 1
    ]


def date_changed(place: Place) -> Iterator[str]:
    """Another day, month, year or day of the week."""
    for match in _shuffled(place, _DATE):
        groups = [group for group in range(1, 7) if match[group]]
        group = place.chance.choice(groups)
        old = match[group]
        if old in _MONTHS:
            new = place.chance.choice([month for month in _MONTHS if month != old])
        elif old in _DAYS:
            new = place.chance.choice([day for day in _DAYS if day != old])
        else:
            new = str(int(old) + 1 if int(old) != 28 else 27)
        if len(re.findall(rf"\b{old}\b", place.english)) == 1:
            yield place.english[: match.start(group)] + new + place.english[match.end(group) :]


def unit_changed(place: Place) -> Iterator[str]:
    """Another unit or currency, or none, and a minus that is lost."""
    for match in _shuffled(place, _UNIT):
        before, after = place.english[: match.start()], place.english[match.end() :]
        at_number = re.search(r"\d[ -]?$|(?:illion|three|four|five|six|seven|eight|nine|ten) $", before) or re.match(
            r"\d", after
        )
        if at_number and not after[:1].isalpha() and len(re.findall(re.escape(match[0]), place.english)) == 1:
            yield re.sub(r"  +", " ", before + _UNITS[match[0]] + after).replace(" .", ".")


def negation_lost(place: Place) -> Iterator[str]:
    """The not, no or never of a sentence is left out, where the German denies as well."""
    for match in _shuffled(place, _NEGATION) if _DENIED.search(place.german) else ():
        put = {"nobody": "somebody", "nothing": "something", "cannot": "can", "without": "with", "none": "all"}
        said = _put(place.english, match, put.get(match[0], ""))
        yield re.sub(r"  +", " ", said)


def name_changed(place: Place) -> Iterator[str]:
    """A name is another name of the set, or `he`."""
    there = [name for name in place.names if re.search(rf"\b{re.escape(name)}\b(?! [A-Z])", place.english)]
    place.chance.shuffle(there)
    for name in there:
        others = [other for other in place.names if other not in there and other[:2] != name[:2]]
        put = place.chance.choice([*place.chance.sample(others, min(3, len(others))), "he"])
        yield re.sub(rf"\b{re.escape(name)}\b", put, place.english)


def term_forbidden(place: Place) -> Iterator[str]:
    """A name of the glossary in a spelling that the glossary forbids."""
    entries = [entry for entry in place.glossary.entries if re.search(rf"\b{re.escape(entry.en)}\b", place.english)]
    place.chance.shuffle(entries)
    for entry in entries:
        if entry.avoid and place.glossary.find(place.german):
            yield re.sub(rf"\b{re.escape(entry.en)}\b", entry.avoid[0], place.english)


def sentence_dropped(place: Place) -> Iterator[str]:
    """One sentence of several is left out."""
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(place.english)), len(place.english)]
    spans = [(start, end) for start, end in pairwise(ends) if end - start > 25]
    place.chance.shuffle(spans)
    for start, end in spans if len(ends) > 2 else ():
        yield (place.english[:start] + place.english[end:]).strip()


def quotes_broken(place: Place) -> Iterator[str]:
    """One quotation mark is left out, or both of a quotation."""
    marks = _shuffled(place, _QUOTE)
    for match in marks:
        yield _put(place.english, match, "")
    if len(marks) == 2:
        yield _QUOTE.sub("", place.english)


def left_german(place: Place) -> Iterator[str]:
    """A word of the German, with a small letter or a capital, stands in the place of an English one.

    None that is an English word as well (Handy, Sprung): nobody sees that it was left.
    """
    english = {word.lower() for word in _WORD.findall(place.english)}
    german = [match for match in re.finditer(r"[^\W\d_]{5,}", place.german) if match[0].lower() not in english]
    german = [match for match in german if VOCABULARY.unknown(match[0])]
    german = [match for match in german if not any(word[:4] == match[0].lower()[:4] for word in english)]
    place.chance.shuffle(german)
    for match in german:
        at = match.start() / len(place.german) * len(place.english)
        words = list(re.finditer(r"\b[a-z]{4,}\b", place.english))
        if words:
            nearest = min(words, key=lambda word: abs(word.start() - at))
            yield _put(place.english, nearest, match[0])


def doubled(place: Place) -> Iterator[str]:
    """A word twice, or two to four words again at once."""
    words = _shuffled(place, re.compile(r"\b[a-z]{2,}\b"))
    for match in words:
        phrase = re.compile(r"(?:[a-z]+ ){2,4}").match(place.english, match.start())
        said = phrase[0] if phrase and place.chance.random() < 0.4 else match[0] + " "
        if match[0] not in ("that", "had", "very", "her"):
            yield place.english[: match.start()] + said + place.english[match.start() :]


KINDS: dict[str, Planter] = {
    "number changed": number_changed,
    "number lost": number_lost,
    "date changed": date_changed,
    "unit or sign changed": unit_changed,
    "negation lost": negation_lost,
    "name lost or changed": name_changed,
    "term forbidden": term_forbidden,
    "sentence dropped": sentence_dropped,
    "quotation marks lost": quotes_broken,
    "word left in German": left_german,
    "word or phrase doubled": doubled,
}


def main() -> None:
    """Plant, check and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE")
    parser.add_argument("--lines", default="", metavar="FROM-TO")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=2, help="of a kind in a paragraph (2)")
    parser.add_argument("--missed", default="", metavar="KIND", help="print what was not found of it, or of all")
    wanted = parser.parse_args()
    paragraphs = _paragraphs(wanted.files, wanted.lines)
    glossary = drawn_glossary(paragraphs) if wanted.files else Glossary(drawn_glossary(paragraphs, 1).entries[::2])
    glossary, names = _with_forbidden(glossary), _names(paragraphs)
    chance = random.Random(wanted.seed)
    planted: dict[int, Counter[str]] = defaultdict(Counter)
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for index, (german, english) in enumerate(paragraphs):
        place = Place(german, english, glossary, names, chance)
        clean = _told(german, english, glossary)
        for kind, plant in KINDS.items():
            for faulty, _ in zip(plant(place), range(wanted.each), strict=False):
                new = _told(german, faulty, glossary) - clean
                planted[index % 2][kind] += 1
                found[index % 2][kind] += bool(new)
                if not new and (wanted.files or index % 2 == 0) and _is_wanted(kind, wanted.missed):
                    print(f"{index + 1} {kind}\n  {german}\n  {faulty}")
    _table(planted, found, len(paragraphs))


def _is_wanted(kind: str, missed: str) -> bool:
    return missed == "all" or bool(missed and kind.startswith(missed))


def _told(german: str, english: str, glossary: Glossary) -> set[tuple[str, str, str]]:
    """The errors and warnings of a translation, by which it is told from another."""
    record = TranslationRecord("a.txt", (ParagraphRecord(german, english, State.TRANSLATED),))
    findings = check_document(record, glossary, vocabulary=VOCABULARY)
    return {(found.check, found.about, found.message) for found in findings if found.severity != "info"}


def _paragraphs(files: Sequence[Path], lines: str) -> list[tuple[str, str]]:
    if not files:
        own = [line for line in OWN.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        return [(line.partition("\t")[0], line.partition("\t")[2]) for line in own]
    _, pairs = lines_of(files[0], files[1], lines)
    cut = [pairs[at : at + IN_A_PARAGRAPH] for at in range(0, len(pairs), IN_A_PARAGRAPH)]
    return [(" ".join(german for german, _ in some), " ".join(english for _, english in some)) for some in cut]


def _with_forbidden(glossary: Glossary) -> Glossary:
    """Every entry forbids a spelling: its own with another last letter."""
    entries = []
    for entry in glossary.entries:
        wrong = entry.en[:-1] + ("o" if entry.en[-1] != "o" else "a")
        entries.append(replace(entry, avoid=(wrong,)))
    return Glossary(entries)


def _names(paragraphs: Sequence[tuple[str, str]]) -> list[str]:
    """Surnames that stand in both languages: the last of two words with capitals."""
    pair = re.compile(r"\b[A-Z][^\W\d_]{2,} ([A-Z][^\W\d_]{4,})\b(?! [A-Z])")
    both = (set(pair.findall(german)) & set(pair.findall(english)) for german, english in paragraphs)
    return sorted(name for name in set[str]().union(*both) if not is_known(name.lower(), "en"))


def _table(planted: dict[int, Counter[str]], found: dict[int, Counter[str]], paragraphs: int) -> None:
    print(f"{paragraphs} paragraphs{'even':>24}{'odd':>20}{'all':>20}")
    for kind in KINDS:
        print(f"{kind:24}" + "".join(_share(planted, found, halves, [kind]) for halves in ((0,), (1,), (0, 1))))
    print(f"{'all':24}" + "".join(_share(planted, found, halves, list(KINDS)) for halves in ((0,), (1,), (0, 1))))


def _share(
    planted: dict[int, Counter[str]], found: dict[int, Counter[str]], halves: Sequence[int], kinds: Sequence[str]
) -> str:
    many = sum(planted[half][kind] for half in halves for kind in kinds)
    much = sum(found[half][kind] for half in halves for kind in kinds)
    return f"{much:>6} of{many:>4}{100 * much / many if many else 0:>6.1f}%"


if __name__ == "__main__":
    main()
