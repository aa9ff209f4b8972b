"""How well two documents are aligned, sentence by sentence, and how long that takes.

    uv run python -m benchmarks.alignment [--half tuned | held] [--no-package]
    uv run python -m benchmarks.alignment --lines FOLDER [--first N] [--number N]
    uv run python -m benchmarks.alignment --crossed tuned | held
    uv run python -m benchmarks.alignment --time 1000

A pair is right where both its sides are the marked ones, no sentence more or less; sentences without a partner are no
pairs, and what is made of them counts against precision. Beside it, in one run, stands what lengths alone give (Gale
and Church 1993), and what words give without a package's scores. The documents are in `benchmarks/data/alignment`; with
`--lines` they are those of a folder with `wmt16.de` and `wmt16.en`, some lines joined, some left out on one side.
`--crossed`: neighbours that changed places in the English: in documents that were written so, in those of the half with
some of their neighbours changed by chance, and, where none should be told, in those as they are. A crossing is right
where just these two sentences on either side are told; what is told beside is wrong.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count
from pathlib import Path

from workbench.memory.aligning import Bead, Judge, Sentence, aligned
from workbench.memory.aligning.costs import LENGTHS_ALONE, Weights

DATA = Path(__file__).parent / "data" / "alignment"
_BETWEEN = " ‖ "
Place = tuple[int, int, int, int]


class Marked:
    """A document whose pairs a person marked."""

    def __init__(self) -> None:
        self.german: list[Sentence] = []
        self.english: list[Sentence] = []
        self.pairs: list[Place] = []
        self.crossed: list[Place] = []

    def add(self, german: Sequence[str], english: Sequence[str]) -> None:
        """Sentences that belong together; one side may have none."""
        i, j = len(self.german), len(self.english)
        for side, texts in ((self.german, german), (self.english, english)):
            for text in texts:
                begins = text.startswith("¶")
                paragraph = (side[-1].paragraph if side else -1) + (begins or not side)
                side.append(Sentence(text.lstrip("¶#"), paragraph, heading=text.startswith("¶#")))
        if german and english:
            self.pairs.append((i, len(self.german), j, len(self.english)))


def main() -> None:
    """Print the tables that were asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--half", choices=("tuned", "held"), default="tuned")
    parser.add_argument("--no-package", action="store_true")
    parser.add_argument("--lines", type=Path, metavar="FOLDER")
    parser.add_argument("--first", type=int, default=1, metavar="N", help="the first line (from 1)")
    parser.add_argument("--number", type=int, default=1_000, metavar="N", help="how many lines")
    parser.add_argument("--time", type=int, default=0, metavar="N", help="how many sentences")
    parser.add_argument("--crossed", choices=("tuned", "held"), default="")
    options = parser.parse_args()
    judge = None if options.no_package else package_judge()
    if options.time:
        print_times(options.time, judge)
    elif options.crossed:
        print_crossed(options.crossed, judge)
    elif options.lines:
        print_shares([joined(read_lines(options.lines, options.first, options.number))], judge)
    else:
        print_shares(list(read(DATA / f"{options.half}.tsv")), judge)


def package_judge() -> Judge:
    """The built-in package's."""
    from workbench.engine import Drafter, embedded_package

    return Drafter(embedded_package()).likely


def read(path: Path) -> Iterator[Marked]:
    """The documents of a file of marked ones."""
    document = Marked()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("=="):
            if document.german:
                yield document
            document = Marked()
        else:
            german, english = (side.split(_BETWEEN) if side else [] for side in line.removeprefix("⇅").split("\t"))
            document.add(german, english)
            if line.startswith("⇅"):
                document.crossed.append(document.pairs[-1])
    yield document


def read_lines(folder: Path, first: int, number: int) -> list[tuple[str, str]]:
    """Lines of `wmt16.de` with those of `wmt16.en`."""
    sides = ((folder / f"wmt16.{end}").read_text(encoding="utf-8").splitlines() for end in ("de", "en"))
    return list(zip(*sides, strict=True))[first - 1 : first - 1 + number]


def joined(lines: Sequence[tuple[str, str]], seed: int = 5) -> Marked:
    """A document of lines, of which some are joined on one side, and some are there on one side alone."""
    chance, document, waiting = random.Random(seed), Marked(), list(lines)[::-1]
    while waiting:
        german, english = waiting.pop()
        kind = chance.random()
        if kind < 0.2 and waiting:
            more = waiting.pop()
            if kind < 0.1:
                document.add([german, more[0]], [f"{english} {more[1]}"])
            else:
                document.add([f"{german} {more[0]}"], [english, more[1]])
        elif kind < 0.26:
            document.add([german], [])
        elif kind < 0.32:
            document.add([], [english])
        else:
            document.add([german], [english])
    return document


def print_shares(documents: Sequence[Marked], judge: Judge | None) -> None:
    """Precision, recall and F1 of lengths alone, of words, and of words with the package."""
    print(f"{len(documents)} documents, {sum(len(one.pairs) for one in documents)} marked pairs")
    print(f"{'':16}{'precision':>10}{'recall':>8}{'F1':>7}{'s':>7}{'asked':>7}")
    _print_row("lengths alone", documents, None, LENGTHS_ALONE)
    _print_row("words", documents, None, Weights())
    if judge is not None:
        _print_row("words, package", documents, judge, Weights())


