"""What a German word can mean as a figure: `drei`, `dritten`, `zweimal`, `Zweidrittelmehrheit`, `verdreifacht`."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from workbench.checks.figures.figure import Kind, Told, decade, plain, share
from workbench.checks.figures.kin import GERMAN_KIN
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.number_words import (
    GERMAN_CARDINALS,
    GERMAN_MONTHS,
    GERMAN_ORDINAL_STEMS,
    GERMAN_WEEKDAYS,
)

_DERIVED_TAILS = (
    "jähr", "täg", "mal", "fach", "monat", "stünd", "wöch", "minüt", "sekünd", "köpf", "stell", "teil",
    "seit", "stöck", "geschoss", "prozent", "tür", "bein", "rädr", "spur", "sprach", "kampf", "er",
)  # fmt: skip
_FRACTIONS = {"drittel": 3, "viertel": 4, "fünftel": 5, "achtel": 8, "zehntel": 10}
_FRACTION = lazy_pattern(rf"(?P<many>ein|zwei|drei|vier)(?P<part>{'|'.join(_FRACTIONS)})")
_HALVES_TOLD = ("anderthalb", "eineinhalb", "zweieinhalb", "dreieinhalb", "viereinhalb", "fünfeinhalb")
_HALVES = lazy_pattern(r"([a-zäöüß]+)einhalb")
_MULTIPLIED = lazy_pattern(r"(?:ver)?([a-zäöüß]+?)(?:fach|facht)(?:e[nrsm]?|t|st|en|te[nrsm]?|ung)?")
_ENDINGS = lazy_pattern(r"(?:e[nrsm]?|ens|el[ns]?)$")
ARTICLES = frozenset({"ein", "eine", "einer", "einen", "einem", "eines"})
_NOT_TOLD = ARTICLES | frozenset({"eins", "null", "hundert", "tausend", "zwei"})

_DAY_OF = lazy_pattern(rf"({'|'.join(GERMAN_WEEKDAYS)})(?:morgen|vormittag|mittag|nachmittag|abend|nacht)")

Meaning = tuple[frozenset[str], Told, Kind]


@lru_cache(maxsize=20_000)
def meaning(written: str) -> Meaning:
    """What a word can mean as a figure, whether its loss is told, and its kind; most words mean nothing."""
    word = written.lower()
    if month := GERMAN_MONTHS.get(word):
        return frozenset({f"m{month}"}), "changed", "month"
    if day := GERMAN_WEEKDAYS.get(word) or _day_of_compound(word):
        return frozenset({f"w{day}"}), "changed", "weekday"
    value = 1 if word in ARTICLES else GERMAN_CARDINALS.get(word)
    if value is not None:
        return frozenset({plain(value)}), _told(written, value), "word"
    ordinal = GERMAN_ORDINAL_STEMS.get(_ENDINGS.sub("", word))
    if ordinal is not None and word not in GERMAN_KIN:
        return frozenset({plain(ordinal)}), "changed" if ordinal > 2 and not word.endswith("l") else "never", "word"
    return _derived(word), "changed" if word.startswith(_HALVES_TOLD) else "never", "word"


def _day_of_compound(word: str) -> int | None:
    """The day of `Montagabend`, `Mittwochmorgen`."""
    day = _DAY_OF.match(word)
    return GERMAN_WEEKDAYS[day[1]] if day else None


def _told(written: str, value: int) -> Told:
    """Two and less English often says otherwise; Acht may be attention."""
    if written.lower() in _NOT_TOLD or written == "Acht":
        return "never"
    return "alone" if value <= 12 else "changed"


def _derived(word: str) -> frozenset[str]:
    """What a word made from a number can mean: `zweimal` 2, `dritten` 3, `zweieinhalb` 2.5."""
    if kin := GERMAN_KIN.get(word):
        return kin
    if halves := _HALVES.match(word):
        whole = GERMAN_CARDINALS.get(halves[1])
        return frozenset({plain(Decimal(whole) + Decimal("0.5"))}) if whole is not None else frozenset()
    if fraction := _FRACTION.match(word):
        count, number = GERMAN_CARDINALS[fraction["many"]], _FRACTIONS[fraction["part"]]
        return frozenset({plain(Decimal(count) / number), plain(count), plain(number), *share(count, number)})
    if (times := _MULTIPLIED.fullmatch(word)) and (value := GERMAN_CARDINALS.get(times[1])):
        return frozenset({plain(value), f"f{plain(value)}"})
    return _beginning(word)


def _beginning(word: str) -> frozenset[str]:
    if word.startswith(("dritt", "zweit")) and len(word) > 8:
        return frozenset({"3" if word.startswith("dritt") else "2"})
    for end in range(min(len(word) - 1, 40), 2, -1):
        value = GERMAN_CARDINALS.get(word[:end])
        if value is not None and word.startswith(_DERIVED_TAILS, end):
            return frozenset(decade(str(value)) if word.endswith(("er", "ern")) else {plain(value)})
        if value is not None and value >= 20 and word.startswith("er", end):
            return frozenset(decade(str(value)))
    return frozenset()
