"""Words that a figure of the other language may stand for without being numbers: `both`, `Hälfte`, `noon`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _by_word(words: Mapping[str, str]) -> Mapping[str, frozenset[str]]:
    """From readings (parted by spaces) and their words to each word and its readings."""
    found: dict[str, frozenset[str]] = {}
    for readings, named in words.items():
        for word in named.split():
            found[word] = found.get(word, frozenset()) | frozenset(readings.split())
    return MappingProxyType(found)


GERMAN_KIN = _by_word(
    {
        "0 24 t0:00 t24:00": "mitternacht mitternachts",
        "0.25 f0.25 4": "viertel",
        "0.25 minutes15": "viertelstunde",
        "0.5 f0.5": "hälfte halb halbe halben halber halbes halbiert halbierte halbierten halbieren",
        "0.75 minutes45": "dreiviertelstunde",
        "1": "einzige einziger einzigen einmal",
        "1.5": "anderthalb eineinhalb",
        "2": "beide beiden beider beides beidem paar zwillinge nochmals duo halbzeit doppelte doppelten doppelter",
        "2 f2": "doppelt",
        "2 f1": "verdoppelt verdoppeln verdoppelte verdoppelten verdoppelung verdopplung",
        "3": "trio",
        "3 0.25": "quartal",
        "3 months3": "vierteljahr",
        "6 months6": "halbjahr",
        "4": "halbfinale",
        "8": "viertelfinale",
        "16": "achtelfinale",
        "10 months120": "jahrzehnt jahrzehnts",
        "12": "dutzend dutzende",
        "12 t12:00": "mittag mittags",
        "100 months1200": "jahrhundert jahrhunderts",
        "250000": "viertelmillion",
        "911 999 112 110": "notruf notrufs notrufe notrufen notrufnummer notrufzentrale",
        "w6 w7": "wochenende wochenendes wochenenden",
    }
)

ENGLISH_KIN = _by_word(
    {
        "0": "no none nil nobody",
        "0 24 t0:00 t24:00": "midnight",
        "0.25 f0.25 4": "quarter",
        "0.25 4": "quarters",
        "3 0.25": "quarterly",
        "0.5 f0.5": "half halved halve halving",
        "0.5": "halves",
        "1": "a an once single sole",
        "2": "both couple pair pairs dual twin twins either neither former duo twofold",
        "2 f2": "twice double doubled",
        "2 f1": "double doubled doubles doubling",
        "3": "thrice triple tripled trio threefold",
        "4": "quadruple quadrupled quartet fourfold",
        "5": "fivefold",
        "6": "sixfold",
        "7": "sevenfold",
        "8": "eightfold",
        "9": "ninefold",
        "10": "tenfold decades tens",
        "10 months120": "decade",
        "12": "dozen",
        "12 t12:00": "noon midday",
        "14 minutes20160": "fortnight",
        "100": "hundreds hundredfold",
        "100 months1200": "century",
        "w6 w7": "weekend weekends",
    }
)
