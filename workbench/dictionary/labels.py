"""Ding's labels: what they say of an English word's register, of its dialect, and of the subject it belongs to."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.text.word_lists import words_of
from workbench.text.words import Dialect

REGISTERS = words_of(
    "coll. coll slang vulg. rare dated archaic prov. obs. poet. humor. humor humorous pej. derb euphem. iron. ironic "
    "literary affected offensive taboo dialect jargon journalese disapproving pseudoarchaic Kindersprache Jägersprache "
    "Jugendsprache"
) | {
    *("former name", "former term", "ancient name", "children’s speech", "pet name", "hunters’ parlance"),
    *("hunter’s parlance", "climbing parlance", "Southern slang", "chat jargon", "youth speech"),
}
"""Labels of words that do not belong into plain prose."""
REGIONS = words_of("Austr. Aus. NZ Sc. Ir. Irl. Can. Can India Wales Welch Hawaii Nordirl. England") | {
    *("Northern English", "Northern England", "South Africa", "SE Asia", "New Orleans", "East Anglian English"),
    "Indian English",
}
"""Labels of words that are English only of a region, which no project is written in."""
_BRITISH, _AMERICAN = words_of("Br. Br eBr."), words_of("Am. eAm. Am AM. am.")
_GERMAN = words_of(
    "Ös. Schw. Dt. Bayr. Norddt. Süddt. Mitteldt. BW Westdt. Mittelwestdt. Ostdt. Nordostdt. Nordwestdt. Südtirol Lie. "
    "Mittelostdt. Westös. Sachsen Berlin Lux. Südwestdt. Ostös. Tirol Franken Wien Vorarlberg Baden Ostmitteldt. Pfalz "
    "ugs. ugs veraltet selten alt veraltend altertümlich altertümelnd geh."
)
_OF_GRAMMAR = words_of("tm fig. übtr. formal formal. postpositive passive progressive plural") | {
    "in compounds",
    "mass noun",
}
_BETWEEN = re.compile(r"[,;/]|(?<=\.)\s|\b(?:and|or|und|oder|auch)\b")
_HOW_OFTEN = re.compile(
    r"^(?:(?:often|mostly|mainly|usually|sometimes|slightly|becoming|very|also|oft|meist|leicht) )+"
    r"|(?<=rare) for .*"
)


@lru_cache(maxsize=1_000)
def labels_in(bracket: str) -> frozenset[str]:
    """The labels of one bracket, without what says how often they hold.

    >>> sorted(labels_in("often pej., Br.")), sorted(labels_in("formal and dated"))
    (['Br.', 'pej.'], ['dated', 'formal'])
    """
    found = (_HOW_OFTEN.sub("", " ".join(label.split())) for label in _BETWEEN.split(bracket))
    return frozenset(label for label in found if label)


def register_of(labels: frozenset[str]) -> str:
    """The label that keeps an English out of plain prose (`coll.`, `dated`, a region); "" for none.

    What is British or American as well as of a region is at home there.
    """
    kept_out = REGISTERS | REGIONS if labels.isdisjoint(_BRITISH | _AMERICAN) else REGISTERS
    return min(labels & kept_out, default="")


def dialect_of(labels: frozenset[str]) -> Dialect:
    """In which English a word with these labels is at home."""
    british, american = not labels.isdisjoint(_BRITISH), not labels.isdisjoint(_AMERICAN)
    if british == american:
        return "both"
    return "british" if british else "american"


def subjects_of(labels: frozenset[str]) -> frozenset[str]:
    """What is left of the labels: the subjects (`bot.`, `mus.`)."""
    other = REGISTERS | REGIONS | _BRITISH | _AMERICAN | _GERMAN | _OF_GRAMMAR
    return frozenset(label for label in labels if label not in other and label.rstrip(".").isalpha())
