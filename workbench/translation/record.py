"""The record of one document's translation, as plain frozen data."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.formats import Block, Document, Markup, Part, Role, segment_ids
from workbench.formats.markup import PARAGRAPH
from workbench.text import Code, Inline

if TYPE_CHECKING:
    from workbench.engine.draft import LossKind


LOST: tuple[LossKind, ...] = ("words", "verb")
"""What a draft may have lost (see `workbench.engine.draft.LossKind`, which a screen without drafts need not load)."""


class State(StrEnum):
    """How far a paragraph is. `skipped` is page furniture that goes into no English text."""

    NEW = "new"
    DRAFT = "draft"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Draft:
    """The machine draft a paragraph began from, and where the codes of its German belong in it.

    `terms`: (German as found, English required, the way it was met – see workbench.engine.draft.Way). `unsure`: the
    ids of the codes that may be at the wrong words. `words`: (German, English, the way it came – see
    workbench.engine.draft.WordWay) of words that the package did not write by itself. `lost`: (what, German) of what it
    may have left out (LOST): "words", or "verb" where its English of the German's sentence has none. `memory`: (German
    sentence, percent as `100`, where from as people read it, `gipfel.txt ¶3`) of what was not drafted, but had been
    translated before.
    """

    english: str
    package: str
    terms: tuple[tuple[str, str, str], ...] = ()
    codes: tuple[Code, ...] = ()
    unsure: tuple[str, ...] = ()
    words: tuple[tuple[str, str, str], ...] = ()
    lost: tuple[tuple[str, str], ...] = ()
    memory: tuple[tuple[str, str, str], ...] = ()

    @property
    def target(self) -> Inline:
        """Its English with codes."""
        return Inline(self.english, self.codes)

    @property
    def matches(self) -> tuple[tuple[str, str, str], ...]:
        """Those of `memory` that are less than 100 %: a match that was put in by itself, to be looked at."""
        return tuple(one for one in self.memory if one[1].isascii() and one[1].isdigit() and int(one[1][:4]) < 100)

    @property
    def matched(self) -> frozenset[str]:
        """Their German sentences: what stands for them was written for another German, and no package drafted it."""
        return frozenset(german for german, _, _ in self.matches)


@dataclass(frozen=True, slots=True)
class Override:
    """A rule the translator broke on purpose: which check, about what, and why (may be empty)."""

    check: str
    about: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphRecord:
    """One paragraph of a translation.

    `english` is what stands in the right column; `codes` and `english_codes` stand beside the texts (bold, links …).
    `old_german` is set when the source file changed under a translation, until it is accepted again.
    `seen`: of a bilingual source, what of its English and notes has been taken up (see
    `workbench.translation.taking_up`).
    `part` and `joints`: how the translator cut, joined and added to the paragraphs of the source (see
    `workbench.formats.Paragraph`). `role`, `block`, `markup` and `seconds` are what it is in its document, what its
    codes are in the file, and how long a subtitle stands, as the source file says when the record is opened; the
    record's file does not keep them.

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
    seen: str = ""
    codes: tuple[Code, ...] = ()
    english_codes: tuple[Code, ...] = ()
    part: Part = ""
    joints: tuple[int, ...] = ()
    role: Role = field(default="body", compare=False)
    block: Block = field(default=PARAGRAPH, compare=False)
    markup: tuple[Markup, ...] = field(default=(), compare=False)
    seconds: float = field(default=0.0, compare=False)

    @property
    def source(self) -> Inline:
        """The German with its codes."""
        return Inline(self.german, self.codes)

    @property
    def target(self) -> Inline:
        """The English with its codes."""
        return Inline(self.english, self.english_codes)

    def with_target(self, target: Inline, state: State) -> ParagraphRecord:
        """With other English, in this state."""
        return replace(self, english=target.text, english_codes=target.codes, state=state)

    @property
    def has_own_english(self) -> bool:
        """Whether the English is a person's: written, or accepted as the draft had it."""
        if self.state in (State.TRANSLATED, State.REVIEWED):
            return True
        return self.english.strip() != "" and (self.draft is None or self.target != self.draft.target)

    @property
    def has_work(self) -> bool:
        """Whether a person has put something in that a program could not make again."""
        return self.has_own_english or self.note != "" or self.overrides != ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from, as far as it is known: what its credit line and its source link are made of.

    `address`: of the page, or the name of the file that its text was taken from (a PDF). `title` and `site`: what the
    page says of itself. `fetched`: the day (ISO 8601, `2026-11-28`).
    """

    address: str = ""
    title: str = ""
    site: str = ""
    fetched: str = ""


NO_ORIGIN = Origin()


@dataclass(frozen=True, slots=True)
class TranslationRecord:
    """A whole document. `source` is the source file's name from `sources/` on.

    `removed`: paragraphs that somebody worked on and that have since gone from the source file. They are
    kept here, and taken up again when the paragraph comes back. `document`: the source file as it is now, whose
    paragraphs these are, where the record has been matched to it; the record's file does not keep it. `form`: that of
    the file it was read from: 1 has Markdown's marks in the texts, 2 has codes. `origin`: where the article came from.
    `met`: of a record that was merged of two people's while it was read, the paragraphs (from 0) on which both have
    decided differently; None where it was not.
    """

    source: str
    paragraphs: tuple[ParagraphRecord, ...]
    removed: tuple[ParagraphRecord, ...] = ()
    document: Document | None = field(default=None, compare=False)
    form: int = field(default=2, compare=False)
    origin: Origin = NO_ORIGIN
    met: tuple[int, ...] | None = field(default=None, compare=False)

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of each paragraph (see `workbench.formats.segment_ids`)."""
        return self.document.ids if self.document else segment_ids([p.source.shown() for p in self.paragraphs])
