"""Where the glossary's entries stand in all documents of a project, with the English there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.glossary import Entry, TermHit, Verdict, judge
from workbench.memory import sentences_beside
from workbench.project.records import Records
from workbench.text import Span
from workbench.translation import ParagraphRecord, State, TranslationRecord

if TYPE_CHECKING:
    from workbench.project.project import Project


@dataclass(frozen=True, slots=True)
class Usage:
    """A sentence in which an entry stands, with its English.

    `paragraph` counts from 0 in `document`, the source file's name. `hits`: the entry's places in `german`.
    `english`: the sentence's English; the whole paragraph's where the two do not align; "" where there is none.
    `places`, `forbidden`: where the entry's accepted and forbidden forms stand in it.
    """

    document: str
    paragraph: int
    state: State
    german: str
    hits: tuple[Span, ...]
    english: str
    places: tuple[Span, ...]
    forbidden: tuple[Span, ...]

    @property
    def met(self) -> bool:
        """Whether the English has an accepted form, and no forbidden one."""
        return bool(self.places) and not self.forbidden


@dataclass(frozen=True, slots=True)
class FoundIn:
    """A paragraph (index from 0) of a document in which an entry was found. `hits`: those of all entries."""

    document: str
    paragraph: int
    record: ParagraphRecord
    hits: tuple[TermHit, ...]


class Uses:
    """What the glossary finds in every document, begun or not, as the files were when `collect` read them.

    Make it in the project's own thread; everything else may be asked in another. `opened`: the record of the
    document on the desk, which may be ahead of its file.
    """

    def __init__(self, project: Project, opened: TranslationRecord | None) -> None:
        self.glossary = project.termbase.glossary
        """The glossary whose entries were looked for."""
        self._records = Records(project, opened)
        self.problems = self._records.problems
        """Why documents could not be read."""
        self._hits = project.termbase.hits
        self._counts: Counter[Entry] = Counter()
        self._found: dict[Entry, list[FoundIn]] = defaultdict(list)

    def collect(self) -> Iterator[tuple[int, int]]:
        """Look through the documents one by one: how many are done, and how many there are.

        Files that did not change since they were read here are not read again.
        """
        names = self._records.names
        for done, name in enumerate(names, start=1):
            for index, record in enumerate(self._records.readable(name)):
                self._take(name, index, record)
            yield done, len(names)

    def _take(self, name: str, index: int, record: ParagraphRecord) -> None:
        hits = self._hits(record.german)
        for entry, count in Counter(hit.kept for hit in hits).items():
            self._counts[entry] += count
            self._found[entry].append(FoundIn(name, index, record, hits))

    def count(self, entry: Entry) -> int:
        """How often an entry stands in the German of all documents."""
        return self._counts[entry]

    def found_in(self, entry: Entry) -> Sequence[FoundIn]:
        """The paragraphs in which an entry was found, in the documents' order."""
        return self._found.get(entry, ())

    def documents(self, entry: Entry) -> int:
        """In how many documents an entry was found."""
        return len({found.document for found in self.found_in(entry)})

    def usages(self, entry: Entry) -> Iterator[Usage]:
        """Every sentence with the entry, in the documents' order, made as it is asked for (some 5 ms each)."""
        for found in self.found_in(entry):
            yield from _usages(found, entry)


def _usages(found: FoundIn, entry: Entry) -> Iterator[Usage]:
    record = found.record
    pairs = [pair for pair in sentences_beside(record.german, record.english) if _within(pair[0], found.hits, entry)]
    others = [pair for pair in sentences_beside(record.german, record.english) if pair not in pairs]
    elsewhere = any(judge(entry, record.english[slice(*english)]).there for _, english in others)
    for german, english in pairs:
        text = record.english[slice(*english)]
        verdict = judge(entry, text) if text else Verdict()
        if text and not verdict.there and elsewhere:
            text = record.english
            verdict = judge(entry, text)
        yield Usage(
            document=found.document,
            paragraph=found.paragraph,
            state=record.state,
            german=record.german[slice(*german)],
            hits=_within(german, found.hits, entry),
            english=text,
            places=verdict.there,
            forbidden=verdict.forbidden,
        )


def _within(sentence: Span, hits: Sequence[TermHit], entry: Entry) -> tuple[Span, ...]:
    """Where an entry's hits that begin in a sentence lie in it."""
    return tuple(
        Span(hit.start - sentence.start, min(hit.end, sentence.end) - sentence.start)
        for hit in hits
        if hit.kept == entry and sentence.start <= hit.start < sentence.end
    )
