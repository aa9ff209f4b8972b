"""What the checks say of documents that nobody has on the desk, kept as long as nothing is another."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from workbench.checks import Finding
from workbench.project.findings import Findings
from workbench.project.records import Records
from workbench.translation import ParagraphRecord

if TYPE_CHECKING:
    from workbench.project.project import Project

MOST = 1_000
"""Documents whose findings are kept."""
_LOOK = 0.05
_OfDocument = Mapping[int, tuple[Finding, ...]]


class KnownFindings:
    """The findings of every document by paragraph, looked for when they are asked for and kept.

    Make one for a project, in its own thread; any thread may ask it. They are looked for again when the document, the
    glossary, the house style or the list of words is another. `Records` gives the same paragraphs again while a
    document's files are as they were, and by that it is told that it is the same.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: dict[str, tuple[tuple[object, ...], _OfDocument]] = {}
        self._lock = Lock()

    def of(self, name: str, records: Records) -> _OfDocument:
        """The findings of a document, each paragraph's the gravest first; paragraphs without any are not there.

        Raises WorkbenchError when it cannot be read.
        """
        steps = self.steps(name, records)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                found: _OfDocument = end.value
                return found

    def steps(self, name: str, records: Records) -> Generator[None, None, _OfDocument]:
        """The same for a lane: a step takes some hundredths of a second."""
        project, paragraphs = self._project, records.paragraphs(name)
        glossary, house, words = project.termbase.glossary, project.settings.style, project.words.vocabulary
        made_of = (paragraphs, glossary, house, words)
        with self._lock:
            known = self._known.get(name)
        if known and _are_the_same(known[0], made_of):
            return known[1]
        findings = Findings(paragraphs, glossary, house, words)
        while not findings.complete:
            findings.look_on(_LOOK)
            yield
        found = yield from _by_paragraph(findings, paragraphs)
        with self._lock:
            self._known[name] = (made_of, found)
            while len(self._known) > MOST:
                del self._known[next(iter(self._known))]
        return found


def _are_the_same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    (paragraphs, glossary, *rest), (others, theirs, *their_rest) = one, other
    return paragraphs is others and glossary is theirs and rest == their_rest


def _by_paragraph(
    findings: Findings, paragraphs: Sequence[ParagraphRecord]
) -> Generator[None, None, dict[int, tuple[Finding, ...]]]:
    found = {}
    for index in range(len(paragraphs)):
        if of_paragraph := findings.so_far(index):
            found[index] = of_paragraph
        yield
    return found
