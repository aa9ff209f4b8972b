"""Matching a record to its source file again after that has changed, so that no work is lost."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from workbench.formats import Document, Paragraph, segment_ids
from workbench.text import Inline
from workbench.translation.first_form import with_codes
from workbench.translation.record import NO_ORIGIN, Origin, ParagraphRecord, State, TranslationRecord
from workbench.translation.structure import restructured
from workbench.translation.taking_up import begun, locked, taken_up

SIMILAR = 60.0
"""From this similarity on (percent, rapidfuzz.fuzz.ratio) a paragraph is the changed form of another."""

REACH = 40
"""How far from where it is expected (in paragraphs) a changed paragraph is looked for in a long document."""

ALL_PAIRS = 100_000
"""Up to this many pairs of left-over paragraphs every one is compared with every other."""


def rematch(record: TranslationRecord, source: Document) -> TranslationRecord:
    """The record of `source` as it is now, with everything that `record` knows of its paragraphs.

    A paragraph whose German is the same keeps everything, wherever it stands now. One whose German is similar
    keeps English, note and overrides, and goes back to `translated` with `old_german` set. Others are new.
    Paragraphs that are gone and that somebody worked on move to `removed`, from where they come back.
    """
    record = with_codes(record, source)
    source = restructured(source, record.paragraphs)
    if _unchanged(record, source):
        return record
    old = (*record.paragraphs, *record.removed)
    taken = _same(old, len(record.paragraphs), source)
    taken |= _gone_back(old, taken, source.paragraphs)
    used = set(taken.values())
    rest = [i for i, paragraph in enumerate(old) if i not in used and paragraph.has_work]
    taken |= _changed(old, rest, source.paragraphs, taken)
    gone = set(rest) - set(taken.values())
    return TranslationRecord(
        source=source.name,
        paragraphs=tuple(
            _begun(paragraph) if j not in taken else _carried(old[taken[j]], paragraph)
            for j, paragraph in enumerate(source.paragraphs)
        ),
        removed=tuple(old[i] for i in sorted(gone | _shut_out(old, taken, source))),
        document=source,
        origin=record.origin,
    )


def share_in(record: TranslationRecord, source: Document) -> float:
    """How much of a record's German stands in `source`, the same or similar: 0 to 1, by characters."""
    whole = sum(len(paragraph.german) for paragraph in record.paragraphs)
    if not whole:
        return 0.0
    everything = tuple(ParagraphRecord(paragraph.german, note="look for it") for paragraph in record.paragraphs)
    left = rematch(TranslationRecord("", everything), source).removed
    return 1 - sum(len(paragraph.german) for paragraph in left) / whole


def without_place(germans: Sequence[str], record: TranslationRecord) -> tuple[int, ...]:
    """Which German texts (by index) a record has no more: not as they are, nor changed, nor cut or joined otherwise."""
    old = tuple(ParagraphRecord(german, note="look for it") for german in germans)
    source = Document("", tuple(Paragraph(paragraph.german) for paragraph in record.paragraphs))
    taken = _same(old, len(old), source)
    others = " ".join(paragraph.text for j, paragraph in enumerate(source.paragraphs) if j not in taken)
    rest = sorted(set(range(len(old))) - set(taken.values()))
    changed = set(_changed(old, rest, source.paragraphs, taken).values())
    return tuple(i for i in rest if i not in changed and germans[i] not in others)


def merged(present: TranslationRecord | None, other: TranslationRecord, source: Document) -> TranslationRecord:
    """The record of `source` with the work of `other`, the record of an article that is (nearly) the same.

    Work of `present` stays; where nobody has worked there yet, that of `other` comes in; what finds no place is kept
    in `removed`.
    """
    present, other = with_codes(present, source) if present else None, with_codes(other, source)
    mine = tuple(p for p in present.paragraphs if _is_decided(p)) if present else ()
    if not present or not (mine or present.removed):
        return rematch(replace(other, source="", document=None), source)
    known = {_decided(paragraph) for paragraph in (*mine, *present.removed)}
    theirs = tuple(p for p in (*other.paragraphs, *other.removed) if _is_decided(p) and _decided(p) not in known)
    both = TranslationRecord("", mine, (*present.removed, *theirs), origin=_known(present.origin, other.origin))
    return rematch(both, source)


def _known(*origins: Origin) -> Origin:
    """The first that says something."""
    return next((origin for origin in origins if origin != NO_ORIGIN), NO_ORIGIN)


def _decided(paragraph: ParagraphRecord) -> tuple[object, ...]:
    return paragraph.source, paragraph.target, paragraph.state, paragraph.note, paragraph.overrides


def _is_decided(paragraph: ParagraphRecord) -> bool:
    return paragraph.has_work or paragraph.state is State.SKIPPED


def _unchanged(record: TranslationRecord, source: Document) -> bool:
    return record.document == source and record.source == source.name


def _same(old: Sequence[ParagraphRecord], present: int, source: Document) -> dict[int, int]:
    """New index → old index of identical German: by ids, then what is in the same order, then what has moved.

    `old[:present]` are the record's paragraphs, the others were removed from it.
    """
    if not old:  # a new record: the screen need not wait for the matcher
        return {}
    ids = {key: i for i, key in enumerate(segment_ids([p.source.shown() for p in old[:present]]))}
    found = {j: ids[key] for j, key in enumerate(source.ids) if key in ids}
    texts = [p.text for p in source.paragraphs]
    found |= _in_order(old[:present], found, texts)
    return found | _moved(old, found, texts)


