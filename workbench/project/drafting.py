"""A machine draft as the record keeps it: names written out where the document first has them, short after that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.glossary import Entry, role, with_mentions
from workbench.translation import Draft, ParagraphRecord

if TYPE_CHECKING:
    from workbench.engine import ParagraphDraft


def as_record(draft: ParagraphDraft, index: int, paragraph: ParagraphRecord, firsts: Mapping[Entry, int]) -> Draft:
    """The draft of paragraph `index` (from 0) for its record.

    `firsts`: the paragraph of each entry's first mention (see `workbench.checks.where_first`). There the draft has
    the entry's `first` form, elsewhere the short one; headlines have the short one, captions what they have.
    """
    english, changed = draft.english, set()
    if role(paragraph.german, paragraph.before) != "caption":
        for entry in dict.fromkeys(term.hit.entry for term in draft.terms if term.hit.entry.first):
            mended = with_mentions(english, entry, first=firsts.get(entry) == index)
            if mended != english:
                english = mended
                changed.add(entry)
    terms: list[tuple[str, str, str]] = []
    to_come = {entry for entry, first in firsts.items() if first == index}
    for term in draft.terms:
        entry = term.hit.entry
        wanted = entry.first if entry in to_come else entry.en
        way = "put in" if entry in changed and term.way != "missing" else term.way
        terms.append((term.hit.surface, wanted, way))
        to_come.discard(entry)
    return Draft(english, draft.package, tuple(terms))