def _print_row(name: str, documents: Sequence[Marked], judge: Judge | None, weights: Weights) -> None:
    asked = _Counted(judge) if judge else None
    start = time.perf_counter()
    found = [aligned(one.german, one.english, asked, weights) for one in documents]
    seconds = time.perf_counter() - start
    right, made, marked = _counted(documents, found)
    precision, recall = right / max(1, made), right / marked
    both = 2 * right / (made + marked)
    print(f"{name:16}{precision:10.3f}{recall:8.3f}{both:7.3f}{seconds:7.1f}{asked.number if asked else 0:7}")


def _counted(documents: Sequence[Marked], found: Sequence[Sequence[Bead]]) -> tuple[int, int, int]:
    """Pairs that are right, that were made, that are marked."""
    right = made = 0
    for document, beads in zip(documents, found, strict=True):
        pairs = {bead[:4] for bead in beads if bead.is_pair}
        right += len(pairs & set(document.pairs))
        made += len(pairs)
    return right, made, sum(len(one.pairs) for one in documents)


def print_crossed(half: str, judge: Judge | None) -> None:
    """Of neighbours that changed places how many are told, and how much else is told of them."""
    straight = list(read(DATA / f"{half}.tsv"))
    sets = {
        "written so": list(read(DATA / f"crossed_{half}.tsv")),
        "by chance": [changed_places(one, seed) for seed, one in enumerate(straight)],
        "none": straight,
    }
    print(f"{'':14}{'':16}{'crossed':>8}{'told':>6}{'right':>6}{'recall':>8}{'precision':>11}{'F1 of pairs':>13}")
    for name, documents in sets.items():
        for how, asked in (("words", None), ("words, package", judge))[: 1 + (judge is not None)]:
            found = [aligned(one.german, one.english, asked) for one in documents]
            told = [{bead[:4] for bead in beads if bead.crossed} for beads in found]
            number = sum(len(one.crossed) for one in documents)
            right = sum(len(of_one & set(one.crossed)) for one, of_one in zip(documents, told, strict=True))
            many = sum(map(len, told))
            made = _counted(documents, found)
            shares = f"{right / number:8.3f}" if number else f"{'':8}", f"{right / many:11.3f}" if many else f"{'':11}"
            print(f"{name:14}{how:16}{number:8}{many:6}{right:6}{''.join(shares)}{2 * made[0] / sum(made[1:]):13.3f}")


def changed_places(document: Marked, seed: int) -> Marked:
    """A document with some neighbours of its English changed, both of one paragraph and with one German sentence."""
    chance, made, at = random.Random(seed), Marked(), 0
    made.german, made.english = list(document.german), list(document.english)
    while at < len(document.pairs):
        these = document.pairs[at : at + 2]
        beside = len(these) == 2 and these[0][1] == these[1][0] and these[0][3] == these[1][2]
        single = all(b - a == d - c == 1 for a, b, c, d in these)
        if beside and single and chance.random() < 0.3 and _in_one_paragraph(document, these[0], these[1]):
            (a, _, c, _), (_, b, _, d) = these
            made.english[c], made.english[c + 1] = made.english[c + 1], made.english[c]
            made.pairs.append((a, b, c, d))
            made.crossed.append((a, b, c, d))
            at += 2
        else:
            made.pairs.append(document.pairs[at])
            made.crossed += [document.pairs[at]] * (document.pairs[at] in document.crossed)
            at += 1
    return made


def _in_one_paragraph(document: Marked, one: Place, other: Place) -> bool:
    return (
        document.german[one[0]].paragraph == document.german[other[0]].paragraph
        and document.english[one[2]].paragraph == document.english[other[2]].paragraph
    )


class _Counted:
    """A judge, and how many pairs it was asked about."""

    def __init__(self, judge: Callable[[Sequence[tuple[str, str]]], Sequence[float]]) -> None:
        self.number = 0
        self._judge = judge

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> Sequence[float]:
        self.number += len(pairs)
        return self._judge(pairs)


def print_times(number: int, judge: Judge | None) -> None:
    """The seconds for a document of about so many sentences, made of the marked ones with their numbers changed."""
    documents = [one for half in ("tuned", "held") for one in read(DATA / f"{half}.tsv")]
    whole = Marked()
    for at in count():
        if len(whole.german) >= number:
            break
        _append(whole, documents[at % len(documents)], at // len(documents))
    if judge is not None:
        judge([("Guten Tag.", "Good day.")])  # the package is loaded
    start, processor = time.perf_counter(), time.process_time()
    beads = aligned(whole.german, whole.english, judge)
    seconds, processor = time.perf_counter() - start, time.process_time() - processor
    right, made, marked = _counted([whole], [beads])
    print(f"{len(whole.german):,} German and {len(whole.english):,} English sentences: {seconds:.1f} s", end="")
    print(f" ({processor:.1f} s of the processor), F1 {2 * right / (made + marked):.3f}")


def _append(whole: Marked, one: Marked, round_: int) -> None:
    """A document behind others, some of its numbers other ones, so that no sentence is there twice."""
    at = len(whole.german), len(whole.english)
    for side, more in ((whole.german, one.german), (whole.english, one.english)):
        first = side[-1].paragraph + 1 if side else 0
        for sentence in more:
            text = f"{sentence.text} ({round_})" if round_ else sentence.text
            side.append(Sentence(text, first + sentence.paragraph, sentence.heading))
    whole.pairs += [(at[0] + a, at[0] + b, at[1] + c, at[1] + d) for a, b, c, d in one.pairs]


if __name__ == "__main__":
    main()
