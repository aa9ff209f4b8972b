"""What becomes of the paragraphs of a bilingual document that gets targets, states and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.formats.document import Document, Paragraph, SegmentState
from workbench.formats.filter import Notes, States, Target
from workbench.text.inline import Inline


@dataclass(frozen=True, slots=True)
class Change:
    """What a segment becomes: `words` in a `state`; `new_words`: they are others than before."""

    words: Inline
    state: SegmentState
    new_words: bool


def changes(document: Document, target: Target, states: States | None) -> dict[str, Change]:
    """The changes by the place of their paragraph; what stays as it is in the file has none."""
    found: dict[str, Change] = {}
    for key, paragraph in zip(document.ids, document.paragraphs, strict=True):
        words = target.get(key)
        if words is not None and not paragraph.locked:
            change = _change(paragraph, words, (states or {}).get(key))
            found |= {paragraph.place: change} if change else {}
    return found


def noted(document: Document, notes: Notes | None) -> dict[str, Sequence[str]]:
    """What is to be noted, by the place of its paragraph."""
    places = zip(document.ids, document.paragraphs, strict=True)
    return {one.place: notes[key] for key, one in places if key in notes} if notes else {}


def _change(paragraph: Paragraph, words: Inline, state: SegmentState | None) -> Change | None:
    if not words.text.strip():
        return Change(words, "new", True) if paragraph.given else None
    same = words == paragraph.given
    if same and state in (None, paragraph.given_state):
        return None
    return Change(words, state or "translated", not same)
