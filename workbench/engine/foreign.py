"""What a package for German and English has no letters for: runs of another script, and pictures. They are kept.

A package turns `Мінск` or ✊ into rubbish, and the words around it with it. Names that both languages write alike it
copies: such a name stands in for each run while the sentence is drafted, and the run takes its place in the English.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.glossary import TermHit
from workbench.text import Span
from workbench.text.scripts import foreign_runs, has_own_letters

STAND_INS = ("Oslo", "Lima", "Toronto", "Madrid", "Boston", "Quito")
"""Names that are alike in German and English, and that a package knows."""

_END = re.compile(r"[.!?…\"“”’)»]*\s*$")


@dataclass(frozen=True, slots=True)
class Known:
    """A sentence in letters that a package knows; `hits` have offsets into `plain`. `runs`: stand-in and run."""

    plain: str
    hits: tuple[TermHit, ...]
    runs: tuple[tuple[str, str], ...]


def without_foreign(sentence: str, hits: tuple[TermHit, ...]) -> Known:
    """A sentence with a stand-in for each run of another script that is no glossary hit.

    >>> without_foreign("In Minsk (belarussisch Мінск) regnet es.", ()).plain
    'In Minsk (belarussisch Oslo) regnet es.'
    """
    if sentence.isascii() or not has_own_letters(sentence):
        return Known(sentence, hits, ())
    names = iter([name for name in STAND_INS if name not in sentence])
    plain, at = "", 0
    runs: list[tuple[str, str]] = []
    moves: list[tuple[int, int]] = []
    terms = [Span(hit.start, hit.end) for hit in hits]
    for run in foreign_runs(sentence):
        if run.meets(*terms):
            continue
        name = next(names, "")
        if not name:
            break
        plain += sentence[at : run.start] + name
        runs.append((name, sentence[slice(*run)]))
        moves.append((run.start, len(name) - (run.end - run.start)))
        at = run.end
    moved = tuple(hit.moved(sum(by for start, by in moves if start < hit.start)) for hit in hits)
    return Known(plain + sentence[at:], moved, tuple(runs))


def with_foreign(english: str, runs: Sequence[tuple[str, str]]) -> str:
    """The English with each run in the place of its stand-in; at the end, in brackets, where that got lost."""
    for name, run in runs:
        stand_in = re.compile(rf"\b{name}(?![a-z])")
        if stand_in.search(english):
            english = stand_in.sub(run.replace("\\", r"\\"), english)
        else:
            end = _END.search(english)
            place = end.start() if end else len(english)
            english = f"{english[:place]} ({run}){english[place:]}"
    return english
