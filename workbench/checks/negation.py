"""The check `negation`: what the German denies, the English denies."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Span, denial, may_deny
from workbench.translation import ParagraphRecord


def negation(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The German says nicht, kein, nie, niemand or weder, and nothing in the English denies anything.

    “Nicht nur” and the like deny nothing. English that denies in another way (fail, refuse, without, un-) is
    enough, so a lost “not” beside another negation is not seen.
    """
    place = _denial(record.german)
    if place and not may_deny(record.english):
        denied = record.german[slice(*place)]
        message = f"“{denied}” is missing: nothing in the English says no"
        yield Finding("negation", "warning", index, denied.lower(), message, german=place)


@lru_cache(maxsize=20_000)
def _denial(german: str) -> Span | None:
    """Asked for at every letter of the English."""
    return denial(german)
