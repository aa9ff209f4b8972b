"""Names, paths and messages as a terminal may show them: nothing in them that it would obey."""

from __future__ import annotations

import re

ESCAPE_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x00-\x1f\x7f-\x9f]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]+[0-~]"
    r"|\x1b[0-~]"
)
"""What a terminal obeys; a string sequence (OSC, DCS, …) ends at BEL or ST, one that never ends is its introducer."""

UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls but tab and line feed, marks that turn the direction of writing, other line ends, halves of characters."""

_LINE_END = re.compile("\r\n|[\r\n\t\v\f\x85\u2028\u2029]")


def printable(text: str) -> str:
    """The text without anything that a terminal obeys or that turns its direction; its lines and spaces stay.

    For what is printed. (`workbench.text.clean` is for text that is kept: it also joins letters and evens out spaces.)

    >>> printable("a\\x1b[2Jb\\x9b31m\\rc\\u202e d")
    'abc d'
    """
    if text.isascii() and text.isprintable():
        return text
    return UNPRINTABLE.sub(_shown, ESCAPE_SEQUENCE.sub("", text))


def printable_line(text: str) -> str:
    """The same on one line: each line end or tab is a space. For names, paths and messages.

    >>> printable_line("two\\nlines")
    'two lines'
    """
    if text.isascii() and text.isprintable():
        return text
    return printable(_LINE_END.sub(" ", ESCAPE_SEQUENCE.sub("", text)))


def bounded(text: str, most: int = 1_000) -> str:
    """A name or message that nobody reads to its end, by its beginning and its end; a short one as it is.

    >>> bounded("x" * 300_000, 40)
    'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx … xxxxxxxxxx'
    """
    return text if len(text) <= most else f"{text[: most * 3 // 4]} … {text[-most // 4 :]}"


def _shown(found: re.Match[str]) -> str:
    return "\ufffd" if found[0] >= "\ud800" else ""
