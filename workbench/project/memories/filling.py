"""What fills by itself: sentences and paragraphs that were translated before to the letter, and where they are from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol

from workbench.memory import Match, Stretch
from workbench.project.memories.known import InContext, in_context
from workbench.text import Code, Inline, Span
from workbench.translation import Draft, ParagraphRecord

PACKAGE = "memory"
"""What drafts are said to be made with that came from a memory as a whole."""


class Exact(Protocol):
    """What is asked for matches that nothing is taken off (`Memories`)."""

    def exact(self, text: Inline, before: str | None = None, after: str | None = None) -> tuple[Match, ...]:
        """The matches of 100 and 101 %, the best first."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What of a paragraph was translated before.

    `sentences`: the match of each stretch of its German that has one, and its English with the codes of this German.
    `whole`: its draft, where nothing of it is left to draft.
    """

    sentences: Mapping[Span, tuple[Match, Inline]]
    whole: Draft | None = None

    def __contains__(self, span: object) -> bool:
        return span in self.sentences

    def places(self, pairs: Iterable[tuple[Span, Span]]) -> tuple[Span, ...]:
        """Where what was filled stands in a draft: `pairs` are its sentences, German and English."""
        return tuple(english for german, english in pairs if german in self.sentences)

    @property
    def given(self) -> dict[Span, str]:
        """The English of each stretch that has one."""
        return {span: english.text for span, (_, english) in self.sentences.items()}


NOT_FILLED = Filled({})


def filled(records: Sequence[ParagraphRecord], wanted: Iterable[int], memories: Exact) -> Iterator[tuple[int, Filled]]:
    """What of these paragraphs has a match of 100 % or better: all of it, or some of its sentences.

    Two that are equally good and have different English fill nothing, but for one that stands there already.
    """
    for index in wanted:
        found = filled_at(records, index, memories)
        if found.sentences:
            yield index, found


def filled_at(records: Sequence[ParagraphRecord], index: int, memories: Exact) -> Filled:
    """The same for one paragraph."""
    whole, *sentences = in_context(records, index) or (None,)
    if whole is None:
        return NOT_FILLED
    found: dict[Span, tuple[Match, Inline]] = {}
    for one in (whole, *sentences):
        best = _best(one, records[index], memories)
        if best is not None:
            found[one.span] = best
            if one is whole:
                break
    return Filled(found, _draft(records[index], found, (whole,) if whole.span in found else sentences))


def _best(one: InContext, record: ParagraphRecord, memories: Exact) -> tuple[Match, Inline] | None:
    """The match that fills a sentence, with its English; None where none does, or it is open which."""
    matches = memories.exact(one.text, one.before, one.after)
    _, first = next(groupby(matches, key=lambda match: match.percent), (0, iter(())))
    fits = [(match, english) for match in first if (english := fitted(match, one.text)) is not None]
    if len({english for _, english in fits}) > 1:
        fits = [fit for fit in fits if _stands_there(fit[1].text, one, record)]
    return fits[0] if fits and len({english for _, english in fits}) == 1 else None


def _stands_there(english: str, one: InContext, record: ParagraphRecord) -> bool:
    """Whether a paragraph has this English of a sentence from a memory by now."""
    known = {german for german, *_ in record.draft.memory} if record.draft else set[str]()
    return one.text.text in known and english in record.english


def fitted(match: Match, text: Inline) -> Inline | None:
    """The English of a match of 100 %, with the codes of this German; None where one of them has no place in it."""
    target = match.pair.target
    if not text.codes:
        return Inline(target.text)
    theirs = dict.fromkeys(code.id for code in match.pair.source.codes)
    ours = dict.fromkeys(code.id for code in text.codes)
    if len(theirs) != len(ours):
        return None
    named = dict(zip(theirs, ours, strict=True))
    if _named(target.codes) != _named(match.pair.source.codes):
        return None
    return Inline(target.text, tuple(replace(code, id=named[code.id]) for code in target.codes))


def _named(codes: Iterable[Code]) -> list[tuple[str, str]]:
    return sorted((code.id, code.kind) for code in codes)


def _draft(
    record: ParagraphRecord, found: Mapping[Span, tuple[Match, Inline]], parts: Sequence[InContext]
) -> Draft | None:
    """The draft of a paragraph all of whose parts were found: joined by the blanks between the German ones."""
    if not parts or not all(part.span in found for part in parts):
        return None
    target, at = Inline(""), 0
    for part in parts:
        target += Inline(record.german[at : part.span.start]) + found[part.span][1]
        at = part.span.end
    target = (target + Inline(record.german[at:])).mended()
    if _named(target.codes) != _named(record.codes):
        return None
    return Draft(target.text, PACKAGE, codes=target.codes, memory=told_of(record, found))


def with_codes_filled(
    record: ParagraphRecord, draft: Inline, pairs: Sequence[tuple[Span, Span]], fill: Filled
) -> tuple[Code, ...]:
    """The codes of a draft some of whose sentences were filled: those in these are where the memory has them.

    `pairs`: the sentences of the German, and where their English stands in the draft.
    """
    known = {code.id for _, english in fill.sentences.values() for code in english.codes}
    if not known:
        return draft.codes
    rest = {code.id for german, _ in pairs if german not in fill for code in record.source[slice(*german)].codes}
    drafted = Inline(draft.text, tuple(code for code in draft.codes if code.id not in known - rest))
    target, at = Inline(""), 0
    for german, english in pairs:
        target += drafted[at : english.start]
        target += fill.sentences[german][1] if german in fill else drafted[english.start : english.end]
        at = english.end
    made = (target + drafted[at:]).mended()
    return made.codes if _named(made.codes) == _named(record.codes) else draft.codes


def told_of(record: ParagraphRecord, found: Mapping[Span, tuple[Match, Inline]]) -> tuple[tuple[str, str, str], ...]:
    """What a draft keeps of where its sentences came from: the German, the percentage, the place."""
    return tuple(
        (record.german[span.start : span.end], str(match.percent), where_from(match))
        for span, (match, _) in sorted(found.items())
    )


def where_from(match: Match | Stretch) -> str:
    """Where a match is from, as people read it: `gipfel.txt ¶3`, `eu-2023`, `eu-2023: gipfel.txt ¶3`."""
    pair = match.pair
    place = f"{pair.document} ¶{pair.place + 1}" if pair.document and pair.place >= 0 else pair.document
    return ": ".join(filter(None, (match.memory, place))) or "the memory"


def is_from(place: str, memories: Iterable[str]) -> bool:
    """Whether a place, as people read it, is in a memory of one of these names."""
    return any(place == name or place.startswith(f"{name}: ") for name in memories)


class Fills:
    """What of paragraphs was translated before, looked up when it is asked for, once."""

    def __init__(self, records: Sequence[ParagraphRecord], memories: Exact | None) -> None:
        self._records, self._memories = records, memories
        self._known: dict[int, Filled] = {}

    def of(self, index: int) -> Filled:
        """What of a paragraph was translated before."""
        if self._memories is None:
            return NOT_FILLED
        if index not in self._known:
            self._known[index] = filled_at(self._records, index, self._memories)
        return self._known[index]

    def whole(self, wanted: Iterable[int]) -> Iterator[tuple[int, Draft]]:
        """The drafts of those of which nothing is left to draft."""
        yield from ((index, whole) for index in wanted if (whole := self.of(index).whole))

    def are_all(self, wanted: Iterable[int]) -> bool:
        """Whether nothing is left to draft of any of them."""
        return all(self.of(index).whole for index in wanted)
