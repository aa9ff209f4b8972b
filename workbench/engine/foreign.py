"""What a package for German and English has no letters for: runs of another script, and pictures. They are kept.

A package turns `Мінск` or ✊ into rubbish, and the words around it with it. Names that both languages write alike it
copies: such a name stands in for each run while the sentence is drafted, and the run takes its place in the English.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.glossary import TermHit

STAND_INS = ("Oslo", "Lima", "Toronto", "Madrid", "Boston", "Quito")
"""Names that are alike in German and English, and that a package knows."""

_PICTURES = "\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\u20e3\U000e0020-\U000e007f"
_LETTERS = (
    "\u0370-\u1dbf\u1f00-\u1fff\u2c80-\u2dff\u3005-\u3007\u3040-\ua63f\ua640-\ua7ff\uac00-\ud7ff\uf900-\ufaff"
    "\ufb1d-\ufdff\ufe70-\ufefc\U00010000-\U0001cfff\U00020000-\U0003ffff"
)
_FOREIGN = f"[{_LETTERS}{_PICTURES}]"
_RUN = re.compile(rf"{_FOREIGN}(?:[{_LETTERS}{_PICTURES}\u0300-\u036f]|[\s'’ʼ.,·-]+(?={_FOREIGN}))*")
_END = re.compile(r"[.!?…\"“”’)»]*\s*$")


@dataclass(frozen=True, slots=True)
class Known:
    """A sentence in letters that a package knows; `hits` have offsets into `plain`. `runs`: stand-in and run."""

    plain: str
    hits: tuple[TermHit, ...]
    runs: tuple[tuple[str, str], ...]


def has_own_letters(text: str) -> bool:
    """Whether there is a letter in a text that is of no other script."""
    own = text if text.isascii() else _RUN.sub("", text)
    return any(letter.isalpha() for letter in own)


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
    for match in _RUN.finditer(sentence):
        if any(hit.start < match.end() and match.start() < hit.end for hit in hits):
            continue
        name = next(names, "")
        if not name:
            break
        plain += sentence[at : match.start()] + name
        runs.append((name, match[0]))
        moves.append((match.start(), len(name) - len(match[0])))
        at = match.end()
    moved = tuple(_moved(hit, sum(by for start, by in moves if start < hit.start)) for hit in hits)
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


def _moved(hit: TermHit, by: int) -> TermHit:
    return replace(hit, start=hit.start + by, end=hit.end + by)
