"""Everything that can be done to a document and to the glossary, as plain data (see `Session.do`).

Paragraphs are counted from 0. Each command is one act: one undo takes it back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.checks import Finding
from workbench.glossary import Entry
from workbench.text import Inline

if TYPE_CHECKING:
    from workbench.project.review.merging import Correction
    from workbench.translation import Draft


@dataclass(frozen=True, slots=True)
class Edit:
    """English that the translator typed, where its codes are not told they stay at their words.

    `continuing`: it goes on with the last edit of this paragraph.
    """

    index: int
    english: str | Inline
    continuing: bool = False


@dataclass(frozen=True, slots=True)
class Accept:
    """Mark a paragraph as reviewed; the findings in `although` stand, for a reason."""

    index: int
    although: Sequence[Finding] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave a paragraph out of the English, or take it up again."""

    index: int


@dataclass(frozen=True, slots=True)
class SkipFurniture:
    """Leave out of the English whatever belongs to the page and not to the article, and nobody has decided on."""


@dataclass(frozen=True, slots=True)
class BackToDraft:
    """Put the machine draft in the place of a paragraph's English."""

    index: int


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Set a paragraph's note; empty takes it away."""

    index: int
    text: str


@dataclass(frozen=True, slots=True)
class AskForOriginal:
    """Mark that the words of a paragraph are wanted as they were said, in English or Russian; or take that back."""

    index: int


@dataclass(frozen=True, slots=True)
class LetStand:
    """Let findings of a paragraph stand that are told as one; without a reason an earlier one is taken back, and they
    are told again.
    """

    index: int
    findings: Sequence[Finding]
    reason: str | None


@dataclass(frozen=True, slots=True)
class PutRight:
    """Put a finding right: the paragraph's new English, and what was done in a few words."""

    index: int
    english: str
    told: str


@dataclass(frozen=True, slots=True)
class TakeOffer:
    """Put what a memory offers into a paragraph: its new English, and what is told of it in a few words.

    `continuing`: it takes the place of the offer that was put in last, so that one undo takes both back.
    """

    index: int
    target: Inline
    told: str
    continuing: bool = False


@dataclass(frozen=True, slots=True)
class TakeMatch:
    """Put a match of less than 100 % in the place of a draft's English, since that is wanted: the draft then, and what
    is told of it in a few words. Nothing a person wrote is changed by it.
    """

    index: int
    draft: Draft
    told: str


@dataclass(frozen=True, slots=True)
class PutEarlier:
    """Put an English back that stood in a paragraph before, and what is told of it in a few words."""

    index: int
    target: Inline
    told: str


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Take over what a reviewer changed and wrote; English of theirs that is only `noted` waits for a decision.

    `reviewed`: what is taken over is reviewed by that, whatever the reviewer marked.
    """

    taken: Sequence[Correction]
    noted: Sequence[Correction] = ()
    reviewed: bool = False


@dataclass(frozen=True, slots=True)
class Aligned:
    """The English of a paragraph from a document that was aligned; `reviewed`: it is whole, and good."""

    target: Inline
    reviewed: bool


@dataclass(frozen=True, slots=True)
class TakeAligned:
    """Put English that was there before into paragraphs, by their indexes."""

    english: Mapping[int, Aligned]


@dataclass(frozen=True, slots=True)
class Split:
    """Cut a paragraph in two at a place in its German (a character offset); its English is cut where that goes on."""

    index: int
    german: int


@dataclass(frozen=True, slots=True)
class Join:
    """Make one paragraph of a paragraph and the one after it."""

    index: int


@dataclass(frozen=True, slots=True)
class Insert:
    """Add a paragraph of the translator's own after one: English that the German has not."""

    index: int


@dataclass(frozen=True, slots=True)
class AddEntry:
    """Write a new entry into the glossary."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class ChangeEntry:
    """Write an entry in the place of another."""

    old: Entry
    new: Entry


@dataclass(frozen=True, slots=True)
class RemoveEntry:
    """Take an entry out of the glossary."""

    entry: Entry


@dataclass(frozen=True, slots=True)
class KnowWord:
    """Take an English word into the project's own list: it is spelt right from now on, in every document."""

    word: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back the last act, whatever it touched."""


@dataclass(frozen=True, slots=True)
class Redo:
    """Do again what was undone last."""


OfSegment = (
    Edit
    | Accept
    | Skip
    | BackToDraft
    | WriteNote
    | AskForOriginal
    | LetStand
    | PutRight
    | TakeOffer
    | TakeMatch
    | PutEarlier
)
OfDocument = OfSegment | SkipFurniture | TakeOver | TakeAligned
OfStructure = Split | Join | Insert
OfGlossary = AddEntry | ChangeEntry | RemoveEntry
Command = OfDocument | OfStructure | OfGlossary | KnowWord | Undo | Redo
