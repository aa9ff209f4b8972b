"""Source files: what the program reads, paragraph by paragraph, and what each of them is in its document.

One module a format. This room knows no glossary and no translation.
"""

from workbench.formats.apart import KINDS, arranged
from workbench.formats.document import Document, Paragraph, Part, SegmentState, segment_ids
from workbench.formats.filter import BilingualFilter, Filter, Notes, ReadsBack, States, Target
from workbench.formats.furniture import is_byline, is_furniture, stretches
from workbench.formats.left import Left
from workbench.formats.markup import Block, CodeRole, Markup, behind_tabs, kept_codes, nested, of_its_kind, stretches_in
from workbench.formats.reading import codes_in, document_from, read_document
from workbench.formats.registry import (
    PACKED_SUFFIXES,
    SOURCE_SUFFIXES,
    SUFFIXES_TOLD,
    TABLE_SUFFIXES,
    bilingual_filter_of,
    filter_of,
    text_filter_of,
)
from workbench.formats.roles import Role, is_running_text

__all__ = [
    "KINDS",
    "PACKED_SUFFIXES",
    "SOURCE_SUFFIXES",
    "SUFFIXES_TOLD",
    "TABLE_SUFFIXES",
    "BilingualFilter",
    "Block",
    "CodeRole",
    "Document",
    "Filter",
    "Left",
    "Markup",
    "Notes",
    "Paragraph",
    "Part",
    "ReadsBack",
    "Role",
    "SegmentState",
    "States",
    "Target",
    "arranged",
    "behind_tabs",
    "bilingual_filter_of",
    "codes_in",
    "document_from",
    "filter_of",
    "is_byline",
    "is_furniture",
    "is_running_text",
    "kept_codes",
    "nested",
    "of_its_kind",
    "read_document",
    "segment_ids",
    "stretches",
    "stretches_in",
    "text_filter_of",
]
