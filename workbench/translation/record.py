"""The record of one document's translation, as plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from workbench.formats import Role


class State(StrEnum):
    """How far a paragraph is. `skipped` is page furniture that goes into no English text."""

    NEW = "new"
    DRAFT = "draft"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Draft:
    """The machine draft a paragraph began from.

    `terms`: (German as found, English required, the way it was met – see workbench.engine.draft.Way).
    """

    english: str
    package: str
    terms: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """A rule the translator broke on purpose: which check, about what, and why (may be empty)."""

    check: str
    about: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphRecord:
    """One paragraph of a translation.

    `english` is what stands in the right column. `before` is layout (see workbench.formats.Paragraph). `role` is what
    it is in its document, as the source file says when the record is opened; the record's file does not keep it.
    `old_german` is set when the source file changed under a translation, until it is accepted again.

    What always holds of a record that was read or made here: NEW has no English; DRAFT has a draft and its
    English; TRANSLATED and REVIEWED have English.
    """

    german: str
    english: str = ""
    state: State = State.NEW
    draft: Draft | None = None
    note: str = ""
    overrides: tuple[Override, ...] = ()
    old_german: str = ""
    before: str = ""
    role: Role = field(default="body", compare=False)

    @property
    def has_own_english(self) -> bool:
        """Whether the English is a person's: written, or accepted as the draft had it."""
        if self.state in (State.TRANSLATED, State.REVIEWED):
            return True
        return self.english.strip() != "" and (self.draft is None or self.english != self.draft.english)

    @property
    def has_work(self) -> bool:
        """Whether a person has put something in that a program could not make again."""
        return self.has_own_english or self.note != "" or self.overrides != ()


@dataclass(frozen=True, slots=True)
class TranslationRecord:
    """A whole document. `source` is the source file's name (no folder); `tail` ends the English file.

    `removed`: paragraphs that somebody worked on and that have since gone from the source file. They are
    kept here, and taken up again when the paragraph comes back.
    """

    source: str
    paragraphs: tuple[ParagraphRecord, ...]
    tail: str = "\n"
    removed: tuple[ParagraphRecord, ...] = ()
