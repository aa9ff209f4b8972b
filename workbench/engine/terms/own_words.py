"""Compounds with a short noun of the glossary for which the package has a word of its own: Bundesland, federal state.

The rule: where the package says the entry's English for the noun alone, first or next (Land, country), and another word
in the compound, it knows the wanted one and means the other: the draft keeps it. Where it would not say the entry's
English (Zoll: customs, inches; for tariff), the glossary has the say in the compound, too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from workbench.engine.draft import Way
from workbench.engine.protocol import Abilities
from workbench.engine.terms.candidate import Climb, judged, start
from workbench.glossary import Entry, TermHit, is_short_head, judge

# How many drafts of a noun are made, and of how many different ones the first are what the package says for it.
_N_BEST, _FIRST = 4, 2
Hits = tuple[TermHit, ...]


def let_be(climbs: Sequence[Climb], able: Abilities) -> list[tuple[Climb, Hits]]:
    """Take the hits out of sentences on the ladder in whose compounds the package's word is to stay.

    Each sentence that has lost one, with all its hits; `restored` gives them back.
    """
    lacking = {id(item): _in_other_words(item) for item in climbs}
    known = _says(dict.fromkeys(hit.entry for hits in lacking.values() for hit in hits), able)
    changed: list[tuple[Climb, Hits]] = []
    for item in climbs:
        kept = tuple(hit for hit in item.hits if hit not in lacking[id(item)] or hit.entry not in known)
        if len(kept) < len(item.hits):
            changed.append((item, item.hits))
            item.hits = kept
            item.free = item.best = replace(start(item.source, kept, item.free.english).free, score=item.free.score)
    return changed


def restored(changed: Sequence[tuple[Climb, Hits]]) -> None:
    """Give the sentences their hits again; those that were taken out are missing there, or stand there by chance."""
    for item, hits in changed:
        ways: dict[TermHit, Way] = dict(zip(item.hits, item.best.ways, strict=True))
        item.hits = hits
        best = judged(item.source, hits, item.best.english, "free")
        found = tuple(
            ways.get(hit, way) if place else way for hit, way, place in zip(hits, best.ways, best.places, strict=True)
        )
        item.best = replace(best, ways=found, score=item.best.score, decoded=item.best.decoded)


def _in_other_words(item: Climb) -> list[TermHit]:
    """The short nouns at the ends of compounds of which the free draft has nothing, neither right nor forbidden."""
    missing = (hit for hit, place in zip(item.hits, item.free.places, strict=True) if place is None)
    return [
        hit for hit in missing if is_short_head(hit, item.source) and not judge(hit.entry, item.free.english).forbidden
    ]


def _says(entries: Collection[Entry], able: Abilities) -> set[Entry]:
    """The entries whose English the package says for their German alone."""
    asked = list(entries)
    if not asked:
        return set()
    several = able.engine.translate([entry.de[0] for entry in asked], _N_BEST)
    said = [[draft.english for draft in drafts] for drafts in several]
    return {
        entry
        for entry, words in zip(asked, said, strict=True)
        if any(judge(entry, word).met for word in _others(entry.de[0], words)[:_FIRST])
    }


def _others(german: str, words: Sequence[str]) -> list[str]:
    """Words that differ in more than capitals, but for a copy of the German."""
    return [word for word in dict.fromkeys(map(str.lower, words)) if word != german.lower()]
