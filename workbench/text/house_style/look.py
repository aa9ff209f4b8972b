"""What a text does where a house style has a say: all of it, what deviates, and the text put right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from workbench.text.house_style.counts import numbers
from workbench.text.house_style.dates import dates
from workbench.text.house_style.figures import percent, thousands
from workbench.text.house_style.places import places
from workbench.text.house_style.quotation import quotation
from workbench.text.house_style.spelling import spelling
from workbench.text.house_style.style import CHOICES, HouseStyle
from workbench.text.house_style.times import times
from workbench.text.house_style.use import Edits, Use
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.span import Span

_RULES: Mapping[str, Callable[[str], Iterator[Use]]] = MappingProxyType(
    {
        "spelling": spelling,
        "quotes": quotation,
        "dates": dates,
        "times": times,
        "percent": percent,
        "thousands": thousands,
        "numbers": numbers,
        "places": places,
    }
)
_OTHERWISE_IN_HEADLINES = frozenset({"quotes", "numbers"})
_MOST_ROUNDS = 4
_ONLY_WITH_FIGURES = frozenset({"dates", "times", "thousands"})
_FIGURE = lazy_pattern(r"[0-9]")
_NO_PROSE = lazy_pattern(
    r"`[^`]*`|(?:\w+://|www\.)\S+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)[@#]\w+|(?<![\w-])[\w-]+(?:/[\w.-]+)+|(?<!\w)/[\w./-]+"
    r"|(?<![\w-])[\w-]+\.(?:com|org|net|info|eu|de|uk|us|by|ru|ua|html?|pdf|docx?|txt|md|csv|py|js|json|jpe?g|png)\b"
)
"""Addresses, code, handles, names of files."""
_MAY_BE_NO_PROSE = lazy_pattern(r"[`@#/]|[A-Za-z]\.[a-z]{2}")
"""What all of these have. It is found much faster."""


class Restyled(NamedTuple):
    """A text in a house style, and what was put where: first in the text before, then in what came of that."""

    text: str
    rounds: tuple[Edits, ...]

    def moved(self, at: int) -> int:
        """Where a place (characters) of the text before is now; one in what was changed is at the end of it."""
        for edits in self.rounds:
            at = _moved(at, edits)
        return at

    def is_inside(self, at: int) -> bool:
        """Whether a place of the text before lies amid what was changed, so that it is nowhere now."""
        for edits in self.rounds:
            if any(span.start < at < span.end for span, _ in edits):
                return True
            at = _moved(at, edits)
        return False


def _moved(at: int, edits: Edits) -> int:
    shift = 0
    for span, put in edits:
        if span.end <= at:
            shift += len(put) - (span.end - span.start)
        elif span.start < at:
            return span.start + shift + len(put)
    return at + shift


def uses(
    text: str, settings: Collection[str] = tuple(CHOICES), keep: Sequence[Span] = (), *, headline: bool = False
) -> list[Use]:
    """Where a text follows a choice of these settings, in the order of the text.

    Not in addresses and code, nor where it would touch a place of `keep` (the terms of a glossary). In a headline
    quotation marks and small numbers have ways of their own.
    """
    asked = [name for name in settings if not (headline and name in _OTHERWISE_IN_HEADLINES)]
    kept = [*keep, *_no_prose(text)]
    has_figures = _FIGURE.search(text) is not None
    rules = [_RULES[name] for name in asked if has_figures or name not in _ONLY_WITH_FIGURES]
    found = [use for rule in rules for use in rule(text)]
    return sorted((use for use in found if not _meets(use, kept)), key=lambda use: use.span)


def _no_prose(text: str) -> Iterator[Span]:
    if _MAY_BE_NO_PROSE.search(text):
        yield from (Span(*match.span()) for match in _NO_PROSE.finditer(text))


def _meets(use: Use, kept: Sequence[Span]) -> bool:
    if use.setting != "quotes":
        return use.span.meets(*kept)
    return any(place.meets(*kept) for edits in use.ways.values() for place, _ in edits)


def deviations(text: str, style: HouseStyle, keep: Sequence[Span] = (), *, headline: bool = False) -> list[Use]:
    """Where a text does not follow a style, in the order of the text (see `uses`)."""
    settings = [setting for setting in CHOICES if style.of(setting)]
    if not settings:
        return []
    return [use for use in uses(text, settings, keep, headline=headline) if style.of(use.setting) not in use.accepted]


def restyled(text: str, style: HouseStyle, keep: Sequence[Span] = (), *, headline: bool = False) -> Restyled:
    """A text with everything put right that deviates from a style and can be put right surely.

    What is put right may decide what stands beside it, so it is looked at again until nothing is left.
    """
    rounds: list[Edits] = []
    while len(rounds) < _MOST_ROUNDS:
        wanted = (use.ways.get(style.of(use.setting), ()) for use in deviations(text, style, keep, headline=headline))
        new = edited(text, [edit for edits in wanted for edit in edits])
        if new.text == text:
            break
        rounds += new.rounds
        text, keep = new.text, [Span(new.moved(start), new.moved(end)) for start, end in keep]
    return Restyled(text, tuple(rounds))


def in_place(text: str, span: Span, put: str, style: HouseStyle) -> str:
    """How a style writes what is put into a text at a place; the text around it may decide that, and stays."""
    place = Span(span.start, span.start + len(put))
    new = text[: span.start] + put + text[span.end :]
    edits = [edit for use in deviations(new, style) for edit in use.ways.get(style.of(use.setting), ())]
    inside = [(Span(at.start - place.start, at.end - place.start), form) for at, form in edits if _within(at, place)]
    return edited(put, inside).text


def _within(span: Span, place: Span) -> bool:
    return place.start <= span.start and span.end <= place.end


def edited(text: str, edits: Iterable[tuple[Span, str]]) -> Restyled:
    """A text with changes made; of two that meet, only the first is."""
    done: list[tuple[Span, str]] = []
    for span, put in sorted(edits):
        if not done or span.start >= done[-1][0].end:
            done.append((span, put))
    new, at = "", 0
    for span, put in done:
        new += text[at : span.start] + put
        at = span.end
    return Restyled(new + text[at:], (tuple(done),))
