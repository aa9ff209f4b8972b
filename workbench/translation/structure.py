"""The paragraphs of a source as a translator cut, joined and added to them, also when the source has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from workbench.formats import Document, Paragraph
from workbench.formats.parts import cut, inserted, joined, may_change, may_join
from workbench.translation.record import ParagraphRecord

SIMILAR = 60.0
"""From this similarity on (percent, rapidfuzz.fuzz.ratio) a paragraph is the changed form of another."""
REACH = 200
"""How far from where it was (in paragraphs) a changed paragraph that was cut or joined is looked for."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """Paragraphs of a record that are whole paragraphs of the source together: `texts` are those.

    One that was added stands alone, without texts. `at`: where in the source it was (from 0).
    """

    records: tuple[ParagraphRecord, ...]
    texts: tuple[str, ...]
    at: int

    @property
    def is_plain(self) -> bool:
        """Whether it is one paragraph of the source, as it stands there."""
        return len(self.records) == len(self.texts) == 1


def restructured(source: Document, records: Sequence[ParagraphRecord]) -> Document:
    """The document with its paragraphs cut, joined and added to as those of a record are.

    A paragraph that has changed since is cut at the same words. Where the source no longer has what was cut or joined,
    or it cannot be any more (a list has become a table), its paragraphs are as they stand there. One that was added
    stays behind the one it was put after.
    """
    if not any(record.part or record.joints for record in records):
        return source
    units = list(_units(records))
    places = _found(source, units)
    made: dict[int, tuple[int, list[Paragraph]]] = {}
    for unit in units:
        at = places.get(id(unit))
        if at is not None and unit.texts and not unit.is_plain:
            there = source.paragraphs[at : at + len(unit.texts)]
            made[at] = (len(there), _reshaped(source, there, unit))
    added = _behind(units, places)
    paragraphs: list[Paragraph] = []
    index = 0
    while index < len(source.paragraphs):
        taken, parts = made.get(index, (1, [source.paragraphs[index]]))
        paragraphs += parts
        index += taken
        for _ in range(added.get(index - 1, 0)):
            if not may_change(paragraphs[-1]):
                paragraphs.append(inserted(source, paragraphs[-1]))
    return replace(source, paragraphs=tuple(paragraphs))


def _units(records: Sequence[ParagraphRecord]) -> Iterator[_Unit]:
    waiting: list[ParagraphRecord] = []
    at = 0
    for number, record in enumerate(records):
        if waiting and not _goes_on(records, number):
            unit = _Unit(tuple(waiting), tuple(_texts(waiting)), at)
            at += len(unit.texts)
            yield unit
            waiting = []
        if record.part == "inserted" and not waiting:
            yield _Unit((record,), (), at)
        else:
            waiting.append(record)
    if waiting:
        yield _Unit(tuple(waiting), tuple(_texts(waiting)), at)


def _goes_on(records: Sequence[ParagraphRecord], number: int) -> bool:
    """Whether a record is the rest of a paragraph that was cut, or one that was added before that rest."""
    following = next((record for record in records[number:] if record.part != "inserted"), None)
    return following is not None and following.part == "split"


def _texts(records: Sequence[ParagraphRecord]) -> list[str]:
    """The paragraphs of the source that these records are together."""
    texts: list[str] = []
    for number, record in enumerate(record for record in records if record.part != "inserted"):
        edges = [0, *record.joints, len(record.german)]
        parts = [record.german[a:b].strip() for a, b in pairwise(edges)]
        if number and texts:
            texts[-1] = f"{texts[-1]} {parts[0]}"
            texts += parts[1:]
        else:
            texts += parts
    return texts


def _found(source: Document, units: Sequence[_Unit]) -> dict[int, int]:
    """Where each unit is in the source, by the unit's identity: its paragraphs one after the other, each used once.

    Of those that have changed only units that are not plain are looked for, and those with an added paragraph behind.
    """
    texts = [paragraph.text for paragraph in source.paragraphs]
    where: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        where.setdefault(text, []).append(at)
    used: set[int] = set()
    found: dict[int, int] = {}

    def take(unit: _Unit, place: int | None) -> None:
        if place is not None:
            found[id(unit)] = place
            used.update(range(place, place + len(unit.texts)))

    of_source = [unit for unit in units if unit.texts]
    for unit in of_source:
        take(unit, _exactly(texts, where, unit, used))
    anchors = {id(before) for before, added in pairwise(units) if not added.texts}
    for unit in of_source:
        if id(unit) not in found and (not unit.is_plain or id(unit) in anchors):
            take(unit, _nearly(texts, unit, used))
    return found


def _exactly(texts: Sequence[str], where: dict[str, list[int]], unit: _Unit, used: set[int]) -> int | None:
    size = len(unit.texts)
    fits = [
        at
        for at in where.get(unit.texts[0], ())
        if tuple(texts[at : at + size]) == unit.texts and used.isdisjoint(range(at, at + size))
    ]
    return min(fits, key=lambda at: abs(at - unit.at), default=None)


def _nearly(texts: Sequence[str], unit: _Unit, used: set[int]) -> int | None:
    from rapidfuzz import fuzz

    size = len(unit.texts)
    best: tuple[float, int] | None = None
    for at in range(max(0, unit.at - REACH), min(len(texts) - size, unit.at + REACH) + 1):
        if not used.isdisjoint(range(at, at + size)):
            continue
        alike = [fuzz.ratio(old, texts[at + i], score_cutoff=SIMILAR) for i, old in enumerate(unit.texts)]
        if all(alike) and (best is None or sum(alike) > best[0]):
            best = (sum(alike), at)
    return best[1] if best else None


def _behind(units: Sequence[_Unit], places: dict[int, int]) -> dict[int, int]:
    """How many paragraphs were added behind each of the source."""
    added: dict[int, int] = {}
    last = -1
    for unit in units:
        if unit.texts:
            last = places[id(unit)] + len(unit.texts) - 1 if id(unit) in places else last
        else:
            added[max(last, 0)] = added.get(max(last, 0), 0) + 1
    return added


def _reshaped(source: Document, there: Sequence[Paragraph], unit: _Unit) -> list[Paragraph]:
    """Paragraphs of the source as the records of a unit are; as they are where that cannot be."""
    if any(map(may_change, there)) or any(may_join(*two) for two in pairwise(there)):
        return list(there)
    whole = joined(there) if len(there) > 1 else there[0]
    cuts = _cuts(whole.text, unit)
    if any(not 0 < place < len(whole.text) for place in cuts) or cuts != sorted(set(cuts)):
        return list(there)
    cut_out = zip(cut(source, whole, cuts), [0, *cuts], strict=True)
    parts = iter([_with_joints(part, whole, start) for part, start in cut_out])
    made: list[Paragraph] = []
    for record in unit.records:
        made.append(inserted(source, made[-1]) if record.part == "inserted" and made else next(parts))
    return made


def _cuts(text: str, unit: _Unit) -> list[int]:
    """Where the text of a unit, as it is now, is cut: where its records begin, but for the first."""
    old = " ".join(unit.texts)
    starts: list[int] = []
    at = 0
    for record in unit.records:
        if record.part != "inserted":
            starts.append(at)
            at += len(record.german) + 1
    return [_carried(old, text, start) for start in starts[1:]]


def _with_joints(part: Paragraph, whole: Paragraph, start: int) -> Paragraph:
    """A part with the joints of the whole that lie in it."""
    begin = start + len(whole.text[start:]) - len(whole.text[start:].lstrip())
    inside = tuple(joint - begin for joint in whole.joints if begin < joint < begin + len(part.text))
    return replace(part, joints=inside)


def _carried(old: str, new: str, at: int) -> int:
    """A place between two words of a text in another form of it."""
    if old == new:
        return at
    from rapidfuzz.distance import Levenshtein

    place = len(new)
    for block in Levenshtein.opcodes(old, new):
        if block.src_start <= at <= block.src_end:
            inside = at - block.src_start if block.src_end - block.src_start == block.dest_end - block.dest_start else 0
            place = block.dest_start + inside if at < block.src_end else block.dest_end
            if at < block.src_end:
                break
    before = new.rfind(" ", 0, place + 1)
    after = new.find(" ", place)
    ends = [end + 1 for end in (before, after) if end >= 0]
    return min(ends, key=lambda end: abs(end - place), default=-1)
