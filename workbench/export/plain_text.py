"""English as a plain text file."""

from __future__ import annotations

from workbench.glossary import Glossary
from workbench.text import clean
from workbench.translation import TranslationRecord, english_text


def english(record: TranslationRecord, glossary: Glossary) -> bytes:
    """The English with the source file's layout; UTF-8. What is not reviewed is marked."""
    return clean(english_text(record)).encode()
