"""What a format has to be able to do: to be read into a document, and to be written with other words in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from workbench.formats.document import Document, SegmentState
from workbench.formats.languages import BRITISH, English
from workbench.text.inline import Inline

Target = Mapping[str, Inline]
"""What stands in the place of each paragraph, by its id; one that is not there is left out."""

States = Mapping[str, SegmentState]
"""How far each paragraph is, by its id, for formats that say so."""

Notes = Mapping[str, Sequence[str]]
"""What is to be noted on paragraphs, by their id: lines that the file does not have yet."""


class Filter(Protocol):
    """One format. `write(read(data), its own sources)` gives `data` back: byte for byte where the format is text, as
    canonical XML or as the parsed page elsewhere (language attributes and revisions that were resolved aside).
    """

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The suffixes of its files, in small letters with their dot."""

    @property
    def largest(self) -> int:
        """The most bytes that a file of it may have."""

    def read(self, data: bytes, where: Path) -> Document:
        """The document in a file's bytes. Raises WorkbenchError, with the place in `where`, for what is none."""

    def write(self, document: Document, target: Target, *, language: English = BRITISH) -> bytes:
        """The document with other words in the place of its paragraphs.

        `language`: what German is marked as now, where the format has a place for that.

        Raises WorkbenchError where the document does not hold the file it was read from (`Document.original`) and the
        format cannot do without it.
        """


class BilingualFilter(Filter, Protocol):
    """A format that has both languages: German stays beside the English, and the file says how far each segment is.

    A paragraph's English that is there already is its `given`. `write(document, target)` puts targets beside their
    sources; what has none, is locked, or is in target and state as it was given stays in the file as it is.
    """

    def read_turned(self, data: bytes, where: Path) -> Document | None:
        """For memories, a file from English into German: English as the source, German as what is `given`.

        None for a file that does not say it is one. Raises as `read`.
        """

    def write(
        self,
        document: Document,
        target: Target,
        states: States | None = None,
        notes: Notes | None = None,
        *,
        language: English = BRITISH,
    ) -> bytes:
        """The file with these targets, and how far they are; a changed one is `translated` where `states` says nothing.

        A paragraph whose target has no words loses what was given. `notes` are put to those of the file, a note a line,
        where its kind has a place for a translator's. `language` is named where the file names none for its targets.
        Raises as `Filter.write`.
        """


@runtime_checkable
class ReadsBack(Protocol):
    """A filter whose files do not tell by themselves what of them was translated: of a page, the article."""

    def read_back(self, data: bytes, where: Path, document: Document, target: Target) -> Document:
        """What a file that was written has in the place of the document's paragraphs, and what it has too much.

        Raises WorkbenchError where anything else in it has changed.
        """
