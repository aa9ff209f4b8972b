"""A name, abbreviation or recurring term of a document that the glossary does not have yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from workbench.glossary.entry import Entry, Kind
from workbench.text import Span

Reason = Literal["name", "abbreviation", "recurring"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """English proposed for a candidate. `source` says where it is from: “press, BGN/PCGN 1947”, “usual English”,
    “same spelling”, “in the English”; `note` is the Cyrillic a name was read as, or "".

    `short`: the English of the short form (the surname), where the candidate has one, else "".
    """

    english: str
    source: str
    note: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What could become a glossary entry.

    `german`: the base form: a full name, a written-out abbreviation where the text has it, a noun in the singular.
    `short`: the other form the text uses for the same (surname, abbreviation), or "".
    `contexts`: every place, in text order: the paragraph (from 0) and the characters in it.
    `sure`: whether it is one beyond reasonable doubt; the others are worth a look.
    """

    german: str
    short: str
    kind: Kind
    reason: Reason
    contexts: tuple[tuple[int, Span], ...]
    english: tuple[Proposal, ...] = ()
    sure: bool = True

    @property
    def count(self) -> int:
        """How often the document has it, in any form."""
        return len(self.contexts)

    @property
    def forms(self) -> tuple[str, ...]:
        """The German forms for the glossary entry, the base form first."""
        return (self.german, self.short) if self.short else (self.german,)


def as_entry(candidate: Candidate, english: str, short: str = "") -> Entry:
    """The glossary entry that a candidate becomes with this English.

    `english` stands for the base form, `short` for the short form. With both, the entry writes the first mention
    out: a person's full name, then the surname; a name with its abbreviation in brackets, then the abbreviation.
    Without `short`, or where it is no other, every mention has `english`.
    """
    if not candidate.short or short in ("", english):
        return Entry(de=candidate.forms, en=english, kind=candidate.kind)
    first = english if candidate.kind == "person" else f"{english} ({short})"
    return Entry(de=candidate.forms, en=short, first=first, kind=candidate.kind)
