"""Records of form 1, which had Markdown's marks in their texts: as they are now, with codes beside the texts."""

from __future__ import annotations

from dataclasses import replace

from workbench.formats import Document, Markup, codes_in
from workbench.text import Code, Inline
from workbench.translation.record import ParagraphRecord, TranslationRecord


def with_codes(record: TranslationRecord, source: Document) -> TranslationRecord:
    """The record in form 2. `source` is the document whose record it is, which knows the addresses that links name."""
    if record.form > 1:
        return record
    known = tuple(markup for paragraph in source.paragraphs for markup in paragraph.markup)

    def renewed(paragraph: ParagraphRecord) -> ParagraphRecord:
        return _renewed(paragraph, source.name, known)

    return replace(
        record,
        paragraphs=tuple(map(renewed, record.paragraphs)),
        removed=tuple(map(renewed, record.removed)),
        form=2,
    )


def _renewed(paragraph: ParagraphRecord, name: str, known: tuple[Markup, ...]) -> ParagraphRecord:
    german, markup = codes_in(name, paragraph.german, known)
    target = _as_in(markup, *codes_in(name, paragraph.english, known))
    draft = paragraph.draft
    if draft:
        said = _as_in(markup, *codes_in(name, draft.english, known))
        draft = replace(draft, english=said.text, codes=said.codes)
    if (german, target, draft) == (paragraph.source, paragraph.target, paragraph.draft):
        return paragraph
    old_german = codes_in(name, paragraph.old_german, known)[0].text
    now = replace(paragraph, german=german.text, codes=german.codes, draft=draft, old_german=old_german)
    return now.with_target(target, paragraph.state)


def _as_in(german: tuple[Markup, ...], target: Inline, markup: tuple[Markup, ...]) -> Inline:
    """The English with the ids that the same codes have in the German; a code that is not there gets one of its own."""
    free = list(german)
    names: dict[str, str] = {}
    for one in markup:
        alike = next((two for two in free if (two.role, two.address) == (one.role, one.address)), None)
        if alike:
            free.remove(alike)
        names[one.id] = alike.id if alike else str(len(german) + len(names) + 1)
    return Inline(target.text, tuple(Code(code.at, names[code.id], code.kind) for code in target.codes))
