"""Source files: what the program reads, paragraph by paragraph, and what each of them is in its document.

One module a format. This room knows no glossary and no translation.
"""

from workbench.formats.document import Document, Paragraph
from workbench.formats.furniture import is_byline, is_furniture, stretches
from workbench.formats.reading import SOURCE_SUFFIXES, read_document
from workbench.formats.roles import Role, is_running_text

__all__ = [
    "SOURCE_SUFFIXES",
    "Document",
    "Paragraph",
    "Role",
    "is_byline",
    "is_furniture",
    "is_running_text",
    "read_document",
    "stretches",
]
