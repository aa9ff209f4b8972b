"""Whether one record has work that another has not: what would be lost if the other took its place."""

from __future__ import annotations

from workbench.translation.record import ParagraphRecord, TranslationRecord


def has_work_beyond(ours: TranslationRecord, theirs: TranslationRecord | None) -> bool:
    """Whether a person's English or note stands in `ours` that stands nowhere in `theirs` (None: there is nothing).

    Reviewed or not makes no difference: nothing that was typed is dropped silently.
    """
    paragraphs = (*theirs.paragraphs, *theirs.removed) if theirs else ()
    english = {paragraph.english for paragraph in paragraphs}
    notes = {paragraph.note for paragraph in paragraphs}
    return any(_is_missing(paragraph, english, notes) for paragraph in (*ours.paragraphs, *ours.removed))


def _is_missing(paragraph: ParagraphRecord, english: set[str], notes: set[str]) -> bool:
    if paragraph.has_own_english and paragraph.english not in english:
        return True
    return paragraph.note != "" and paragraph.note not in notes
