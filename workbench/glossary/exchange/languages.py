"""Language tags as files write them: `de-DE`, `de_AT`, `EN`, `eng`."""

from __future__ import annotations

_TWO_LETTERS = {"deu": "de", "ger": "de", "eng": "en"}

_CODES = """ar be bg bs ca cs cy da de el en eo es et eu fa fi fr ga he hi hr hu hy is it ja ka kk ko ky la lb lt lv
    mk mt nb nl no pl pt ro ru sk sl sq sr sv tg tk tr uk uz vi zh"""
CODES = frozenset(_CODES.split())
"""Two-letter codes that are taken for a language where nothing else says that a text is one."""


def tag(text: str) -> str:
    """A language tag in one spelling: `de_AT` and `DE-at` are `de-at`, `ger` is `de`."""
    language, *rest = text.strip().replace("_", "-").lower().split("-")
    return "-".join((_TWO_LETTERS.get(language, language), *rest))


def language(text: str) -> str:
    """The language of a tag, without country or script: `de` for `de-AT`."""
    return tag(text).partition("-")[0]


def rank(english: str, wanted: str) -> int:
    """Which English comes first: the wanted one, then English of no country, then any other."""
    return 0 if tag(english) == tag(wanted) else 1 if tag(english) == "en" else 2


def shown(text: str) -> str:
    """A tag as people write it: `en-GB`."""
    spoken, *rest = tag(text).split("-")
    return "-".join((spoken, *(part.upper() if len(part) == 2 else part for part in rest)))
