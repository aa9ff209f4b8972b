"""Rare names of the corpus, to be put in the place of others: what is seldom seen is what goes wrong in a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from training.pairs import Pair
from training.text import tokens

RARE = 3
"""Pairs that a name may stand in and still be rare."""


def rare_names(pairs: Iterable[Pair], most: int = RARE) -> tuple[str, ...]:
    """Names that stand alike in German and English of at most `most` pairs, in order of the alphabet.

    A name: four letters or more, the first alone a capital, within the English sentence and never in small letters
    in any.
    """
    seen: Counter[str] = Counter()
    small: set[str] = set()
    for pair in pairs:
        english = [token.text for token in tokens(pair.english)]
        small.update(word for word in english if word.islower())
        german = {token.text for token in tokens(pair.german)}
        seen.update({word for word in english[1:] if word in german and _is_name(word)})
    return tuple(sorted(name for name, times in seen.items() if times <= most and name.lower() not in small))


def _is_name(word: str) -> bool:
    return len(word) > 3 and word.isalpha() and word.istitle()
