"""Which English a text is spelt in."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.text.house_style.spelling import spelling

_TAGS = {"american": "en-US", "british": "en-GB", "oxford": "en-GB"}


def spelt(texts: Iterable[str], otherwise: str = "") -> str:
    """The tag of an English by the words that British and American spell otherwise, or by the house style's spelling.

    Empty where neither says anything.

    >>> spelt(["The color of the harbor"]), spelt(["The sea"], "british"), spelt(["The sea"])
    ('en-US', 'en-GB', '')
    """
    american = british = 0
    for text in texts:
        for use in spelling(text):
            american += use.accepted == {"american"}
            british += "american" not in use.accepted
    if american == british:
        return _TAGS.get(otherwise, "")
    return _TAGS["american"] if american > british else _TAGS["british"]
