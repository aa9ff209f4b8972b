"""What is handed over: a translation, with what is to be said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.checks import Finding
from workbench.glossary import Glossary
from workbench.translation import TranslationRecord


@dataclass(frozen=True, slots=True)
class Delivery:
    """A translation as it goes out.

    `findings`: what the checks say of each paragraph (from 0), for documents that show it.
    """

    record: TranslationRecord
    glossary: Glossary
    findings: Mapping[int, tuple[Finding, ...]] = field(default_factory=dict)
