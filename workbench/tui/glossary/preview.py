"""The live hint under an entry's form."""

from __future__ import annotations

from collections.abc import Callable

from workbench.glossary import Entry
from workbench.project import Project
from workbench.project.preview import preview
from workbench.text import clean_line
from workbench.translation import TranslationRecord
from workbench.tui.glossary.questions import times


def term_preview(
    project: Project, record: TranslationRecord | None, instead_of: Entry | None = None
) -> Callable[[Entry], str]:
    """What to say of an entry that is being typed: how often its German stands in the document, who has it already.

    `instead_of`: the entry that is being edited. The answer may be asked for in any thread.
    """
    texts = [paragraph.german for paragraph in record.paragraphs] if record else []

    def said(entry: Entry) -> str:
        if not entry.de:
            return ""
        seen = preview(project.termbase, entry, texts, instead_of)
        lines = []
        if record:
            inside = f", {seen.inside} of them inside longer terms" if seen.inside else ""
            where = f"in {clean_line(record.source)}"
            lines.append(f"Stands {times(seen.places)} {where}{inside}." if seen.places else f"Stands nowhere {where}.")
        for form, other in seen.there[:3]:
            lines.append(f"! “{form}” is found already: line {other.line}, {other.de[0]} → {other.en}.")
        return "\n".join(lines)

    return said
