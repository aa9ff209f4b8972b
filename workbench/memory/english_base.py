"""What the forms of an English word have in common, for looking them up: no dictionary is asked.

Irregular verbs and plurals by their tables, the others by their endings, as stemmers do (Porter 1980). Different words
may share a base; who shows what was found looks at the words themselves.
"""

from __future__ import annotations

from functools import cache, lru_cache

from workbench.glossary.english.plural import IRREGULAR_PLURALS
from workbench.text.english_verbs import IRREGULAR

_BE_AND_HAVE = {
    **dict.fromkeys(("am", "is", "are", "was", "were", "been", "being"), "be"),
    **dict.fromkeys(("has", "had", "having"), "have"),
    **dict.fromkeys(("does", "did", "done"), "do"),
    "goes": "go",
}
_VOWELS = frozenset("aeiouy")
_SHORTEST = 3
"""Letters that an ending leaves at least: `sing` is no form of `s`."""


@lru_cache(maxsize=8_000)
def base(word: str) -> str:
    """What the forms of an English word (in small letters) have in common; often it is no word itself.

    >>> base("went") == base("going") == base("go"), base("crisis") == base("crises")
    (True, True)
    """
    return _trimmed(_regular(_without_ending(_regular(word))))


def _regular(word: str) -> str:
    """The infinitive of an irregular form, the singular of an irregular plural; else the word."""
    if found := _forms().get(word):
        return found
    if word.endswith(_plural_endings()):  # asked at once: few words have one
        plural, singular = next(one for one in _plurals() if word.endswith(one[0]))
        return word[: len(word) - len(plural)] + singular
    return word


def _without_ending(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if len(word) - len(ending) >= _SHORTEST - 1 and rest != word and not _VOWELS.isdisjoint(rest):
            return rest
    if len(word) > _SHORTEST and word.endswith(("ses", "xes", "zes", "ches", "shes", "sis", "xis")):
        return word[:-2]
    if len(word) > _SHORTEST and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _trimmed(word: str) -> str:
    """Without what spelling puts on or changes before an ending: make, mak|ing; stop, stopp|ed; carry, carri|ed."""
    word = word[:2] + word[2:].rstrip("e")
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in _VOWELS:
        word = word[:-1]
    if word.endswith("y"):
        return word[:-1] + "i"
    return word[:-1] if len(word) > _SHORTEST and word.endswith("ck") else word


@cache
def _forms() -> dict[str, str]:
    found = dict(_BE_AND_HAVE)
    for verb, sets in IRREGULAR.items():
        for form in (form for parts in sets for form in (*parts.past, *parts.participle)):
            if form not in IRREGULAR:  # `lay` is a verb itself
                found.setdefault(form, verb)
    return found


@cache
def _plurals() -> tuple[tuple[str, str], ...]:
    other = IRREGULAR_PLURALS.items()
    return tuple((plural, singular) for singular, plural in other if not singular.endswith("is"))


@cache
def _plural_endings() -> tuple[str, ...]:
    return tuple(plural for plural, _ in _plurals())
