"""How names sound, told from their letters: spellings of one name have the same sound, or nearly."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from workbench.text.lazy_pattern import lazy_pattern

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})
_SAME_IN_ENGLISH = (
    (lazy_pattern("tsch|tch"), "ch"),
    (lazy_pattern("sch"), "sh"),
    (lazy_pattern("([aou])e"), r"\1"),
    (lazy_pattern("ph"), "f"),
    (lazy_pattern("dt|th"), "t"),
    (lazy_pattern("ck"), "k"),
    (lazy_pattern("kh"), "h"),
    (lazy_pattern("x"), "ks"),
    (lazy_pattern("w"), "v"),
    (lazy_pattern("(?:ff|f)$"), "v"),
    (lazy_pattern("ou(?=[^aeiouyj])"), "ov"),
    (lazy_pattern("[yj]"), "i"),
    (lazy_pattern(r"(.)\1+"), r"\1"),
    (lazy_pattern("^i(?=e)|(?<=.)i(?=[aeou])"), ""),
)
_SAME_IN_GERMAN = (
    (lazy_pattern("kh"), "ch"),
    (lazy_pattern("w"), "v"),
    (lazy_pattern("(?:[yij]+)$"), "i"),
    (lazy_pattern("(?<![aeou])[yj]"), "i"),
)
_LIKE = (
    (lazy_pattern("sch|sh|zh|ts|ß|z"), "s"),
    (lazy_pattern("ch|kh|ck|c|q"), "k"),
    (lazy_pattern("ph"), "f"),
    (lazy_pattern("th|dt"), "t"),
    (lazy_pattern("x"), "ks"),
    (lazy_pattern("w"), "v"),
    (lazy_pattern("ou"), "u"),
    (lazy_pattern("[yj]"), "i"),
    (lazy_pattern(r"(.)\1+"), r"\1"),
)
_ENDINGS: tuple[str, ...] = (
    *("s", "es", "n", "ns", "an", "ans", "ian", "ians", "ean", "eans", "ish", "ese", "ic", "i", "is", "ist", "ists"),
    *("ite", "ites", "ism", "er", "ers", "stan", "istan", "stani", "istani", "stanis", "land"),
)
_AFTER_VOWEL, _AFTER_CONSONANT = ("n", "ns"), ("i", "is")
_MASCULINE = lazy_pattern("(?:[yij]+|o[yij])$")
_FEMININE = lazy_pattern("(?:a[yij]+a|a)$")


@lru_cache(maxsize=50_000)
def sounds(name: str) -> tuple[str, ...]:
    """What a name sounds like in English, one or two readings; spellings of one name share a reading.

    `Friedmann` and `Friedman`, `Zelenskyy` and `Zelenskiy`, `Tichanowskaya` and `Tikhanovskaya`; a ch is read as
    in `Zakharchenko` and as in `Bach`.
    """
    plain = _plain(name)
    readings = [plain, plain.replace("ch", "kh")] if "ch" in re.sub("t?sch|tch", "", plain) else [plain]
    return tuple(dict.fromkeys(_reduced(reading, _SAME_IN_ENGLISH) for reading in readings))


@lru_cache(maxsize=50_000)
def german_sound(name: str) -> str:
    """A German name without what transcriptions from Cyrillic vary in: `Selenskyj` and `Selenski` are alike.

    `Meyer` and `Maier`, `Friedman` and `Friedmann` are different names in German.
    """
    return _reduced(_plain(name), _SAME_IN_GERMAN)


@lru_cache(maxsize=50_000)
def likeness_key(name: str) -> str:
    """A name, German or English, in letters that the two languages share: `Sachartschenko` and `Zakharchenko`,
    `Dschawad` and `Javad`."""
    return _reduced(_plain(name).replace("dsch", "j").replace("tsch", "ch"), _LIKE)


def are_related(one: str, other: str) -> bool:
    """Whether two words are forms of one, or of names that belong together: `Russia` and `Russian`, `the Friedmans`,
    `Navalny` and `Navalnaya`."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    if short == long:
        return False
    if any(_is_stem(long.removesuffix(ending), short, ending) for ending in _ENDINGS if long.endswith(ending)):
        return True
    return any(
        feminine.endswith("a") and _FEMININE.sub("", feminine) in (masculine, _MASCULINE.sub("", masculine))
        for masculine, feminine in ((short, long), (long, short))
    )


def _is_stem(stem: str, word: str, ending: str) -> bool:
    """Whether a word without its ending is another word, or that without its last vowel (`Russi-an`, `Russi-a`)."""
    vowel = stem[-1:] in tuple("aeiouy")
    if len(stem) < 3 or (ending in _AFTER_VOWEL and not vowel) or (ending in _AFTER_CONSONANT and vowel):
        return False
    return stem == word or (stem == word[:-1] and word[-1] in "aeioy")


def _plain(name: str) -> str:
    """Small letters without accents and apostrophes."""
    parted = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return "".join(letter for letter in parted if letter.isalpha())


def _reduced(text: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, put in rules:
        text = pattern.sub(put, text)
    return text
