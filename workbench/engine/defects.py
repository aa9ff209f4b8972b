"""Drafts that are no translation: empty, a loop of words, German copied."""

from __future__ import annotations

import re

from workbench.engine.units import german_share

_LOOP = re.compile(r"(?<!\w)(\S+(?: \S+){0,5}?)(?:,? \1){2,}(?!\w)", re.IGNORECASE)
_STUTTER = re.compile(r"(\w{2,6})\1{2,}", re.IGNORECASE)


def is_looped(english: str) -> bool:
    """Whether words (or a word's letters) come three times in a row."""
    return _LOOP.search(english) is not None or _STUTTER.search(english) is not None


def defects(german: str, english: str) -> int:
    """How much is wrong with a draft, 0 for nothing: empty, looped, German copied, far too long or short."""
    found = 0
    if not any(letter.isalnum() for letter in english):
        return 4
    if is_looped(english) and not is_looped(german):
        found += 2
    if german_share(english) > 0.2 or (english == german and german_share(german) > 0.1):
        found += 2
    words, written = len(german.split()), len(english.split())
    if written > 2.5 * words + 8 or written < 0.3 * words - 2:
        found += 1
    return found
