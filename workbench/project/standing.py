"""How it stands with a paragraph: what is to be looked at, and how much room its English has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.checks import Finding
from workbench.text.house_style import Limits
from workbench.translation import ParagraphRecord, State

OF_TERMS = frozenset({"term-missing", "term-forbidden", "term-capitals"})
"""The checks whose findings are told with their term: another English in its place is one thing to put right."""

Told = tuple[Finding, ...]
"""Findings that are told, counted and decided on as one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`findings`: how many errors and warnings there are, those of one term being one; `size`: the characters of the
    English, of which it may have `most` (0: as many as it likes).
    """

    findings: int
    size: int
    most: int


def standing_of(paragraph: ParagraphRecord, findings: Sequence[Finding], limits: Limits) -> Standing:
    """How it stands with a paragraph of which the checks say this; one that is skipped has nothing to be looked at."""
    grave = [one for one in findings if one.severity != "info" and paragraph.state is not State.SKIPPED]
    count = len(told_as_one(grave))
    return Standing(count, len(paragraph.english), limits.of(paragraph.role, paragraph.seconds))


def told_as_one(findings: Sequence[Finding]) -> tuple[Told, ...]:
    """The findings of a paragraph as they are told: those of one term together, where the first of them stands.

    What somebody has let stand is told apart from what is still to be decided on.
    """
    found: dict[object, list[Finding]] = {}
    for number, one in enumerate(findings):
        key = (one.german, one.severity == "info", one.overridden) if one.check in OF_TERMS else number
        found.setdefault(key, []).append(one)
    return tuple(map(tuple, found.values()))
