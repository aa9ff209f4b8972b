"""The check `consistency`, over a whole document: the same German has the same English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.checks.compared import Compared
from workbench.checks.finding import Finding
from workbench.translation import ParagraphRecord, State


class Consistency:
    """Paragraphs with the same German and different English; told at the later one."""

    def __init__(self) -> None:
        self._english_of: Compared[str, str, tuple[int, str]] = Compared()
        """German → paragraph → English; held of a German: the first paragraph and its English."""

    def put(self, changed: Mapping[int, ParagraphRecord]) -> set[int]:
        """Take up changed paragraphs; which others may have other findings by it."""
        touched = {
            german for index, record in changed.items() for german, *_ in self._english_of.put(index, _pair(record))
        }
        firsts = {german: min(self._english_of.places(german).items(), default=None) for german in touched}
        return set[int]().union(*(self._english_of.hold(german, first) for german, first in firsts.items()))

    def of(self, index: int, record: ParagraphRecord) -> Iterator[Finding]:
        """The finding of a paragraph whose German comes before with another English."""
        for german, english in self._english_of.facts(index).items():
            place, first = self._english_of.verdicts[german]
            if english != first:
                message = f"paragraph {place + 1} has the same German and another English"
                yield Finding("consistency", "info", index, f"paragraph {place + 1}", message)


def _pair(record: ParagraphRecord) -> dict[str, str]:
    """A paragraph's German and English; nothing of one that has no English or is skipped."""
    english = _words(record.english)
    return {_words(record.german): english} if english and record.state is not State.SKIPPED else {}


def _words(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())
