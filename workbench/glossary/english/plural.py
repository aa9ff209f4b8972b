"""The English plural of a term: heads of state, MPs, crises."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.text.lazy_pattern import lazy_pattern

_OFFICES = """
advocate adjutant agent attorney auditor commissary commissioner comptroller consul controller director directorate
governor inspector paymaster postmaster procurator prosecutor quartermaster receiver registrar secretary solicitor
superior surgeon treasurer vicar
"""
"""What `general` stands behind as an adjective: `attorneys general`; of ranks it is the noun: `major generals`."""
_BEHIND_OFFICE = "|".join(rf"(?<=\b{office})" for office in _OFFICES.split())
_PREPOSITIONS = "of|in|at|on|for|to|from|with|without|against|under|over|by|per"
_POSTPOSED = (
    rf"(?:{_BEHIND_OFFICE})[ -]general"
    r"|(?<=\bcourt)[ -]martial|[ -](?:elect|designate)|(?<=\bheir) (?:apparent|presumptive)|(?<=\bpoet) laureate"
    r"| emeritus|(?<=minister)[ -]president|(?<=notary) public|(?<=sergeant)[ -]major"
)
_FRENCH = r" d['’]\w+| (?-i:d(?:e|es|u) [^\WA-Z]\w*)|(?:(?<=\baide)|(?<=\bchef)|(?<=\bcoup)|(?<=\btour)) (?:de|du) \w+"
"""Behind a noun that is no name (`Rio de Janeiro`)."""
_BEHIND_NOUN = rf"(?:{_POSTPOSED}|{_FRENCH})"
_AFTER_HEAD = lazy_pattern(rf" (?:{_PREPOSITIONS})(?= |$)|{_BEHIND_NOUN}(?=$| (?:{_PREPOSITIONS}) )", re.IGNORECASE)
_HYPHENED = lazy_pattern(
    r"(?P<head>[^\W\d_]+)(?P<rest>-(?:in|of|at|de)-.+|-d['’].+|(?<=er)-(?:by|up|on))", re.IGNORECASE
)
_TWO_PLURALS = lazy_pattern(rf"{_BEHIND_NOUN}$", re.IGNORECASE)
_ABBREVIATION = lazy_pattern(r"(?:.*[A-ZÄÖÜ0-9])?[A-ZÄÖÜ0-9]")
_PLURAL = lazy_pattern(r"(?!lens).*(?:[^suia]s|[^gbtlvm]as|[^stx]is)|(?:.*[^cio]|wo)?men")
_MAN = lazy_pattern(r"(?:.*-)?(?:ger|ro|hu|talis|sha|otto|nor|turko|cai)man")
_WITHOUT_PLURAL = (
    "people", "police", "media", "data", "children", "criteria", "feet", "teeth", "personnel", "cattle", "offspring",
    "craft", "ese", "fish", "sheep", "deer", "swiss", "series", "species", "chaos", "information", "equipment",
    "evidence", "advice", "percent", "software", "hardware", "furniture", "knowledge", "progress", "asylum", "research",
    "unrest", "luggage", "baggage", "violence", "clothing", "traffic", "behaviour", "behavior", "jewellery", "jewelry",
    "rubbish", "garbage", "fighting", "training", "damage", "homework", "housework", "machinery", "feedback",
    "ammunition", "weaponry", "pollution", "poetry", "scenery", "wealth", "health", "warfare", "leisure", "cutlery",
)  # fmt: skip
IRREGULAR_PLURALS = {
    "man": "men", "child": "children", "person": "people", "tooth": "teeth", "foot": "feet", "goose": "geese",
    "mouse": "mice", "wife": "wives", "knife": "knives", "life": "lives", "half": "halves", "self": "selves",
    "wolf": "wolves", "shelf": "shelves", "calf": "calves", "leaf": "leaves", "loaf": "loaves", "thief": "thieves",
    "sis": "ses", "axis": "axes", "criterion": "criteria", "phenomenon": "phenomena", "bacterium": "bacteria",
    "stratum": "strata", "nucleus": "nuclei", "alumnus": "alumni", "stimulus": "stimuli", "appendix": "appendices",
    "matrix": "matrices", "quiz": "quizzes", "hero": "heroes", "echo": "echoes", "veto": "vetoes",
    "embargo": "embargoes", "potato": "potatoes", "tomato": "tomatoes", "torpedo": "torpedoes", "cargo": "cargoes",
    "volcano": "volcanoes", "mosquito": "mosquitoes", "tornado": "tornadoes",
}  # fmt: skip
_REGULAR = (
    (r"(czech|epoch|stomach|tech|(?:on|tri|lig|ier)arch)$", r"\1s"), (r"(s|x|z|ch|sh)$", r"\1es"),
    (r"([^aeiou]|qu)y$", r"\1ies"), (r"$", "s"),
)  # fmt: skip


@lru_cache(maxsize=10_000)
def plural(english: str) -> str:
    """The plural of an English term; unchanged where it is a plural already, or has none (aircraft, information).

    >>> [plural(term) for term in ("head of state", "MP", "crisis", "armed forces", "passer-by")]
    ['heads of state', 'MPs', 'crises', 'armed forces', 'passers-by']
    """
    place = _AFTER_HEAD.search(english)
    head, rest = (english[: place.start()], english[place.start() :]) if place else (english, "")
    before, space, word = head.rpartition(" ")
    if match := _HYPHENED.fullmatch(word):
        word, rest = match["head"], match["rest"] + rest
    return f"{before}{space}{_plural_of_word(word)}{rest}"


def has_two_plurals(english: str) -> bool:
    """Whether usage puts either the noun or the last word of a term in the plural: `courts martial`, `court martials`.

    It does where an adjective or title stands behind the noun of an office (`notary public`, `minister president`), not
    behind any word (`Belarusian president`, `major general`); and where the phrase is French.
    """
    return _TWO_PLURALS.search(english) is not None


def _plural_of_word(word: str) -> str:
    low = word.lower()
    if not word[-1:].isalnum():
        return word
    if _ABBREVIATION.fullmatch(word):
        return f"{word}s"
    if low.endswith(_WITHOUT_PLURAL) or _PLURAL.fullmatch(low):
        return word
    for ending, wanted in IRREGULAR_PLURALS.items():
        if low.endswith(ending) and not _MAN.fullmatch(low):
            return word[: len(word) - len(ending)] + (wanted.capitalize() if word[-len(ending)].isupper() else wanted)
    return next(re.sub(pattern, put, word, flags=re.IGNORECASE) for pattern, put in _REGULAR if re.search(pattern, low))
