"""The check `name-spelling`, over a whole document: one name is spelt in one way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from workbench.checks.compared import Compared
from workbench.checks.finding import Finding
from workbench.checks.names import Name, names
from workbench.checks.spellings import Spellings, alike, are_of_one_word
from workbench.glossary import Glossary
from workbench.translation import ParagraphRecord, State

_Names = tuple[Name, ...]


class _Rarer(NamedTuple):
    """What is held of a spelling that is not the usual one of its name."""

    usual: str
    message: str


class NameSpelling:
    """A name is spelt in two ways in a document (see `Spellings`); told wherever the rarer spelling stands."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._names: Compared[str, _Names, _Rarer] = Compared()
        """Spelling → paragraph → its names that are spelt so."""
        self._spellings = Spellings()

    def put(self, changed: Mapping[int, ParagraphRecord]) -> set[int]:
        """Take up changed paragraphs; which others may have other findings by it."""
        changes = [
            (spelling, before or (), after or ())
            for index, record in changed.items()
            for spelling, before, after in self._names.put(index, _by_spelling(record, self._glossary))
        ]
        ahead = {spelling for spelling, *_ in changes} | self._spellings.put(changes)
        others: set[int] = set()
        while ahead:
            group = self._spellings.group(ahead.pop())
            ahead -= group
            others |= self._judge(group)
        return others

    def of(self, index: int, record: ParagraphRecord) -> Iterator[Finding]:
        """The rarer spellings of a paragraph, in text order."""
        told = [
            (name.span, spelling, held)
            for spelling, found in self._names.facts(index).items()
            if (held := self._names.verdicts.get(spelling))
            for name in found
        ]
        for span, spelling, held in sorted(told):
            yield Finding("name-spelling", "warning", index, spelling, held.message, english=span, wanted=held.usual)

    def _judge(self, group: set[str]) -> set[int]:
        """Hold what is to be held of the spellings of one name; the paragraphs where that is another."""
        usual = max(group, key=self._rank) if len(group) > 1 else ""
        others: set[int] = set()
        for spelling in group:
            other = usual not in ("", spelling) and not are_of_one_word(spelling, usual)
            held = _Rarer(usual, self._message(spelling, usual)) if other else None
            others.update(self._names.hold(spelling, held))
        return others

    def _message(self, spelling: str, usual: str) -> str:
        count, where = sum(self._spellings.uses(usual).values()), min(self._names.places(usual))
        times = f"{count} times, first" if count > 1 else "once,"
        return f"“{spelling}” is spelt “{usual}” elsewhere ({times} in paragraph {where + 1})"

    def _rank(self, spelling: str) -> tuple[int, bool, float, int, int]:
        """The commonest spelling ranks highest; then what the glossary prefers, the likest to the German, the first."""
        uses, places = self._spellings.uses(spelling), self._names.places(spelling)
        preferred = any(use.entry and spelling in use.entry.en.split() for use in uses)
        likeness = max(alike(spelling, use.german) for use in uses)
        first = min(places)
        return sum(uses.values()), preferred, likeness, -first, -places[first][0].span.start


def _by_spelling(record: ParagraphRecord, glossary: Glossary) -> dict[str, _Names]:
    """The names of a paragraph's English by their spelling; none where it is skipped."""
    if record.state is State.SKIPPED or not record.english:
        return {}
    found: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names(record.german, record.english, glossary):
        found[name.spelling].append(name)
    return {spelling: tuple(places) for spelling, places in found.items()}
