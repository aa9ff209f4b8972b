"""Whether an English word says another thing than a German one: the dictionary joins the two by nothing.

(bananas for Libanesen, a fountain for a Spruch.) An English that the dictionary does not have for the German word may
be right all the same (relatives, Angehörige): then some other German word mostly has both.
"""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache

from workbench.dictionary.from_english import german_for
from workbench.engine.sentence.stands_for import EnglishWords, english_of
from workbench.problem import WorkbenchError

_BEGINNING = 4
"""Letters in which German words of one family begin alike."""
_MOST = 12
"""An English word with more German ones than these says nearly anything: stop, leave, moving."""


@lru_cache(maxsize=5_000)
def says_another_thing(german: str, english: str) -> bool:
    """Whether no German word that the dictionary has for an English word shares an English with this German word.

    Not where it has either word not at all, nor where it has very many German words for the English one.

    >>> says_another_thing("Libanesen", "bananas"), says_another_thing("Anstieg", "growth")
    (True, False)
    """
    own = english_of(german)
    if not own or EnglishWords(english).may_say(german):
        return False
    others = _german_for(english)
    return 0 < len(others) <= _MOST and all(_is_apart(german, other, own) for other in others)


def _german_for(english: str) -> frozenset[str]:
    with suppress(WorkbenchError):
        return frozenset(one.german.rpartition(" ")[2] for one in german_for(english))
    return frozenset()


def _is_apart(german: str, other: str, own: frozenset[str]) -> bool:
    return other[:_BEGINNING].lower() != german[:_BEGINNING].lower() and own.isdisjoint(english_of(other))
