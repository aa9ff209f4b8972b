"""Finding the very letters in a text."""

from __future__ import annotations

import re

from workbench.project.searching.query import Field
from workbench.text import Span

_BLANKS = re.compile(r"\s+")
_SHARP_S = re.compile("SS|[ßẞ]")
_SHARP_S_OF = {"SS": "(?:ss|ß)", "ß": "(?:ß|(?-i:SS))", "ẞ": "(?:ß|(?-i:SS))"}
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


class Literally:
    """The very letters, in capitals or not. A blank is any run of blanks, and a line's end; ' between letters is ’ too.

    ß and SS are one where capitals do not count. `whole_words`: not within longer words, where they begin and end with
    a letter or a figure.
    """

    def __init__(self, text: str, capitals: bool, *, whole_words: bool) -> None:
        text = text.strip() if whole_words else text
        pattern = r"\s+".join(_escaped(part, capitals) for part in _BLANKS.split(text))
        if whole_words:
            before = r"(?<!\w)" if _is_of_word(text[0]) else ""
            after = r"(?!\w)" if _is_of_word(text[-1]) else ""
            pattern = f"{before}{pattern}{after}"
        self.text, self.capitals = text, capitals
        self._pattern = re.compile(pattern, 0 if capitals else re.IGNORECASE)

    def places(self, text: str, field: Field) -> tuple[Span, ...]:
        """Where they stand."""
        return tuple(Span(*found.span()) for found in self._pattern.finditer(text))


def _escaped(text: str, capitals: bool) -> str:
    """A pattern for the letters; where capitals do not count, ß is SS in capitals, and the other way round."""
    escaped = "['’]".join(map(re.escape, _APOSTROPHE.split(text)))
    return escaped if capitals else _SHARP_S.sub(lambda found: _SHARP_S_OF[found[0]], escaped)


def _is_of_word(character: str) -> bool:
    return re.match(r"\w", character) is not None
