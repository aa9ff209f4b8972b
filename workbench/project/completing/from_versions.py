"""What follows in an English that is there already, a draft's or a memory's, at the place up to which it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.project.completing.suggestion import Suggestion
from workbench.project.completing.writing import SIGNS, Known, Version, Writing

MOST_WORDS = 80
"""Words of a sentence that are looked at; a longer one is followed no further."""
LONGEST_RUN = 4
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Followed:
    """What follows in a version; `run`: how many words right before the cursor are the same there and here."""

    suggestion: Suggestion
    run: int


def from_versions(writing: Writing, known: Known) -> Iterator[Followed]:
    """What may follow, from the versions of the sentence that is being written, in their order."""
    for version in known.versions:
        if version.german == writing.german and (found := _following(writing, version)):
            yield found


def _following(writing: Writing, version: Version) -> Followed | None:
    places = list(_WORD.finditer(version.english))[:MOST_WORDS]
    theirs = [_folded(place.group()) for place in places]
    ours = [_folded(word) for word in writing.words][-MOST_WORDS:]
    half = writing.half
    at = place_in(theirs, ours, half.lstrip(SIGNS).casefold() or half)
    if at is None:
        return None
    run = _run(theirs, ours, at)
    start = places[at].start()
    rest = version.english[start:]
    if half:
        rest = _behind_half(rest, half)
    return Followed(Suggestion(rest, version.source), run) if rest else None


def _behind_half(rest: str, half: str) -> str:
    """What stands behind the half word in a text that begins with it, whatever signs and capitals either has."""
    for cut in (rest, rest.lstrip(SIGNS)):
        for begun in (half, half.lstrip(SIGNS)):
            if begun and cut.casefold().startswith(begun.casefold()):
                return cut[len(begun) :]
    return ""


def place_in(theirs: Sequence[str], ours: Sequence[str], half: str = "") -> int | None:
    """How many of their words are done with when ours are typed: where the fewest have to be changed up to there.

    What stands right before the cursor counts most. With a half word the next of theirs must begin with it.

    >>> place_in("the government said on monday that".split(), "the cabinet said".split())
    3
    >>> place_in("the government said on monday".split(), "on friday the government".split(), "mo")
    4
    """
    if not ours:
        return 0 if theirs and theirs[0].startswith(half.casefold().strip(SIGNS)) else None
    costs = _costs(theirs, ours)
    begun = half.casefold().strip(SIGNS)
    fits = [at for at in range(1, len(theirs)) if theirs[at].startswith(begun)]
    if not fits:
        return None
    return max(fits, key=lambda at: (_run(theirs, ours, at) - costs[at], -abs(at - len(ours))))


def _costs(theirs: Sequence[str], ours: Sequence[str]) -> list[int]:
    """For each number of their words: how many of ours have to be changed, put in or taken out to get there."""
    row = list(range(len(theirs) + 1))
    for word in ours:
        diagonal, row[0] = row[0], row[0] + 1
        for at, their in enumerate(theirs, start=1):
            best = min(row[at] + 1, row[at - 1] + 1, diagonal + (word != their))
            diagonal, row[at] = row[at], best
    return row


def _run(theirs: Sequence[str], ours: Sequence[str], at: int) -> int:
    """How many words before this place are the same, four at most."""
    count = 0
    while count < min(LONGEST_RUN, at, len(ours)) and theirs[at - 1 - count] == ours[-1 - count]:
        count += 1
    return count


def _folded(word: str) -> str:
    return word.strip(SIGNS).casefold() or word
