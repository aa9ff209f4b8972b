"""How often an offer is put right where numbers, dates, days, times or names alone differ from the memory's sentence.

    uv run python -m benchmarks.put_right [--cases 440] [--show]

Each case is drawn: a German sentence with its English (what the memory has), and the same German sentence with other
figures or names, whose English is known. Right: the offer is that English, letter by letter. Left alone: the offer is
what the memory has, which the user sees differ. Wrong: anything else. Rules may be tuned on the cases of the first
seed; those of the second are only counted (`--show` tells nothing of them).
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from workbench.glossary import Entry, Glossary
from workbench.project.memories.put_right import put_right
from workbench.text import Inline
from workbench.text.house_style import NO_STYLE

SEEDS = {"tuned": 1, "held out": 20_261_129}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TAGE = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
MONATE = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober")
SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
KLEINE = ("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
NTH = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
TE = ("zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte", "zehnte")
PEOPLE = ("Petrenko", "Kowalski", "Marchuk", "Nowak", "Ilves")
PLACES = {"Lemberg": "Lviv", "Krakau": "Kraków", "Kiew": "Kyiv", "Warschau": "Warsaw", "Danzig": "Gdańsk"}
GLOSSARY = Glossary(
    (
        *(Entry((name,), name, kind="person") for name in PEOPLE),
        *(Entry((german,), english, kind="place") for german, english in PLACES.items()),
    )
)

Said = tuple[str, str]
"""A figure or a name, in German and in English."""
Slot = Callable[[random.Random], Said]


class Frame(NamedTuple):
    """A sentence in both languages, with places (`{0}`) for what is drawn, and what is drawn for each."""

    german: str
    english: str
    slots: tuple[Slot, ...]


class Case(NamedTuple):
    """A pair of the memory, German that differs in figures or names alone, and the English of that."""

    kind: str
    known: str
    english: str
    text: str
    wanted: str


def of_list(german: Sequence[str], english: Sequence[str]) -> Slot:
    """One of several words."""
    return lambda chance: chance.choice(tuple(zip(german, english, strict=True)))


def date(chance: random.Random) -> Said:
    """3. Mai, 3 May."""
    day, month = chance.randint(1, 28), chance.randrange(len(MONTHS))
    return f"{day}. {MONATE[month]}", f"{day} {MONTHS[month]}"


def date_month_first(chance: random.Random) -> Said:
    """3. Mai, May 3."""
    day, month = chance.randint(1, 28), chance.randrange(len(MONTHS))
    return f"{day}. {MONATE[month]}", f"{MONTHS[month]} {day}"


def date_in_digits(chance: random.Random) -> Said:
    """3.5.2021, 3 May 2021."""
    day, month, year = chance.randint(1, 28), chance.randrange(len(MONTHS)), chance.randint(1990, 2026)
    return f"{day}.{month + 1}.{year}", f"{day} {MONTHS[month]} {year}"


def time(chance: random.Random) -> Said:
    """14.30 Uhr, 2.30pm."""
    hour, minute = chance.randint(1, 23), chance.choice((0, 15, 30, 45))
    half = "am" if hour < 12 else "pm"
    german, english = f"{hour}", f"{(hour - 1) % 12 + 1}"
    return (f"{german}.{minute:02}", f"{english}.{minute:02}{half}") if minute else (german, f"{english}{half}")


def time_of_day(chance: random.Random) -> Said:
    """14.30 Uhr, 14:30."""
    hour, minute = chance.randint(10, 23), chance.randint(1, 59)
    return f"{hour}.{minute:02}", f"{hour}:{minute:02}"


def digits(chance: random.Random) -> Said:
    """1.500, 1,500."""
    number = chance.choice((chance.randint(13, 999), chance.randint(1_000, 90_000)))
    return f"{number:,}".replace(",", "."), f"{number:,}"


def fraction(chance: random.Random) -> Said:
    """3,5; 3.5."""
    number = f"{chance.randint(2, 90)}.{chance.randint(1, 9)}"
    return number.replace(".", ","), number


def money(chance: random.Random) -> Said:
    """3,5 Millionen, 3.5m."""
    german, english = fraction(chance)
    scale, short = chance.choice((("Millionen", "m"), ("Milliarden", "bn")))
    return f"{german} {scale}", f"{english}{short}"


def year(chance: random.Random) -> Said:
    """A year."""
    return (str(chance.randint(1900, 2026)),) * 2


def century(chance: random.Random) -> Said:
    """19., 19th."""
    number = chance.randint(11, 20)
    return f"{number}.", f"{number}th"


def score(chance: random.Random) -> Said:
    """2:1, 2-1: the winner's goals first in both."""
    more = chance.randint(2, 7)
    less = chance.randrange(more - 1)
    return f"{more}:{less}", f"{more}-{less}"


