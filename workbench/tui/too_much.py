"""How much can be put into a field at once; what is more is told in one line, and nothing of it is put in."""

from __future__ import annotations

from textual.widget import Widget
from textual.widgets import Input, TextArea

MOST_IN_FIELD = 2_000
"""Characters of a field of one line: more are no words to look for, and no name."""
MOST_IN_TEXT = 20_000
"""Characters that a paragraph or a note takes at once: some ten pages. Each key after them breaks all into lines."""
NO_PLACE = "Nothing here takes a text that is pasted: open a paragraph (Enter) or a field first."


def too_much(place: Widget | None, text: str) -> str:
    """Why a pasted text cannot be put in where the cursor is, in one line; empty where it can.

    A place that has a limit of its own says so by `takes`, in characters.
    """
    if isinstance(place, Input):
        line = (text.splitlines() or [""])[0]
        length = len(line) + len(place.value) - len(place.selected_text)
        return _told(len(line), MOST_IN_FIELD, "a field") if length > MOST_IN_FIELD else ""
    if isinstance(place, TextArea) and not place.read_only:
        most = getattr(place, "takes", MOST_IN_TEXT)
        return _told(len(text), most, "a text") if len(text) > most else ""
    return NO_PLACE


def _told(length: int, most: int, what: str) -> str:
    pasted = "1 character was pasted" if length == 1 else f"{length:,} characters were pasted"
    return f"{pasted}, and {what} takes {most:,}: nothing was put in."
