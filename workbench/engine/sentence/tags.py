"""Tags in a sentence (`<b>neue</b>`, `<br>`): taken out before it is drafted, put back where their words stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.engine.draft import Asked, Held, SentenceDraft, as_draft_of
from workbench.engine.offsets import THE_SAME, OffsetMap
from workbench.engine.sentence.wordlists import ENGLISH_SMALL_WORDS
from workbench.glossary import TermHit
from workbench.text import Span
from workbench.text.placeables import placeables

Pairs = Sequence[tuple[Span, Span]]
"""Words that stand for each other, in the German and in the English."""

_NAME = re.compile(r"</?([A-Za-z][\w:-]*)")
_SMALL = re.compile(rf"(?:(?:{'|'.join(sorted(ENGLISH_SMALL_WORDS))}) )+", re.IGNORECASE)
_RAISED = re.compile(r"<(sup|sub)>[^<>]*</\1>|(?<=[^\W\d_]{4})[⁰¹²³⁴-⁹]+(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tag:
    """What opens before `plain[span]` and closes behind it; with an empty span it stands there alone."""

    span: Span
    opens: str
    closes: str = ""


@dataclass(frozen=True, slots=True)
class Untagged:
    """A sentence without its tags; `hits` and `held` have offsets into `plain`, `offsets` is that of the sentence."""

    plain: str
    hits: tuple[TermHit, ...]
    tags: tuple[Tag, ...]
    held: Held = ()
    offsets: OffsetMap = THE_SAME


def draft_without_tags(
    sentences: Sequence[Asked],
    held: Sequence[Held],
    draft: Callable[[Sequence[Asked], Sequence[Held]], list[SentenceDraft]],
    align: Callable[[str, str], Pairs],
) -> list[SentenceDraft]:
    """What `draft` makes of sentences without tags, with the tags in their places by word alignment."""
    bare = [untagged(*sentence, spans) for sentence, spans in zip(sentences, held, strict=True)]
    drafts = draft([(item.plain, item.hits) for item in bare], [item.held for item in bare])
    for at, item in enumerate(bare):
        if item.tags:
            english = tagged(drafts[at].english, item, align(item.plain, drafts[at].english))
            drafts[at] = as_draft_of(*sentences[at], english, drafts[at], item.offsets)
    return drafts


def untagged(sentence: str, hits: tuple[TermHit, ...], held: Held = ()) -> Untagged:
    """`Das <b>neue</b> Gesetz` → `Das neue Gesetz`, and what stood around `neue`.

    Raised and lowered text (`<sup>1</sup>`, the mark of a note in `Wort¹`) is taken out whole: it is no part of the
    word before it.
    """
    if "<" not in sentence and not _RAISED.search(sentence):
        return Untagged(sentence, hits, (), held)
    plain, at = "", 0
    tags: list[Tag] = []
    open_at: list[int] = []
    gone: list[Span] = []
    for start, end in _places(sentence, held):
        plain += sentence[at:start]
        mark, at = sentence[start:end], end
        if plain[-1:] == " " == sentence[at : at + 1]:
            mark, plain = f" {mark}", plain[:-1]
            gone.append(_with_blank_before(start, end, gone))
        else:
            gone.append(Span(start, end))
        opened = _opened(tags, open_at, mark)
        if opened is not None:
            open_at.remove(opened)
            tags[opened] = Tag(Span(tags[opened].span.start, len(plain)), tags[opened].opens, mark)
            continue
        if not mark.startswith("</") and not _RAISED.fullmatch(mark):
            open_at.append(len(tags))
        tags.append(Tag(Span(len(plain), len(plain)), mark))
    offsets = OffsetMap(tuple((span, 0) for span in gone))
    hits = tuple(hit.moved(offsets.there(Span(hit.start, hit.end)).start - hit.start) for hit in hits)
    stays = [offsets.there(span) for span in held]
    return Untagged(plain + sentence[at:], hits, tuple(tags), stays, offsets)


def _with_blank_before(start: int, end: int, gone: list[Span]) -> Span:
    """A tag with the blank before it and the tags between the two, which are taken out of `gone`."""
    while gone and gone[-1].end == start:
        start = gone.pop().start
    return Span(start - 1, end)


def tagged(english: str, item: Untagged, pairs: Pairs) -> str:
    """The English with each tag around the words that stand for its German, or behind the word it stood behind."""
    marks: list[tuple[int, int, str]] = []
    for order, tag in enumerate(item.tags):
        if tag.closes:
            start, end = _around(tag.span, item.plain, english, pairs)
            marks += [(start, order, tag.opens), (end, -order - 1, tag.closes)]
        else:
            beside = _behind if item.plain[: tag.span.start].rstrip() == item.plain[: tag.span.start] else _before
            marks.append((beside(tag.span.start, item.plain, english, pairs), order, tag.opens))
    for at, _, mark in sorted(marks, reverse=True):
        english = english[:at] + mark + english[at:]
    return english


def _places(sentence: str, held: Held) -> list[Span]:
    """Where tags stand; raised text with its tags is one."""
    raised = [Span(*match.span()) for match in _RAISED.finditer(sentence)]
    tags = [found.span for found in placeables(sentence) if found.kind == "tag" and not found.span.meets(*raised)]
    return sorted(span for span in (*raised, *tags) if not span.meets(*held))


def _opened(tags: Sequence[Tag], open_at: Sequence[int], mark: str) -> int | None:
    """Which of the open tags a closing one closes: the last of its name."""
    name = _NAME.match(mark)
    if not mark.startswith("</") or not name:
        return None
    for at in reversed(open_at):
        begun = _NAME.match(tags[at].opens)
        if begun and begun[1].casefold() == name[1].casefold():
            return at
    return None


def _around(span: Span, german: str, english: str, pairs: Pairs) -> Span:
    """The English words that stand for a stretch of the German; all of it for all, a place for none."""
    if not german[: span.start].strip() and not german[span.end :].strip():
        return Span(0, len(english))
    words = [word for source, word in pairs if span.start <= source.start < span.end]
    if not words:
        place = _behind(span.start, german, english, pairs)
        return Span(place, place)
    start, end = min(word.start for word in words), max(word.end for word in words)
    small = _SMALL.match(english, start, end)
    # `Freiheit` for `of freedom`: what its English has more than the German is small words before it.
    return Span(small.end() if small and " " not in german[slice(*span)].strip() else start, end)


def _before(place: int, german: str, english: str, pairs: Pairs) -> int:
    """Where in the English the word begins that stands for the one behind a place in the German."""
    after = [(source.start, word.start) for source, word in pairs if source.start >= place]
    return min(after)[1] if after else _behind(place, german, english, pairs)


def _behind(place: int, german: str, english: str, pairs: Pairs) -> int:
    """Where in the English the word ends that stands for the one before a place in the German."""
    if not german[place:].strip():
        return len(english)
    before = [(source.end, word.end) for source, word in pairs if source.end <= place]
    return max(before)[1] if before and german[:place].strip() else 0
