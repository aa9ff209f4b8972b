"""Small words by which German and English are told apart, and which carry no name."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GERMAN_IN_HEADLINES = _words(
    "ab aber als am an auch auf aus bei beim bis da damit dann das dass dem den der des die doch durch ein "
    "eine einem einen einer eines er es fast für gegen hat haben ich ihr im in ins ist kein keine man mehr "
    "mit nach nicht noch nun nur ob oder ohne schon sein sich sie sind so soll über um und unter vom von vor "
    "war warum was weil wenn werden wie will wird wir wo zu zum zur zwischen"
)
"""German words that are written small in a headline that was set in capitals."""

GERMAN = _words(
    "der die das den dem des und ist nicht ein eine einer einen mit für auf von zu im sich auch wird werden "
    "sind oder bei aus dass wir ich sie er hat haben wurde nach über wie noch um"
)
"""Function words that no English sentence has."""

ENGLISH = _words(
    "the of and to is are were be been that this with for from have has had would it its by at "
    "your you our we they he she"
)
"""Function words that no German sentence has."""

ENGLISH_SMALL_WORDS = _words(
    "a an the of to in on at by for from with and or but be been being is are was were up as that this these those "
    "can could may might must shall should will would do does did has have had not no nor so if when while than then "
    "there here it its he his him she her they their them we our us you your i my me who whom whose which what where "
    "how why all also any even just only some such very too more most into onto over under about after before between "
    "through during against out off again both each"
)
"""English words that stand before or after a noun and are not part of a term."""
