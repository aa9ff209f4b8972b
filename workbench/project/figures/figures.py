"""The figures of documents: by state, by match band, standard lines, what was kept of the drafts."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.project.figures.bands import BANDS, Band, Matcher, Seen, band_of
from workbench.project.figures.counts import NOTHING, Count, Sentence, of, sentences
from workbench.project.figures.kept_drafts import Drafted, KeptDrafts, drafted, kept
from workbench.project.figures.time_spent import NO_TIME, TimeSpent, time_spent
from workbench.project.figures.words import Rule
from workbench.project.records import Records
from workbench.text.plain_sentences import plain_sentences
from workbench.translation import Journal, ParagraphRecord, State

LINE = 55
"""Characters, blanks among them, of a standard line."""
_OPEN = (State.NEW, State.DRAFT)


@dataclass(frozen=True, slots=True)
class OfDocument:
    """A document's figures; those of several have no `name`.

    `by_state` and `bands`: of the German; what is left out has a count in `by_state` alone. `english`: of the English
    there is. `lines`: standard lines of it. `time`: how long the work took, as far as this machine knows.
    """

    name: str
    by_state: Mapping[State, Count]
    bands: Mapping[Band, Count]
    english: Count
    lines: float
    kept: tuple[KeptDrafts, ...]
    time: TimeSpent = NO_TIME

    @property
    def german(self) -> Count:
        """All German but what is left out."""
        return _sum(count for state, count in self.by_state.items() if state is not State.SKIPPED)


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of several documents, in order, and together.

    `rule`: how words were counted; `line`: the characters of a standard line; `looked_up`: whether anything was looked
    for that is like what is still to be done.
    """

    rule: str
    line: int
    looked_up: bool
    documents: tuple[OfDocument, ...]
    total: OfDocument

    @property
    def lines(self) -> int:
        """The standard lines of all documents, a begun one whole."""
        return math.ceil(round(self.total.english.characters / self.line, 9))


def figures(
    records: Records,
    names: Sequence[str],
    rule: Rule,
    matcher: Matcher | None = None,
    line: int = LINE,
    private: Path | None = None,
    *,
    of_drafts: bool = True,
) -> Generator[tuple[int, int], None, Figures]:
    """Count these documents, a sentence a step: how many documents are done, and how many there are.

    A sentence that stood before, in a document that came before, is a repetition; the first of them is not. `matcher`:
    who is asked for what is like it; None: nobody. `private`: the project's `.workbench`, for the time that was spent.
    Documents that cannot be read are left out: `records.problems`.
    `of_drafts`: whether it is told how much of them was kept, which takes its time.
    """
    seen = Seen()
    found: list[OfDocument] = []
    pairs: list[Drafted] = []
    for done, name in enumerate(names, start=1):
        before = len(records.problems)
        paragraphs = records.readable(name)
        if len(records.problems) == before:
            of_one = drafted(paragraphs) if of_drafts else ()
            for one in _of_document(name, paragraphs, rule, matcher, seen, line, of_one):
                if one is not None:
                    spent = time_spent(Journal(private, name), records.record(name), rule.words) if private else None
                    found.append(replace(one, time=spent) if spent else one)
                yield done - 1, len(names)
            pairs += of_one
        yield done, len(names)
    return Figures(rule.name, line, matcher is not None, tuple(found), _together(found, pairs, line))


def _of_document(
    name: str,
    paragraphs: Sequence[ParagraphRecord],
    rule: Rule,
    matcher: Matcher | None,
    seen: Seen,
    line: int,
    pairs: Sequence[Drafted],
) -> Iterator[OfDocument | None]:
    """A step for each sentence, the document's figures in the last one."""
    by_state, bands = dict.fromkeys(State, NOTHING), dict.fromkeys(BANDS, NOTHING)
    for state, count, band in _counted(name, paragraphs, rule, matcher, seen):
        by_state[state] += count
        if band:
            bands[band] += count
        yield None
    english = _sum(_english(one.english.strip(), rule) for one in paragraphs if one.state is not State.SKIPPED)
    yield OfDocument(name, by_state, bands, english, english.characters / line, kept(pairs))


def _counted(
    name: str, paragraphs: Sequence[ParagraphRecord], rule: Rule, matcher: Matcher | None, seen: Seen
) -> Iterator[tuple[State, Count, Band | None]]:
    """The sentences of a document: state, count, and band; None for what is left out."""
    parts = [tuple(sentences(one.source, rule)) for one in paragraphs]
    german = ["", *(sentence.text.text for own in parts for sentence in own), ""]
    at = 0
    for one, own in zip(paragraphs, parts, strict=True):
        is_open = one.state in _OPEN
        whole = _whole(one, german[at], german[at + len(own) + 1], matcher) if is_open and len(own) > 1 else None
        for sentence in own:
            at += 1
            if one.state is State.SKIPPED:
                yield one.state, sentence.count, None
                continue
            again = seen.again(name, sentence.text.text)
            band = (again or whole or _like(sentence, german, at, matcher)) if is_open else "translated"
            yield one.state, sentence.count, band


def _whole(paragraph: ParagraphRecord, before: str, after: str, matcher: Matcher | None) -> Band | None:
    """The band of all sentences of a paragraph that was translated before as a whole; None where it was not."""
    found = matcher.exact(paragraph.source.stripped(), before, after) if matcher else ()
    return band_of(found[0].percent) if found else None


def _like(sentence: Sentence, german: Sequence[str], at: int, matcher: Matcher | None) -> Band:
    match = matcher.best(sentence.text, german[at - 1], german[at + 1]) if matcher else None
    return band_of(match.percent) if match else "none"


def _english(text: str, rule: Rule) -> Count:
    return of(text, rule, segments=len(plain_sentences(text)), paragraphs=1) if text else NOTHING


def _together(found: Sequence[OfDocument], pairs: Sequence[Drafted], line: int) -> OfDocument:
    english = _sum(one.english for one in found)
    return OfDocument(
        "",
        {state: _sum(one.by_state[state] for one in found) for state in State},
        {band: _sum(one.bands[band] for one in found) for band in BANDS},
        english,
        english.characters / line,
        kept(pairs),
        sum((one.time for one in found), NO_TIME),
    )


def _sum(counts: Iterable[Count]) -> Count:
    return sum(counts, NOTHING)
