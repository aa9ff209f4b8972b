"""What of a match's German is another in the German at hand, and the English that several drafts have for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.engine.cache import DraftCache
from workbench.engine.codes.places import Places
from workbench.engine.draft import ParagraphDraft
from workbench.engine.drafter import Drafter
from workbench.engine.repairs.edits import belonging, differences, words_in
from workbench.engine.sentence.content_words import words_with_kinds
from workbench.engine.sentence.german_verbs import finite_verb
from workbench.engine.sentence.polish import polish
from workbench.engine.sentence.prepare import plain_marks
from workbench.text import Span

NEXT_BEST = 4
"""So many of the package's drafts are looked at, besides the one with the glossary's terms."""
NOWHERE = Span(0, 0)
_DENIES = re.compile(r"\b(?:nicht|nie|niemals|kein(?:e[mnrs]?)?)\b", re.IGNORECASE)
_AUXILIARIES = re.compile(
    r"(?<!\w)(?:(?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|been|be|not) )+$", re.IGNORECASE
)
_JOINS = {"und": "and", "oder": "or"}


@dataclass(frozen=True, slots=True)
class Known:
    """A match of a memory: its German and its English."""

    german: str
    english: str


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the match's German, `old`, and what is in its place in the German at hand, `new`; one may be empty.

    `cut`: the match's English for it; empty where its English would stand.
    """

    old: Span
    new: Span
    cut: Span


@dataclass(frozen=True, slots=True)
class Version:
    """An English of the German at hand, and where its words for each change are; empty where it has none."""

    english: str
    puts: tuple[Span, ...]


class Versions:
    """The changes that make the German at hand of a match's, and several drafts of it. Opens the model."""

    def __init__(self, german: str, known: Known, drafter: Drafter, cache: DraftCache) -> None:
        self._german, self._known = german, known
        self._drafter, self._cache = drafter, cache
        self._match = self._places(known.german, known.english)
        self.changes = tuple(self._changes())

    def drafted(self, draft: str) -> Iterator[Version]:
        """The draft, then the package's own next best ones, and what it makes of the match's English up to a change."""
        first = self._version(draft)
        yield first
        others = (*self._continued(first), *self._next_best())
        yield from (self._version(english) for english in dict.fromkeys(others) if english != draft)

    def with_verbs(self, versions: Sequence[Version]) -> Iterator[tuple[Change, Version]]:
        """Where “not” is all that is another: the change with its verb, as each version says that (does not want)."""
        change = self.changes[0] if len(self.changes) == 1 else None
        said = (self._known.german[slice(*change.old)], self._german[slice(*change.new)]) if change else ()
        verbs = [finite_verb(words_with_kinds(german)) for german in (self._known.german, self._german)]
        if change is None or not any(map(_DENIES.search, said)) or verbs[0] is None or verbs[1] is None:
            return
        cut = _together(self._known.english, self._match.of(verbs[0], self._whole(self._known.english))[0], change.cut)
        for version in versions:
            verb, _ = self._places(self._german, version.english).of(verbs[1], self._whole(version.english))
            put = _together(version.english, verb, version.puts[0])
            yield Change(change.old, change.new, cut), Version(version.english, (put,))

    def _changes(self) -> Iterator[Change]:
        german, known = self._german, self._known
        for old, new in differences(known.german, german):
            gone, come = _words(known.german, old), _words(german, new)
            if gone.start < gone.end:
                yield Change(gone, come, self._match.of(gone, self._whole(known.english))[0])
            elif come.start < come.end:
                at = self._match.behind(gone.start)
                yield Change(gone, come, Span(at, at))

    def _next_best(self) -> Iterator[str]:
        for one in self._drafter.abilities.engine.translate([plain_marks(self._german)], NEXT_BEST)[0]:
            yield polish(self._german, one.english)

    def _continued(self, first: Version) -> Iterator[str]:
        """What the package goes on with behind the match's English up to the first change, or where a draft begins to
        differ for it."""
        able, english = self._drafter.abilities, self._known.english
        differ = belonging(english, first.english, [change.cut for change in self.changes], first.puts)
        starts = {min(change.cut.start for change in self.changes), *(edit.cut.start for edit in differ[:1])}
        prefixes = [prefix for start in sorted(starts) if (prefix := plain_marks(english[:start]).rstrip())]
        if able.continues and prefixes:
            for one in able.continues.continued([plain_marks(self._german)] * len(prefixes), prefixes):
                yield polish(self._german, one.english)

    def _version(self, english: str) -> Version:
        places = self._places(self._german, english)
        return Version(english, tuple(self._put(change, english, places) for change in self.changes))

    def _put(self, change: Change, english: str, places: Places) -> Span:
        """The English of what is new, with the “and” before it if that is new, too."""
        if change.new.start == change.new.end:
            return NOWHERE
        put, _ = places.of(change.new, self._whole(english))
        join = _JOINS.get(self._german[slice(*change.new)].split()[0].lower(), "")
        if join and put.start < put.end and english[: put.start].endswith(f" {join} "):
            return Span(put.start - len(join) - 1, put.end)
        return put

    def _places(self, german: str, english: str) -> Places:
        pair = (self._whole(german), self._whole(english))
        return Places(german, ParagraphDraft(german, english, "", (pair,)), self._drafter, self._cache)

    @staticmethod
    def _whole(text: str) -> Span:
        return Span(0, len(text))


def _words(text: str, place: Span) -> Span:
    """A stretch from its first word to its last; empty where there is none."""
    words = list(words_in(text, place))
    return Span(words[0].start, words[-1].end) if words else Span(place.start, place.start)


def _together(english: str, verb: Span, other: Span) -> Span:
    """A verb, with its auxiliaries, and other words that go with it."""
    both = [place for place in (verb, other) if place.start < place.end]
    if not both:
        return NOWHERE
    start, end = min(place.start for place in both), max(place.end for place in both)
    before = _AUXILIARIES.search(english[:start])
    return Span(before.start() if before else start, end)
