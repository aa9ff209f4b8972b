"""How English writes numbers, months and days: the words, the separators, the endings."""

from __future__ import annotations

from decimal import Decimal

from workbench.text.number_words import ENGLISH_CARDINALS, ENGLISH_MONTHS, ENGLISH_ORDINALS, ENGLISH_WEEKDAYS

_NUMBER_WORDS = {value: word for word, value in reversed(list(ENGLISH_CARDINALS.items()))}
_ORDINAL_WORDS = {value: word for word, value in reversed(list(ENGLISH_ORDINALS.items()))}
MONTH_NAMES = {
    number: name.title() for name, number in reversed(list(ENGLISH_MONTHS.items())) if name != "sept"
}  # fmt: skip
"""The months by their numbers."""
SHORT_MONTHS = {1: "Jan", 2: "Feb", 3: "March", 4: "April", 5: "May", 6: "June", 7: "July", 8: "Aug", 9: "Sept",
                 10: "Oct", 11: "Nov", 12: "Dec"}  # fmt: skip
DAY_NAMES = {number: name for name, number in ENGLISH_WEEKDAYS.items() if not name.endswith("s")}
"""The days of the week by their numbers, from Monday."""
SCALE_WORDS = (
    {10**3: "thousand", 10**6: "million", 10**9: "billion", 10**12: "trillion"},
    {10**6: "m", 10**9: "bn", 10**12: "tn"},
    {10**6: "mn", 10**9: "bn", 10**12: "tn"},
)
"""The words for a thousand and more: in full, and in the two ways in which they are shortened."""
MOST_IN_WORDS = 12
"""The largest number that is written out because another was."""
MOST_WORDS = 99
"""The largest that is written out at all: where German does, and where a sentence begins."""


def digits(number: Decimal, group: str | None, *, grouped: bool) -> str:
    """Digits with English separators: those that stood there, else commas from ten thousand or as the German groups."""
    whole, _, decimals = f"{number:f}".partition(".")
    if group or grouped or len(whole) > 4:
        whole = f"{int(whole):,}".replace(",", group or ",")
    return f"{whole}.{decimals}" if decimals else whole


def spelt(number: Decimal) -> str | None:
    """A whole number up to 99 in words."""
    value = int(number)
    if number != value or not 0 <= value <= MOST_WORDS:
        return None
    if value in _NUMBER_WORDS:
        return _NUMBER_WORDS[value]
    return f"{_NUMBER_WORDS[value // 10 * 10]}-{_NUMBER_WORDS[value % 10]}"


def ordinal(value: int, *, spell: bool) -> str:
    """`third`, `23rd`; `spell`: in words where digits can be done without."""
    if value > (MOST_WORDS if spell else MOST_IN_WORDS) or value < 1:
        return f"{value}{suffix(value)}"
    if value in _ORDINAL_WORDS:
        return _ORDINAL_WORDS[value]
    return f"{_NUMBER_WORDS[value // 10 * 10]}-{_ORDINAL_WORDS[value % 10]}"


def suffix(number: int) -> str:
    """`st` of 1st, 21st; `th` of 11th."""
    return "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
