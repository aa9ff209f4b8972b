"""How likely a string of letters is as a name of a language, learned from a list of such names.

Method: letter n-grams of up to four, each order backed off to the next shorter one with the weights of
Ian H. Witten and Timothy C. Bell, “The Zero-Frequency Problem”, IEEE Transactions on Information Theory 37(4), 1991.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

START, END = "^", "$"
_ORDER = 4
_LETTERS = 60  # that a name might have; the chance of one never seen is spread over as many


class Letters:
    """Chances of the next letter of a name, given up to three letters before it.

    >>> names = Letters(["zukov", "zuev", "zorin"])
    >>> names.chance("^", "z") > names.chance("^", "s")
    True
    """

    def __init__(self, names: Iterable[str]) -> None:
        seen: dict[str, Counter[str]] = defaultdict(Counter)
        for name in names:
            padded = START + name.lower() + END
            for i in range(1, len(padded)):
                for j in range(max(0, i - _ORDER + 1), i + 1):
                    seen[padded[j:i]][padded[i]] += 1
        self._seen = dict(seen)
        self._totals = {before: counts.total() for before, counts in self._seen.items()}
        self._remembered: dict[tuple[str, str], float] = {}

    def chance(self, before: str, letter: str) -> float:
        """Natural logarithm of the chance that `letter` follows `before` (which begins with START, or is cut)."""
        key = (before[1 - _ORDER :], letter)
        known = self._remembered.get(key)
        if known is None:
            known = self._remembered[key] = math.log(self._share(*key))
        return known

    def of(self, name: str) -> float:
        """Natural logarithm of the chance of a whole name."""
        padded = START + name.lower() + END
        return sum(self.chance(padded[:i], padded[i]) for i in range(1, len(padded)))

    def _share(self, before: str, letter: str) -> float:
        shorter = self._share(before[1:], letter) if before else 1 / _LETTERS
        counts = self._seen.get(before)
        if counts is None:
            return shorter
        total, kinds = self._totals[before], len(counts)
        return (counts[letter] + kinds * shorter) / (total + kinds)
