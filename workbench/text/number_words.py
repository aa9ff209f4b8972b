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

GERMAN_KIN = MappingProxyType(
    {
        "beide": "2", "beiden": "2", "beider": "2", "beides": "2", "beidem": "2", "paar": "2",
        "doppelt": "2", "doppelte": "2", "doppelten": "2", "doppelter": "2", "verdoppelt": "2",
        "verdoppeln": "2", "verdoppelte": "2", "verdreifacht": "3", "verdreifachen": "3", "dutzend": "12",
        "dutzende": "12", "hälfte": "0.5", "halb": "0.5", "halbe": "0.5", "halben": "0.5", "halber": "0.5",
        "halbes": "0.5", "anderthalb": "1.5", "viertel": "0.25", "mittag": "12", "mitternacht": "0",
        "jahrzehnt": "10", "jahrzehnts": "10", "jahrhundert": "100", "jahrhunderts": "100", "einzige": "1",
        "einziger": "1", "einzigen": "1", "einmal": "1", "vierteljahr": "3", "halbjahr": "6",
        "quartal": "3", "zwillinge": "2", "nochmals": "2", "duo": "2", "trio": "3", "achtelfinale": "16",
        "viertelfinale": "8", "halbfinale": "4", "rund": "24",
    }
)  # fmt: skip
"""German words that an English number may stand for, without being numbers themselves."""

ENGLISH_KIN = MappingProxyType(
    {
        "a": "1", "an": "1", "once": "1", "single": "1", "sole": "1", "both": "2", "couple": "2",
        "pair": "2", "pairs": "2", "twice": "2", "double": "2", "doubled": "2", "doubles": "2",
        "doubling": "2", "dual": "2", "twin": "2", "twins": "2", "either": "2", "neither": "2",
        "former": "2", "duo": "2", "twofold": "2", "thrice": "3", "triple": "3", "tripled": "3",
        "trio": "3", "threefold": "3", "quadruple": "4", "quadrupled": "4", "quartet": "4",
        "fourfold": "4", "quarter": "0.25", "quarters": "0.25", "quarterly": "3", "half": "0.5",
        "halves": "0.5", "halved": "0.5", "decade": "10", "tenfold": "10", "dozen": "12", "noon": "12",
        "midday": "12", "midnight": "0", "fortnight": "14", "century": "100", "no": "0", "none": "0",
        "nil": "0", "hundreds": "100", "nobody": "0",
    }
)  # fmt: skip
"""English words that a German number may stand for, without being numbers themselves."""
