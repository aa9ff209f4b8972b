"""Cyrillic names in English letters, system by system.

BGN/PCGN are the joint systems of the US Board on Geographic Names and the UK's Permanent Committee on Geographical
Names: Russian 1947, Ukrainian 1965 and 2019 (Ukraine's own system of 2010), Belarusian 1979. Their apostrophes and the
dots of ë, which the systems themselves let fall, are left out. What the press does is written down nowhere for all
papers; the rules here follow The Economist's style guide for Russian, Ukraine's system with the endings of British
papers, and the way that Belarusians in the news spell themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.glossary.romanisation.known import Language
from workbench.glossary.romanisation.transcription import HUSHING, VOWELS

_SAME = dict(zip("абвгдзклмнопрстуф", "abvgdzklmnoprstuf", strict=True))
_COMMON = {**_SAME, "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "", "ъ": "", "'": ""}
_RUSSIAN = {**_COMMON, "е": "e", "ё": "e", "и": "i", "й": "y", "ы": "y", "э": "e", "ю": "yu", "я": "ya"}
_UKRAINIAN = {**_COMMON, "г": "h", "ґ": "g", "е": "e", "и": "y", "і": "i"}
_BELARUSIAN = {**_COMMON, "г": "h", "ґ": "g", "і": "i", "ы": "y", "э": "e"}
_SIGNS = "ьъ'"


@dataclass(frozen=True, slots=True)
class System:
    """A way to write a language's names in English. `weight`: how usual it is in the press, 1 being the most usual.

    `write` takes a whole Cyrillic word in lower case; `of_the_press` systems have usual forms of given names besides;
    one that is a `habit_of` another is named only where the two differ.
    """

    name: str
    language: Language
    weight: float
    write: Callable[[str], str]
    of_the_press: bool = False
    habit_of: str = ""


def bgn_1947(word: str) -> str:
    """BGN/PCGN 1947 for Russian: е is ye at the start, after vowels, й, ъ and ь."""
    return _letter_by_letter(word, _russian_bgn)


def russian_press(word: str) -> str:
    """Russian as the papers write it: -y for -ий and -ый, -i for й after other vowels, yo for ё."""
    english = _letter_by_letter(_plain_end(word, ("ий", "ый"), "ы"), _russian_press)
    return f"{english[:-3]}ia" if word.endswith("ия") else english


def russian_press_plain(word: str) -> str:
    """The papers' other habit: no y before e inside a name (Valieva, Dmitriev, Dostoevsky), j for дж (Jabarov)."""
    return _letter_by_letter(_plain_end(word, ("ий", "ый"), "ы"), _russian_plain).replace("dzh", "j")


def national_2010(word: str) -> str:
    """Ukraine's own system of 2010, adopted by BGN and PCGN in 2019."""
    return _letter_by_letter(word, _ukrainian_2010)


def ukrainian_press(word: str) -> str:
    """Ukrainian as the papers write it: the system of 2010 with -y for -ий and -iy for -ій."""
    if word.endswith("ій"):
        return f"{national_2010(word[:-1])}y"
    return national_2010(_plain_end(word, ("ий",), "и"))


def bgn_1965(word: str) -> str:
    """BGN/PCGN 1965 for Ukrainian, in use until 2019: ya, ye, yi, yu everywhere (Yatsenyuk, Zelenskyy)."""
    return _letter_by_letter(word, _ukrainian_1965)


def bgn_1979(word: str) -> str:
    """BGN/PCGN 1979 for Belarusian: е is always ye, ў is w."""
    return _letter_by_letter(word, _belarusian_bgn)


def belarusian_press(word: str) -> str:
    """Belarusian as its bearers and the papers write it: ia, io, iu after consonants, ў as u (Tsikhanouskaya)."""
    return _letter_by_letter(_plain_end(word, ("ый",), "ы", ("ій", "і")), _belarusian_press)


BGN = "BGN/PCGN "
"""How the names of the official systems begin; a year follows."""

SYSTEMS: tuple[System, ...] = (
    System("press", "ru", 1.0, russian_press, of_the_press=True),
    System(f"{BGN}1947", "ru", 0.30, bgn_1947),
    System("press without y", "ru", 0.25, russian_press_plain, of_the_press=True, habit_of="press"),
    System("press", "uk", 1.0, ukrainian_press, of_the_press=True),
    System(f"{BGN}2019", "uk", 0.85, national_2010),
    System(f"{BGN}1965", "uk", 0.30, bgn_1965),
    System("press", "be", 1.0, belarusian_press, of_the_press=True),
    System(f"{BGN}1979", "be", 0.40, bgn_1979),
)


def _letter_by_letter(word: str, letter: Callable[[str, str, str], str]) -> str:
    """The word with `letter(before, letter, after)` for each of its letters; "" before the first, after the last."""
    padded = f" {word} "
    return "".join(letter(padded[i - 1].strip(), padded[i], padded[i + 1].strip()) for i in range(1, len(word) + 1))


def _plain_end(word: str, ends: tuple[str, ...], instead: str, other: tuple[str, str] = ("", "")) -> str:
    """The word with a shorter end, where it has one of these."""
    if other[0] and word.endswith(other[0]):
        return word.removesuffix(other[0]) + other[1]
    return word[:-2] + instead if len(word) > 3 and word.endswith(ends) else word


def _russian_bgn(before: str, letter: str, after: str) -> str:
    if letter in "её":
        return "ye" if not before or before in VOWELS or before in "йьъ" else "e"
    return _RUSSIAN.get(letter, letter)


def _russian_press(before: str, letter: str, after: str) -> str:
    if letter == "ё":
        return "e" if before and before in HUSHING else "yo"
    if letter == "й":
        return "y" if not before or before == "и" or (after and after in VOWELS) else "i"
    return _russian_bgn(before, letter, after)


def _russian_plain(before: str, letter: str, after: str) -> str:
    if letter in "её" and before:
        return "ie" if before in "ьъ" else "e"
    return _russian_press(before, letter, after)


def _ukrainian_2010(before: str, letter: str, after: str) -> str:
    if letter in "єїйюя":
        first = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
        return first[letter] if not before else {"є": "ie", "ї": "i", "й": "i", "ю": "iu", "я": "ia"}[letter]
    if letter == "г" and before == "з":
        return "gh"
    return _UKRAINIAN.get(letter, letter)


def _ukrainian_1965(before: str, letter: str, after: str) -> str:
    return {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}.get(letter) or _UKRAINIAN.get(letter, letter)


def _belarusian_bgn(before: str, letter: str, after: str) -> str:
    own = {"е": "ye", "ё": "yo", "й": "y", "ў": "w", "ю": "yu", "я": "ya"}
    return own.get(letter) or _BELARUSIAN.get(letter, letter)


def _belarusian_press(before: str, letter: str, after: str) -> str:
    if letter in "её" or letter in "юя":
        open_ = not before or before in VOWELS or before in _SIGNS or before == "ў"
        soft = {"е": ("ye", "e"), "ё": ("yo", "io"), "ю": ("yu", "iu"), "я": ("ya", "ia")}
        return soft[letter][0 if open_ else 1]
    return {"й": "i", "ў": "u"}.get(letter) or _BELARUSIAN.get(letter, letter)
