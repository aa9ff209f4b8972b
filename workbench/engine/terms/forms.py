"""Which English form of a term a place in a sentence asks for, and how a marked source is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from workbench.engine.offsets import OffsetMap
from workbench.engine.protocol import Attention
from workbench.engine.terms.number import SURE, plural_evidence
from workbench.glossary import TermHit, plural, without_link
from workbench.text import Span

# From this evidence on a term is put in as a plural.
_LIKELY = 2.0
# How far a or an, and a singular in whose place it comes, speak against that.
_AFTER_ARTICLE, _FOR_SINGULAR = 3.0, 0.9
_LINKS = ("s", "es", "n", "en", "e")
"""The letters that join two terms of one compound: Universitäts|präsident."""
_WORDS_PLURAL = "people men women children police military youth staff personnel troops media data majority"
_PLURALS = frozenset(_WORDS_PLURAL.split())
"""Words that stand for several though they end in no s."""


def required_form(sentence: str, hit: TermHit, instead: str = "", *, article: bool = False) -> str:
    """The preferred English, in the plural where the German most likely is one (`die Belarussen`).

    `instead`: the English in whose place it comes, whose number tells how the package read the German, and whether that
    had a or an (`article`): where the German leaves it open, a singular stays one.
    """
    one, several = both_numbers(hit)
    evidence = plural_evidence(sentence, hit)
    if evidence < SURE:
        evidence -= _AFTER_ARTICLE if article else _FOR_SINGULAR * _is_singular(instead)
    return several if evidence > _LIKELY else one


def _is_singular(english: str) -> bool:
    """Whether an English noun written small is no plural."""
    last = english.strip().rpartition(" ")[2]
    return last[:1].islower() and last not in _PLURALS and not re.search(r"(?:[^siu]s|[cg]es|ies)$", last)


def both_numbers(hit: TermHit) -> tuple[str, str]:
    """The preferred English for one and for several; the same twice where it has no plural.

    Persons and places have none, nor have the abbreviations of organisations; MPs and NGOs have.
    """
    english = hit.entry.en
    named = hit.entry.kind in ("person", "place") or (english.isupper() and hit.entry.kind != "term")
    return english, english if named else plural(english)


def is_genitive(hit: TermHit) -> bool:
    """Whether the German is a base form with a genitive s (`Lukaschenkos`, `Minsks`)."""
    written = hit.surface.casefold().replace("'", "").replace("’", "")
    return any(written == form.casefold() + "s" for form in hit.entry.de)


def is_adjective(hit: TermHit) -> bool:
    """Whether the German is written small, as adjectives are (`belarussischen`)."""
    return hit.surface[:1].islower()


@dataclass(frozen=True, slots=True)
class Marked:
    """A German text with terms between markers; `offsets` is of the text without them."""

    text: str
    offsets: OffsetMap

    def back(self, attention: Attention) -> Attention:
        """What an English of this text looked at in the text without markers: at a hit where it looked at its term."""
        return replace(attention, german=_all_back(self.offsets, tuple(attention.german)))


@lru_cache(maxsize=100)
def _all_back(offsets: OffsetMap, german: tuple[Span, ...]) -> tuple[Span, ...]:
    """Asked again for every draft of a source."""
    return tuple(map(offsets.back, german))


def marked_source(sentence: str, hits: Sequence[TermHit], markers: tuple[str, str]) -> str:
    """The German with each hit replaced by the required English between the package's markers, as `marked` has it."""
    return marked(sentence, hits, markers).text


def marked(sentence: str, hits: Sequence[TermHit], markers: tuple[str, str]) -> Marked:
    """The German with each hit replaced by the required English between the package's markers.

    `des AFU-Generalstabs` → `des ⟦AFU⟧ Generalstabs`, `Bundestagswahl` → `⟦Bundestag⟧ Wahl`: a compound is parted,
    because packages were trained on markers around whole words. `Lukaschenkos Rede` → `⟦Lukashenko⟧s Rede`.
    """
    text = sentence
    pieces: list[tuple[Span, int]] = []
    for hit in sorted(hits, key=lambda hit: hit.start, reverse=True):
        before, after = text[: hit.start], text[hit.end :]
        start, end = hit.start, hit.end
        name = hit.entry.kind != "term"
        term = markers[0] + required_form(sentence, hit) + markers[1]
        term += "s" if name and is_genitive(hit) and after[:1] == " " else ""
        if (link := after.partition(f" {markers[0]}")[0]) in _LINKS:
            after, end = after[len(link) :], end + len(link)
        if joined := re.match(r"\w[\w-]*", after):
            rest = without_link(joined[0])
            end += len(joined[0]) - len(rest)
            after = rest + after[joined.end() :]
        if re.match(r"-\w", after):
            after, term, end = after[1:], f"{term} ", end + 1
        elif joined:
            after, term = after[0].upper() + after[1:], f"{term} "
        if re.search(r"\w-$", before):
            before, term, start = before[:-1], f" {term}", start - 1
        elif re.search(r"\w$", before):
            term = f" {term}"
        text = before + term + after
        pieces.append((Span(start, end), len(term)))
    return Marked(text, OffsetMap(tuple(reversed(pieces))))
