"""A figure in the place of another one in English, in the other's own form: 3 May → 4 June, May 3 → June 4.

What is not sure has no form here (None): then nothing is put right. How a number is written (words or digits,
separators) is as it was, and as far as a house style says it otherwise, that puts it right afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from workbench.checks.figures import Figure
from workbench.project.memories.english_numbers import (
    DAY_NAMES,
    MONTH_NAMES,
    MOST_IN_WORDS,
    MOST_WORDS,
    SCALE_WORDS,
    SHORT_MONTHS,
    digits,
    ordinal,
    spelt,
    suffix,
)
from workbench.text.number_words import (
    ENGLISH_CARDINALS,
    ENGLISH_ORDINALS,
    ENGLISH_SCALES,
    GERMAN_CARDINALS,
    GERMAN_ORDINAL_STEMS,
    GERMAN_SCALES,
)

_ARTICLES = frozenset({"ein", "eine", "einer", "einen", "einem", "eines"})

_GERMAN_DIGITS = re.compile(
    r"(?P<number>\d{1,3}(?P<group>[.’'\s])\d{3}(?:(?P=group)\d{3})*(?:,\d+)?|\d+(?:,\d+)?)(?P<rest>.*)", re.DOTALL
)
_ENGLISH_DIGITS = re.compile(
    r"(?P<number>\d{1,3}(?:(?P<group>[,’\s])\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<gap>[\s-]*)(?P<tail>[A-Za-z]*)"
)
_DAY_FIRST = re.compile(
    r"(?P<day>\d{1,2})(?P<th>st|nd|rd|th)?(?P<between>\s(?:of\s)?)(?P<month>[A-Z][a-z]+)(?P<dot>\.?)"
)
_MONTH_FIRST = re.compile(
    r"(?P<month>[A-Z][a-z]+)(?P<dot>\.?)(?P<between>\s(?:the\s)?)(?P<day>\d{1,2})(?P<th>st|nd|rd|th)?"
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:(?P<mark>[.:])(?P<minute>\d\d))?(?P<gap>\s?)(?P<half>(?P<letter>[apAP])\.?\s?[mM]\.?)?"
)
_SCORE = re.compile(r"(?P<one>\d+)(?P<between>\s?[:–-]\s?)(?P<other>\d+)")
_ROMAN = re.compile("[IVX]+")


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as it is written: `mantissa` times `scale`; `rest`: what else the word says (`er` of 1990er)."""

    mantissa: Decimal
    scale: int = 1
    in_words: bool = False
    grouped: bool = False
    rest: str = ""

    @property
    def value(self) -> Decimal:
        return self.mantissa * self.scale


def written(old: Figure, new: Figure, english: Figure, clock: str = "") -> str | None:
    """How English writes the German figure `new` where `english` stands for the German `old`; None where it is open.

    `clock`: how the house style writes times (`2.30pm`), for a time that gets minutes though it had none.
    """
    if old.negative != new.negative:
        return None
    kinds = {old.kind, new.kind, english.kind}
    form = next((form for kind, form in _OF_KINDS if kind in kinds), None)
    if form is not None:
        return form(new, english) if len(kinds) == 1 and _rest(old) == _rest(new) else None
    if _only(old, "s") and _only(new, "s"):
        return _score(old, new, english)
    if _is_time(old, new, english):
        return _time(old, new, english, clock)
    return _number(old, new, english)


def as_english(figure: Figure, *, clock: str = "", day_first: bool = True) -> str | None:
    """How English writes a German figure where nothing stands in its place yet; None where that is open.

    `clock`: how the house style writes times. `day_first`: 3 May, else May 3. A unit is not written with it.
    """
    if figure.kind == "roman":
        return figure.text
    for kind in ("month", "weekday"):
        if figure.kind == kind:
            return _name(figure, replace(figure, text="January"))
    if (date := _only(figure, "d")) is not None and figure.kind == "date":
        day, month = map(int, date.split("."))
        return f"{day} {MONTH_NAMES[month]}" if day_first else f"{MONTH_NAMES[month]} {day}"
    if _SCORE.fullmatch(figure.text):
        return figure.text
    if (time := _only(figure, "t")) is not None and not figure.values:
        hour, minute = map(int, time.split(":"))
        return _clock_time(hour, minute, clock)
    return _number_alone(figure)


def _clock_time(hour: int, minute: int, clock: str) -> str:
    """A time of day as a style has it, by the 24-hour clock where none is set."""
    if clock in ("", "14:30"):
        return f"{hour:02}:{minute:02}"
    mark, half = clock[1], clock[4:]
    minutes = f"{mark}{minute:02}" if minute else ""
    return f"{hour % 12 or 12}{minutes}{half if 12 <= hour < 24 else half.replace('p', 'a', 1)}"


