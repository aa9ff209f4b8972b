"""Whether the words of a draft of which the package was unsure are edited more often than others.

    uv run python -m benchmarks.doubt GERMAN REFERENCE [OTHER…] [--lines 1501-2999]

GERMAN, REFERENCE and OTHER are texts of as many lines, a sentence each: the German, a person's English, the Englishes
of other systems. The German is drafted without a glossary. A word of a draft is edited if the post-edited text does not
have it, by difflib, capitals aside: against the reference, which is a free translation; against the nearest of the
others, which stands for a post-edit that changes as little as can be; and against all of them (edited where none has
it). The probability of a word is that of all its pieces, by one forced pass of the package over the finished draft.
Below each table the sentences are put in order, the most doubtful first, by each of MEASURES: how many of the words
are edited in the first tenth, fifth and half, and Spearman's rank correlation with the share that is edited.
`shown`: lines are made paragraphs and documents, and of each document the most doubtful paragraphs are shown, as the
filter does it: how many of the words there are edited, how many of the others, and how many of the sentences that are
edited most are there.
"""

from __future__ import annotations

import argparse
import html
import math
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from statistics import correlation
from typing import NamedTuple

from workbench.engine import Drafter, embedded_package
from workbench.engine.alignment import word_spans
from workbench.engine.doubtful import word_probabilities
from workbench.project.doubting.most import SHARES, most_doubtful

THRESHOLDS = (0.3, 0.5, 0.7)
STEP = 100
PARAGRAPH, DOCUMENT = 3, 60
"""Lines that are taken for a paragraph, and for a document."""
MEASURES: dict[str, Callable[[Sequence[float]], float]] = {
    "mean probability": lambda values: sum(map(math.exp, values)) / len(values),
    "mean of its logarithms": lambda values: sum(values) / len(values),
    "least probability": min,
    "share under 0.5": lambda values: -sum(value < math.log(0.5) for value in values) / len(values),
}
"""How likely a sentence is by the log-probabilities of its words; the least likely comes first."""


Row = tuple[Sequence[float], Sequence[bool]]
"""Of a line the log-probabilities of its words, and which of them are edited."""


class Paragraph(NamedTuple):
    """Such of a paragraph, and how many of its sentences are among those that are edited most."""

    values: Sequence[float]
    edited: Sequence[bool]
    worst: int


class Drafted(NamedTuple):
    """The words of a draft in small letters, and the log-probability of each."""

    words: tuple[str, ...]
    values: tuple[float, ...]


