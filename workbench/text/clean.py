"""Text from outside, made safe to show, to compare and to save."""

from __future__ import annotations

import unicodedata

from workbench.printable import ESCAPE_SEQUENCE
from workbench.text.lazy_pattern import lazy_pattern

_LINE_BREAKS = "\r\v\f\x85\u2028\u2029"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLES = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 (tab and line breaks are not here), DEL, C1
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u3164\uffa0"  # soft hyphen, joiners, blank fillers
    "\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"  # zero width, bidi overrides and isolates
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb"  # variation selectors, BOM, annotation marks
    "\U000e0000-\U000e0fff"  # tags, more variation selectors
    "\U000f1000-\U000f9fff"  # what stands for inline codes in a cell (see workbench.text.inline)
)
_PICTURE = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27bf\u2900-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff]"
)
_JOINED_LETTER = "[\u0600-\u07ff\u08a0-\u0dff]"
_FLAG, _TAGS = "\U0001f3f4", "\U000e0020-\U000e007f"
# What belongs to a picture or a letter: 👨‍👩‍👧 ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿, and the joiners within Arabic and Indic words.
_VISIBLE = (
    f"(?<={_PICTURE})[\ufe0e\ufe0f]|(?<=[0-9#*])\ufe0f(?=\u20e3)|(?:(?<={_PICTURE})|(?<={_PICTURE}\ufe0f))\u200d(?={_PICTURE})"
    f"|(?<={_JOINED_LETTER})[\u200c\u200d](?={_JOINED_LETTER})|(?<={_FLAG})[{_TAGS}]|(?<=[{_TAGS}])[{_TAGS}]"
)
_NO_CHARACTERS = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_LINE_BREAK = lazy_pattern(f"\r\n|[{_LINE_BREAKS}]")
_SPACE = lazy_pattern(f"[{_SPACES}]")
_INVISIBLE = lazy_pattern(f"(?=[{_INVISIBLES}])(?!{_VISIBLE})(?:[{_TAGS}]+|[{_INVISIBLES}])")
_NO_CHARACTER = lazy_pattern(f"[{_NO_CHARACTERS}]")
_SUSPECT = lazy_pattern(f"[{_LINE_BREAKS}{_SPACES}{_INVISIBLES}{_NO_CHARACTERS}]")
_UNCLEAN = lazy_pattern(f"[{_LINE_BREAKS}{_SPACES}{_NO_CHARACTERS}]|{_INVISIBLE.pattern}")


def is_clean(text: str) -> bool:
    """Whether `clean` leaves a text as it is; a megabyte of it takes some milliseconds."""
    return (not _SUSPECT.search(text) or not _UNCLEAN.search(text)) and unicodedata.is_normalized("NFC", text)


def clean(text: str) -> str:
    """Return `text` as the program keeps it: NFC, `\\n` line breaks, nothing invisible or dangerous.

    Taken out: terminal escape sequences (whole), control characters except tab and line feed, zero-width
    and bidirectional marks, soft hyphens, byte order marks; what joins pictures (a family) or letters stays.
    Every other line break (CR, FF, U+2028 …) becomes `\\n`, every other space (no-break, thin …) a plain one.
    What is no character at all (a lone surrogate) becomes U+FFFD. Cleaning twice changes nothing more.
    """
    if is_clean(text):
        return text
    text = ESCAPE_SEQUENCE.sub("", text)
    text = _LINE_BREAK.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = _SPACE.sub(" ", text)
    text = _NO_CHARACTER.sub("\ufffd", text)
    return unicodedata.normalize("NFC", text)


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line: each run of blanks, tabs and line breaks becomes one space."""
    return " ".join(clean(text).split())
