"""What a reviewer's edited bilingual file says, whatever its format: paragraph by paragraph, found by their ids."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.problem import Problem
from workbench.text import Inline


@dataclass(frozen=True, slots=True)
class ReturnedSegment:
    """One paragraph as the reviewer left it.

    `id`: the paragraph's (see `workbench.formats.segment_ids`). `target`: the English as it stands in the file now;
    `exported`: as it was when the file was handed over, None where the file does not tell. `comments`: what the
    reviewer wrote beside it, the oldest first. `reviewed`: True where they marked it as good, False where they took
    such a mark away; None where they did neither, or the format does not say. `source`: the German in the file, to find
    a paragraph whose id is gone.
    """

    id: str
    target: Inline
    exported: Inline | None = None
    comments: tuple[str, ...] = ()
    reviewed: bool | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back. `remarks`: what the user should know of how it was read (rows that were added, no ids).

    `document`: the name of the article it is a review of, from `sources/` on, where the file tells.
    """

    segments: tuple[ReturnedSegment, ...]
    remarks: tuple[Problem, ...] = ()
    document: str = ""
