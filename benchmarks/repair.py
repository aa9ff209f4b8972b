"""What the repair of fuzzy matches gains, beside the match as it is and beside a draft.

    uv run python -m benchmarks.repair [--package ID] [--misses]

The set is harness/data/repairs.tsv: German sentences, each with a match (German and English) and the right English,
which a person would make of the match's English; written for this, by what differs (a noun, a verb, a name, a clause
more or less, a number with its noun, a “not”, several of these). Every second one of each kind is held out: no rule
was made by it, and STAYING, which weighs the match against the package's score, was set by the others.

Side by side: the match as it is; with numbers, dates and names put right; that repaired, where a repair is offered;
the package's plain draft. TER: words that have to be changed, put in, taken out or moved, in percent of the right
English (Snover et al. 2006; less is better). chrF: Popović 2015, more is better. Both by sacreBLEU, over all sentences
of a line. `right`: how many are the right English to the letter. Below them how many repairs are offered, and how many
of these are nearer to the right English than what stood there, as near, or farther, by TER of the sentence.
`--misses` lists what is not right, of the sentences that are not held out.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from harness.match_repairs import Asked, asked_of
from harness.scores import PLAIN
from workbench.engine import DraftCache, Drafter, embedded_package, find_package
from workbench.glossary import Glossary
from workbench.memory import Query, band
from workbench.project.memories.put_right import put_right
from workbench.project.memories.repairing import Using, repair_of
from workbench.text import Inline
from workbench.text.house_style import NO_STYLE

COLUMNS = ("match", "put right", "repaired", "draft")
_BANDS = {95: "95–99", 85: "85–94", 75: "75–84", 70: "70–74", 50: "50–69", 0: "below"}
_NOTHING = Glossary(())


@dataclass(frozen=True, slots=True)
class Outcome:
    """What there is for one sentence: its match's percentage, and an English for each of the COLUMNS."""

    asked: Asked
    percent: int
    englishes: tuple[str, str, str, str]
    offered: bool
    seconds: float


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", default="", metavar="ID")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    drafter = Drafter(find_package(options.package) if options.package else embedded_package())
    outcomes = _outcomes(asked_of(), drafter)
    for held_out in (False, True):
        some = [one for one in outcomes if one.asked.held_out == held_out]
        print(f"\n{'held out' if held_out else 'tuned'}: {len(some)} sentences")
        _table(some)
    seconds = sorted(one.seconds for one in outcomes)
    print(f"\na repair takes {seconds[len(seconds) // 2] * 1e3:.0f} ms, nineteen of twenty at most ", end="")
    print(f"{seconds[len(seconds) * 95 // 100] * 1e3:.0f} ms, the sentence's draft with it")
    if options.misses:
        _misses(outcomes)


def _outcomes(asked: Sequence[Asked], drafter: Drafter) -> list[Outcome]:
    drafts = drafter.draft([(one.german, ()) for one in asked])
    cache = DraftCache(None)
    using, found = Using(_NOTHING, NO_STYLE, drafter, cache), []
    for one, draft in zip(asked, drafts, strict=True):
        percent = Query(Inline(one.german)).likeness(Inline(one.known)).percent
        right, changed = put_right(one.german, one.known, Inline(one.english), _NOTHING, NO_STYLE)
        begin = time.perf_counter()
        made = None if changed else repair_of(one.german, one.known, right, using)
        seconds = time.perf_counter() - begin
        last = made.target.text if made else right.text
        englishes = (one.english, right.text, last, draft.english)
        found.append(Outcome(one, percent, englishes, made is not None, seconds))
    cache.close()
    return found


def _table(outcomes: Sequence[Outcome]) -> None:
    print(f"{'':10}{'number':>7}" + "".join(f"{name:>22}" for name in COLUMNS))
    print(f"{'':17}" + f"{'TER':>9}{'chrF':>7}{'right':>6}" * len(COLUMNS))
    for edge, name in _BANDS.items():
        _line(name, [one for one in outcomes if band(one.percent) == edge])
    for kind in dict.fromkeys(one.asked.kind for one in outcomes):
        _line(kind, [one for one in outcomes if one.asked.kind == kind])
    _line("all", outcomes)
    offered = [one for one in outcomes if one.offered]
    told = Counter(_compared(one) for one in offered)
    print(f"repairs offered: {len(offered)}; nearer {told[-1]}, as near {told[0]}, farther {told[1]}")


def _line(name: str, some: Sequence[Outcome]) -> None:
    if not some:
        return
    line = f"{name:10}{len(some):7}"
    for column in range(len(COLUMNS)):
        said = [one.englishes[column] for one in some]
        wanted = [one.asked.right for one in some]
        ter, chrf = _scores(said, wanted)
        line += f"{ter:9.1f}{chrf:7.1f}{sum(map(str.__eq__, said, wanted)):6}"
    print(line)


def _scores(englishes: Iterable[str], right: Iterable[str]) -> tuple[float, float]:
    """TER and chrF of all sentences, quotation marks and dashes aside."""
    from sacrebleu import corpus_chrf, corpus_ter

    said, wanted = ([text.translate(PLAIN) for text in texts] for texts in (englishes, right))
    return corpus_ter(said, [wanted]).score, corpus_chrf(said, [wanted]).score


def _compared(outcome: Outcome) -> int:
    """Whether a repair is nearer to the right English (-1) than what stood there, as near, or farther (1)."""
    right = [outcome.asked.right]
    before, after = (_scores([text], right)[0] for text in outcome.englishes[1:3])
    return (after > before) - (after < before)


def _misses(outcomes: Iterable[Outcome]) -> None:
    for one in outcomes:
        if not one.asked.held_out and one.englishes[2] != one.asked.right:
            print(f"\n{one.asked.kind}, {one.percent} %{'' if one.offered else ', no repair'}: {one.asked.german}")
            for name, text in zip(COLUMNS[1:], one.englishes[1:], strict=True):
                print(f"  {name:9} {text}")
            print(f"  {'right':9} {one.asked.right}")


if __name__ == "__main__":
    main()
