"""What becomes of names and fixed phrases that are easily read word by word, and of sentences where none is meant.

    uv run python -m benchmarks.misread
    uv run python -m benchmarks.misread --text wmt16.de wmt16.en --lines 1500

Each sentence is drafted twice in one run, old and new: without and with such readings put right
(`workbench/engine/words/`). The sets are the program's own (`harness/misread.py`), in two parts: what was tuned on, and
what was held out. Right: the draft has a right word and no wrong one; of sentences in which no name or phrase is meant
those are counted whose drafts changed. With a text: how many drafts changed, BLEU and chrF of these, how many are
better or worse by chrF, the time; `--show` prints all that changed.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from harness.misread import NAMES, PHRASES, Misread
from harness.scores import PLAIN, bleu_and_chrf, sentence_chrf
from workbench.engine import Drafter, SentenceDraft, embedded_package

# Better or worse by less is alike.
_ALIKE = 0.01
_SETS = (("names", NAMES), ("phrases", PHRASES))
Both = tuple[SentenceDraft, SentenceDraft]
"""A sentence's old draft and its new one."""


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=Path, nargs=2, metavar=("GERMAN", "ENGLISH"))
    parser.add_argument("--lines", type=int, default=1500)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    if options.text:
        german, english = (path.read_text(encoding="utf-8").split("\n")[: options.lines] for path in options.text)
        _of_text(german, english, show=options.show)
        return
    print(f"{'':22}{'sentences':>10}{'right: old':>12}{'new':>6}{'wrong: old':>12}{'new':>6}{'changed':>9}")
    for name, rows in _SETS:
        for part in ("tuned", "held-out"):
            for sought in (True, False):
                some = [row for row in rows if row.part == part and row.sought == sought]
                _row(f"{name if sought else 'none meant'}, {part}", some, show=options.show)


def _drafted(german: Sequence[str]) -> list[Both]:
    made: list[list[SentenceDraft]] = []
    for readings in (False, True):
        drafter = Drafter(embedded_package(), readings=readings)
        drafter.load()
        begun = time.process_time()
        made.append(drafter.draft([(sentence, ()) for sentence in german]))
        if len(german) > len(NAMES):
            took = 1000 * (time.process_time() - begun) / len(german)
            print(f"{'new' if readings else 'old'}: {took:.1f} ms of CPU a sentence")
    return list(zip(*made, strict=True))


def _row(name: str, rows: Sequence[Misread], *, show: bool) -> None:
    both = list(zip(rows, _drafted([row.german for row in rows]), strict=True))
    right = [sum(row.is_right(drafts[at].english) for row, drafts in both) for at in (0, 1)]
    wrong = [sum(row.is_wrong(drafts[at].english) for row, drafts in both) for at in (0, 1)]
    changed = [drafts for _, drafts in both if drafts[0].english != drafts[1].english]
    print(f"{name:22}{len(rows):>10}{right[0]:>12}{right[1]:>6}{wrong[0]:>12}{wrong[1]:>6}{len(changed):>9}")
    for drafts in changed if show else ():
        _show(drafts, "")


def _of_text(german: Sequence[str], english: Sequence[str], *, show: bool) -> None:
    both = list(zip(_drafted(german), english, strict=True))
    changed = [(drafts, human) for drafts, human in both if drafts[0].english != drafts[1].english]
    print(f"{len(both)} drafts, {len(changed)} changed")
    if not changed:
        return
    references = [human.translate(PLAIN) for _, human in changed]
    for at, name in enumerate(("old", "new")):
        bleu, chrf = bleu_and_chrf([drafts[at].english.translate(PLAIN) for drafts, _ in changed], references)
        print(f"{name}, of these: BLEU {bleu:.2f}, chrF {chrf:.2f}")
    gains = [_gain(drafts, human) for drafts, human in changed]
    print(f"better by chrF {sum(gain > _ALIKE for gain in gains)}, worse {sum(gain < -_ALIKE for gain in gains)}")
    for (drafts, human), gain in zip(changed, gains, strict=True) if show else ():
        print(f"{gain:+.1f}")
        _show(drafts, human)


def _gain(drafts: Both, human: str) -> float:
    old, new = (draft.english.translate(PLAIN) for draft in drafts)
    return sentence_chrf(new, human.translate(PLAIN)) - sentence_chrf(old, human.translate(PLAIN))


def _show(drafts: Both, human: str) -> None:
    old, new = drafts
    words = "; ".join(f"{word.german} → {word.english} ({word.way})" for word in new.words)
    print(f"    {old.source}\n      {old.english}\n      {new.english}\n      {human}\n      [{words}]")


if __name__ == "__main__":
    main()
