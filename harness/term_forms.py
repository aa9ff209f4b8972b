"""Forms that terms should not have in drafts: another number than the reference, no article, an `of` too many.

They are told against the free draft and the reference: where these have the term otherwise, and alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from harness.term_harm import Harm
from workbench.engine.terms.places import placed
from workbench.glossary import TermHit, plural
from workbench.text import Span

_ARTICLE = re.compile(r"\b(the|an?) $", re.IGNORECASE)
_LINKED = re.compile(r"(?P<word>\w+) (?:of|to) (?:the )?$")
_BARE = re.compile(r"(?P<word>\w+) (?:the )?$")


def forms(german: str, hits: Sequence[TermHit], free: str, english: str, reference: str) -> Iterator[Harm]:
    """The terms of a draft that stand in a wrong form.

    `number`: it is not the reference's, and the free draft has that or no term. An article: the free draft has one
    before the term, or none, and so has the reference. `of`: what stands right before the term in the free draft
    (`Eastern Germany`) has an `of` or `to` behind it now, which the reference has not.
    """
    places = (placed(german, hits, text) for text in (free, english, reference))
    for before, place, wanted in zip(*places, strict=True):
        if place is None:
            continue
        if wanted and _is_other_number(free, before, english, place, reference[slice(*wanted)]):
            yield Harm("form", f"number of {english[slice(*place)]}")
        if before and wanted and english != free:
            yield from _around(free, before, english, place, reference, wanted)


def _is_other_number(free: str, before: Span | None, english: str, place: Span, wanted: str) -> bool:
    if before and not _is_other_form(free[slice(*before)], english[slice(*place)]):
        return False
    return _is_other_form(english[slice(*place)], wanted)


def _is_other_form(one: str, other: str) -> bool:
    """Whether one is the plural of the other."""
    low, second = one.casefold(), other.casefold()
    return low != second and (plural(low) == second or plural(second) == low)


def _around(free: str, before: Span, english: str, place: Span, reference: str, wanted: Span) -> Iterator[Harm]:
    term = english[slice(*place)]
    had, has, should = (_article(text, span) for text, span in ((free, before), (english, place), (reference, wanted)))
    if free[slice(*before)].casefold() == term.casefold() and had == should != has:
        yield Harm("form", f"article of {term}")
    linked, bare = _LINKED.search(english[: place.start]), _BARE.search(free[: before.start])
    if linked and bare and linked["word"] == bare["word"] and not _LINKED.search(reference[: wanted.start]):
        yield Harm("form", f"{linked['word']} of {term}")


def _article(text: str, place: Span) -> str:
    found = _ARTICLE.search(text[: place.start])
    return found[1].lower()[:1] if found else ""