person, place = of_list(PEOPLE, PEOPLE), of_list(tuple(PLACES), tuple(PLACES.values()))
weekday, month = of_list(TAGE, DAYS), of_list(MONATE, MONTHS)
few, nth = of_list(KLEINE, SMALL), of_list(TE, NTH)
FRAMES: dict[str, tuple[Frame, ...]] = {
    "numbers": (
        Frame("Es kamen {0} Gäste zum Fest.", "There were {0} guests at the feast.", (digits,)),
        Frame("Der Umbau kostet {0} Euro.", "The conversion costs €{0}.", (money,)),
        Frame("Die Preise stiegen um {0} Prozent.", "Prices rose by {0} per cent.", (fraction,)),
        Frame("Im Dorf leben {0} Menschen und {1} Ziegen.", "{0} people and {1} goats live there.", (digits, digits)),
        Frame("Sie haben {0} Töchter.", "They have {0} daughters.", (few,)),
        Frame("Der {0} Versuch gelang endlich.", "The {0} attempt finally worked.", (nth,)),
        Frame("Der Klub gewann {0}.", "The club won {0}.", (score,)),
    ),
    "dates": (
        Frame("Am {0} ruht das Amt.", "The office is shut on {0}.", (date,)),
        Frame("Am {0} {1} brannte die Mühle.", "The mill burnt down on {0} {1}.", (date, year)),
        Frame("Ab dem {0} gilt die neue Regel.", "The new rule applies from {0}.", (date_in_digits,)),
        Frame("Die Messe endet am {0}.", "The fair ends on {0}.", (date_month_first,)),
        Frame("Seit {0} ist der Hof leer.", "The farm has been empty since {0}.", (year,)),
        Frame("Die Kirche stammt aus dem {0} Jahrhundert.", "The church dates from the {0} century.", (century,)),
        Frame("Im {0} fror der See zu.", "The lake froze over in {0}.", (month,)),
    ),
    "days": (
        Frame("Der Rat tagt am {0}.", "The council meets on {0}.", (weekday,)),
        Frame("Von {0} bis {1} ist geschlossen.", "It is closed from {0} to {1}.", (weekday, weekday)),
        Frame("Am {0}, dem {1}, wird gewählt.", "The vote is on {0}, {1}.", (weekday, date)),
    ),
    "times": (
        Frame("Der Zug fährt um {0} Uhr.", "The train leaves at {0}.", (time,)),
        Frame("Um {0} Uhr fiel der Strom aus.", "The power failed at {0}.", (time_of_day,)),
        Frame("Am {0} um {1} Uhr beginnt der Markt.", "The market opens on {0} at {1}.", (weekday, time)),
    ),
    "names": (
        Frame("{0} schwieg dazu.", "{0} kept silent about it.", (person,)),
        Frame("{0} reiste nach {1}.", "{0} travelled to {1}.", (person, place)),
        Frame("In {0} regnet es seit Tagen.", "It has been raining in {0} for days.", (place,)),
        Frame("{0} kam am {1} mit {2} Helfern.", "{0} came on {1} with {2} helpers.", (person, date, few)),
    ),
}
"""What differs, and the sentences it stands in."""


def cases(number: int, seed: int) -> list[Case]:
    """So many cases, of each kind as many."""
    chance = random.Random(seed)
    found: list[Case] = []
    while len(found) < number:
        kind = tuple(FRAMES)[len(found) % len(FRAMES)]
        frame = chance.choice(FRAMES[kind])
        one, other = ([slot(chance) for slot in frame.slots] for _ in range(2))
        if one != other:
            found.append(Case(kind, *_filled(frame, one), *_filled(frame, other)))
    return found


def _filled(frame: Frame, said: Sequence[Said]) -> Said:
    german, english = (text.format(*words) for text, words in zip(frame[:2], zip(*said, strict=True), strict=True))
    return german[0].upper() + german[1:], english[0].upper() + english[1:]


def outcome(case: Case) -> str:
    """What becomes of a case: right, left alone, wrong."""
    made = _offered(case)
    return "right" if made == case.wanted else "left alone" if made == case.english else "wrong"


def _offered(case: Case) -> str:
    return put_right(case.text, case.known, Inline(case.english), GLOSSARY, NO_STYLE)[0].text


def main() -> None:
    """Print a table for each seed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=440, help="of each seed (440)")
    parser.add_argument("--show", action="store_true", help="print the tuned ones that are not right")
    options = parser.parse_args()
    for name, seed in SEEDS.items():
        drawn = cases(options.cases, seed)
        told: dict[str, Counter[str]] = {kind: Counter() for kind in (*FRAMES, "all")}
        for case in drawn:
            became = outcome(case)
            told[case.kind][became] += 1
            told["all"][became] += 1
            if options.show and name == "tuned" and became != "right":
                print(f"{became}: {case.text}\n  memory: {case.english}\n  offer:  {_offered(case)}")
        print(f"{f'{name} (seed {seed})':28}{'right':>8}{'left alone':>12}{'wrong':>8}")
        for kind, counts in told.items():
            print(f"  {kind:26}{counts['right']:>8}{counts['left alone']:>12}{counts['wrong']:>8}")


if __name__ == "__main__":
    main()
