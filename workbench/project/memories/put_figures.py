"""A figure in the place of another one in English, in the other's own form: 3 May → 4 June, May 3 → June 4.

What is not sure has no form here (None): then nothing is put right. How a number is written (words or digits,
separators) is as it was, and as far as a house style says it otherwise, that puts it right afterwards.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from workbench.checks.figures import Figure
from workbench.project.memories.english_numbers import (
    MONTH_NAMES,
    MOST_IN_WORDS,
    MOST_WORDS,
    SCALE_WORDS,
    digits,
    ordinal,
    spelt,
    suffix,
)
from workbench.project.memories.german_number import GermanNumber, german_number
from workbench.project.memories.put_times import (
    OF_KINDS,
    SCORE,
    clock_time,
    is_time,
    only_reading,
    rest_of_day,
    written_name,
    written_score,
    written_time,
)
from workbench.text.number_words import (
    ENGLISH_CARDINALS,
    ENGLISH_ORDINALS,
    ENGLISH_SCALES,
)

_ENGLISH_DIGITS = re.compile(
    r"(?P<number>\d{1,3}(?:(?P<group>[,’\s])\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<gap>[\s-]*)(?P<tail>[A-Za-z]*)"
)


def written(old: Figure, new: Figure, english: Figure, clock: str = "") -> str | None:
    """How English writes the German figure `new` where `english` stands for the German `old`; None where it is open.

    `clock`: how the house style writes times (`2.30pm`), for a time that gets minutes though it had none.
    """
    if old.negative != new.negative:
        return None
    kinds = {old.kind, new.kind, english.kind}
    form = next((form for kind, form in OF_KINDS if kind in kinds), None)
    if form is not None:
        return form(new, english) if len(kinds) == 1 and rest_of_day(old) == rest_of_day(new) else None
    if only_reading(old, "s") and only_reading(new, "s"):
        return written_score(old, new, english)
    if is_time(old, new, english):
        return written_time(old, new, english, clock)
    return _number(old, new, english)


def as_english(figure: Figure, *, clock: str = "", day_first: bool = True) -> str | None:
    """How English writes a German figure where nothing stands in its place yet; None where that is open.

    `clock`: how the house style writes times. `day_first`: 3 May, else May 3. A unit is not written with it.
    """
    if figure.kind == "roman":
        return figure.text
    for kind in ("month", "weekday"):
        if figure.kind == kind:
            return written_name(figure, replace(figure, text="January"))
    if (date := only_reading(figure, "d")) is not None and figure.kind == "date":
        day, month = map(int, date.split("."))
        return f"{day} {MONTH_NAMES[month]}" if day_first else f"{MONTH_NAMES[month]} {day}"
    if SCORE.fullmatch(figure.text):
        return figure.text
    if (time := only_reading(figure, "t")) is not None and not figure.values:
        hour, minute = map(int, time.split(":"))
        return clock_time(hour, minute, clock)
    return _number_alone(figure)


def _number_alone(figure: Figure) -> str | None:
    """A number in English digits, or in words where the German has it in words; million, billion in words."""
    number = german_number(figure)
    if number is None:
        return None
    if number.rest.startswith("th "):
        return ordinal(int(number.value), spell=True)
    if number.rest:
        return _with_tail(number, "s") if number.rest == "er" else None
    return _cardinal_alone(number)


def _cardinal_alone(number: GermanNumber) -> str | None:
    names = SCALE_WORDS[0]
    if number.scale > 1 and number.scale not in names:
        return None
    if number.scale > 1 and number.mantissa < 1000:
        return f"{digits(number.mantissa, None, grouped=number.grouped)} {names[number.scale]}"
    said = spelt(number.value) if number.in_words else None
    return said or digits(number.value, None, grouped=number.grouped)


def is_one(figure: Figure) -> bool:
    """Whether a German figure is one thing, so that what is counted stands in the singular."""
    number = german_number(figure)
    return number is not None and number.value == 1


def _number(old: Figure, new: Figure, english: Figure) -> str | None:
    was, now = german_number(old), german_number(new)
    if was is None or now is None or was.rest != now.rest:
        return None
    if found := _ENGLISH_DIGITS.fullmatch(english.text):
        return _in_digits(was, now, found)
    return _in_words(was, now, english.text)


def _in_digits(was: GermanNumber, now: GermanNumber, there: re.Match[str]) -> str | None:
    tail, number = there["tail"], Decimal(re.sub(r"[,’\s]", "", there["number"]))
    if tail in ("st", "nd", "rd", "th", "s"):
        return _with_tail(now, tail) if number == was.value else None
    scale = ENGLISH_SCALES.get(tail.lower(), 0) if tail else 1
    scaled = _scaled(was, now, tail, scale) if scale and number * scale == was.value else None
    if scaled is None:
        return None
    mantissa, name = scaled
    small = now.in_words and not was.in_words and not name and now.value <= MOST_IN_WORDS
    said = spelt(mantissa) if small else None
    return said or digits(mantissa, there["group"], grouped=now.grouped) + there["gap"] * bool(name) + name


def _with_tail(now: GermanNumber, tail: str) -> str | None:
    """`21st`, `1970s`."""
    value = int(now.value)
    return f"{value}{'s' if tail == 's' else suffix(value)}" if _is_whole(now.value) else None


def _in_words(was: GermanNumber, now: GermanNumber, english: str) -> str | None:
    *counted, last = re.split(r"[\s-]+", english.lower())
    begins = english[:1].isupper()
    if last in ENGLISH_ORDINALS:
        said = _ordinal_for(was, now, _sum(counted, ENGLISH_ORDINALS[last]), spell=begins or now.in_words)
    elif last in ENGLISH_SCALES and counted:
        said = _cardinal_for(was, now, _sum(counted, 0), last, spell=begins)
    else:
        said = _cardinal_for(was, now, _sum([*counted, last], 0), "", spell=begins)
    return said[:1].upper() + said[1:] if said and begins else said


def _ordinal_for(was: GermanNumber, now: GermanNumber, there: int | None, *, spell: bool) -> str | None:
    if there != was.value or not _is_whole(now.value) or now.scale > 1:
        return None
    return ordinal(int(now.value), spell=spell)


def _cardinal_for(was: GermanNumber, now: GermanNumber, there: int | None, name: str, *, spell: bool) -> str | None:
    """`spell`: a sentence begins here, and it does not begin with a figure."""
    scale = ENGLISH_SCALES[name] if name else 1
    scaled = _scaled(was, now, name, scale) if there is not None and there * scale == was.value else None
    if scaled is None:
        return None
    mantissa, name = scaled
    said = spelt(mantissa) if mantissa <= (MOST_WORDS if spell or now.in_words else MOST_IN_WORDS) else None
    if said is None and spell:
        return None
    return (said or digits(mantissa, None, grouped=now.grouped)) + f" {name}" * bool(name)


def _scaled(was: GermanNumber, now: GermanNumber, name: str, scale: int) -> tuple[Decimal, str] | None:
    """The number before the word for the scale (million) and that word, as the other number has one, or has none."""
    if was.scale != now.scale and name:
        names = next((one for one in SCALE_WORDS if one.get(scale) == name.lower()), {})
        if now.scale not in names or was.scale != scale:
            return None
        name, scale = names[now.scale], now.scale
    mantissa = now.mantissa if now.scale == scale else now.value / scale
    if mantissa >= 1000 and name:
        return None
    exponent = mantissa.normalize().as_tuple().exponent
    return (mantissa, name) if isinstance(exponent, int) and exponent >= -3 else None


def _sum(words: list[str], last: int) -> int | None:
    """The value of number words up to 99 with what the last one adds; None of others."""
    values = [ENGLISH_CARDINALS.get(word) for word in words]
    known = [value for value in values if value is not None]
    if len(known) < len(values) or len(known) + bool(last) > 2 or (len(known) == 2 and known[0] < 20):
        return None
    return sum(known) + last


def _is_whole(number: Decimal) -> bool:
    return number == int(number) and number > 0
