"""The test suites of WMT 2021 to 2023: text told from drills, scarred English left out, held out by the stretch.

What a suite has of one sentence in several systems' words stands together, and documents stand in their order where
they were documents. So nothing here looks at a pair alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from itertools import groupby

from training.pairs import Pair
from training.shares import SHORT, SUITES

DRILL = 8
"""German words below which a sentence of a suite is a drill ("Ihr würdet es wissen sollen.") rather than a text."""

STRETCH, MARGIN = 25, 5
"""Sentences that are held out together, and how many on either side are neither held out nor trained on."""

_HELD_OUT_WORDS = range(DRILL, 61)
_STRAY = re.compile(r"\(\s|\s\)|\w\(\s?\w|\s[.,;!?](?=\s|$)")
"""Marks set as no one sets them, as they come out of a system that reads words apart from their marks."""
_SAID_TWICE = 4
"""Words in a row that no sentence says twice, if the other language has them once."""


@dataclass(frozen=True, slots=True)
class Parted:
    """What is trained on and what is held out."""

    training: list[Pair]
    held_out: list[Pair]


def is_suite(source: str) -> bool:
    """Whether a source is one of the suites, texts or drills."""
    return any(fnmatch(source.removesuffix(SHORT), pattern) for pattern in SUITES)


def told_apart(pair: Pair) -> Pair:
    """A drill of a suite under a source of its own (`…-short`), so that it can weigh less; any other pair as it is."""
    drill = is_suite(pair.source) and len(pair.german.split()) < DRILL
    return replace(pair, source=pair.source + SHORT) if drill else pair


def is_scarred(pair: Pair) -> bool:
    """Whether one side has stray marks, or says something twice in a row, that the other has not."""
    marks = [len(_STRAY.findall(side)) for side in (pair.german, pair.english)]
    again = [_repeats(side) for side in (pair.german, pair.english)]
    return marks[0] != marks[1] or again[0] != again[1]


def layered(pairs: Sequence[Pair]) -> list[Pair]:
    """The same pairs, the first version of every sentence before the second of any, suite by suite.

    Then what stands together are sentences of one document, and can be joined to a paragraph.
    """
    made: list[Pair] = []
    for suite, some in groupby(pairs, key=lambda pair: pair.source.removesuffix(SHORT)):
        if is_suite(suite):
            numbered = [(version, pair) for one in sentences(list(some)) for version, pair in enumerate(one)]
            made += [pair for _, pair in sorted(numbered, key=lambda item: item[0])]
        else:
            made += some
    return made


def sentences(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """The pairs of one suite, those together that follow each other with the same German or the same English."""
    made: list[list[Pair]] = []
    for pair in pairs:
        if made and (pair.german == made[-1][-1].german or pair.english == made[-1][-1].english):
            made[-1].append(pair)
        else:
            made.append([pair])
    return made


def stretches(pairs: Sequence[Pair], number: int) -> Parted:
    """About `number` sentences held out in whole stretches, spread evenly over the texts of each suite.

    Of a sentence in several versions the first is held out, the others are left out; so are `MARGIN` sentences on
    either side of a stretch, which may be of the same document.
    """
    suites: dict[str, list[Pair]] = {}
    for pair in pairs:
        suites.setdefault(pair.source.removesuffix(SHORT), []).append(pair)
    parted = [sentences(some) for some in suites.values()]
    share = number / max(1, sum(_is_text(one[0]) for some in parted for one in some))
    made = Parted([], [])
    for some in parted:
        _part(some, _places(len(some), round(share * len(some) / STRETCH)), made)
    return made


def _part(suite: Sequence[Sequence[Pair]], places: Sequence[int], into: Parted) -> None:
    """The sentences of one suite, those of the stretches that begin at these places and the others."""
    into.held_out.extend(one[0] for at in places for one in suite[at : at + STRETCH] if _is_text(one[0]))
    ends = [-MARGIN, *(at + STRETCH for at in places)]
    for end, place in zip(ends, [*places, len(suite) + MARGIN], strict=True):
        into.training.extend(pair for one in suite[end + MARGIN : place - MARGIN] for pair in one)


def _places(sentences_there: int, wanted: int) -> list[int]:
    """Where so many stretches begin, as far from each other as can be."""
    room = sentences_there / wanted if wanted else 0
    return [int(room * at + (room - STRETCH) / 2) for at in range(wanted)] if room > STRETCH + 2 * MARGIN else []


def _is_text(pair: Pair) -> bool:
    return len(pair.german.split()) in _HELD_OUT_WORDS and not pair.source.endswith(SHORT)


def _repeats(text: str) -> bool:
    run = re.findall(r"\w+", text.casefold())
    seen = Counter(tuple(run[at : at + _SAID_TWICE]) for at in range(len(run) - _SAID_TWICE + 1))
    return any(count > 1 for count in seen.values())
