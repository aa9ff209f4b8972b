"""A source document: its paragraphs as the file has them, and what stands between them."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.formats.roles import Role


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a source file.

    `text` is what is translated: one line, NFC, without control characters or Markdown block marks.
    `before` is what the file has between the last paragraph and this one (blank lines, `# `, `- `),
    so that an English file with the same layout can be written: before + English, for each paragraph.
    `role` is what it is in the document.
    """

    text: str
    before: str = ""
    role: Role = "body"


@dataclass(frozen=True, slots=True)
class Document:
    """A source file that has been read. `tail` is what the file has after its last paragraph."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    tail: str = "\n"
