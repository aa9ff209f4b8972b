"""Many German words looked up at once: the English words that stand beside them, without grammar or senses.

`look_up` reads one word's entries with everything in them, which takes milliseconds. Here each block of the dictionary
is gone through once for all words, so that the words of a book take seconds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from workbench.dictionary.line import SEPARATOR
from workbench.dictionary.opened import each_line, first_blocks

_BRACKETS = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]|<[^<>]*>|\([^()]*\)|(?<!\S)/[^/\s][^/]*/(?!\S)")
_SMALL_TEXT = "to a an the of sth sb sb's etw jdn jdm jds for in on at with by from be as or and etc one's one"
_SMALL = frozenset(_SMALL_TEXT.split())
_SPLIT = re.compile(r"[^\w'-]+")


def english_words(words: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """For each of these German words, in the form of the dictionary and in small letters (`str.casefold`), the English
    words that it gives for it, small as well; words that it does not have are left out.

    Only entries for the word itself count, or for one with `sich` or `etw.` beside it, not phrases that it is in. What
    is empty in every text (`to`, `of`, `sb.`) is left out. Raises WorkbenchError where the files are gone or damaged.
    """
    wanted = frozenset(words)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for left, right in each_line(first_blocks(wanted)):
        for word, english in _of_line(left, right, wanted):
            found[word].update(english)
    return {word: frozenset(english) for word, english in found.items()}


def _of_line(left: str, right: str, wanted: frozenset[str]) -> Iterator[tuple[str, Iterable[str]]]:
    """`left`: the German of a line, in folded letters."""
    if wanted.isdisjoint(_SPLIT.split(left)):
        return
    for german, english in zip(left.split(SEPARATOR), right.split(SEPARATOR), strict=False):
        said = {word for wording in _BRACKETS.sub("", german).split(";") if (word := _bare(wording)) in wanted}
        if said:
            given = [word for word in _SPLIT.split(_BRACKETS.sub("", english).casefold()) if word not in _SMALL]
            yield from ((word, filter(None, given)) for word in said)


def _bare(wording: str) -> str:
    """A wording without what stands beside its word."""
    parts = [part for part in wording.split() if part != "sich" and not part.endswith(".")]
    return parts[0] if len(parts) == 1 else ""
