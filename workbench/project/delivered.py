"""What was handed over last of each article, so that after a change the new delivery can be the changes alone.

Kept in `.workbench/delivered/`, on this machine: digests of the paragraphs, no text. If it is lost, all has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote

from workbench.files import read_regular, write_inside
from workbench.problem import Problem, WorkbenchError
from workbench.project.layout import Layout
from workbench.translation import ParagraphRecord, State, TranslationRecord

_LARGEST = 5_000_000


@dataclass(frozen=True, slots=True)
class Delivered:
    """The last delivery of an article: its day, and a digest of each paragraph that has gone out as it is now."""

    day: date
    paragraphs: frozenset[str]

    def changed(self, record: TranslationRecord) -> frozenset[int]:
        """The paragraphs (from 0) of a record that were not handed over as they are now; none that is left out."""
        return frozenset(
            index
            for index, (paragraph, digest) in enumerate(zip(record.paragraphs, _digests(record), strict=True))
            if paragraph.state is not State.SKIPPED and digest not in self.paragraphs
        )


def last_delivery(layout: Layout, name: str) -> Delivered | None:
    """The last delivery of the article of that name; None where there was none, or it is not known any more."""
    try:
        said = json.loads(read_regular(_place(layout, name), _LARGEST) or b"")
        return Delivered(date.fromisoformat(said["day"]), frozenset(map(str, said["paragraphs"])))
    except (WorkbenchError, ValueError, TypeError, KeyError):
        return None


def unchanged_since(layout: Layout, record: TranslationRecord) -> frozenset[int]:
    """The paragraphs (from 0) that were handed over as they are now.

    Raises WorkbenchError where nothing was handed over before, and where nothing has changed since.
    """
    last = last_delivery(layout, record.source)
    if last is None:
        what = "was not handed over before on this machine: there is nothing to compare with"
        raise WorkbenchError(Problem(record.source, what, "hand it over whole"))
    changed = last.changed(record)
    if not changed:
        what = f"has not changed since it was handed over on {last.day.isoformat()}"
        raise WorkbenchError(Problem(record.source, what, "nothing was written; hand it over whole, if it is wanted"))
    return frozenset(range(len(record.paragraphs))) - changed


def remember_delivery(layout: Layout, record: TranslationRecord, left_out: Collection[int], day: date) -> None:
    """Keep that a record was handed over as it is now, but for the paragraphs (from 0) that were left out.

    One that was left out has gone out only if it did so before, as it is now. Raises WorkbenchError where it cannot be
    kept.
    """
    name, last = record.source, last_delivery(layout, record.source)
    before = last.paragraphs if last else frozenset()
    paragraphs = [
        digest
        for index, (paragraph, digest) in enumerate(zip(record.paragraphs, _digests(record), strict=True))
        if paragraph.state is not State.SKIPPED and (index not in left_out or digest in before)
    ]
    data = json.dumps({"day": day.isoformat(), "paragraphs": paragraphs}).encode()
    write_inside(layout.root, _place(layout, name), data, durable=False)


def _place(layout: Layout, name: str) -> Path:
    return layout.private / "delivered" / f"{quote(name, safe='')}.json"


def _digests(record: TranslationRecord) -> list[str]:
    """For each paragraph a digest of which it is, its English, and whether it is reviewed: a mark says so else."""
    return [_digest(key, paragraph) for key, paragraph in zip(record.ids, record.paragraphs, strict=True)]


def _digest(key: str, paragraph: ParagraphRecord) -> str:
    said = "\0".join((key, paragraph.target.shown(), str(paragraph.state is State.REVIEWED)))
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=9).hexdigest()
