"""Whether words stand in a text: as whole words, in capitals or not."""

from __future__ import annotations

import re
from functools import lru_cache

_APOSTROPHES = str.maketrans({"'": "’"})


def stands_in(words: str, text: str) -> bool:
    """Whether an English word or phrase stands in a text as it is, in capitals or small letters.

    Parts of words do not count; white space and apostrophes may be others. No words stand nowhere.

    >>> stands_in("rat", "They generate power."), stands_in("rat", "Rats! A rat-catcher."), stands_in("rat", "Rats!")
    (False, True, False)
    """
    found = _pattern(words)
    return found is not None and found.search(text.translate(_APOSTROPHES)) is not None


@lru_cache(maxsize=1_000)
def _pattern(words: str) -> re.Pattern[str] | None:
    phrase = r"\s+".join(re.escape(part) for part in words.translate(_APOSTROPHES).split())
    return re.compile(rf"(?<!\w){phrase}(?!\w)", re.IGNORECASE) if phrase else None
