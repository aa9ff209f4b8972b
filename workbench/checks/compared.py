"""What a document's paragraphs have in common, kept paragraph by paragraph: the ground of the checks of the whole."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from typing import Generic, Protocol, TypeVar

from workbench.checks.finding import Finding
from workbench.translation import ParagraphRecord

Key = TypeVar("Key", bound=Hashable)
Fact = TypeVar("Fact")
Verdict = TypeVar("Verdict")


class OfDocument(Protocol):
    """A check over a whole document, which takes up changes and tells what it finds in one paragraph.

    `of` may depend on the paragraph and on what `put` has learned of it and of others, on nothing else.
    """

    def put(self, changed: Mapping[int, ParagraphRecord]) -> set[int]:
        """Take up changed or new paragraphs; which others may have other findings by it (changed ones may always)."""

    def of(self, index: int, record: ParagraphRecord) -> Iterator[Finding]:
        """What it finds in a paragraph."""


class Compared(Generic[Key, Fact, Verdict]):
    """Facts by what they are about (the key: a name, a text) and by paragraph, with a verdict on each key.

    Keys with no paragraph are forgotten. Its size is that of the facts.
    """

    def __init__(self) -> None:
        self._facts: dict[int, Mapping[Key, Fact]] = {}
        self._places: dict[Key, dict[int, Fact]] = {}
        self._verdicts: dict[Key, Verdict] = {}

    def facts(self, index: int) -> Mapping[Key, Fact]:
        """What a paragraph has."""
        return self._facts.get(index, {})

    def places(self, key: Key) -> Mapping[int, Fact]:
        """The paragraphs that have something about a key, in no order."""
        return self._places.get(key, {})

    @property
    def verdicts(self) -> Mapping[Key, Verdict]:
        """What is held of the keys."""
        return self._verdicts

    def put(self, index: int, facts: Mapping[Key, Fact]) -> list[tuple[Key, Fact | None, Fact | None]]:
        """Put a paragraph's facts in the place of those it had: each key that has another, with both."""
        before = self.facts(index)
        if facts == before:
            return []
        changes = [(key, before.get(key), facts.get(key)) for key in before.keys() | facts.keys()]
        changes = [
            change for change in changes if change[1] != change[2] or (change[0] in before) != (change[0] in facts)
        ]
        self._facts[index] = facts
        for key, _, _ in changes:
            if key in facts:
                self._places.setdefault(key, {})[index] = facts[key]
            else:
                del self._places[key][index]
                if not self._places[key]:
                    del self._places[key]
        return changes

    def hold(self, key: Key, verdict: Verdict | None) -> Collection[int]:
        """Hold a verdict on a key, or none; the key's paragraphs if another was held before."""
        if self._verdicts.get(key) == verdict:
            return ()
        if verdict is None:
            del self._verdicts[key]
        else:
            self._verdicts[key] = verdict
        return self.places(key).keys()
