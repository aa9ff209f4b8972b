"""Drafts of a German with the terms between the package's markers; where one stays out, of the same in other forms.

What stays out is mostly the second part of a compound (`Zins ⟦rise⟧`: the interest), which comes in with a hyphen, a
word that the package spells out and loses its way in (`nomineee`), which it copies with a capital, and what stood in a
part that it dropped, which others of its drafts have. (Lines 1–1500 of wmt16, 2,220 terms of which 76 stayed out of
the best drafts: 55 of the four best; of these a hyphen leaves 42, a capital 19, a beam of sixteen 37, each alone; all
in turn leave 21.)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.engine.protocol import Engine, Hypothesis
from workbench.engine.sentence.beginnings import begins_sentence
from workbench.engine.sentence.covering import NEXT_BEST, WIDE
from workbench.engine.terms.forms import Marked, marked, required_form
from workbench.engine.terms.places import placed
from workbench.glossary import TermHit

Asked = tuple[str, Sequence[TermHit]]
"""A German sentence and the hits to be given."""
Markers = tuple[str, str]


def drafts_with_terms(asked: Sequence[Asked], engine: Engine, markers: Markers) -> list[list[Hypothesis]]:
    """Drafts of each sentence with its hits between markers, those with the most terms first.

    What they looked at is told of the German without markers. Raises what the engine raises where it fails on one.
    """
    found = _decoded(asked, [_hyphened(*one, markers) for one in asked], engine, NEXT_BEST)
    for large, number in ((False, NEXT_BEST), (True, NEXT_BEST), (False, WIDE)):
        lacking = [at for at, drafts in enumerate(found) if _missing(asked[at], drafts[0])]
        some = [asked[at] for at in lacking]
        given = [_with_capitals(asked[at], _missing(asked[at], found[at][0])) if large else asked[at] for at in lacking]
        several = _decoded(some, [marked(*one, markers) for one in given], engine, number)
        for at, drafts in zip(lacking, several, strict=True):
            own = [_with_small_letters(asked[at], draft) for draft in drafts] if large else drafts
            found[at] = _in_order(asked[at], [*found[at], *own])
    return found


def _decoded(asked: Sequence[Asked], sources: Sequence[Marked], engine: Engine, number: int) -> list[list[Hypothesis]]:
    several = engine.translate([source.text for source in sources], number) if sources else []
    return [
        _in_order(one, [_of_plain(draft, source) for draft in drafts])
        for one, source, drafts in zip(asked, sources, several, strict=True)
    ]


def _of_plain(draft: Hypothesis, source: Marked) -> Hypothesis:
    return replace(draft, attention=source.back(draft.attention)) if draft.attention else draft


def _in_order(asked: Asked, drafts: Sequence[Hypothesis]) -> list[Hypothesis]:
    return sorted(drafts, key=lambda draft: len(_missing(asked, draft)))


def _missing(asked: Asked, draft: Hypothesis) -> list[TermHit]:
    german, hits = asked
    places = placed(german, hits, draft.english)
    return [hit for hit, place in zip(hits, places, strict=True) if place is None]


def _hyphened(german: str, hits: Sequence[TermHit], markers: Markers) -> Marked:
    """The German with a hyphen between the first part of a compound and its second: `Zins-⟦rise⟧`."""
    source = marked(german, hits, markers)
    text = source.text
    for hit in hits:
        if re.search(r"\w-?$", german[: hit.start]):
            given = f"{markers[0]}{required_form(german, hit)}{markers[1]}"
            text = re.sub(rf"(?<=\w) (?={re.escape(given)})", "-", text, count=1)
    return replace(source, text=text)


def _with_capitals(asked: Asked, missing: Sequence[TermHit]) -> Asked:
    """The sentence with a capital for what is missing: `⟦Nominee⟧`."""
    german, hits = asked
    large = [replace(hit, entry=replace(hit.entry, en=_large(hit.entry.en))) for hit in missing]
    others = [hit for hit in hits if hit not in missing]
    return german, sorted([*large, *others], key=lambda hit: hit.start)


def _large(english: str) -> str:
    return english[:1].upper() + english[1:]


def _with_small_letters(asked: Asked, draft: Hypothesis) -> Hypothesis:
    """A draft whose terms have no capital that the glossary does not want, but where a sentence begins."""
    german, hits = asked
    english = draft.english
    for form in {required_form(german, hit) for hit in hits}:
        for match in reversed(list(re.finditer(rf"\b{re.escape(_large(form))}\b", english))):
            if match[0] != form and not begins_sentence(english, match.start()):
                english = f"{english[: match.start()]}{form}{english[match.end() :]}"
    return draft if english == draft.english else replace(draft, english=english, pieces=(), comparable=False)
