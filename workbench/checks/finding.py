"""A finding: something a check says about a translated paragraph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.text import Span

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found in one paragraph.

    `check`: the check's name (`term-missing`, `numbers` …); `about`: what it is about, short and stable
    (the English term, the number), so that an override can name it; `paragraph`: index from 0.
    `german` and `english` are the places, where there are any. `wanted`: what belongs in the place `english`,
    where the check knows (perhaps in another form there). `overridden`: the translator lets it stand, and `reason`
    says why (it may be empty); its severity is then `info`.
    """

    check: str
    severity: Severity
    paragraph: int
    about: str
    message: str
    german: Span | None = None
    english: Span | None = None
    wanted: str | None = None
    overridden: bool = False
    reason: str = ""
