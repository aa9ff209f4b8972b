"""The dictionary beside a paragraph: what it has for a German word, and where the English for that stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from workbench.dictionary.readings import Entry, Group, Reading, chosen_form, readings, word_at
from workbench.memory import sentences_beside
from workbench.text import Span
from workbench.text.words import Dialect

if TYPE_CHECKING:
    from concurrent.futures import Future

    from workbench.project.project import Project
    from workbench.project.session import Session
    from workbench.translation import ParagraphRecord

__all__ = ["Asked", "Entry", "Group", "Reading", "ask", "ask_about", "ask_for_english", "chosen_form", "word_at"]

NOTHING = Entry("", (), ())


class Asked(NamedTuple):
    """What is being looked up, and where in the English what is chosen goes: None where nobody knows that."""

    entry: Future[Entry]
    place: Future[Span | None]


def ask(session: Session, index: int, german: Span) -> Asked:
    """Look the German at a place of a paragraph (characters) up; no model is needed for the entry.

    The entry's future raises WorkbenchError where the dictionary's files are gone or damaged.
    """
    record = session.paragraphs[index]
    entry = session.lanes.look_up.submit(partial(readings, record.german, german, _dialect(session)), name="dictionary")
    place = session.lanes.model.submit(partial(_english_of, session.project, record, german), urgent=True)
    return Asked(entry, place)


def ask_for_english(session: Session, index: int, english: Span) -> Asked:
    """The same for the German that the English at a place stands for, by alignment; no groups where none does."""
    record = session.paragraphs[index]
    look = partial(_entry_for, session.project, record, english, _dialect(session))
    place: Future[Span | None] = session.lanes.look_up.submit(lambda: english)
    return Asked(session.lanes.model.submit(look, name="dictionary", urgent=True), place)


def ask_about(session: Session, words: str) -> Future[Entry]:
    """Look German words up that somebody typed."""
    look = partial(readings, words, Span(0, len(words)), _dialect(session))
    return session.lanes.look_up.submit(look, name="dictionary")


def _dialect(session: Session) -> Dialect:
    vocabulary = session.project.words.vocabulary
    return vocabulary.dialect if vocabulary else "both"


def _entry_for(project: Project, record: ParagraphRecord, english: Span, dialect: Dialect) -> Entry:
    links = list(_links(project, record, english=english))
    inside = [(en, de) for de, en in links if en.meets(english)]
    if not inside:
        return NOTHING
    elsewhere = Counter(de for de, en in links if not en.meets(english))
    last, _ = max(inside)  # the last English word is the one that the others belong to
    german = min((de for en, de in inside if en == last), key=lambda de: (elsewhere[de], de))
    return readings(record.german, word_at(record.german, german.start) or german, dialect)


def _english_of(project: Project, record: ParagraphRecord, german: Span) -> Span | None:
    """Where the English for a word stands, a verb's for its prefix as well; of words that stand apart the first run."""
    places = readings(record.german, german).places
    links = [link for place in places for link in _links(project, record, german=place)]
    spans = sorted({en for de, en in links if de.meets(*places)})
    return longest_run(record.english, spans)


def longest_run(text: str, spans: Sequence[Span]) -> Span | None:
    """Of words with nothing but blanks between them the longest row, the first of equal ones."""
    row = 0
    rows: list[tuple[int, Span]] = []
    for at, span in enumerate(spans):
        row += bool(at and text[spans[at - 1].end : span.start].strip())
        rows.append((row, span))
    runs = [[span for _, span in run] for _, run in groupby(rows, key=lambda pair: pair[0])]
    best = max(runs, key=len, default=None)
    return Span(best[0].start, best[-1].end) if best else None


def _links(
    project: Project, record: ParagraphRecord, *, german: Span | None = None, english: Span | None = None
) -> Iterable[tuple[Span, Span]]:
    """The words that stand for each other in the sentences that a place is in."""
    for de, en in sentences_beside(record.german, record.english) if record.english else ():
        if (german is None or de.meets(german)) and (english is None or en.meets(english)):
            for a, b in project.drafter.align(record.german[slice(*de)], record.english[slice(*en)]):
                yield Span(a.start + de.start, a.end + de.start), Span(b.start + en.start, b.end + en.start)
