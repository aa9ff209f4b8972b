"""A source document: its paragraphs as the file has them, and what stands between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of character offsets, `text[start:end]`."""

    start: int
    end: int

    def meets(self, *others: Span) -> bool:
        """Whether it has a character in common with one of the others."""
        return any(self.start < other.end and other.start < self.end for other in others)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a source file.

    `text` is what is translated: one line, NFC, without control characters or Markdown block marks.
    `before` is what the file has between the last paragraph and this one (blank lines, `# `, `- `),
    so that an English file with the same layout can be written: before + English, for each paragraph.
    """

    text: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A source file that has been read. `tail` is what the file has after its last paragraph."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    tail: str = "\n"
