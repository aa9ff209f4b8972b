"""Which of the terms that were given between markers stand in an English in the very form that was given."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.engine.terms.forms import required_form
from workbench.glossary import TermHit


def forms_met(german: str, hits: Sequence[TermHit], english: str) -> Iterator[tuple[str, bool]]:
    """The form of each hit, the longest first, and whether the English has it, in any case, at a place of its own."""
    left = english
    for form in sorted((required_form(german, hit) for hit in hits), key=len, reverse=True):
        match = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", left, re.IGNORECASE)
        if match:
            left = f"{left[: match.start()]}\n{left[match.end() :]}"
        yield form, match is not None