def main() -> None:
    """Print a table for each way of telling what is edited."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("german", type=Path)
    parser.add_argument("reference", type=Path)
    parser.add_argument("others", type=Path, nargs="*")
    parser.add_argument("--lines", default="1-1500", metavar="FROM-TO")
    wanted = parser.parse_args()
    first, last = (int(number) for number in wanted.lines.split("-"))
    paths = (wanted.german, wanted.reference, *wanted.others)
    german, *englishes = (_lines(path)[first - 1 : last] for path in paths)
    drafts = _drafted(german)
    _print("the reference", drafts, [_edited(draft, [one]) for draft, one in zip(drafts, englishes[0], strict=True)])
    if englishes[1:]:
        rows = list(zip(drafts, *englishes, strict=True))
        _print("the nearest of the others", drafts, [_nearest(draft, some[1:]) for draft, *some in rows])
        _print("all of them", drafts, [_edited(draft, some) for draft, *some in rows])


def _lines(path: Path) -> list[str]:
    return [html.unescape(line) for line in path.read_text(encoding="utf-8").split("\n")]


def _drafted(german: Sequence[str]) -> list[Drafted]:
    drafter = Drafter(embedded_package())
    found = []
    for at in range(0, len(german), STEP):
        some = german[at : at + STEP]
        drafts = [draft.english for draft in drafter.draft([(sentence, ()) for sentence in some])]
        for english, words in zip(drafts, word_probabilities(drafter, some, drafts), strict=True):
            found.append(Drafted(_words(english), tuple(word.value for word in words)))
    return found


def _words(text: str) -> tuple[str, ...]:
    return tuple(text[slice(*word)].lower().replace("’", "'") for word in word_spans(text))


def _edited(draft: Drafted, englishes: Sequence[str]) -> list[bool]:
    """Of each word of a draft, whether none of these Englishes has it at its place."""
    kept: set[int] = set()
    for english in englishes:
        for block in SequenceMatcher(None, draft.words, _words(english), autojunk=False).get_matching_blocks():
            kept.update(range(block.a, block.a + block.size))
    return [number not in kept for number in range(len(draft.words))]


def _nearest(draft: Drafted, englishes: Sequence[str]) -> list[bool]:
    count: Callable[[list[bool]], int] = sum
    return min((_edited(draft, [english]) for english in englishes), key=count)


def _print(name: str, drafts: Sequence[Drafted], edited: Sequence[Sequence[bool]]) -> None:
    words = [one for draft, some in zip(drafts, edited, strict=True) for one in zip(draft.values, some, strict=True)]
    changed = sum(is_edited for _, is_edited in words)
    base = changed / len(words)
    print(f"against {name}: {len(words):,} words, edited {base:.1%}")
    for threshold in THRESHOLDS:
        shaded = [is_edited for value, is_edited in words if value < math.log(threshold)]
        precision, recall = sum(shaded) / max(1, len(shaded)), sum(shaded) / max(1, changed)
        told = f"shaded {len(shaded) / len(words):.1%}, of these edited {precision:.1%} ({precision / base:.2f} times)"
        print(f"    probability under {threshold}: {told}, recall {recall:.2f}")
    _print_orders([(draft.values, some) for draft, some in zip(drafts, edited, strict=True) if some])
    for share in SHARES.values():
        if share < 1:
            _print_shown([(draft.values, some) for draft, some in zip(drafts, edited, strict=True)], share)


def _print_orders(rows: Sequence[Row]) -> None:
    for name, measure in MEASURES.items():
        likely = [measure(values) for values, _ in rows]
        in_order = [some for _, (_, some) in sorted(zip(likely, rows, strict=True), key=lambda one: one[0])]
        tops = [in_order[: int(len(in_order) * share)] for share in (0.1, 0.2, 0.5)]
        told = ", ".join(f"{sum(map(sum, top)) / max(1, sum(map(len, top))):.1%}" for top in tops)
        ranked = correlation(_ranks(likely), _ranks([-sum(some) / len(some) for _, some in rows]))
        print(f"    in order by {name}: first tenth, fifth, half edited {told}; Spearman {ranked:.2f}")


def _print_shown(rows: Sequence[Row], share: float) -> None:
    worst = sorted(sum(edited) / len(edited) for _, edited in rows if edited)[-(len(rows) // 10)]
    documents = [_paragraphs(rows[at : at + DOCUMENT], worst) for at in range(0, len(rows), DOCUMENT)]
    shown: list[Paragraph] = []
    others: list[Paragraph] = []
    for paragraphs in documents:
        doubts = {at: -MEASURES["mean probability"](one.values) for at, one in enumerate(paragraphs)}
        first = most_doubtful(doubts, share)
        for at, paragraph in enumerate(paragraphs):
            (shown if at in first else others).append(paragraph)
    there, elsewhere = (sum(one.worst for one in some) for some in (shown, others))
    told = f"{_share_edited(shown):.1%} of the words edited, {_share_edited(others):.1%} of the others"
    print(f"    shown {share:.0%} of {len(documents)} documents: {told}", end="; ")
    print(f"{there / (there + elsewhere):.1%} of the tenth of sentences that is edited most is there")


def _share_edited(paragraphs: Sequence[Paragraph]) -> float:
    words = [edited for paragraph in paragraphs for edited in paragraph.edited]
    return sum(words) / len(words)


def _paragraphs(rows: Sequence[Row], worst: float) -> list[Paragraph]:
    """Lines joined to paragraphs; one without words is left out."""
    joined = []
    for at in range(0, len(rows), PARAGRAPH):
        lines = rows[at : at + PARAGRAPH]
        number = sum(bool(edited) and sum(edited) / len(edited) >= worst for _, edited in lines)
        if values := [value for some, _ in lines for value in some]:
            joined.append(Paragraph(values, [one for _, some in lines for one in some], number))
    return joined


def _ranks(values: Sequence[float]) -> list[int]:
    order = {at: rank for rank, at in enumerate(sorted(range(len(values)), key=values.__getitem__))}
    return [order[at] for at in range(len(values))]


if __name__ == "__main__":
    main()
