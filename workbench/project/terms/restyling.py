"""What in a document is not in its house style, as changes to look through and make at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from workbench.checks.style import MixedStyle, kept_places, short
from workbench.glossary import Glossary
from workbench.project.terms.changes import Change
from workbench.project.terms.usages import sentences
from workbench.text import Span
from workbench.text.house_style import HouseStyle, Restyled, Use, deviations, restyled
from workbench.translation import ParagraphRecord, State

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_Hunk = tuple[Span, Span]
"""What goes out of the English, and what stands there in the new one."""


def style_changes(
    document: str, paragraphs: Sequence[ParagraphRecord], glossary: Glossary, house: HouseStyle
) -> tuple[Change, ...]:
    """The sentences of a document that its house style writes in another way, in the document's order.

    Where the style leaves open what the document has in two ways, it is made as most of the document has it.
    Paragraphs that are left out of the English stay. May take a second: SoMaJo cuts what changes into sentences.
    """
    mixed = MixedStyle(glossary, house)
    mixed.put(dict(enumerate(paragraphs)))
    style = house.having(mixed.usual)
    found: list[Change] = []
    for index, record in enumerate(paragraphs):
        if record.state is not State.SKIPPED and record.english.strip():
            new = _in_style(record, glossary, style)
            if new.rounds:
                found += _in_paragraph(document, index, record, new)
    return tuple(found)


def _in_style(record: ParagraphRecord, glossary: Glossary, style: HouseStyle) -> Restyled:
    """The English with all put right that the check `style` tells of it, but for what the translator let stand."""
    kept = [*kept_places(record, glossary), *_let_stand(record, style)]
    return restyled(record.english, style, kept, headline=record.role == "headline")


def _let_stand(record: ParagraphRecord, style: HouseStyle) -> Iterator[Span]:
    stand = {override.about for override in record.overrides if override.check == "style"}
    if stand:
        for use in deviations(record.english, style, headline=record.role == "headline"):
            if short(use.text) in stand:
                yield from _marks(use)


def _marks(use: Use) -> Iterator[Span]:
    """All of a use; of a quotation only its marks."""
    if use.setting != "quotes":
        yield use.span
    else:
        yield from (place for edits in use.ways.values() for place, _ in edits)


def _in_paragraph(document: str, index: int, record: ParagraphRecord, styled: Restyled) -> Iterator[Change]:
    old, new = record.english, styled.text
    for german, place, hunks in _by_sentence(record, list(_hunks(old, styled))):
        shift = hunks[0][1].start - hunks[0][0].start
        start = place.start + shift
        end = place.end + hunks[-1][1].end - hunks[-1][0].end
        yield Change(
            document=document,
            paragraph=index,
            state=record.state,
            german=record.german[slice(*german)],
            hits=(),
            before=old[slice(*place)],
            after=new[start:end],
            cut=tuple(_from(cut, place.start) for cut, _ in hunks),
            put=tuple(_from(put, start) for _, put in hunks),
            english=old,
            start=place.start,
        )


def _by_sentence(record: ParagraphRecord, hunks: Sequence[_Hunk]) -> Iterator[tuple[Span, Span, list[_Hunk]]]:
    """The sentences in which something changes, German and English, with what does; several where one change does."""
    whole = (Span(0, len(record.german)), Span(0, len(record.english)))
    pairs = sentences(record.german, record.english) or (whole,)
    groups: list[tuple[Span, Span, list[_Hunk]]] = []
    for hunk in hunks:
        cut = hunk[0]
        around = [(de, en) for de, en in pairs if en.start <= cut.end and cut.start <= en.end] or [whole]
        german, english = Span(around[0][0].start, around[-1][0].end), Span(around[0][1].start, around[-1][1].end)
        if not _lies_in(cut, english):
            german, english = whole
        own = [hunk]
        while groups and groups[-1][1].end > english.start:
            before = groups.pop()
            german = Span(min(before[0].start, german.start), max(before[0].end, german.end))
            english = Span(min(before[1].start, english.start), max(before[1].end, english.end))
            own = [*before[2], *own]
        groups.append((german, english, own))
    yield from groups


def _hunks(old: str, styled: Restyled) -> Iterator[_Hunk]:
    """Where the English differs from what it was: the changes themselves, or what came of them in the end."""
    if len(styled.rounds) > 1:
        yield from _differences(old, styled.text)
        return
    shift = 0
    for cut, put in styled.rounds[0]:
        yield cut, Span(cut.start + shift, cut.start + shift + len(put))
        shift += len(put) - (cut.end - cut.start)


def _differences(old: str, new: str) -> Iterator[_Hunk]:
    """Where two texts differ, word by word."""
    ours, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    at, there = _ends(ours), _ends(theirs)
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Span(at[i1], at[i2]), Span(there[j1], there[j2])


def _ends(tokens: Sequence[str]) -> list[int]:
    """Where each token begins, and where the last one ends."""
    ends = [0]
    for token in tokens:
        ends.append(ends[-1] + len(token))
    return ends


def _lies_in(span: Span, place: Span) -> bool:
    return place.start <= span.start and span.end <= place.end


def _from(span: Span, start: int) -> Span:
    return Span(span.start - start, span.end - start)
