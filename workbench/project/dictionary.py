"""The dictionary beside a paragraph: what it has for a German word, and where the English for that stands."""

from __future__ import annotations

import re
import time
from collections.abc import Generator, Iterable, Sequence
from contextlib import suppress
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from workbench.dictionary import look_up
from workbench.dictionary.readings import Entry, Group, Reading, chosen_form, german_readings, readings, word_at
from workbench.memory import sentences_beside
from workbench.problem import WorkbenchError
from workbench.text import Span
from workbench.text.words import Dialect

if TYPE_CHECKING:
    from concurrent.futures import Future

    from workbench.project.project import Project
    from workbench.project.session import Session
    from workbench.translation import ParagraphRecord

__all__ = [
    "Asked",
    "Entry",
    "Group",
    "Reading",
    "ask",
    "ask_about",
    "ask_about_english",
    "ask_for_english",
    "chosen_form",
    "read_ahead",
    "word_at",
]


_FIRST = ("Sie zogen größere Häuser zurück.", Span(4, 9))
"""A verb with its prefix apart is looked up in most ways that there are."""
_PAUSE = 0.02


class Asked(NamedTuple):
    """What is being looked up, and where in the English what is chosen goes: None where nobody knows that.

    `english`: the English words that it was asked for, if it was.
    """

    entry: Future[Entry]
    place: Future[Span | None]
    english: str = ""


def read_ahead() -> Generator[None, None, None]:
    """In steps, for a lane: what the first words that are looked up need, so that no key waits for it.

    Files that are gone are told when a word is looked up.
    """
    for look in (partial(look_up, "Haus"), partial(readings, *_FIRST), partial(german_readings, "house")):
        time.sleep(_PAUSE)  # keys have their turn
        with suppress(WorkbenchError):
            look()
        yield


def ask(session: Session, index: int, german: Span) -> Asked:
    """Look the German at a place of a paragraph (characters) up; no model is needed for the entry.

    The entry's future raises WorkbenchError where the dictionary's files are gone or damaged.
    """
    record = session.paragraphs[index]
    entry = session.lanes.look_up.submit(partial(readings, record.german, german, _dialect(session)), name="dictionary")
    place = session.lanes.model.submit(partial(_english_of, session.project, record, german), urgent=True)
    return Asked(entry, place)


def ask_for_english(session: Session, index: int, english: Span) -> Asked:
    """The same for the German that the English at a place stands for, by alignment; where none does, the English."""
    record = session.paragraphs[index]
    look = partial(_entry_for, session.project, record, english, _dialect(session))
    place: Future[Span | None] = session.lanes.look_up.submit(lambda: english)
    words = record.english[slice(*english)]
    return Asked(session.lanes.model.submit(look, name="dictionary", urgent=True), place, words)


def ask_about(session: Session, words: str) -> Future[Entry]:
    """Look words up that somebody typed: German ones, and where the dictionary has no such, English ones."""
    look = partial(_of_either, words, _dialect(session))
    return session.lanes.look_up.submit(look, name="dictionary")


def ask_about_english(session: Session, words: str) -> Future[Entry]:
    """Look English words up."""
    return session.lanes.look_up.submit(partial(german_readings, words), name="dictionary")


def _of_either(words: str, dialect: Dialect) -> Entry:
    german = readings(words, Span(0, len(words)), dialect)
    return german if german.groups or not (english := german_readings(words)).groups else english


def _dialect(session: Session) -> Dialect:
    vocabulary = session.project.words.vocabulary
    return vocabulary.dialect if vocabulary else "both"


def _entry_for(project: Project, record: ParagraphRecord, english: Span, dialect: Dialect) -> Entry:
    """The entry of the German word that has the English among its own, else of the one that it is aligned with; where
    there is none, or no package to tell it, the English word's own.
    """
    try:
        links = list(_links(project, record, english=english))
    except WorkbenchError:
        links = []
    inside = [(en, de) for de, en in links if en.meets(english)]
    if not inside:
        return german_readings(record.english[slice(*english)])
    last, _ = max(inside)  # the last English word is the one that the others belong to
    aligned = sorted({de for en, de in inside if en == last})
    word = record.english[slice(*last)].casefold()
    for german in (*aligned, *sorted({de for de, _ in links}.difference(aligned))):
        entry = _entry_at(record, german, dialect)
        if any(word in form.casefold().split() for form in _forms(entry)):
            return entry
    return _entry_at(record, aligned[0], dialect)


def _entry_at(record: ParagraphRecord, german: Span, dialect: Dialect = "both") -> Entry:
    return readings(record.german, word_at(record.german, german.start) or german, dialect)


def _forms(entry: Entry) -> set[str]:
    """All English of an entry, in the forms that fit and in the basic one."""
    return {
        form for group in entry.groups for reading in group.readings for form in (*reading.forms, reading.base) if form
    }


def _english_of(project: Project, record: ParagraphRecord, german: Span) -> Span | None:
    """Where the English for a word stands: what the dictionary has for it, if the sentence has that once, else what is
    aligned with it, and with a verb's prefix, as well; of words that stand apart the longest run.
    """
    entry = readings(record.german, german)
    beside = [en for de, en in sentences_beside(record.german, record.english) if record.english and de.meets(german)]
    if beside and (place := only_place(record.english, _forms(entry), beside[0])):
        return place
    links = [link for place in entry.places for link in _links(project, record, german=place)]
    spans = sorted({en for de, en in links if de.meets(*entry.places)})
    return longest_run(record.english, spans)


def only_place(english: str, forms: Iterable[str], within: Span) -> Span | None:
    """The one place in a stretch of an English where one of these forms stands; None where there are none or several.

    >>> only_place("The mood was bad in the city.", ["city", "town"], Span(0, 29))
    Span(start=24, end=28)
    """
    if not (wanted := sorted(forms, key=len, reverse=True)):
        return None
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, wanted))})(?![\w-])", re.IGNORECASE)
    found = [Span(*one.span()) for one in pattern.finditer(english, within.start, within.end)]
    return found[0] if len(found) == 1 else None


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
