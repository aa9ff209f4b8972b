"""Notes on paragraphs: what is asked of the editor in them, and the mark that an original is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.text import Inline

REVIEWER_HAS, FILE_HAS, OTHER_HAS = "The reviewer has: ", "The file has: ", "The other translator has: "
"""What a line of a note begins with that keeps English of a reviewer's, of a bilingual source, or of somebody else who
translates the same article, for a decision."""
OTHER_LEFT_OUT, OTHER_TOOK_OUT = "The other translator left it out.", "The other translator took its English out."
"""The lines of a note that keep what somebody else decided on the paragraph without any English."""
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


def kept_line(begins: str, english: Inline) -> str:
    """The line of a note that keeps English for a decision; a line break in it is written ↵.

    >>> kept_line(FILE_HAS, Inline("Calm,\\nstill"))
    'The file has: Calm,↵still'
    """
    return begins + english.shown().replace("\n", "↵").strip()


def kept_english(note: str) -> Iterator[tuple[str, Inline]]:
    """What a note keeps for a decision: how each such line begins, and the English.

    >>> [(begins, kept.text) for begins, kept in kept_english("Which day?\\nThe file has: Calm,↵still")]
    [('The file has: ', 'Calm,\\nstill')]
    """
    for line in note.splitlines():
        for begins in (REVIEWER_HAS, FILE_HAS, OTHER_HAS):
            if line.startswith(begins):
                yield begins, Inline.parsed(line.removeprefix(begins).replace("↵", "\n"))


def not_in(note: str, file: str) -> tuple[str, ...]:
    """The lines of a note that a file's notes on the paragraph have not, without English that waits for a decision."""
    there = {" ".join(line.split()) for line in file.splitlines()}
    begins = (REVIEWER_HAS, FILE_HAS, OTHER_HAS)
    own = (line for line in note.splitlines() if line not in (OTHER_LEFT_OUT, OTHER_TOOK_OUT))
    lines = (" ".join(line.split()) for line in own if not line.startswith(begins))
    return tuple(dict.fromkeys(line for line in lines if line and line not in there))


def questions(note: str) -> tuple[str, ...]:
    """The lines of a note that ask something: they end with a question mark."""
    return tuple(line.strip() for line in note.splitlines() if line.strip().endswith("?"))


def remarks(note: str) -> tuple[str, ...]:
    """The other lines."""
    lines = (line.strip() for line in note.splitlines())
    return tuple(line for line in lines if line and line != ORIGINAL_WANTED and not line.endswith("?"))
