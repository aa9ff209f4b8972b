"""Whether one record has work that another has not: what would be lost if the other took its place."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.text import clean_line
from workbench.translation.notes import kept_english
from workbench.translation.record import ParagraphRecord, TranslationRecord


def has_work_beyond(ours: TranslationRecord, theirs: TranslationRecord | None) -> bool:
    """Whether a person's English, note or override stands in `ours` that stands nowhere in `theirs` (None: nothing is).

    Reviewed or not makes no difference: nothing that was typed is dropped silently. English that waits in a note for a
    decision stands there, and so does a note all lines of which are in one, or a reason with others beside it.
    """
    there = _There.of((*theirs.paragraphs, *theirs.removed) if theirs else ())
    return any(there.misses(paragraph) for paragraph in (*ours.paragraphs, *ours.removed))


@dataclass(frozen=True, slots=True)
class _There:
    """What there is in a record: English texts, and the lines of each note and of each override's reason."""

    english: frozenset[str]
    notes: tuple[frozenset[str], ...]
    reasons: tuple[tuple[str, str, frozenset[str]], ...]

    @classmethod
    def of(cls, paragraphs: tuple[ParagraphRecord, ...]) -> _There:
        english = {paragraph.english for paragraph in paragraphs}
        english |= {clean_line(kept.shown()) for paragraph in paragraphs for _, kept in kept_english(paragraph.note)}
        notes = tuple(_lines(paragraph.note) for paragraph in paragraphs if paragraph.note)
        overrides = (override for paragraph in paragraphs for override in paragraph.overrides)
        return cls(frozenset(english), notes, tuple((o.check, o.about, _lines(o.reason)) for o in overrides))

    def misses(self, paragraph: ParagraphRecord) -> bool:
        """Whether something of a paragraph's is not there."""
        forms = (paragraph.english, clean_line(paragraph.target.shown()))
        if paragraph.has_own_english and self.english.isdisjoint(forms):
            return True
        said = _lines(paragraph.note)
        if said and not any(said <= note for note in self.notes):
            return True
        return not all(
            any(
                (o.check, o.about) == (check, about) and _lines(o.reason) <= lines
                for check, about, lines in self.reasons
            )
            for o in paragraph.overrides
        )


def _lines(text: str) -> frozenset[str]:
    return frozenset(text.splitlines())
