"""How German writes Cyrillic letters: which letters a stretch of a German name may stand for.

The rules are Duden's and German newspapers' (й as i or j, one s or two). `_RULES` has, line by line: the German, the
Cyrillic it may stand for, what stands before (in Cyrillic), what comes after (in German), and how usual that
writing of these letters is, from 0 to 1. Before: `#` start of the name, `V` a vowel, `C` a consonant, `H` ж ч ш щ.
After: `v` a vowel, `j` a j, `c` another consonant, `$` the end. `*` is anything.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from workbench.glossary.romanisation.known import Language

VOWELS = "аеёиоуыэюяіїє"
HUSHING = "жчшщ"
_GERMAN_VOWELS = "aeiouy"

_RULES = """
all
a а * * 1
b б * * 1
d д * * 1
f ф * * 1
k к * * 1
l л * * 1
m м * * 1
n н * * 1
o о * * 1
p п * * 1
r р * * 1
t т * * 1
u у * * 1
w в * * 1
ch х * * 1
z ц * * 1
tz ц * * .01
tsch ч * * 1
sch ш * * 1
sch ж * * 1
s з * * 1
s с #C * 1
s с V c$ 1
s с V vj .15
ss с V vj .85
ss сс * * .9
ju ю * * 1
ja я * * 1
x кс * * .6
ph ф * * .01
ru
g г * * 1
h г # * .01
h х * * .02
e е C * 1
e э #C * .9
e э V * .5
e е V * .15
je е #V * .85
je е C * .04
jo ё #VC * 1
o ё H * 1
i и * * 1
i й V c$ .6
j й V * .4
j й # * 1
ij ий * c$ .3
i ий C $ .7
y ий C $ .03
y ый C $ .7
yj ый C $ .3
y ы * * 1
ia ия * * .2
schtsch щ * * .9
stsch щ * * .1
uk
h г * * .95
g г * * .004
g ґ * * .3
e е * * 1
je є * * .9
e є V * .1
y и * * .99
i и * * .005
i і * * 1
ji ї * * .8
i ї V * .2
j й V * .6
i й V c$ .4
j й #C * 1
yj ий C $ .6
y ий C $ .25
i ий C $ .1
ij ий C $ .05
ij ій * $ .8
i ій C $ .2
o ьо C * .05
ia ія * * .2
schtsch щ * * .9
stsch щ * * .1
be
h г * * .99
g г * * .004
e е C * .9
e э * * 1
je е #VC * 1
e е V * .1
jo ё * * 1
i і * * 1
j й V * .6
i й V c$ .4
yj ый C $ .5
y ый C $ .5
ij ій C $ .5
i ій C $ .5
y ы * * 1
u ў V c$ .85
w ў V c$ .15
ia ія * * .2
ds дз * * 1
"""
# Letters that German leaves out: after which letters they may stand, and before what German.
_SOFT_SIGN = ("лнстдзрмпвбц", "ь", "jc$")
_APOSTROPHE = ("бпвмфрзндк", "'", "j")
_SILENT: dict[Language, tuple[tuple[str, str, str], ...]] = {
    "ru": (_SOFT_SIGN,),
    "uk": (_SOFT_SIGN, _APOSTROPHE),
    "be": (_SOFT_SIGN, _APOSTROPHE),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """`german` may stand for `cyrillic`; `cost` is the negative logarithm of how usual that is."""

    german: str
    cyrillic: str
    before: str
    after: str
    cost: float

    def fits_after(self, last: str) -> bool:
        """Whether it may be used after the Cyrillic letter `last` ("" at the start of a word)."""
        if self.before == "*":
            return True
        if not last:
            return "#" in self.before
        if last in VOWELS:
            return "V" in self.before
        return "C" in self.before or ("H" in self.before and last in HUSHING)

    def fits_before(self, german: str, end: int) -> bool:
        """Whether it may be used for the German that ends at `end` of a word."""
        if self.after == "*":
            return True
        if end == len(german):
            return "$" in self.after
        following = german[end]
        return (following if following == "j" else "v" if following in _GERMAN_VOWELS else "c") in self.after


@cache
def rules(language: Language) -> dict[str, tuple[Rule, ...]]:
    """The rules of a language by the first letter of their German."""
    found: dict[str, list[Rule]] = {}
    for rule in _rules_of(language):
        found.setdefault(rule.german[0], []).append(rule)
        for letters, silent, after in _SILENT[language]:
            if rule.cyrillic[-1] in letters and rule.after == "*":
                longer = Rule(rule.german, rule.cyrillic + silent, rule.before, after, rule.cost)
                found[rule.german[0]].append(longer)
    return {letter: tuple(group) for letter, group in found.items()}


def _rules_of(language: Language) -> Iterator[Rule]:
    section = ""
    for line in _RULES.strip().splitlines():
        if " " not in line:
            section = line
        elif section in ("all", language):
            german, cyrillic, before, after, usual = line.split()
            yield Rule(german, cyrillic, before, after, -math.log(float(usual)))
