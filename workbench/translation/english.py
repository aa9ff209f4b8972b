"""The English of a document: what stands in the place of each paragraph, and all of it as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbench.formats import Document, Notes, SegmentState, States, Target, arranged, text_filter_of
from workbench.formats.document import Paragraph
from workbench.text import Inline
from workbench.translation.notes import not_in
from workbench.translation.record import ParagraphRecord, State, TranslationRecord

NOT_REVIEWED = "[not reviewed] "
NOT_TRANSLATED = "[not translated] "
_STATES: Mapping[State, SegmentState] = {
    State.NEW: "new",
    State.DRAFT: "draft",
    State.TRANSLATED: "translated",
    State.REVIEWED: "reviewed",
}


def english_text(record: TranslationRecord, mark_unreviewed: bool = True) -> str:
    """The whole English text, as the format of the source writes it, or as plain text where that is none.

    Skipped paragraphs are left out. A paragraph that is not reviewed stands in with its draft or unaccepted
    English after `[not reviewed] `, one that has no English with its German after `[not translated] `, so
    that the text is whole and nothing in it is taken for finished work; `mark_unreviewed=False` leaves the
    marks out. Notes stand at the end, comments are left out (see `workbench.formats.arranged`).

    >>> english_text(TranslationRecord("a.txt", (ParagraphRecord("Guten Tag.", "Hello.", State.REVIEWED),)))
    'Hello.\\n'
    """
    if any(paragraph.block.apart for paragraph in record.paragraphs):
        return _text_of_apart(record, mark_unreviewed)
    document = replace(record.document, original=b"") if record.document else _bare(record)  # always UTF-8
    return text_filter_of(record.source).write(document, english_target(record, document, mark_unreviewed)).decode()


def _text_of_apart(record: TranslationRecord, mark_unreviewed: bool) -> str:
    """The text of a document that has notes, page heads or comments: in the order of `arranged`, its notes numbered."""
    found = [paragraph for paragraph in record.paragraphs if paragraph.state is not State.SKIPPED]
    parts = []
    for at in arranged([paragraph.block for paragraph in found]):
        if isinstance(at, str):
            parts.append(at)
            continue
        label = f"[{found[at].block.note}] " if found[at].block.note else ""
        parts.append(label + _with_marks(_words(found[at], mark_unreviewed), found[at]))
    return "\n\n".join(parts) + "\n" if parts else ""


def _with_marks(words: Inline, paragraph: ParagraphRecord) -> str:
    """A text with the numbers of its notes."""
    notes = {one.id: one.first.replace("[^", "[") for one in paragraph.markup if one.role == "note"}
    return "".join(part if isinstance(part, str) else notes.get(part.id, "") for part in words)


def english_target(record: TranslationRecord, document: Document, mark_unreviewed: bool = True) -> Target:
    """What stands in the place of each paragraph of a record's document, as `english_text` has it."""
    return {
        key: _words(paragraph, mark_unreviewed)
        for key, paragraph in zip(document.ids, record.paragraphs, strict=True)
        if paragraph.state is not State.SKIPPED
    }


def bilingual_target(
    record: TranslationRecord, document: Document, left_out: frozenset[int] = frozenset()
) -> tuple[Target, States, Notes]:
    """What stands beside each paragraph of a bilingual document, without marks, how far it is, and what was noted.

    What is skipped has no target, and stays in the file as it is. What has no English yet has no words. Nothing is
    noted on paragraphs (from 0) that are `left_out`.
    """
    of = zip(document.ids, record.paragraphs, strict=True)
    going = {key: paragraph for key, paragraph in of if paragraph.state is not State.SKIPPED}
    states: dict[str, SegmentState] = {key: _STATES[paragraph.state] for key, paragraph in going.items()}
    notes = {
        key: lines
        for index, (key, paragraph, there) in enumerate(
            zip(document.ids, record.paragraphs, document.paragraphs, strict=True)
        )
        if index not in left_out and (lines := not_in(paragraph.note, there.note))
    }
    return {key: paragraph.target for key, paragraph in going.items()}, states, notes


def _bare(record: TranslationRecord) -> Document:
    """A document for a record whose source file is not at hand: its paragraphs with an empty line between them."""
    return Document(
        record.source,
        tuple(
            Paragraph(p.german, "\n\n" if number else "", p.role, p.codes, p.markup, p.block)
            for number, p in enumerate(record.paragraphs)
        ),
    )


def _words(paragraph: ParagraphRecord, mark_unreviewed: bool) -> Inline:
    if paragraph.state is State.REVIEWED:
        return paragraph.target
    mark, words = NOT_REVIEWED, paragraph.target
    if not words.text.strip():
        mark, words = NOT_TRANSLATED, paragraph.source
    return Inline(mark) + words if mark_unreviewed else words
