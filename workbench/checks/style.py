"""The check `style`: the English follows the project's house style; where none is set, one way in a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from typing import NamedTuple

from workbench.checks.compared import Compared
from workbench.checks.finding import Finding
from workbench.checks.numbers import german_dates
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
_NO_WAY = frozenset({"numbers", "places"})
"""What accords with no choice of these is no second way: eleven people beside five people; Kiew is told as German."""
_LONGEST = 40
"""Characters of a quotation that are told."""


def style(index: int, record: ParagraphRecord, glossary: Glossary, house: HouseStyle = NO_STYLE) -> Iterator[Finding]:
    """What deviates from the house style, place by place; the glossary's terms are as the glossary has them."""
    if not house.is_set:
        return
    by = f" ({house.name})" if house.name else ""
    for use in deviations(record.english, house, kept_places(record, glossary), headline=record.role == "headline"):
        choice = house.of(use.setting)
        wanted = _wanted(record.english, use, choice)
        form = f"“{wanted}”" if wanted and use.setting != "quotes" else in_words(choice)
        message = f"house style{by}: {form} for “{short(use.text)}”"
        yield Finding("style", "warning", index, short(use.text), message, english=_place(use, choice), wanted=wanted)


def in_words(choice: str) -> str:
    """A choice of a setting as it is told to a translator."""
    return _IN_WORDS.get(choice, choice)


_Way = tuple[str, frozenset[str]]
"""A setting, and the choices with which a use of it accords."""


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
        self._uses: Compared[_Way, tuple[Use, ...], None] = Compared()
        self._counts: dict[str, Counter[frozenset[str]]] = {setting: Counter() for setting in self._settings}
        """Setting → how often the document accords with which choices."""
        self._held: dict[str, _Held | None] = {}

    @property
    def usual(self) -> Mapping[str, str]:
        """The settings of which a document has two ways, each with the choice that it mostly has."""
        return {setting: held.usual for setting, held in self._held.items() if held}

    def put(self, changed: Mapping[int, ParagraphRecord]) -> set[int]:
        """Take up changed paragraphs; which others may have other findings by it."""
        touched: set[str] = set()
        for index, record in changed.items():
            for (setting, accepted), before, after in self._uses.put(index, self._of(record)):
                self._counts[setting][accepted] += len(after or ()) - len(before or ())
                touched.add(setting)
        others: set[int] = set()
        for setting in touched:
            before_, now = self._held.get(setting), self._judged(setting)
            self._held[setting] = now
            others.update(held.paragraph for held in (before_, now) if held and before_ != now)
        return others

    def of(self, index: int, record: ParagraphRecord) -> Iterator[Finding]:
        """What is told in a paragraph: of each setting at most one finding."""
        for setting in self._settings:
            held = self._held.get(setting)
            if held and held.paragraph == index:
                use = self._deviating(setting, held.usual, index)
                wanted, place = _wanted(record.english, use, held.usual), _place(use, held.usual)
                yield Finding("style", "info", index, short(use.text), held.message, english=place, wanted=wanted)

    def _of(self, record: ParagraphRecord) -> dict[_Way, tuple[Use, ...]]:
        """The uses of a paragraph by their way; none where it is skipped."""
        if record.state is State.SKIPPED or not record.english.strip():
            return {}
        found = uses(record.english, self._settings, headline=record.role == "headline")
        kept = kept_places(record, self._glossary) if found else []
        ways: dict[_Way, list[Use]] = {}
        for use in found:
            counts = use.accepted or use.setting not in _NO_WAY
            if counts and (use.setting == "quotes" or not use.span.meets(*kept)):
                ways.setdefault((use.setting, use.accepted), []).append(use)
        return {way: tuple(places) for way, places in ways.items()}

    def _judged(self, setting: str) -> _Held | None:
        """What is held of a setting: None where all its uses accord with one choice, or none with any."""
        counts = +self._counts[setting]
        accords = {choice: sum(n for way, n in counts.items() if choice in way) for choice in CHOICES[setting]}
        most, total = max(accords.values()), sum(counts.values())
        if most in (0, total):
            return None
        usual = min((choice for choice in accords if accords[choice] == most), key=partial(self._first_of, setting))
        paragraph = self._first(setting, [way for way in counts if usual not in way])
        other = self._deviating(setting, usual, paragraph)
        like = self._example(setting, [way for way in counts if usual in way], other)
        message = (
            f"{_NAMES[setting]} are written in two ways in this document: {most} like “{short(like.text)}”, "
            f"{total - most} like “{short(other.text)}”; choose one way, or set `style:` in project.yaml"
        )
        return _Held(usual, paragraph, message)

    def _first_of(self, setting: str, choice: str) -> int:
        """The first paragraph that accords with a choice."""
        return self._first(setting, [way for way, count in self._counts[setting].items() if count and choice in way])

    def _example(self, setting: str, ways: Iterable[frozenset[str]], other: Use) -> Use:
        """The first use that has one of these ways, if possible one that no style has together with the other."""
        way = min(ways, key=lambda way: (bool(way & other.accepted), self._first(setting, [way])))
        return self._uses.places((setting, way))[self._first(setting, [way])][0]

    def _first(self, setting: str, ways: Iterable[frozenset[str]]) -> int:
        """The first paragraph that has one of these ways."""
        return min(min(self._uses.places((setting, way))) for way in ways)

    def _deviating(self, setting: str, usual: str, index: int) -> Use:
        """The first use in a paragraph that does not accord with the usual choice."""
        facts = self._uses.facts(index).items()
        found = (use for (name, way), places in facts if name == setting and usual not in way for use in places)
        return min(found, key=lambda use: use.span)


def kept_places(record: ParagraphRecord, glossary: Glossary) -> list[Span]:
    """What other checks tell of the English: the glossary's terms, forbidden forms too, and dates left as in German."""
    verdicts = (verdict for _, verdict in judged(record.german, record.english, glossary))
    terms = (place for verdict in verdicts for place in (*verdict.there, *verdict.forbidden))
    return [*terms, *german_dates(record)]


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
def short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
