"""The lists of German words that tell names from nouns, read from the files in data/."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from workbench.text.lazy_pattern import lazy_pattern

_DATA = Path(__file__).parent / "data"


def word_list(name: str) -> frozenset[str]:
    """The words of a list of `words.txt`."""
    return frozenset(_lists()[name])


def word_ends(name: str, ending: str) -> re.Pattern[str]:
    """A pattern for words that end in one of a list, which may take the pattern `ending` besides."""
    return lazy_pattern(f"(?:{'|'.join(_lists()[name])}){ending}$", re.IGNORECASE)


@cache
def everyday_nouns() -> frozenset[str]:
    """Nouns that recur in any article, in their base form."""
    return frozenset(word for line in _lines("everyday_nouns.txt") for word in line.split())


@cache
def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = {}
    words: list[str] = []
    for line in _lines("words.txt"):
        if line.startswith("["):
            words = lists.setdefault(line.strip("[]"), [])
        else:
            words += line.split()
    return lists


def _lines(file: str) -> list[str]:
    lines = (_DATA / file).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
