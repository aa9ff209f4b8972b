"""What may follow the cursor, and how much of it is taken by a key."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Source = Literal["glossary", "memory", "draft", "package"]
SOURCES: tuple[Source, ...] = ("glossary", "memory", "draft", "package")

_WORD = re.compile(r"\s*(?:[^\w\s]*\w+(?:[-'’.,:/]\w+)*|[^\w\s]+)")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` goes in at the cursor as it stands, with a blank at its front where one is wanted; it is never empty."""

    text: str
    source: Source

    @property
    def word(self) -> str:
        """The first word of it, or the rest of the one at the cursor: what one key takes.

        A sign behind a word is taken by itself, one before it comes along.

        >>> Suggestion("ernment decided, on", "draft").word, Suggestion(" “clean” cars", "draft").word
        ('ernment', ' “clean')
        >>> Suggestion(", 35,000 cars", "draft").word, Suggestion("” cars", "draft").word
        (',', '”')
        """
        found = _WORD.match(self.text)
        return _without_closing(found.group()) if found else self.text

    def after(self, typed: str) -> Suggestion | None:
        """What is left of it when this much more was typed; None where something else was, and where nothing is left.

        >>> Suggestion("ernment decided", "draft").after("ern")
        Suggestion(text='ment decided', source='draft')
        """
        if not self.text.startswith(typed) or len(typed) == len(self.text):
            return None
        return Suggestion(self.text[len(typed) :], self.source)


_CLOSING = re.compile(r"[,.;:!?…”’)\]]+(?=\s*\S)")


def _without_closing(word: str) -> str:
    """A sign that closes what stands before it, alone, though a word follows it without a blank."""
    found = _CLOSING.match(word)
    return found.group() if found else word
