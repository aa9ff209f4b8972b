"""What is known of ordinary German words (simplemma). Asked rarely: the dictionary takes a second to load."""

from __future__ import annotations

from functools import lru_cache

from workbench.glossary.folding import fold

_SUFFIXES = (
    *("schaft", "ling", "heit", "keit", "isch", "innen", "erin", "ismus", "isten", "chen", "lein"),
    *("arier", "arisch", "elle"),
)
_SURNAMES = (
    "mann",
    "meier",
    "meyer",
    "mayer",
    "maier",
    "bauer",
    "reiter",
    "berger",
    "hauser",
    "hofer",
    "anke",
)


@lru_cache(maxsize=20_000)
def is_known(word: str) -> bool:
    """Whether the dictionary has the word as it stands."""
    import simplemma

    return bool(simplemma.is_known(word, "de"))


@lru_cache(maxsize=20_000)
def lemma(word: str) -> str:
    """The dictionary form of a word (the word itself where none is known)."""
    import simplemma

    return str(simplemma.lemmatize(word, "de"))


def is_noun(rest: str) -> bool:
    """Whether the end of a compound (`sprecher`, `gegnern`) is itself a noun of four letters or more."""
    word = rest.capitalize()
    key = fold(word)
    if len(word) < 4 or key.startswith(_SUFFIXES) or key.removesuffix("s") in _SURNAMES:
        return False
    return is_known(word) and lemma(word)[:1].isupper()


def agrees(token: str, base: str, unknown: bool) -> bool:
    """Whether `token` can be a form of the word with the key `base`; `unknown` is said of unknown words."""
    word = token.capitalize() if token.isupper() else token
    return fold(lemma(word)) == base if is_known(word) else unknown
