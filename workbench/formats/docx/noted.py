"""Footnotes, endnotes and comments: which of them still say something, and what becomes of those that do not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from workbench.formats.docx.names import ID, NOTE_MARKS, RPR, R, w
from workbench.text.clean import clean_line
from workbench.text.inline import Inline

NoteMark = tuple[str, str]
"""The mark that leads to a note or comment: its name and its id."""

COMMENT_MARK = w("commentReference")
_MARK_OF = {w("footnote"): NOTE_MARKS[0], w("endnote"): NOTE_MARKS[1], w("comment"): COMMENT_MARK}
_ROMAN = ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i")
_RANGES = (w("commentRangeStart"), w("commentRangeEnd"))


def labels_of(roots: Iterable[Any]) -> Mapping[NoteMark, str]:
    """What stands in the text for each note: its number, endnotes in Roman ones, or the sign that was chosen for it."""
    found: dict[NoteMark, str] = {}
    counted: Counter[str] = Counter()
    for mark in (mark for root in roots for mark in root.iter(*NOTE_MARKS)):
        key = mark.tag, mark.get(ID, "")
        if key in found:
            continue
        sign = mark.getnext() if mark.get(w("customMarkFollows")) in ("1", "true", "on") else None
        if sign is None or not clean_line(sign.text or ""):
            counted[mark.tag] += 1
            found[key] = str(counted[mark.tag]) if mark.tag == NOTE_MARKS[0] else roman(counted[mark.tag])
        else:
            found[key] = clean_line(sign.text)
    return found


def roman(number: int) -> str:
    """A number in small Roman figures.

    >>> roman(4), roman(19)
    ('iv', 'xix')
    """
    made = ""
    for value, sign in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), _ROMAN, strict=True):
        made += sign * (number // value)
        number %= value
    return made


def note_around(element: Any) -> NoteMark | None:
    """The note that a paragraph stands in; None for one that stands in none."""
    around = next(element.iterancestors(*_MARK_OF), None)
    return None if around is None else (_MARK_OF[around.tag], around.get(ID, ""))


def notes_of(elements: Iterable[Any]) -> Iterator[NoteMark]:
    """The notes and comments that these stand in."""
    for element in elements:
        if (mark := note_around(element)) is not None:
            yield mark


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