def _number_alone(figure: Figure) -> str | None:
    """A number in English digits, or in words where the German has it in words; million, billion in words."""
    number = _german(figure)
    if number is None:
        return None
    if number.rest.startswith("th "):
        return ordinal(int(number.value), spell=True)
    if number.rest:
        return _with_tail(number, "s") if number.rest == "er" else None
    return _cardinal_alone(number)


def _cardinal_alone(number: _Number) -> str | None:
    names = SCALE_WORDS[0]
    if number.scale > 1 and number.scale not in names:
        return None
    if number.scale > 1 and number.mantissa < 1000:
        return f"{digits(number.mantissa, None, grouped=number.grouped)} {names[number.scale]}"
    said = spelt(number.value) if number.in_words else None
    return said or digits(number.value, None, grouped=number.grouped)


def _is_time(old: Figure, new: Figure, english: Figure) -> bool:
    """Whether both are times of day; 14.30 may be a number as well, unless the English says that it is none."""
    if not _only(old, "t") or not _only(new, "t"):
        return False
    return not (old.values and new.values) or not _number_only(english)


def is_one(figure: Figure) -> bool:
    """Whether a German figure is one thing, so that what is counted stands in the singular."""
    number = _german(figure)
    return number is not None and number.value == 1


# Dates, months and days, times, scores


def _date(new: Figure, english: Figure) -> str | None:
    reading = _only(new, "d")
    found = _DAY_FIRST.fullmatch(english.text) or _MONTH_FIRST.fullmatch(english.text)
    if reading is None or found is None:
        return None
    day, month = map(int, reading.split("."))
    named = _month(month, found["month"], dotted=bool(found["dot"]))
    if named is None:
        return None
    said = f"{day}{suffix(day) if found['th'] else ''}"
    parts = (named, found["between"], said)
    return "".join(parts if found.re is _MONTH_FIRST else reversed(parts))


def _month(number: int, like: str, *, dotted: bool) -> str | None:
    """A month as another one is written: in full or, as agencies have it, shortened."""
    if like in MONTH_NAMES.values():
        return MONTH_NAMES[number] + "." * dotted  # the full stop of the sentence
    short = SHORT_MONTHS[number]
    return short + "." * (dotted and short != MONTH_NAMES[number])


def _name(new: Figure, english: Figure) -> str | None:
    """A month, or a day of the week, by its name in full; the plural stays (on Mondays)."""
    if (month := _only(new, "m")) is not None:
        return MONTH_NAMES[int(month)] if english.text in MONTH_NAMES.values() else None
    day = _only(new, "w")
    if day is None:
        return None
    name = DAY_NAMES[int(day)].title()
    return name + "s" * english.text.endswith("s")


def _roman(new: Figure, english: Figure) -> str | None:
    return new.text if _ROMAN.fullmatch(new.text) and _ROMAN.fullmatch(english.text) else None


def _score(old: Figure, new: Figure, english: Figure) -> str | None:
    """A score in the order in which English has it, which may be the other one (lost 3-1 for verlor 1:3)."""
    was, now, there = (_SCORE.fullmatch(figure.text) for figure in (old, new, english))
    if not was or not now or not there:
        return None
    if (was["one"], was["other"]) == (there["one"], there["other"]):
        return now["one"] + there["between"] + now["other"]
    if (was["one"], was["other"]) == (there["other"], there["one"]):
        return now["other"] + there["between"] + now["one"]
    return None


def _time(old: Figure, new: Figure, english: Figure, clock: str) -> str | None:
    was, now, there = _only(old, "t"), _only(new, "t"), _CLOCK.fullmatch(english.text)
    if was is None or now is None or there is None:
        return None
    hour, minute = map(int, now.split(":"))
    minutes = _minutes(minute, there, clock)
    if minutes is None:
        return None
    if there["half"]:
        half = ("p" if 12 <= hour < 24 else "a") + there["half"][1:]
        return f"{hour % 12 or 12}{minutes}{there['gap']}{half.upper() if there['letter'].isupper() else half}"
    said = _hour(int(was.split(":")[0]), hour, there)
    return None if said is None else said + minutes


def _minutes(minute: int, there: re.Match[str], clock: str) -> str | None:
    """The minutes with their mark: none of the full hour where none stood there, or only because of other minutes."""
    if not minute and there["minute"] != "00" and (there["half"] or not there["minute"]):
        return ""
    mark = there["mark"] or ("." if clock[1:2] == "." else ":" if clock else "")
    return f"{mark}{minute:02}" if mark else None


def _hour(was: int, hour: int, there: re.Match[str]) -> str | None:
    """The hour where nothing says which half of the day it is in: in the same half, but by the 24-hour clock."""
    stood = int(there["hour"])
    by_24_hours = was == stood and (stood > 12 or hour <= 12 or there["mark"] == ":")
    by_12_hours = was == stood + 12 and 13 <= hour <= 24
    if not by_24_hours and not by_12_hours:
        return None
    said = hour if by_24_hours else hour - 12
    return f"{said:02}" if there["hour"].startswith("0") else str(said)


