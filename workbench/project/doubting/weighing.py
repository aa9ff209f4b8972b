"""How much a draft is in doubt: its words of which the package was unsure, and the whole of it as one figure."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from workbench.text import Span
from workbench.translation import ParagraphRecord, State

if TYPE_CHECKING:  # the engine is loaded when something is weighed
    from workbench.engine import Drafter
    from workbench.engine.cache import DraftCache
    from workbench.project.project import Project

At = TypeVar("At")
MOST = 20_000
"""Paragraphs of which it is known in memory."""
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Doubt:
    """What is in doubt in an English. `words`: those of which the package was unsure, in characters.

    `whole`: how doubtful all of it is, from 0 to 1: one less the mean probability of its words, which is the share of
    them that the package itself expects to be others. Not the least probability, nor the mean of their logarithms: one
    rare name would put a good paragraph first, the longer it is the more surely. docs/benchmarks.md has all three.
    """

    words: tuple[Span, ...] = ()
    whole: float = 0.0


NONE = Doubt()


def is_untouched(record: ParagraphRecord) -> bool:
    """Whether a paragraph's English is its draft, which nobody has accepted or changed."""
    return record.state is State.DRAFT and record.draft is not None and record.draft.english == record.english


class Weigher:
    """Weighs the untouched drafts of a project, in any of its documents.

    Nothing is kept in the records: it is found out again in some 20 ms a sentence, by one pass over the finished draft,
    whatever put it together (a package, the glossary, the dictionary), and another package judges it anew. This machine
    keeps it in `.workbench/doubts.sqlite`, which may go at any time.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: dict[_Key, Doubt] = {}

    def known(self, record: ParagraphRecord) -> Doubt | None:
        """What is in doubt in a paragraph, at once, in any thread; None where nobody has weighed it yet."""
        return self._known.get((record.german, record.english)) if is_untouched(record) else NONE

    def weighed(self, among: Iterable[tuple[At, ParagraphRecord]]) -> Generator[tuple[At, Doubt]]:
        """One paragraph after another with what is in doubt in it; for the thread that the model works in.

        Raises WorkbenchError where the package is gone; a text on which it fails has nothing in doubt.
        """
        cache: DraftCache | None = None
        try:
            for at, record in among:
                doubt = self.known(record)
                if doubt is None:
                    cache = cache or self._kept()
                    doubt = self._remember(record, _weigh(self._project.drafter, record, cache))
                yield at, doubt
        finally:
            if cache is not None:
                cache.close()

    def _remember(self, record: ParagraphRecord, doubt: Doubt) -> Doubt:
        if len(self._known) >= MOST:
            self._known.clear()
        self._known[record.german, record.english] = doubt
        return doubt

    def _kept(self) -> DraftCache:
        from workbench.engine.cache import DraftCache

        return DraftCache(None if self._project.read_only else self._project.layout.private / "doubts.sqlite")


def _weigh(drafter: Drafter, record: ParagraphRecord, cache: DraftCache) -> Doubt:
    key = _key(drafter, record)
    found = _loads(record.english, cache.get_many([key]).get(key, ""))
    if found is None:
        try:
            found = _judged(drafter, record.german, record.english)
        except (RuntimeError, ValueError):
            return NONE
        cache.put_many({key: json.dumps([found.whole, found.words])})
    return found


def _judged(drafter: Drafter, german: str, english: str) -> Doubt:
    """By the model. Raises RuntimeError or ValueError where it fails on the text."""
    from workbench.engine.doubtful import UNSURE, word_probabilities
    from workbench.memory import sentences_beside

    pairs = [pair for pair in sentences_beside(german, english) if pair[1].start < pair[1].end]
    judged = word_probabilities(
        drafter, [german[slice(*one)] for one, _ in pairs], [english[slice(*other)] for _, other in pairs]
    )
    likely: list[float] = []
    words: list[Span] = []
    for (_, place), some in zip(pairs, judged, strict=True):
        likely += (math.exp(min(0.0, word.value)) for word in some)
        words += (Span(place.start + word.at.start, place.start + word.at.end) for word in some if word.value < UNSURE)
    return Doubt(tuple(words), 1 - sum(likely) / len(likely) if likely else 0.0)


def _key(drafter: Drafter, record: ParagraphRecord) -> str:
    """What decides it: the package, the program that cuts into sentences and weighs, and both texts."""
    from workbench.engine.fingerprint import code_fingerprint

    parts = [drafter.fingerprint, code_fingerprint(("memory",)), record.german, record.english]
    return hashlib.blake2b(json.dumps(parts).encode(), digest_size=16).hexdigest()


def _loads(english: str, value: str) -> Doubt | None:
    """What was kept; None where the file holds something else."""
    try:
        whole, words = json.loads(value)
        spans = tuple(Span(int(start), int(end)) for start, end in words)
        in_order = all(one.end <= other.start for one, other in pairwise((Span(0, 0), *spans)))
        fits = in_order and all(span.start < span.end <= len(english) for span in spans) and 0 <= float(whole) <= 1
        return Doubt(spans, float(whole)) if fits else None
    except (ValueError, TypeError):
        return None
