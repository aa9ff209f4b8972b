"""How often the checks of meaning are right, on marked pairs: attribution, hedges, gender, negation, relative dates.

    uv run python -m benchmarks.meaning [--misses]
    uv run python -m benchmarks.meaning --pairs FILE.de FILE.en [--lines 1-500] [--without-not]

The sets stand in harness/data/meaning: half of each, or more, are traps. Every third pair is held out: no rule was
made by it. Precision: how many of the told pairs are wrong ones; recall: how many of the wrong ones are told.
`--misses` lists what is not right of the others. `--pairs`: what is told of human translations, a pair a line, each a
paragraph of its own, to be read. With `--without-not` each not, no, never, nobody … is taken out of the English in
turn, and counted how often `negation` tells it: alone, and in paragraphs of three such pairs.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from harness.meaning_pairs import CHECKS, Marked, marked_pairs
from workbench.checks import Finding, check_document
from workbench.glossary import Glossary
from workbench.text.denial import denials
from workbench.translation import ParagraphRecord, State, TranslationRecord

NO_GLOSSARY = Glossary(())

_NO = re.compile(r"\b(?:not|never) |n['’]t\b|\b(?:cannot|no|nobody|nothing|neither|none)\b", re.IGNORECASE)
_YES = {"cannot": "can", "no": "a", "nobody": "somebody", "nothing": "something", "neither": "both", "none": "some"}


def main() -> None:
    """Print the table, or what is told of pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--pairs", type=Path, nargs=2, metavar=("GERMAN", "ENGLISH"))
    parser.add_argument("--lines", default="1-500", metavar="FROM-TO")
    parser.add_argument("--without-not", action="store_true")
    options = parser.parse_args()
    if options.pairs:
        first, last = (int(number) for number in options.lines.split("-"))
        german, english = (path.read_text(encoding="utf-8").splitlines()[first - 1 : last] for path in options.pairs)
        pairs = list(zip(german, english, strict=True))
        if options.without_not:
            _without_not(pairs)
        else:
            _told(pairs, first)
        return
    _table(options.misses)


def _table(misses: bool) -> None:
    print(f"{'check':16}{'pairs':>7}{'wrong':>7}{'told':>7}{'precision':>12}{'recall':>9}")
    for check in CHECKS:
        marked = marked_pairs(check)
        told = [bool(found(pair.german, pair.english, check)) for pair in marked]
        for held_out in (False, True):
            print(_line(check, marked, told, held_out))
        if misses:
            for pair, is_told in zip(marked, told, strict=True):
                if is_told != pair.wrong and not pair.held_out:
                    print(f"    {'FALSE' if is_told else 'missed'}  {pair.german} | {pair.english}")


def found(german: str, english: str, check: str) -> list[Finding]:
    """What a check says of one paragraph that is a document of its own."""
    record = TranslationRecord("a.txt", (ParagraphRecord(german, english, State.TRANSLATED),))
    return [finding for finding in check_document(record, NO_GLOSSARY) if finding.check == check]


def _line(check: str, pairs: Sequence[Marked], told: Sequence[bool], held_out: bool) -> str:
    """One line of the table."""
    some = [(pair.wrong, is_told) for pair, is_told in zip(pairs, told, strict=True) if pair.held_out == held_out]
    wrong, said = sum(wrong for wrong, _ in some), sum(is_told for _, is_told in some)
    right = sum(wrong and is_told for wrong, is_told in some)
    name = "  held out" if held_out else check
    return f"{name:16}{len(some):7}{wrong:7}{said:7}{right / max(said, 1):12.2f}{right / max(wrong, 1):9.2f}"


def _told(pairs: Sequence[tuple[str, str]], first: int) -> None:
    """What is told of human pairs, to be read; `first` is the number of the first."""
    count = dict.fromkeys(CHECKS, 0)
    for number, (source, target) in enumerate(pairs, first):
        for check in CHECKS:
            for finding in found(source, target, check):
                count[check] += 1
                print(f"{number} {check} {finding.severity}: {finding.message}\n    {source}\n    {target}")
    print(f"{len(pairs)} pairs:", ", ".join(f"{check} {many}" for check, many in count.items()))


def _without_not(pairs: Sequence[tuple[str, str]]) -> None:
    """How often a planted loss is told, in pairs that the check does not tell as they are."""
    alone, among = [], []
    for at, (german, english) in enumerate(pairs):
        if not denials(german).plain or found(german, english, "negation"):
            continue
        before, after = pairs[max(0, at - 1) : at], pairs[at + 1 : at + 2]
        for place in _NO.finditer(english):
            lost = english[: place.start()] + _YES.get(place[0].lower(), "") + english[place.end() :]
            alone.append(bool(found(german, lost, "negation")))
            paragraph = [*before, (german, lost), *after]
            joined = [" ".join(side) for side in zip(*paragraph, strict=True)]
            among.append(bool(found(joined[0], joined[1], "negation")))
    print(f"{len(alone)} taken out, told {sum(alone)}; in paragraphs of three {sum(among)}")


if __name__ == "__main__":
    main()
