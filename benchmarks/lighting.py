"""How often the German words that are lit for an English word are those that it stands for.

    uv run python -m benchmarks.lighting GERMAN ENGLISH [--half tuned | held] [--show]

GERMAN and ENGLISH are the texts of WMT16 news, a sentence a line. Which words stand for which in some of the lines was
marked by reading, before anything was lit, in the human English and in the package's draft (without a glossary):
`benchmarks/data/lighting`, whose README has how. Precision is the share of lit words that are marked, recall the share
of those that have to be lit that are; a word of which nothing is lit lowers recall alone. Beside it stands what the
alignment of the package gives as it is, and what codes and terms are placed by.
"""

from __future__ import annotations

import argparse
import hashlib
import html
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.engine import Drafter, embedded_package
from workbench.engine.alignment import word_spans
from workbench.memory import sentences_beside
from workbench.project.counterparts import Aligned, Link, links
from workbench.text import Span

DATA = Path(__file__).parent / "data" / "lighting"
Align = Callable[[str, str], Sequence[Link]]


@dataclass(frozen=True, slots=True)
class Marked:
    """An English word and what was marked: German words that have to be lit, and such as may be."""

    word: Span
    wanted: frozenset[Span]
    allowed: frozenset[Span]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its English and the words marked in it. `kind`: `human` or `draft`."""

    number: int
    kind: str
    german: str
    english: str
    marked: tuple[Marked, ...]


def main() -> None:
    """Print what is lit rightly, for the human English and for the drafts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("german", type=Path)
    parser.add_argument("english", type=Path)
    parser.add_argument("--half", choices=("tuned", "held"), default="tuned")
    parser.add_argument("--show", action="store_true", help="every word of which not just the marked ones are lit")
    wanted = parser.parse_args()
    drafter = Drafter(embedded_package())
    lines = list(_read(DATA / f"{wanted.half}.tsv", _texts(wanted.german), _texts(wanted.english), drafter))
    for kind in ("human", "draft"):
        some = [line for line in lines if line.kind == kind]
        for name, align in (
            ("alignment alone", drafter.align),
            ("lit", lambda german, english: links(drafter, german, english)),
        ):
            _print(f"{wanted.half}, {kind}, {name}", some, align, wanted.show and name == "lit")


def _texts(path: Path) -> list[str]:
    return [html.unescape(line) for line in path.read_text(encoding="utf-8").split("\n")]


def _read(path: Path, german: Sequence[str], english: Sequence[str], drafter: Drafter) -> Iterator[Line]:
    """The marked lines; one whose English is another than that which was marked is told and left out."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    numbers = sorted({int(row[0]) for row in rows})
    made = drafter.draft([(german[number - 1], ()) for number in numbers])
    drafts = {number: draft.english for number, draft in zip(numbers, made, strict=True)}
    for number, kind, digest, *cells in rows:
        source = german[int(number) - 1]
        said = drafts[int(number)] if kind == "draft" else english[int(number) - 1]
        if hashlib.blake2b(said.encode(), digest_size=4).hexdigest() != digest:
            print(f"line {number}: the {kind} is not the one that was marked; left out")
            continue
        yield Line(int(number), kind, source, said, tuple(_marks(source, said, cells)))


def _marks(german: str, english: str, cells: Sequence[str]) -> Iterator[Marked]:
    """Of cells like `3:5,6?`: the English word, the German ones, `?` behind those that may be lit, `-` for none."""
    words, englishes = word_spans(german), word_spans(english)
    for cell in cells:
        at, _, told = cell.partition(":")
        parts = [] if told == "-" else told.split(",")
        wanted = frozenset(words[int(part)] for part in parts if not part.endswith("?"))
        allowed = frozenset(words[int(part[:-1])] for part in parts if part.endswith("?"))
        yield Marked(englishes[int(at)], wanted, allowed)


def _print(name: str, lines: Sequence[Line], align: Align, show: bool) -> None:
    lit_in_all = right = found = wanted = nothing = wrong = words = 0
    for line in lines:
        aligned = _aligned(line, align)
        for mark in line.marked:
            lit = set(aligned.beside("english", mark.word))
            good = lit & (mark.wanted | mark.allowed)
            lit_in_all, right = lit_in_all + len(lit), right + len(good)
            found, wanted = found + len(lit & mark.wanted), wanted + len(mark.wanted)
            words, nothing, wrong = words + 1, nothing + (not lit), wrong + (lit != good)
            if show and (lit != good or mark.wanted - lit):
                print(f"  {line.number} {line.kind}: {line.english[slice(*mark.word)]}: {_told(line, mark, lit)}")
    precision = f"precision {right / lit_in_all:.3f} ({right} of {lit_in_all})"
    recall = f"recall {found / wanted:.3f} ({found} of {wanted})"
    print(f"{name}: {precision}, {recall}; of {words} words nothing is lit for {nothing}, something wrong for {wrong}")


def _told(line: Line, mark: Marked, lit: set[Span]) -> str:
    def said(words: Sequence[Span]) -> str:
        return " ".join(line.german[slice(*word)] for word in words) or "nothing"

    return f"{said(sorted(lit))} lit, marked {said(sorted(mark.wanted))}"


def _aligned(line: Line, align: Align) -> Aligned:
    """As the program does it, sentence by sentence."""
    found: list[Link] = []
    for de, en in sentences_beside(line.german, line.english):
        for ours, theirs in align(line.german[slice(*de)], line.english[slice(*en)]):
            moved = (
                Span(de.start + ours.start, de.start + ours.end),
                Span(en.start + theirs.start, en.start + theirs.end),
            )
            found.append(moved)
    return Aligned(line.german, line.english, tuple(found))


if __name__ == "__main__":
    main()
