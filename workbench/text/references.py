"""Characters that a page or a text writes as references: `&amp;`, `&#228;`."""

from __future__ import annotations

import re
from html import unescape

_NO_CHARACTER = re.compile(r"&#0*[1-9]\d{7,};?")
"""No character has a number of eight figures; Python refuses to read one of more than 4,300 at all."""


def referred(text: str) -> str:
    """A text with the characters that its references stand for, as HTML has them; U+FFFD for those there are not.

    >>> referred("K&ouml;ln &#8211; &#99999999;") == "Köln – \\ufffd"
    True
    """
    return unescape(_NO_CHARACTER.sub("\ufffd", text)) if "&" in text else text
