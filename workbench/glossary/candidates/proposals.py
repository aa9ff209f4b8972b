"""English proposals for a name, from its letters and from the list of exonyms."""

from __future__ import annotations

import re

from workbench.glossary.candidates.candidate import Proposal
from workbench.glossary.candidates.proper import is_adjective_form
from workbench.glossary.candidates.vocabulary import is_common, is_german_word, is_given
from workbench.glossary.entry import Kind
from workbench.glossary.romanisation import exonym, is_from_cyrillic
from workbench.glossary.romanisation.romanise import romanise

SAME = "same spelling"
_PAPER = re.compile(r"(?:Zeitung|Rundschau|Presse|Post|Kurier|Anzeiger|Welle|Nachrichten|Spiegel|Blatt)$")
_IN_DOUBT = 0.995  # a name that is less likely than this from Cyrillic may as well be spelt alike


def proposals_for(german: str, short: str, kind: Kind, at_least: float) -> tuple[Proposal, ...]:
    """What the English of a name may be, likeliest first; () for a name of German words (Staatliches Grenzkomitee).

    `short`: the surname or abbreviation that goes with it, or "". `at_least`: how likely a name must be from Cyrillic
    to be taken for one (see `romanise`).
    """
    same = Proposal(german, SAME, "", _short_of(german, german, short, kind))
    if exonym(german) is None and german.isupper():
        return (same,)
    if exonym(german) is None and _is_german(german):
        return (same,) if _PAPER.search(german) else ()
    found = [
        Proposal(one.english, one.system, one.cyrillic, _short_of(one.english, german, short, kind))
        for one in romanise(german, at_least)
    ]
    if exonym(german) is None and is_from_cyrillic(german) < _IN_DOUBT and german not in {one.english for one in found}:
        found.insert(0 if kind in ("organisation", "term") else len(found), same)
    return tuple(found)


def _is_german(name: str) -> bool:
    """Whether a name ends in a common noun: it is translated, not spelt."""
    words = re.split(r"[ -]", name)
    if len(words) == 1 or not words[-1][:1].isupper() or is_given(words[0]):
        return False
    return is_german_word(words[-1]) or (is_adjective_form(words[0]) and is_common(words[-1]))


def _short_of(english: str, german: str, short: str, kind: Kind) -> str:
    """The English of the short form: the same words of a person's name, the abbreviation's own English."""
    if not short:
        return ""
    if kind == "person":
        words = english.split(" ")
        return " ".join(words[-len(short.split(" ")) :]) if len(words) == len(german.split(" ")) else ""
    known = exonym(short)
    return known.english[0] if known else short
