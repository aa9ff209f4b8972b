"""Notes on paragraphs: what is asked of the editor in them, and the mark that an original is wanted."""

from __future__ import annotations

REVIEWER_HAS, FILE_HAS = "The reviewer has: ", "The file has: "
"""What a line of a note begins with that keeps English of a reviewer's, or of a bilingual source, for a decision."""
ORIGINAL_WANTED = "Original wanted"
"""The line of a note that marks a quotation which was said in another language than German."""


def wants_original(note: str) -> bool:
    """Whether a note has the mark that the words as they were said are wanted."""
    return ORIGINAL_WANTED in note.splitlines()


def with_mark(note: str) -> str:
    """The note with the mark as its first line, or without it where it has one.

    >>> with_mark("Check the date."), with_mark("Original wanted\\nCheck the date.")
    ('Original wanted\\nCheck the date.', 'Check the date.')
    """
    lines = note.splitlines()
    if ORIGINAL_WANTED in lines:
        return "\n".join(line for line in lines if line != ORIGINAL_WANTED)
    return "\n".join([ORIGINAL_WANTED, *lines])


def not_in(note: str, file: str) -> tuple[str, ...]:
    """The lines of a note that a file's notes on the paragraph have not, without English that waits for a decision."""
    there = {" ".join(line.split()) for line in file.splitlines()}
    lines = (" ".join(line.split()) for line in note.splitlines() if not line.startswith((REVIEWER_HAS, FILE_HAS)))
    return tuple(dict.fromkeys(line for line in lines if line and line not in there))


def questions(note: str) -> tuple[str, ...]:
    """The lines of a note that ask something: they end with a question mark."""
    return tuple(line.strip() for line in note.splitlines() if line.strip().endswith("?"))


def remarks(note: str) -> tuple[str, ...]:
    """The other lines."""
    lines = (line.strip() for line in note.splitlines())
    return tuple(line for line in lines if line and line != ORIGINAL_WANTED and not line.endswith("?"))
