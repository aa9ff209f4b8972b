"""What a record's file leaves unsaid, and what a hand edit of it comes to."""

from __future__ import annotations

from workbench.text import Inline
from workbench.translation.record import Draft, State


def expected_english(state: State, draft: Draft | None) -> Inline:
    """The English of a paragraph whose record does not say it: the draft's while nobody has touched it."""
    return draft.target if draft and state in (State.DRAFT, State.SKIPPED) else Inline("")


def settled(state: State, english: Inline, draft: Draft | None) -> State | None:
    """The state that fits what a hand edit left: English that is no draft is somebody's translation.

    None where a paragraph is called translated or reviewed and has no English.
    """
    if state in (State.TRANSLATED, State.REVIEWED):
        return state if english.text.strip() else None
    if state is State.SKIPPED:
        return state
    if draft and english == draft.target and (state is State.DRAFT or english.text.strip()):
        return State.DRAFT
    return State.TRANSLATED if english.text.strip() else State.NEW
