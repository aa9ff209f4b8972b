"""The check `style`: the English follows the project's house style; where none is set, one way in a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.checks.compared import Compared
from workbench.checks.finding import Finding
from workbench.checks.terms import judged
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.text.house_style import CHOICES, NO_STYLE, HouseStyle, Use, deviations, edited, uses
from workbench.translation import ParagraphRecord, State

_NAMES = {
    "spelling": "words",
    "quotes": "quotation marks",
    "dates": "dates",
    "times": "times",
    "percent": "percentages",
    "thousands": "large numbers",
    "numbers": "small numbers",
    "places": "names of places",
}
_IN_WORDS = {
    "british": "British",
    "oxford": "British with -ize",
    "american": "American",
    "double": "double marks",
    "single": "single marks",
    "to nine": "words to nine",
    "to ten": "words to ten",
    "figures": "figures",
    "1 000": "a space in 1 000",
    "12 %": "a space in 12 %",
}
_LONGEST = 40
"""Characters of a quotation that are told."""


def style(index: int, record: ParagraphRecord, glossary: Glossary, house: HouseStyle = NO_STYLE) -> Iterator[Finding]:
    """What deviates from the house style, place by place; the glossary's terms are as the glossary has them."""
    if not house.is_set:
        return
    by = f" ({house.name})" if house.name else ""
    for use in deviations(record.english, house, _terms(record, glossary), headline=record.role == "headline"):
        choice = house.of(use.setting)
        wanted = _wanted(record.english, use, choice)
        form = f"“{wanted}”" if wanted and use.setting != "quotes" else in_words(choice)
        message = f"house style{by}: {form} for “{_short(use.text)}”"
        yield Finding("style", "warning", index, _short(use.text), message, english=_place(use, choice), wanted=wanted)


def in_words(choice: str) -> str:
    """A choice of a setting as it is told to a translator."""
    return _IN_WORDS.get(choice, choice)


class _Held(NamedTuple):
    """What is held of a setting in a document: the usual choice, the first place that deviates, what is told there."""

    usual: str
    paragraph: int
    message: str


class MixedStyle:
    """Where no style is set, a document has one way of each thing; told once, where it first deviates."""

    def __init__(self, glossary: Glossary, house: HouseStyle = NO_STYLE) -> None:
        self._glossary = glossary
        self._settings = tuple(setting for setting in CHOICES if not house.of(setting))
        self._uses: Compared[str, tuple[Use, ...], _Held] = Compared()
        """Setting → paragraph → its uses."""

    def put(self, changed: Mapping[int, ParagraphRecord]) -> set[int]:
        """Take up changed paragraphs; which others may have other findings by it."""
        touched: set[str] = set()
        for index, record in changed.items():
            touched.update(setting for setting, *_ in self._uses.put(index, self._of(record)))
        others: set[int] = set()
        for setting in touched:
            before = self._uses.verdicts.get(setting)
            held = _judged(setting, self._uses.places(setting))
            self._uses.hold(setting, held)
            others.update(one.paragraph for one in (before, held) if one)
        return others

    def of(self, index: int, record: ParagraphRecord) -> Iterator[Finding]:
        """What is told in a paragraph: of each setting at most one finding."""
        for setting, held in self._uses.verdicts.items():
            if held.paragraph == index:
                use = next(use for use in self._uses.facts(index)[setting] if _differs(use, held.usual))
                wanted = _wanted(record.english, use, held.usual)
                place = _place(use, held.usual)
                yield Finding("style", "info", index, _short(use.text), held.message, english=place, wanted=wanted)

    def _of(self, record: ParagraphRecord) -> dict[str, tuple[Use, ...]]:
        """The uses of a paragraph by their setting; none where it is skipped."""
        if record.state is State.SKIPPED or not record.english.strip():
            return {}
        found = uses(record.english, self._settings, headline=record.role == "headline")
        if not found:
            return {}
        terms = _terms(record, self._glossary)
        by_setting: dict[str, list[Use]] = {}
        for use in found:
            counts = use.accepted or use.setting != "numbers"  # `eleven people` beside `five people` is one way
            if counts and (use.setting == "quotes" or not use.span.meets(*terms)):
                by_setting.setdefault(use.setting, []).append(use)
        return {setting: tuple(places) for setting, places in by_setting.items()}


def _judged(setting: str, places: Mapping[int, Sequence[Use]]) -> _Held | None:
    """What is held of a setting: None where all its uses accord with one choice."""
    in_order = [(index, use) for index in sorted(places) for use in places[index]]
    usual, most = _usual(CHOICES[setting], [use for _, use in in_order])
    if most in (0, len(in_order)):
        return None
    paragraph, other = next((index, use) for index, use in in_order if _differs(use, usual))
    like = min(
        (use for _, use in in_order if not _differs(use, usual)), key=lambda use: bool(use.accepted & other.accepted)
    )
    message = (
        f"{_NAMES[setting]} are written in two ways in this document: {most} like “{_short(like.text)}”, "
        f"{len(in_order) - most} like “{_short(other.text)}”; choose one way, or set `style:` in project.yaml"
    )
    return _Held(usual, paragraph, message)


def _usual(choices: Sequence[str], found: Sequence[Use]) -> tuple[str, int]:
    """The choice with which most uses accord, in a tie that of the first use, and how many these are."""
    counted = Counter(use.accepted for use in found)
    accords = {choice: sum(n for accepted, n in counted.items() if choice in accepted) for choice in choices}
    first = {choice: next((at for at, use in enumerate(found) if choice in use.accepted), -1) for choice in choices}
    usual = min(choices, key=lambda choice: (-accords[choice], first[choice]))
    return usual, accords[usual]


def _differs(use: Use, usual: str) -> bool:
    return usual not in use.accepted


def _terms(record: ParagraphRecord, glossary: Glossary) -> list[Span]:
    """The places of the glossary's terms in the English, forbidden forms too: these are told by themselves."""
    verdicts = (verdict for _, verdict in judged(record.german, record.english, glossary))
    return [place for verdict in verdicts for place in (*verdict.met, *verdict.forbidden)]


def _place(use: Use, choice: str) -> Span:
    """What is marked, and replaced by `wanted`: all that is changed."""
    edits = use.ways.get(choice, ())
    ends = [use.span.end, *(span.end for span, _ in edits)]
    return Span(use.span.start, max(ends))


def _wanted(english: str, use: Use, choice: str) -> str | None:
    """What belongs in the place of a use; None where that is not sure."""
    if choice not in use.ways:
        return None
    start, end = _place(use, choice)
    moved = [(Span(span.start - start, span.end - start), put) for span, put in use.ways[choice]]
    return edited(english[start:end], moved).text


@lru_cache(maxsize=2_000)
def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
