"""What was handed over last of each article, so that after a change the new delivery can be the changes alone.

Kept in `.workbench/delivered/`, on this machine: the German of each paragraph that went out, and a digest of its
English. If it is lost, all has changed.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import shorten

from workbench.files import read_regular, write_inside
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.layout import Layout
from workbench.translation import ParagraphRecord, State, TranslationRecord, as_one_name, without_place

_LARGEST = 50_000_000
_TOLD = 5


@dataclass(frozen=True, slots=True)
class Sent:
    """A paragraph that went out: its number then (from 1), its German, and a digest of it as it went out."""

    number: int
    german: str
    digest: str


@dataclass(frozen=True, slots=True)
class Since:
    """What is other than it was handed over last, on `day`. Paragraphs are counted from 0, as they are now.

    `changed`: new ones, and those with other English or another mark; `skipped`: those that are left out now; `moved`:
    those that stand before or behind others now; `gone`: those that are no more in the German, as they were.
    """

    day: date
    changed: frozenset[int]
    skipped: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()
    gone: tuple[Sent, ...] = ()

    @property
    def beside(self) -> str:
        """What a document with the changes alone cannot show: `taken out: 3 “Die Grenze …”; left out now: 5`."""
        from workbench.export import numbers

        parts = []
        if self.gone:
            told = ", ".join(f"{one.number} “{shorten(one.german, 60, placeholder=' …')}”" for one in self.gone[:_TOLD])
            more = len(self.gone) - _TOLD
            parts.append(f"taken out: {told}{f' and {more:,} more' if more > 0 else ''}")
        parts += [f"left out now: {numbers(self.skipped)}"] if self.skipped else []
        parts += [f"in another place now: {numbers(self.moved)}"] if self.moved else []
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Delivered:
    """The last delivery of an article: its day, and each paragraph that has gone out, in their order."""

    day: date
    paragraphs: tuple[Sent, ...]

    def since(self, record: TranslationRecord) -> Since:
        """All that is other in a record than it was handed over."""
        sent = [one for one in self.paragraphs if one.german]
        gone = tuple(sent[at] for at in without_place([one.german for one in sent], record))
        now = digests(record)
        return Since(self.day, self._changed(record, now), self._skipped(record), self._moved(now), gone)

    def _changed(self, record: TranslationRecord, now: Sequence[str]) -> frozenset[int]:
        """The paragraphs that were not handed over as they are now; none that is left out."""
        known = {one.digest for one in self.paragraphs}
        return frozenset(
            index
            for index, (paragraph, digest) in enumerate(zip(record.paragraphs, now, strict=True))
            if paragraph.state is not State.SKIPPED and digest not in known
        )

    def _skipped(self, record: TranslationRecord) -> tuple[int, ...]:
        germans = {one.german for one in self.paragraphs}
        skipped = (index for index, one in enumerate(record.paragraphs) if one.state is State.SKIPPED)
        return tuple(index for index in skipped if record.paragraphs[index].german in germans)

    def _moved(self, now: Sequence[str]) -> tuple[int, ...]:
        there = {one.digest: at for at, one in enumerate(self.paragraphs)}
        kept = [(index, there[digest]) for index, digest in enumerate(now) if digest in there]
        still = _in_order([place for _, place in kept])
        return tuple(index for at, (index, _) in enumerate(kept) if at not in still)


def _in_order(places: Sequence[int]) -> frozenset[int]:
    """Which of the places (by index) are the longest row that rises: the others have moved."""
    ends: list[int] = []
    before: list[int] = []
    heads: list[int] = []
    for index, place in enumerate(places):
        at = bisect_left(heads, place)
        before.append(ends[at - 1] if at else -1)
        ends[at : at + 1] = [index]
        heads[at : at + 1] = [place]
    found = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return frozenset(found)


def last_delivery(layout: Layout, name: str) -> Delivered | None:
    """The last delivery of the article of that name; None where there was none, or it is not known any more."""
    try:
        said = json.loads(read_regular(_place(layout, name), _LARGEST) or b"")
        sent = tuple(Sent(int(number), str(german), str(digest)) for number, german, digest in said["paragraphs"])
        return Delivered(date.fromisoformat(said["day"]), sent)
    except (WorkbenchError, ValueError, TypeError, KeyError, RecursionError):
        return None


def changed_since(layout: Layout, record: TranslationRecord) -> Since:
    """What of a record is other than it was handed over last.

    Raises WorkbenchError where nothing was handed over before, and where there is nothing new to hand over; what was
    taken out since is told then.
    """
    last = last_delivery(layout, record.source)
    if last is None:
        what = "was not handed over before on this machine: there is nothing to compare with"
        raise WorkbenchError(Problem(record.source, what, "hand it over whole"))
    since = last.since(record)
    if not since.changed:
        what = f"has not changed since it was handed over on {last.day.isoformat()}"
        if since.beside:
            what = f"has nothing new since it was handed over on {last.day.isoformat()}, but ({since.beside})"
        raise WorkbenchError(Problem(record.source, what, "nothing was written; hand it over whole, if it is wanted"))
    return since


def remember_delivery(layout: Layout, record: TranslationRecord, left_out: Collection[int], day: date) -> None:
    """Keep that a record was handed over as it is now, but for the paragraphs (from 0) that were left out.

    One that was left out has gone out only if it did so before; it is kept as it was then. Raises WorkbenchError where
    it cannot be kept.
    """
    name, last = record.source, last_delivery(layout, record.source)
    before = {one.digest: one for one in last.paragraphs} if last else {}
    by_german = {one.german: one for one in last.paragraphs} if last else {}
    sent = []
    for index, (paragraph, digest) in enumerate(zip(record.paragraphs, digests(record), strict=True)):
        was = before.get(digest) or by_german.get(paragraph.german)
        if paragraph.state is State.SKIPPED or (index in left_out and was is None):
            continue
        as_it_went = was.digest if index in left_out and was else digest
        sent.append((index + 1, paragraph.german, as_it_went))
    data = json.dumps({"day": day.isoformat(), "paragraphs": sent}, ensure_ascii=False)
    write_inside(layout.root, _place(layout, name), data.encode("utf-8", "surrogatepass"), durable=False)


def _place(layout: Layout, name: str) -> Path:
    return layout.private / "delivered" / f"{as_one_name(name)}.json"


def digests(record: TranslationRecord) -> list[str]:
    """For each paragraph a digest of which it is, its English, and whether it is reviewed: a mark says so else."""
    return [_digest(key, paragraph) for key, paragraph in zip(record.ids, record.paragraphs, strict=True)]


def _digest(key: str, paragraph: ParagraphRecord) -> str:
    said = "\0".join((key, paragraph.target.shown(), str(paragraph.state is State.REVIEWED)))
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()