def _in_order(old: Sequence[ParagraphRecord], found: Mapping[int, int], texts: Sequence[str]) -> dict[int, int]:
    """New index → old index of identical German in the same order, among what has not been found."""
    left = sorted(set(range(len(old))) - set(found.values()))
    free = sorted(set(range(len(texts))) - set(found))
    if not left or not free:
        return {}
    from rapidfuzz.distance import LCSseq

    blocks = LCSseq.opcodes([old[i].german for i in left], [texts[j] for j in free])
    equal = [block for block in blocks if block.tag == "equal"]
    mine = chain.from_iterable(range(block.src_start, block.src_end) for block in equal)
    theirs = chain.from_iterable(range(block.dest_start, block.dest_end) for block in equal)
    same = [(free[j], left[i]) for i, j in zip(mine, theirs, strict=True)]
    return {j: i for j, i in same if texts[j] == old[i].german}


def _moved(old: Sequence[ParagraphRecord], found: Mapping[int, int], texts: Sequence[str]) -> dict[int, int]:
    """New index → old index of identical German elsewhere: for what has no old one, or one that nobody worked on."""
    waiting: dict[str, deque[int]] = defaultdict(deque)
    left = set(range(len(old))) - set(found.values())
    for i in sorted(left, key=lambda i: (not old[i].has_work, i)):
        waiting[old[i].german].append(i)
    moved: dict[int, int] = {}
    for j, text in enumerate(texts):
        if not waiting[text]:
            continue
        as_good = j in found and (old[found[j]].has_work or not old[waiting[text][0]].has_work)
        if not as_good:
            moved[j] = waiting[text].popleft()
    return moved


def _gone_back(old: Sequence[ParagraphRecord], taken: dict[int, int], new: Sequence[Paragraph]) -> dict[int, int]:
    """New index → old index where the source has gone back to the German that the English was made from."""
    used = set(taken.values())
    was = {p.old_german: i for i, p in enumerate(old) if p.old_german and i not in used}
    free = ((j, paragraph.text) for j, paragraph in enumerate(new) if j not in taken)
    return {j: was.pop(german) for j, german in free if german in was}


def _changed(
    old: Sequence[ParagraphRecord], rest: Sequence[int], new: Sequence[Paragraph], taken: dict[int, int]
) -> dict[int, int]:
    """New index → old index of similar German, the most similar pairs first, each used once."""
    if not rest:
        return {}
    from rapidfuzz import fuzz

    free = [j for j in range(len(new)) if j not in taken]
    pairs = []
    for i, near in _neighbours(rest, free, taken):
        for j in near:
            germans = filter(None, (old[i].german, old[i].old_german))  # written by hand, both may be empty
            alike = max((fuzz.ratio(german, new[j].text, score_cutoff=SIMILAR) for german in germans), default=0.0)
            if alike:
                pairs.append((-alike, abs(j - i), i, j))
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in sorted(pairs):
        if i not in used and j not in found:
            found[j] = i
            used.add(i)
    return found


def _neighbours(rest: Sequence[int], free: Sequence[int], taken: dict[int, int]) -> Iterator[tuple[int, Sequence[int]]]:
    """For each left-over old index the new ones it is compared with: all, or in a long text the nearest."""
    if len(rest) * len(free) <= ALL_PAIRS:
        yield from ((i, free) for i in rest)
        return
    anchors = sorted((i, j) for j, i in taken.items())
    for i in rest:
        at = bisect_left(anchors, (i, -1)) - 1
        shift = anchors[at][1] - anchors[at][0] if at >= 0 else 0
        middle = bisect_left(free, i + shift)
        yield i, free[max(0, middle - REACH) : middle + REACH]


def _begun(now: Paragraph) -> ParagraphRecord:
    """The record of a paragraph that nobody has worked on here."""
    return begun(_placed(ParagraphRecord(now.text), now), now)


def _shut_out(old: Sequence[ParagraphRecord], taken: Mapping[int, int], source: Document) -> set[int]:
    """The old records with a person's English that a paragraph cannot have, because its file has locked it since."""
    locked = ((j, p) for j, p in enumerate(source.paragraphs) if p.locked and j in taken)
    return {taken[j] for j, p in locked if old[taken[j]].has_own_english and old[taken[j]].target != p.given}


def _carried(was: ParagraphRecord, now: Paragraph) -> ParagraphRecord:
    if now.locked:
        return locked(_placed(ParagraphRecord(now.text), now), now, was)
    if was.german == now.text:
        record = was if _of_source(was) == _of_source(now) else _placed(was, now)
        return taken_up(record, now, was)
    target = was.target if was.has_own_english else Inline("")
    german = was.old_german or was.german
    record = ParagraphRecord(
        german=now.text,
        note=was.note,
        overrides=was.overrides,
        old_german="" if german == now.text else german,
        seen=was.seen,
    )
    record = _placed(record, now).with_target(target, State.TRANSLATED if target.text else State.NEW)
    return taken_up(record, now, was)


def _placed(record: ParagraphRecord, now: Paragraph) -> ParagraphRecord:
    """With what the source file says of it."""
    return replace(
        record,
        codes=now.codes,
        part=now.part,
        joints=now.joints,
        role=now.role,
        block=now.block,
        markup=now.markup,
        seconds=now.seconds,
    )


def _of_source(one: ParagraphRecord | Paragraph) -> tuple[object, ...]:
    return one.codes, one.part, one.joints, one.role, one.block, one.markup, one.seconds
