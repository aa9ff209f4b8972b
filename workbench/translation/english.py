"""The English version of a document as text, with the layout of the source file."""

from __future__ import annotations

import re

from workbench.translation.record import ParagraphRecord, State, TranslationRecord

NOT_REVIEWED = "[not reviewed] "
NOT_TRANSLATED = "[not translated] "
_BREAK = re.compile(r"\s*\n")


def english_text(record: TranslationRecord, mark_unreviewed: bool = True) -> str:
    """The whole English text: for each paragraph what stood before it in the source, then its English.

    Skipped paragraphs are left out. A paragraph that is not reviewed stands in with its draft or unaccepted
    English after `[not reviewed] `, one that has no English with its German after `[not translated] `, so
    that the text is whole and nothing in it is taken for finished work; `mark_unreviewed=False` leaves the
    marks out. The result ends as the source file ends.

    >>> english_text(TranslationRecord("a.txt", (ParagraphRecord("Guten Tag.", "Hello.", State.REVIEWED),)))
    'Hello.\\n'
    """
    parts: list[str] = []
    gap = ""
    for index, paragraph in enumerate(record.paragraphs):
        if paragraph.state is State.SKIPPED:
            gap = max(gap, _line_break(paragraph.before), key=lambda found: found.count("\n"))
            continue
        parts.append(_before(paragraph, gap, at_start=not parts and index > 0))
        parts.append(_body(paragraph, mark_unreviewed))
        gap = ""
    return "".join(parts) + record.tail if parts else ""


def _line_break(before: str) -> str:
    found = _BREAK.match(before)
    return found[0] if found else ""


def _before(paragraph: ParagraphRecord, gap: str, at_start: bool) -> str:
    """What stands before a paragraph when those just before it are left out: the widest break of them all."""
    if not gap and not at_start:
        return paragraph.before
    own = _line_break(paragraph.before)
    mark = paragraph.before[len(own) :]
    if at_start:
        return mark
    return (gap if gap.count("\n") > own.count("\n") else own) + mark


def _body(paragraph: ParagraphRecord, mark_unreviewed: bool) -> str:
    if paragraph.state is State.REVIEWED:
        return paragraph.english
    if paragraph.english.strip():
        return (NOT_REVIEWED if mark_unreviewed else "") + paragraph.english
    return (NOT_TRANSLATED if mark_unreviewed else "") + paragraph.german
