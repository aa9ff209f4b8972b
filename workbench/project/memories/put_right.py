"""Numbers, dates and names of the glossary that alone differ between two German texts, put right in the English.

In doubt nothing is: where anything else differs, where an English figure or name may stand for another one, and where
what comes of it does not pass the check of numbers and the glossary's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from workbench.checks.figures import Figure, sought
from workbench.checks.numbers import figures_of_english, figures_of_german, numbers
from workbench.glossary import Glossary, TermHit, fit_article, judge
from workbench.memory.words import tokens_of
from workbench.project.memories.put_figures import is_one, written
from workbench.project.memories.put_names import ending, renamed
from workbench.text import Inline, Span
from workbench.text.house_style import HouseStyle, in_place
from workbench.text.lazy_pattern import lazy_pattern
from workbench.translation import ParagraphRecord, State

_FIGURE, _NAME = "\ue000", "\ue001"
"""Stand for a figure and for a name of the glossary where two texts are compared."""
_COUNTED = lazy_pattern(r"\s(?!per ?cent\b|(?:of|to|and|or|in|on|at|by|for|from|with|o['’]clock|[ap]\.?m)\b)[a-z]")
_CLEAR = ("d", "t", "s", "m", "w")
"""Readings that say what a figure is: a date, a time of day, a score, a month, a day of the week."""

Changed = tuple[tuple[str, str], ...]
"""What was there and what is there now, in the order of the text."""


@dataclass(frozen=True, slots=True)
class _Item:
    """What may differ: a figure or a name of the glossary in a German text."""

    span: Span
    written: str
    of: Figure | TermHit

    @property
    def key(self) -> object:
        """What it says, however it is written."""
        if isinstance(self.of, TermHit):
            return self.of.kept, ending(self.of)
        return self.of.readings, self.of.negative


@dataclass(frozen=True, slots=True)
class _Edit:
    """What is put where in the English, and how that is told."""

    cut: Span
    put: str
    told: tuple[str, str]


def put_right(text: str, known: str, target: Inline, glossary: Glossary, style: HouseStyle) -> tuple[Inline, Changed]:
    """The English `target` of the German `known` with the numbers, dates and names of the glossary of `text`.

    `text` is German that differs from `known` in nothing else. What was changed is told, (was, is). Where anything is
    in doubt it is the target as it was, and nothing. A house style in force writes what is put in.
    """
    pairs = _differing(text, known, glossary)
    edits = _edits(pairs, known, target.text, style) if pairs else None
    if not edits:
        return target, ()
    new, told = target, list[tuple[str, str]]()
    for edit in reversed(edits):
        put = in_place(new.text, edit.cut, edit.put, style)
        new = new.replaced(edit.cut, put)
        told.append(_told(edit.told[0], edit.told[1] if put == edit.put else put))
    if not _is_right(text, new.text, pairs, glossary, style):
        return target, ()
    return new, tuple(reversed(told))


# The German texts


def _differing(text: str, known: str, glossary: Glossary) -> list[tuple[_Item, _Item]]:
    """Figures and names of the known text, each with what is in its place in the text; none if more differs."""
    if text == known:
        return []
    before, after = list(_items(known, glossary)), list(_items(text, glossary))
    if len(before) != len(after) or _skeleton(known, before) != _skeleton(text, after):
        return []
    pairs = list(zip(before, after, strict=True))
    if any(old.key == new.key and _is_worded_otherwise(old, new) for old, new in pairs):
        return []
    return pairs if any(old.key != new.key for old, new in pairs) else []


def _is_worded_otherwise(old: _Item, new: _Item) -> bool:
    """Whether a number is in both texts, but in other words (drei, dreimal)."""
    return isinstance(old.of, Figure) and old.of.kind == "word" and old.written.casefold() != new.written.casefold()


def _items(text: str, glossary: Glossary) -> Iterator[_Item]:
    """Figures and names in the order of the text; a figure in a name is part of that."""
    hits = [hit for hit in glossary.find(text) if hit.start < hit.end]
    names = [_Item(Span(hit.start, hit.end), hit.surface, hit) for hit in hits]
    figures = [_Item(one.span, one.text, one) for one in figures_of_german(text)]
    free = [item for item in figures if not item.span.meets(*(name.span for name in names))]
    yield from sorted((*names, *free), key=lambda item: item.span)


def _skeleton(text: str, items: Sequence[_Item]) -> list[str]:
    """The words and marks of a text with one sign for each of what may differ; capitals do not count."""
    made, at = "", 0
    for item in items:
        made += text[at : item.span.start] + (_NAME if isinstance(item.of, TermHit) else _FIGURE)
        at = item.span.end
    return [token.casefold() for token in tokens_of(made + text[at:])]


# The English text


def _edits(
    pairs: Sequence[tuple[_Item, _Item]], known: str, english: str, style: HouseStyle
) -> tuple[_Edit, ...] | None:
    """What is put where, in the order of the text; None where one of the pairs has no sure place or form."""
    figures = [(old, new) for old, new in pairs if isinstance(old.of, Figure)]
    names = [(old, new) for old, new in pairs if isinstance(old.of, TermHit)]
    parts = (_figure_edits(figures, english, style), _name_edits(names, known, english))
    if any(part is None for part in parts):
        return None
    edits = sorted((edit for part in parts for edit in part or ()), key=lambda edit: edit.cut)
    if any(one.cut.end > other.cut.start for one, other in pairwise(edits)):
        return None
    return tuple(edits)


def _grouped(pairs: Iterable[tuple[_Item, _Item]]) -> Iterator[tuple[_Item, _Item, int] | None]:
    """Each different old item with what takes its place and how often it does; None where it is not always the same."""
    groups: dict[object, list[tuple[_Item, _Item]]] = {}
    for old, new in pairs:
        groups.setdefault(old.key, []).append((old, new))
    for key, group in groups.items():
        old, new = group[0]
        if all(other.key == key for _, other in group):
            continue
        yield None if len({other.key for _, other in group}) > 1 else (old, new, len(group))


def _name_edits(pairs: Sequence[tuple[_Item, _Item]], known: str, english: str) -> list[_Edit] | None:
    edits: list[_Edit] = []
    for group in _grouped(pairs):
        if group is None:
            return None
        old, new, count = group
        assert isinstance(old.of, TermHit) and isinstance(new.of, TermHit)
        if old.of.kept == new.of.kept:
            return None  # the same name in another case
        puts = renamed(known, english, old.of, new.of, count)
        if puts is None:
            return None
        edits += [_Edit(put.cut, put.put, (put.old, put.new)) for put in puts]
    return edits


def _figure_edits(pairs: Sequence[tuple[_Item, _Item]], english: str, style: HouseStyle) -> list[_Edit] | None:
    places = _places([old.of for old, _ in pairs if isinstance(old.of, Figure)], figures_of_english(english))
    edits: list[_Edit] = []
    for group in _grouped(pairs):
        if group is None:
            return None
        old, new, count = group
        assert isinstance(old.of, Figure) and isinstance(new.of, Figure)
        found = places.get(old.of.readings, ())
        if len(found) != count:
            return None
        for place in found:
            put = written(old.of, new.of, place, style.times)
            if put is None or _number_of_noun_hangs_on_it(old.of, new.of, english, place.span):
                return None
            edits.append(_with_article(english, place.span, put))
    return edits


def _places(german: Sequence[Figure], english: Sequence[Figure]) -> dict[frozenset[str], tuple[Figure, ...]]:
    """Which English figures stand for which German ones, as far as there are as many of them, and no other may."""
    count: dict[frozenset[str], int] = {}
    wanted: dict[frozenset[str], tuple[Figure, ...]] = {}
    for figure in german:
        count[figure.readings] = count.get(figure.readings, 0) + 1
        wanted[figure.readings] = _meeting(figure, english)
    settled: dict[frozenset[str], tuple[Figure, ...]] = {}
    while True:
        taken = {figure.span for found in settled.values() for figure in found}
        for key in wanted.keys() - settled.keys():
            free = tuple(figure for figure in wanted[key] if figure.span not in taken)
            if len(free) == count[key]:
                settled[key] = free
                break
        else:
            return settled


def _meeting(figure: Figure, english: Sequence[Figure]) -> tuple[Figure, ...]:
    """The English figures that may stand for a German one; of a date, a time … those that are one, if there are any."""
    clear = {reading for reading in figure.readings if reading.startswith(_CLEAR)}
    sure = tuple(other for other in english if clear & other.offered)
    return sure or tuple(other for other in english if sought(figure) & other.offered)


def _number_of_noun_hangs_on_it(old: Figure, new: Figure, english: str, place: Span) -> bool:
    """Whether what is counted has to be in the singular now, or in the plural: 1 minister, 3 ministers."""
    return is_one(old) != is_one(new) and _COUNTED.match(english, place.end) is not None


def _with_article(english: str, place: Span, put: str) -> _Edit:
    """The place with the article before it, where that is another before what is put there (a 30-, an 18-year-old)."""
    before, told = english[: place.start], (english[slice(*place)], put)
    fitted = fit_article(before, put)
    if fitted == before or fit_article(before, told[0]) != before:
        return _Edit(place, put, told)
    start = before.rstrip().rfind(" ") + 1
    return _Edit(Span(start, place.end), fitted[start:] + put, told)


def _told(old: str, new: str) -> tuple[str, str]:
    """What was and what is, without the full stop that an abbreviation has taken along."""
    stops = old.endswith(".") and new.endswith(".")
    return (old[:-1], new[:-1]) if stops else (old, new)


# What came of it


def _is_right(
    text: str, english: str, pairs: Iterable[tuple[_Item, _Item]], glossary: Glossary, style: HouseStyle
) -> bool:
    """Whether the check of numbers has nothing to say, and every name and figure that was put in is there."""
    record = ParagraphRecord(text, english, State.TRANSLATED)
    if any(finding.severity != "info" for finding in numbers(0, record, glossary, style)):
        return False
    there = frozenset[str]().union(*(figure.offered for figure in figures_of_english(english)))
    for old, new in pairs:
        if old.key == new.key:
            continue
        if isinstance(new.of, Figure):
            if not sought(new.of) & there:
                return False
        else:
            verdict = judge(new.of.entry, english)
            if not verdict.there or verdict.forbidden or verdict.small:
                return False
    return True
