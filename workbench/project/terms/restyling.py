"""What in a document is not in its house style, as changes to look through and make at once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from workbench.checks.style import MixedStyle, kept_places, short
from workbench.glossary import Glossary
from workbench.project.terms.changed_sentences import Hunk, changed_sentences
from workbench.project.terms.changes import Change
from workbench.text import Span
from workbench.text.house_style import HouseStyle, Restyled, Use, deviations, restyled
from workbench.translation import ParagraphRecord, State

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


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
                hunks = list(_hunks(record.english, new))
                found += changed_sentences(document, index, record, new.text, hunks)
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


def _hunks(old: str, styled: Restyled) -> Iterator[Hunk]:
    """Where the English differs from what it was: the changes themselves, or what came of them in the end."""
    if len(styled.rounds) > 1:
        yield from _differences(old, styled.text)
        return
    shift = 0
    for cut, put in styled.rounds[0]:
        yield cut, Span(cut.start + shift, cut.start + shift + len(put))
        shift += len(put) - (cut.end - cut.start)


def _differences(old: str, new: str) -> Iterator[Hunk]:
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
