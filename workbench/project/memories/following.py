"""What an accept means elsewhere: equal sentences that nobody has touched follow it, others are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from workbench.memory import Match, Pair, sentences_beside
from workbench.project.history import SegmentStep
from workbench.project.memories.filling import PACKAGE, Exact, fitted
from workbench.project.memories.known import InContext, gives_pairs, in_context, pairs_at
from workbench.project.memories.same_german import Places, folded
from workbench.text import Inline
from workbench.translation import UNTOUCHED, Draft, ParagraphRecord, State, Translation

MOST_TOLD = 20
"""Sentences that are translated otherwise of which an accept tells the places."""
MOST_PLACED = 40
"""Sentences within other paragraphs that an accept looks at: each is to be found in the English there, which takes some
milliseconds."""
_NAMED = 3
Place = tuple[str, int]
"""A document, and a paragraph of it (from 0)."""


@dataclass(frozen=True, slots=True)
class Followers:
    """What an accept means elsewhere.

    `drafts`: new drafts by paragraph of the same document. `otherwise`: (document, paragraph) of equal sentences that a
    person translated otherwise, of this document first, then of others, at most MOST_TOLD.
    """

    drafts: Mapping[int, Draft]
    otherwise: tuple[Place, ...] = ()

    def told(self, document: str) -> str:
        """The same in a few words, of an accept in `document`; empty where nothing follows.

        >>> drafts = {4: Draft("Thank you.", ""), 8: Draft("Thank you.", "")}
        >>> Followers(drafts, (("a.txt", 11),)).told("a.txt")
        '5 and 9 follow; 12 is translated otherwise'
        """
        follow = [str(index + 1) for index in sorted(self.drafts)]
        others = [_said(place, document) for place in self.otherwise]
        parts = []
        if follow:
            parts.append(f"{_listed(follow)} {'follow' if len(follow) > 1 else 'follows'}")
        if others:
            parts.append(f"{_listed(others)} {'are' if len(others) > 1 else 'is'} translated otherwise")
        return "; ".join(parts)


def followers(translation: Translation, index: int, places: Places, memories: Exact) -> Followers:
    """What follows if paragraph `index` is accepted as it is now; no model is asked.

    The sentence goes into drafts of equal ones, and the rest of these stays. Where a draft has that sentence from a
    place with the same neighbours, which the accepted one has not, it stays as well. Of long paragraphs with the same
    sentence MOST_PLACED are looked at; the others follow when they are drafted again.
    """
    records = list(translation.paragraphs)
    records[index] = replace(records[index], state=State.REVIEWED)
    found = _Found(translation, records)
    for pair in pairs_at(records, index, translation.record.source, ""):
        for one in places.of(pair.source.text, MOST_PLACED + 1):  # the accepted one itself is among them
            if one.paragraph != index:
                found.take(one, pair)
        found.otherwise |= dict.fromkeys(_elsewhere(pair, memories))
    return Followers(found.drafts, tuple(islice(found.otherwise, MOST_TOLD)))


def looked_ahead(records: Sequence[ParagraphRecord], index: int, places: Places) -> Iterator[None]:
    """What `followers` of a paragraph will ask of its German, asked before, in steps of some milliseconds.

    Sentences are remembered once they were found: an accept that comes after this waits for none. Any thread may do it.
    """
    places.now(records)
    for one in in_context(records, index):
        for at in islice(places.near(one.text.text), MOST_PLACED + 1):
            if at < len(records):  # the document may be cut or joined meanwhile
                in_context(records, at)
                yield


class _Found:
    """What follows, as far as it has been found."""

    def __init__(self, translation: Translation, records: Sequence[ParagraphRecord]) -> None:
        self._translation, self._records = translation, records
        self._left = MOST_PLACED
        self.drafts: dict[int, Draft] = {}
        self.otherwise: dict[Place, None] = {}

    def take(self, one: InContext, pair: Pair) -> None:
        """An equal sentence of the same document."""
        now = self._records[one.paragraph]
        self._left -= one.span.end - one.span.start < len(now.german.strip())
        if self._left < 0:
            return
        if now.state in UNTOUCHED and not self._translation.locked(one.paragraph):
            begun = self.drafts.get(one.paragraph, now.draft)
            made = _followed(now, begun, one, pair) if begun else None
            if made is not None and made != begun:
                self.drafts[one.paragraph] = made
        elif _is_otherwise(now, pair):
            self.otherwise[pair.document, one.paragraph] = None


def _said(place: Place, document: str) -> str:
    name, index = place
    return str(index + 1) if name == document else f"{name} ¶{index + 1}"


def _listed(names: Sequence[str]) -> str:
    """`5`, `5 and 9`, `5, 9, 12 and 4 more`."""
    if len(names) > _NAMED:
        return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _followed(now: ParagraphRecord, draft: Draft, one: InContext, pair: Pair) -> Draft | None:
    """A draft with the English of a pair in the place of an equal sentence; None where that has no place there."""
    english = fitted(Match(pair, 100), one.text)
    is_same_place = _has_neighbours(one, pair)
    german = now.german[one.span.start : one.span.end]
    stays = any(known == german and percent == "101" for known, percent, _ in draft.memory)
    if english is None or (stays and not is_same_place):
        return None
    from_memory = {known: (known, percent, place) for known, percent, place in draft.memory}
    from_memory[german] = (german, "101" if is_same_place else "100", f"{pair.document} ¶{pair.place + 1}")
    if one.span.end - one.span.start == len(now.german.strip()):
        whole = Inline(now.german[: one.span.start]) + english + Inline(now.german[one.span.end :])
        return Draft(whole.text, PACKAGE, codes=whole.codes, memory=(from_memory[german],))
    target = _in_its_place(now, draft.target, one, english)
    if target is None:
        return None
    memory = tuple(from_memory[known] for known in sorted(from_memory, key=now.german.find))
    return replace(draft, english=target.text, codes=target.codes, memory=memory)


def _in_its_place(now: ParagraphRecord, target: Inline, one: InContext, english: Inline) -> Inline | None:
    """English with that of one sentence in its place; None where the two texts do not align there."""
    place = next((there for here, there in sentences_beside(now.german, target.text) if here == one.span), None)
    if place is None or place.start >= place.end:
        return None
    made = (target[: place.start] + english + target[place.end :]).mended()
    return made if sorted(code.id for code in made.codes) == sorted(code.id for code in now.codes) else None


def _has_neighbours(one: InContext, pair: Pair) -> bool:
    """Whether a sentence has the neighbours of a pair; the only sentence of a document has none."""
    same = folded(one.before) == folded(pair.before or "") and folded(one.after) == folded(pair.after or "")
    return same and bool(one.before or one.after)


def _is_otherwise(now: ParagraphRecord, pair: Pair) -> bool:
    """Whether a person translated a paragraph with an equal sentence, and that otherwise."""
    if not now.has_own_english or now.state is State.SKIPPED or not now.english.strip():
        return False
    return _plain(pair.target.text) not in _plain(now.english)


def _plain(text: str) -> str:
    """A text with single blanks."""
    return " ".join(text.split())


def _elsewhere(pair: Pair, memories: Exact) -> Iterator[Place]:
    """Where the project's own memory has the sentence of a pair with other English, in other documents."""
    for match in memories.exact(pair.source, pair.before, pair.after):
        other = match.pair
        is_otherwise = _plain(other.target.text) != _plain(pair.target.text)
        if not match.memory and other.document != pair.document and other.place >= 0 and is_otherwise:
            yield other.document, other.place


def equal_to(records: Sequence[ParagraphRecord], steps: Iterable[SegmentStep], places: Places) -> frozenset[int]:
    """The untouched paragraphs that have a sentence of paragraphs that gave other pairs to the memory before."""
    changed = (
        step.index
        for step in steps
        if gives_pairs(step.before) != gives_pairs(step.after)
        or (gives_pairs(step.after) and step.before.target != step.after.target)
    )
    texts = {one.text.text for index in changed for one in in_context(records, index)}
    found = (index for text in texts for index in places.near(text))
    return frozenset(index for index in found if records[index].state in UNTOUCHED)
