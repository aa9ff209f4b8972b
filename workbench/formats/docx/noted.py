"""Footnotes, endnotes and comments: which of them still say something, and what becomes of those that do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from workbench.formats.docx.names import ID, NOTE_MARKS, RPR, R, w
from workbench.formats.docx.stories import Entry
from workbench.text.inline import Inline

NoteMark = tuple[str, str]
"""The mark that leads to a note or comment: its name and its id."""

COMMENT_MARK = w("commentReference")
_MARK_OF = {w("footnote"): NOTE_MARKS[0], w("endnote"): NOTE_MARKS[1], w("comment"): COMMENT_MARK}
_RANGES = (w("commentRangeStart"), w("commentRangeEnd"))


def notes_of(entries: Iterable[Entry]) -> Iterator[NoteMark]:
    """The notes and comments that these paragraphs and descriptions stand in, once each."""
    for entry in entries:
        element = entry.element if entry.content is None else entry.content.paragraph
        for around in element.iterancestors(*_MARK_OF):
            yield _MARK_OF[around.tag], around.get(ID, "")


def says(words: Inline | None) -> bool:
    """Whether a target says anything; None is a paragraph that is left out."""
    return words is not None and bool(words.text.strip())


def marks_in(roots: Iterable[Any]) -> frozenset[NoteMark]:
    """The notes and comments that something in these leads to."""
    return frozenset((mark.tag, mark.get(ID, "")) for root in roots for mark in root.iter(*NOTE_MARKS, COMMENT_MARK))


def take_notes_out(roots: Iterable[Any], gone: frozenset[NoteMark]) -> Iterator[Any]:
    """Take footnotes and endnotes out that nothing leads to any more; answers with the roots that were changed."""
    for root in roots:
        for note in list(root.iterchildren(*_MARK_OF)):
            if note.tag != w("comment") and (_MARK_OF[note.tag], note.get(ID, "")) in gone:
                root.remove(note)
                yield root


def take_comments_out(roots: Iterable[Any], gone: frozenset[NoteMark]) -> Iterator[Any]:
    """Take out the places of comments without words, so that no empty balloon is left; answers with what changed."""
    ids = {key for tag, key in gone if tag == COMMENT_MARK}
    for root in roots:
        for mark in list(root.iter(COMMENT_MARK, *_RANGES)) if ids else ():
            if mark.get(ID, "") in ids:
                parent = mark.getparent()
                parent.remove(mark)
                if parent.tag == R and all(child.tag == RPR for child in parent):
                    parent.getparent().remove(parent)
                yield root
