"""Markdown links in a sentence: taken off before it is drafted, put around the same words afterwards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.glossary import TermHit
from workbench.text import Span

_LINK = re.compile(r"\[([^\[\]\n]+)\]\(([^()\s]+)\)")


@dataclass(frozen=True, slots=True)
class Link:
    """A link's words, `plain[span]` of the sentence without links, and its address."""

    span: Span
    address: str


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A sentence without its links; `hits` are in the order they came, with offsets into `plain`."""

    plain: str
    hits: tuple[TermHit, ...]
    links: tuple[Link, ...]


def unlinked(sentence: str, hits: tuple[TermHit, ...]) -> Unlinked:
    """`Die [Übersicht](https://…) zeigt` → `Die Übersicht zeigt` and the link."""
    plain, at = "", 0
    links: list[Link] = []
    moves: list[tuple[int, int]] = []
    for match in _LINK.finditer(sentence):
        plain += sentence[at : match.start()]
        links.append(Link(Span(len(plain), len(plain) + len(match[1])), match[2]))
        moves.append((match.start(), 1))
        moves.append((match.end(1), len(match.group()) - len(match[1]) - 1))
        plain += match[1]
        at = match.end()
    if not links:
        return Unlinked(sentence, hits, ())
    moved = tuple(hit.moved(-sum(by for start, by in moves if start < hit.start)) for hit in hits)
    return Unlinked(plain + sentence[at:], moved, tuple(links))


def relinked(english: str, links: Sequence[Link], pairs: Sequence[tuple[Span, Span]]) -> str:
    """The English with each link around the words that stand for its German; at the end where none do.

    `pairs`: words that stand for each other (German, English), with offsets into the sentence without links.
    """
    places: list[tuple[Span, str]] = []
    for link in links:
        words = [word for german, word in pairs if link.span.start <= german.start < link.span.end]
        span = Span(min(word.start for word in words), max(word.end for word in words)) if words else None
        if span and not span.meets(*(other for other, _ in places)):
            places.append((span, link.address))
        else:
            english += f" ({link.address})"
    for (start, end), address in sorted(places, reverse=True):
        english = f"{english[:start]}[{english[start:end]}]({address}){english[end:]}"
    return english
