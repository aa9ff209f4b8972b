"""Numbers written as words, German and English: what value each word has."""

from __future__ import annotations

from types import MappingProxyType

_GERMAN_UNITS = ("null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_GERMAN_TEENS = (
    "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn",
    "neunzehn",
)  # fmt: skip
_GERMAN_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_ENGLISH_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ENGLISH_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH_ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
)  # fmt: skip


def _german_below_hundred() -> list[str]:
    """`null` … `neunundneunzig`, in order."""
    words = [*_GERMAN_UNITS, *_GERMAN_TEENS]
    for tens in _GERMAN_TENS:
        words += [tens, *(f"{unit}und{tens}" for unit in _GERMAN_UNITS[1:])]
    return words


def _german_cardinals() -> dict[str, int]:
    """`null` to `neunhundertneunundneunzig`, then whole thousands up to 999,000."""
    small = _german_below_hundred()
    words = {word: value for value, word in enumerate(small)}
    for hundreds in range(1, 10):
        head = f"{_GERMAN_UNITS[hundreds]}hundert"
        words[head] = hundreds * 100
        for value, word in enumerate(small[1:], start=1):
            words[head + word] = words[f"{head}und{word}"] = hundreds * 100 + value
    words |= {f"{word}tausend": value * 1000 for word, value in words.items() if value}
    words |= {"eins": 1, "zwo": 2, "hundert": 100, "tausend": 1000}
    return words | {word.replace("ß", "ss"): value for word, value in words.items() if "ß" in word}


def _german_ordinals() -> dict[str, int]:
    """The stems of `erste` … `hundertste`, without their endings."""
    irregular = {1: "erst", 3: "dritt", 7: "siebt", 8: "acht"}
    stems = {}
    for value, word in enumerate(_german_below_hundred()):
        stem = irregular.get(value, word + ("t" if value < 20 else "st"))
        stems[stem] = value
        stems[stem.replace("ß", "ss")] = value
    return stems | {"hundertst": 100, "tausendst": 1000, "siebent": 7}


def _english_cardinals() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_ENGLISH_UNITS)}
    return words | {word: 20 + 10 * n for n, word in enumerate(_ENGLISH_TENS)}


def _english_ordinals() -> dict[str, int]:
    words = {word: value for value, word in enumerate(_ENGLISH_ORDINALS)}
    return words | {f"{word[:-1]}ieth": 20 + 10 * n for n, word in enumerate(_ENGLISH_TENS)}


GERMAN_CARDINALS = MappingProxyType(_german_cardinals())
GERMAN_ORDINAL_STEMS = MappingProxyType(_german_ordinals())
ENGLISH_CARDINALS = MappingProxyType(_english_cardinals())
ENGLISH_ORDINALS = MappingProxyType(_english_ordinals())

GERMAN_MONTHS = MappingProxyType(
    {
        "januar": 1, "jänner": 1, "februar": 2, "feber": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6,
        "juli": 7, "august": 8, "september": 9, "oktober": 10, "november": 11, "dezember": 12,
    }
)  # fmt: skip
ENGLISH_MONTHS = MappingProxyType(
    {
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3,
        "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    }
)  # fmt: skip

GERMAN_SCALES = MappingProxyType(
    {
        "hundert": 100, "tausend": 10**3, "tsd": 10**3, "million": 10**6, "millionen": 10**6, "mio": 10**6,
        "mill": 10**6, "milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "billion": 10**12, "billionen": 10**12,
        "bio": 10**12, "billiarde": 10**15, "billiarden": 10**15,
    }
)  # fmt: skip
ENGLISH_SCALES = MappingProxyType(
    {
        "hundred": 100, "thousand": 10**3, "thousands": 10**3, "k": 10**3, "million": 10**6, "millions": 10**6,
        "m": 10**6, "mn": 10**6, "mln": 10**6, "billion": 10**9, "billions": 10**9, "bn": 10**9, "b": 10**9,
        "bln": 10**9, "trillion": 10**12, "trillions": 10**12, "tn": 10**12, "quadrillion": 10**15, "mio": 10**6,
        "mrd": 10**9, "tsd": 10**3,
    }
)  # fmt: skip

GERMAN_WEEKDAYS = MappingProxyType(
    {
        "montag": 1, "montags": 1, "dienstag": 2, "dienstags": 2, "mittwoch": 3, "mittwochs": 3, "donnerstag": 4,
        "donnerstags": 4, "freitag": 5, "freitags": 5, "samstag": 6, "samstags": 6, "sonnabend": 6, "sonnabends": 6,
        "sonntag": 7, "sonntags": 7,
    }
)  # fmt: skip
ENGLISH_WEEKDAYS = MappingProxyType(
    {
        "monday": 1, "mondays": 1, "tuesday": 2, "tuesdays": 2, "wednesday": 3, "wednesdays": 3, "thursday": 4,
        "thursdays": 4, "friday": 5, "fridays": 5, "saturday": 6, "saturdays": 6, "sunday": 7, "sundays": 7,
    }
)  # fmt: skip
