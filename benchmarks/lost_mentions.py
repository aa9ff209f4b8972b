"""How often a further mention of a name is told as lost: of human translations, and where it was taken out.

    uv run python -m benchmarks.lost_mentions FILE.de FILE.en [--lines N]

The files have a sentence a line, each other's translations; `--lines` takes the first N. The glossary is drawn from
the pairs (`harness/drawn_names.py`), its names taken for each kind in turn. Rows: each line a paragraph, then four
lines a paragraph, in which names come again. *Told* are the paragraphs of which the check says that a further mention
is lost: false alarms, or the translators' slips; `--show` prints them. *Planted*: in each of these paragraphs, for each
name that two of its lines have on both sides, the last is taken out of the English; *found* of these are told.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from harness.drawn_names import drawn_names
from workbench.checks import check_paragraph
from workbench.glossary import Entry, Glossary, Kind, judge
from workbench.translation import ParagraphRecord, State

KINDS: tuple[Kind, ...] = ("person", "place", "organisation")
JOINED = 4
GONE = "Blxz"

Pairs = Sequence[tuple[str, str]]


def main() -> None:
    """Check the pairs and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("german", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("--lines", type=int, default=None)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    sides = [
        path.read_text(encoding="utf-8").splitlines()[: options.lines] for path in (options.german, options.english)
    ]
    pairs = list(zip(*sides, strict=True))
    print(
        f"{'names taken for':18}{'names':>6}{'lines each':>12}{'paragraphs':>12}{'told':>6}{'planted':>9}{'found':>7}"
    )
    for kind in KINDS:
        glossary = drawn_names(pairs, kind)
        for lines in (1, JOINED):
            paragraphs = [pairs[at : at + lines] for at in range(0, len(pairs), lines)]
            told = [paragraph for paragraph in paragraphs if _told(*_joined(paragraph), glossary)]
            planted = [english for paragraph in paragraphs for english in _planted(paragraph, glossary)]
            found = sum(entry.en in _told(german, english, glossary) for german, english, entry in planted)
            print(
                f"{kind:18}{len(glossary.entries):>6}{lines:>12}{len(paragraphs):>12}{len(told):>6}"
                f"{len(planted):>9}{found:>7}"
            )
            for paragraph in told if options.show else ():
                print("", *_joined(paragraph), str(_told(*_joined(paragraph), glossary)), sep="\n    ")


def _joined(paragraph: Pairs) -> tuple[str, str]:
    return " ".join(german for german, _ in paragraph), " ".join(english for _, english in paragraph)


def _told(german: str, english: str, glossary: Glossary) -> set[str]:
    """The names of which a further mention is told as lost."""
    found = check_paragraph(0, ParagraphRecord(german, english, State.TRANSLATED), glossary)
    return {finding.about for finding in found if finding.check == "term-missing" and finding.severity == "warning"}


def _planted(paragraph: Pairs, glossary: Glossary) -> Iterator[tuple[str, str, Entry]]:
    """A paragraph without the last mention of each name that two of its lines have."""
    entries = dict.fromkeys(hit.entry for hit in glossary.find(_joined(paragraph)[0]))
    for entry in entries:
        having = [
            at
            for at, (german, english) in enumerate(paragraph)
            if judge(entry, english).met and any(hit.entry == entry for hit in glossary.find(german))
        ]
        if len(having) > 1:
            german, english = _joined([*paragraph[: having[-1]], _without(entry, *paragraph[having[-1]])])
            rest_german, rest = _joined(paragraph[having[-1] + 1 :])
            yield f"{german} {rest_german}".strip(), f"{english} {rest}".strip(), entry


def _without(entry: Entry, german: str, english: str) -> tuple[str, str]:
    for span in reversed(judge(entry, english).met):
        english = english[: span.start] + GONE + english[span.end :]
    return german, english


if __name__ == "__main__":
    main()