_OF_KINDS: tuple[tuple[str, Callable[[Figure, Figure], str | None]], ...] = (
    ("date", _date),
    ("month", _name),
    ("weekday", _name),
    ("roman", _roman),
)
"""What writes the kinds of figures that have a form of their own."""


# Numbers


def _number(old: Figure, new: Figure, english: Figure) -> str | None:
    was, now = _german(old), _german(new)
    if was is None or now is None or was.rest != now.rest:
        return None
    if found := _ENGLISH_DIGITS.fullmatch(english.text):
        return _in_digits(was, now, found)
    return _in_words(was, now, english.text)


def _in_digits(was: _Number, now: _Number, there: re.Match[str]) -> str | None:
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


def _with_tail(now: _Number, tail: str) -> str | None:
    """`21st`, `1970s`."""
    value = int(now.value)
    return f"{value}{'s' if tail == 's' else suffix(value)}" if _is_whole(now.value) else None


def _in_words(was: _Number, now: _Number, english: str) -> str | None:
    *counted, last = re.split(r"[\s-]+", english.lower())
    begins = english[:1].isupper()
    if last in ENGLISH_ORDINALS:
        said = _ordinal_for(was, now, _sum(counted, ENGLISH_ORDINALS[last]), spell=begins or now.in_words)
    elif last in ENGLISH_SCALES and counted:
        said = _cardinal_for(was, now, _sum(counted, 0), last, spell=begins)
    else:
        said = _cardinal_for(was, now, _sum([*counted, last], 0), "", spell=begins)
    return said[:1].upper() + said[1:] if said and begins else said


def _ordinal_for(was: _Number, now: _Number, there: int | None, *, spell: bool) -> str | None:
    if there != was.value or not _is_whole(now.value) or now.scale > 1:
        return None
    return ordinal(int(now.value), spell=spell)


def _cardinal_for(was: _Number, now: _Number, there: int | None, name: str, *, spell: bool) -> str | None:
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


def _scaled(was: _Number, now: _Number, name: str, scale: int) -> tuple[Decimal, str] | None:
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


def _german(figure: Figure) -> _Number | None:
    """What a German figure is: 3,5 Millionen, 35.000, drei, dritten, 1990er."""
    if found := _GERMAN_DIGITS.fullmatch(figure.text):
        return _german_digits(figure, found)
    word, *more = re.split(r"[\s-]+", figure.text.lower())
    scale = GERMAN_SCALES.get(more[0]) if len(more) == 1 else None
    if more and scale is None:
        return None
    value = 1 if word in _ARTICLES else GERMAN_CARDINALS.get(word)
    if value is not None:
        return _Number(Decimal(value), scale or 1, in_words=True)
    return None if more else _german_ordinal(word)


def _german_digits(figure: Figure, found: re.Match[str]) -> _Number:
    number, group = found["number"], found["group"]
    rest = found["rest"].strip(" -\u00a0").lower()
    mantissa = Decimal((number.replace(group, "") if group else number).replace(",", "."))
    is_scale = figure.scale > 1 and GERMAN_SCALES.get(rest.rstrip(".")) == figure.scale
    return _Number(mantissa, figure.scale if is_scale else 1, grouped=bool(group), rest="" if is_scale else rest)


def _german_ordinal(word: str) -> _Number | None:
    stem = max((stem for stem in GERMAN_ORDINAL_STEMS if word.startswith(stem)), key=len, default="")
    ending = word[len(stem) :]
    if not stem or ending not in ("e", "en", "er", "es", "em", "ens"):
        return None
    return _Number(Decimal(GERMAN_ORDINAL_STEMS[stem]), in_words=True, rest=f"th {ending}")


def _rest(figure: Figure) -> str:
    """What a day of the week says besides the day: `abend` of Montagabend, `s` of montags."""
    if figure.kind != "weekday":
        return ""
    word = figure.text.lower()
    return word[word.index("woch") + 4 :] if word.startswith("mittwoch") else re.sub(r"^\w*?(?:tag|abend)", "", word)


def _only(figure: Figure, kind: str) -> str | None:
    """The one reading of a kind that a figure has (`t` for times), without its letter."""
    found = [reading[len(kind) :] for reading in figure.readings if re.match(rf"{kind}\d", reading)]
    return found[0] if len(found) == 1 else None


def _number_only(english: Figure) -> bool:
    found = _CLOCK.fullmatch(english.text)
    return not (found and (found["half"] or found["mark"] == ":"))


def _is_whole(number: Decimal) -> bool:
    return number == int(number) and number > 0
