"""The segments of an XLIFF file, whatever its version: where source and target are, and what says how far they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from workbench.formats.document import SegmentState
from workbench.formats.parted import Content
from workbench.formats.xliff.tree import Element

Told = Literal["1.2", "2", "sdl", "memoq"]
"""In whose words a file says how far a segment is."""


@dataclass(frozen=True, slots=True)
class Room:
    """Where a target is put that is not there yet: after `before`, `tag` and `lead`, before `after`.

    `tag` is its start tag without the `>`, so that it can take the state; empty where it has none to take. Segments
    of the same room `together` share one new target, and are written all of them or none. Where there is an `end`,
    what stands up to it goes.
    """

    at: int
    after: str
    before: str = ""
    tag: str = ""
    lead: str = ""
    together: bool = False
    end: int = -1


@dataclass(frozen=True, slots=True)
class Segment:
    """One segment. `target`: the element its English is in, else there is `room`.

    `noted`: the element that takes a translator's notes; None where its kind of file has no plain place for them.
    `status`: the element whose attributes say how far it is, in the words of `told`; `unit` the one that it is in.
    `given`: the English there is, which is `state`.
    """

    place: str
    unit: Element
    source: Content
    told: Told
    target: Element | None = None
    room: Room | None = None
    status: Element | None = None
    given: Content | None = None
    state: SegmentState = "new"
    locked: str = ""
    note: str = ""
    noted: Element | None = None


def marked_notes(source: Element) -> Iterator[str]:
    """What marks in a source say to a translator: comments on words, and words that are not to be translated."""
    for one in source.all():
        said = one.attributes
        if one.name in ("mrk", "sm"):
            yield said.get("comment", "") or (said.get("value", "") if said.get("type") == "comment" else "")
        if one.name == "mrk" and (said.get("translate") == "no" or said.get("mtype") == "protected"):
            yield f"Not to be translated: {one.text}"


LOCKED = "it is locked in the file"
NOT_TRANSLATED = "the file says that it is not to be translated"
