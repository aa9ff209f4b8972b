"""A match whose English the package repairs: as it is offered, with codes, house style and what the checks say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.checks import check_paragraph
from workbench.engine import DraftCache, Drafter, draft_paragraphs
from workbench.engine.repair import LONGEST, Edit, Known, differences, repaired
from workbench.glossary import Glossary
from workbench.project.memories.put_right import put_right
from workbench.text import Inline
from workbench.text.differences import Part, word_diff
from workbench.text.house_style import HouseStyle, in_place
from workbench.translation import ParagraphRecord, State


@dataclass(frozen=True, slots=True)
class Using:
    """What a repair is made with: the glossary and style in force, the package for the document, what is known."""

    glossary: Glossary
    style: HouseStyle
    drafter: Drafter
    cache: DraftCache


@dataclass(frozen=True, slots=True)
class Repair:
    """A match's English as the package repaired it. `diff`: what of it stayed, went and came, in its order."""

    target: Inline
    diff: tuple[Part, ...]


def repair_of(text: str, known: str, target: Inline, using: Using) -> Repair | None:
    """The English `target` of the German `known` made that of the German `text`; see `workbench.engine.repair`.

    Numbers, dates and names of the glossary are put right before, each by itself; codes stay at their words, and what
    is put in is written as the style has it. None where nothing could be repaired, where the package does not find the
    outcome likelier than what was there, and where the checks would tell more of it.
    """
    if max(len(text), len(known), len(target.text)) > LONGEST:
        return None
    near, put = _with_figures(text, known, target, using)
    ((_, draft),) = draft_paragraphs([text], using.glossary, using.drafter, using.cache)
    hits = [hit for hit in using.glossary.find(text) if hit.start < hit.end]
    made = repaired(text, Known(near, put.text), hits, draft.english, using.drafter, using.cache)
    if made is None:
        return None
    new = with_edits(put, _styled(put.text, made.edits, using.style))
    before, after = (_told(text, english, using) for english in (target.text, new.text))
    return None if after - before else Repair(new, word_diff(target.text, new.text))


def with_edits(target: Inline, edits: Iterable[Edit]) -> Inline:
    """An English with edits, which lie apart and in its order; codes inside of what goes are at its edges."""
    for edit in reversed(tuple(edits)):
        target = target.replaced(edit.cut, edit.put)
    return target


def _with_figures(text: str, known: str, target: Inline, using: Using) -> tuple[str, Inline]:
    """A German that is nearer to `text`, and its English: where a number or name differs, and can be put right."""
    for old, new in reversed(differences(known, text)):
        near = known[: old.start] + text[slice(*new)] + known[old.end :]
        put, changed = put_right(near, known, target, using.glossary, using.style)
        if changed:
            known, target = near, put
    return known, target


def _styled(text: str, edits: Iterable[Edit], style: HouseStyle) -> Iterator[Edit]:
    for edit in edits:
        yield Edit(edit.cut, in_place(text, edit.cut, edit.put, style) if edit.put else "")


def _told(german: str, english: str, using: Using) -> Counter[str]:
    """What the checks tell of an English, as far as it is to be put right."""
    record = ParagraphRecord(german, english, State.TRANSLATED)
    found = check_paragraph(0, record, using.glossary, using.style)
    return Counter(finding.check for finding in found if finding.severity != "info")
