"""Files outside of the project, to be looked through as its documents are: of every format that is read."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.formats import SUFFIXES_TOLD, Document, read_document
from workbench.problem import Problem, WorkbenchError
from workbench.project.folder.sources import find_files
from workbench.text.language import other_language
from workbench.translation import ParagraphRecord

if TYPE_CHECKING:  # files outside of the project have none of these
    from workbench.checks import Finding
    from workbench.project.team.authors import Hand


class Outside:
    """The files that were named, and those in the folders that were named; each is looked for when it is asked for.

    What is surely not German is taken for English; files with both languages have both. `problems`: what a folder has
    that cannot be read, once `names` were asked for.
    """

    def __init__(self, named: Sequence[Path]) -> None:
        self._named = named
        self.problems: list[Problem] = []

    @property
    def names(self) -> Sequence[str]:
        """The paths of the files, as they were named. Raises WorkbenchError where there is none."""
        if not self._paths and not self.problems:
            what = "there is no file in it that is read"
            raise WorkbenchError(Problem(self._named[0], what, f"name {SUFFIXES_TOLD} files, or a folder of them"))
        return tuple(self._paths)

    @cached_property
    def _paths(self) -> Mapping[str, Path]:
        return {str(path): path for named in self._named for path in self._found(named)}

    def _found(self, named: Path) -> Sequence[Path]:
        if not named.is_dir():
            return (named,)  # what is wrong with it is told when it is read
        found = find_files(named)
        self.problems += found.problems
        return [named / name for name in found.names]

    def paragraphs(self, name: str) -> Sequence[ParagraphRecord]:
        """The paragraphs of a file. Raises WorkbenchError where it cannot be read."""
        return _records(read_document(self._paths[name], language="any"))

    def findings(self, name: str) -> Generator[None, None, Mapping[int, Sequence[Finding]]]:
        """None: the checks go by what the project says."""
        yield from ()
        return {}

    def hands(self, name: str) -> Mapping[int, Hand]:
        """None: the project keeps no account of what others do to the file."""
        return {}


def _records(document: Document) -> list[ParagraphRecord]:
    english = other_language("\n".join(one.text for one in document.paragraphs)) is not None
    return [
        ParagraphRecord("", one.text, note=one.note)
        if english and one.given is None
        else ParagraphRecord(one.text, one.given.text if one.given else "", note=one.note)
        for one in document.paragraphs
    ]
