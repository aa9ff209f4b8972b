"""What becomes of the words that the package makes up, and of those it may not have known.

    uv run python -m benchmarks.invented_words wmt16.de wmt16.en --lines 1500

Each sentence is drafted without a glossary twice: as the package writes it, and with its words put right
(`workbench/engine/words/`). First table: the drafts with an invented word, and which way they lost it; the references
beside them, where they are given. Second: how many German words have another English, by the way it came. Third, with
references: BLEU and chrF (quotation marks and dashes made plain), of all sentences and of those that changed, and how
many of these have a better or worse chrF. `--half` takes every second line, from the first or the second on, so that
what was tuned on one half can be seen on the other. `--show` prints what changed.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.scores import PLAIN, bleu_and_chrf, sentence_chrf
from workbench.engine import Drafter, SentenceDraft, embedded_package
from workbench.engine.sentence.invented import invented

LEFT = "left"
# Better or worse by less is alike.
_ALIKE = 0.01


@dataclass(frozen=True)
class Line:
    """A German sentence with both drafts and its reference, "" where there is none."""

    german: str
    before: SentenceDraft
    after: SentenceDraft
    reference: str

    @property
    def changed(self) -> bool:
        """Whether the drafts differ."""
        return self.before.english != self.after.english

    @property
    def invents(self) -> bool:
        """Whether the package's own draft has an invented word."""
        return bool(invented(self.german, self.before.english))

    @property
    def fate(self) -> str:
        """What became of its invented words; which word of the draft took whose place is not told."""
        if invented(self.german, self.after.english):
            return LEFT
        ways = {word.way for word in self.after.words}
        if not ways:
            return "gone, another draft"
        return "gone, words from the dictionary" if ways - {"without"} else "gone, drafted without"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("german", type=Path)
    parser.add_argument("english", type=Path, nargs="?")
    parser.add_argument("--lines", type=int, default=1500)
    parser.add_argument("--half", type=int, choices=(1, 2))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    some = slice(options.half - 1 if options.half else 0, options.lines, 2 if options.half else 1)
    german = options.german.read_text(encoding="utf-8").split("\n")[some]
    english = options.english.read_text(encoding="utf-8").split("\n")[some] if options.english else [""] * len(german)
    lines = _drafted(german, english)
    _invented(lines)
    _ways(lines)
    if options.english:
        _scores(lines)
    if options.show:
        _show(lines)


def _drafted(german: Sequence[str], english: Sequence[str]) -> list[Line]:
    package = embedded_package()
    made: list[list[SentenceDraft]] = []
    for repairs in (False, True):
        drafter = Drafter(package, repairs=repairs)
        drafter.load()
        begun = time.process_time()
        made.append(drafter.draft([(sentence, ()) for sentence in german]))
        took = time.process_time() - begun
        print(
            f"{'with' if repairs else 'without'} repairs: {1000 * took / max(1, len(german)):.0f} ms of CPU a sentence"
        )
    return [Line(*line) for line in zip(german, *made, english, strict=True)]


def _invented(lines: Sequence[Line]) -> None:
    poor = [line for line in lines if line.invents]
    fates = Counter(line.fate for line in poor)
    _row("drafts with an invented word", len(poor), lines)
    for fate, number in fates.most_common():
        _row(f"  {fate}", number, lines)
    _row("drafts that got one", sum(line.fate == LEFT for line in lines if not line.invents), lines)
    if any(line.reference for line in lines):
        _row("references with one", sum(map(bool, (invented(line.german, line.reference) for line in lines))), lines)


def _ways(lines: Sequence[Line]) -> None:
    ways = Counter(word.way for line in lines for word in line.after.words)
    print(f"\n{'words by the way they came':34}")
    for way, number in ways.most_common():
        print(f"  {way:32}{number:>6}")


def _row(what: str, number: int, lines: Sequence[Line]) -> None:
    print(f"{what:34}{number:>6}{100 * number / max(1, len(lines)):>7.1f} %")


def _scores(lines: Sequence[Line]) -> None:
    changed = [line for line in lines if line.changed]
    print(f"\n{'':34}{'lines':>6}{'BLEU':>8}{'':>8}{'chrF':>8}")
    for name, some in (("all", lines), ("changed", changed)):
        if not some:
            continue
        references = [line.reference.translate(PLAIN) for line in some]
        before = bleu_and_chrf([line.before.english.translate(PLAIN) for line in some], references)
        after = bleu_and_chrf([line.after.english.translate(PLAIN) for line in some], references)
        print(f"{name:34}{len(some):>6}{before[0]:>8.2f}{after[0]:>8.2f}{before[1]:>8.2f}{after[1]:>8.2f}")
    gains = [_gain(line) for line in changed]
    print(f"better by chrF {sum(gain > _ALIKE for gain in gains)}, worse {sum(gain < -_ALIKE for gain in gains)}")


def _gain(line: Line) -> float:
    before, after = (draft.english.translate(PLAIN) for draft in (line.before, line.after))
    reference = line.reference.translate(PLAIN)
    return sentence_chrf(after, reference) - sentence_chrf(before, reference)


def _show(lines: Sequence[Line]) -> None:
    for line in lines:
        if line.changed:
            words = "; ".join(f"{word.german} → {word.english} ({word.way})" for word in line.after.words)
            print(f"\n{line.german}\n  {line.before.english}\n  {line.after.english}\n  {line.reference}\n  [{words}]")


if __name__ == "__main__":
    main()
