"""A memory that is a list, every pair of which is looked at for each question: what `Memory` has to answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from workbench.memory import MOST_TAKEN_OFF, TRUSTS, Match, Pair, Penalty, Query, Stretch, exact_key, of_trust
from workbench.memory.keys import hashed
from workbench.memory.stretches import longest_run, worded
from workbench.text import Inline


class ListMemory:
    """See `Memory`."""

    def __init__(self, name: str = "") -> None:
        self.name = name
        self._rows: dict[int, Pair] = {}
        self._next = 1
        self._stamps: dict[str, str] = {}
        self._contents: dict[tuple[str, int], int] = {}

    def add(self, pairs: Iterable[Pair]) -> int:
        return sum(self._add(pair) for pair in pairs)

    def put_document(
        self, document: str, stamp: str, pairs: Sequence[Pair], contents: Mapping[int, int] | None = None
    ) -> None:
        self._replace([key for key, row in self._rows.items() if row.document == document], document, pairs)
        self._stamps[document] = stamp
        self._contents = {key: value for key, value in self._contents.items() if key[0] != document}
        for place in sorted({pair.place for pair in pairs}):
            here = [pair for pair in pairs if pair.place == place]
            self._contents[document, place] = (contents or {}).get(place) or _content(here)

    def put_paragraph(self, document: str, place: int, pairs: Sequence[Pair], content: int = 0) -> None:
        self._stamps.setdefault(document, "")
        there = [key for key, row in self._rows.items() if (row.document, row.place) == (document, place)]
        self._replace(there, document, [replace(pair, place=place) for pair in pairs])
        self._contents.pop((document, place), None)
        if pairs:
            self._contents[document, place] = content or _content(pairs)

    def move_places(self, document: str, start: int, by: int) -> None:
        for key, row in list(self._rows.items()):
            if row.document != document or row.place < min(start, start + by):
                continue
            if row.place < start:
                del self._rows[key]
            else:
                self._rows[key] = replace(row, place=row.place + by)
        moved = {}
        for (where, place), value in self._contents.items():
            if where != document or place < min(start, start + by):
                moved[where, place] = value
            elif place >= start:
                moved[where, place + by] = value
        self._contents = moved
        self._stamps.setdefault(document, "")

    def forget_documents(self, but: Collection[str]) -> None:
        for document in self._stamps.keys() - set(but):
            self._replace([key for key, row in self._rows.items() if row.document == document], document, ())
            self._contents = {key: value for key, value in self._contents.items() if key[0] != document}
            del self._stamps[document]

    def contents(self, document: str) -> Mapping[int, int]:
        return {place: value for (where, place), value in self._contents.items() if where == document}

    def stamps(self) -> Mapping[str, str]:
        return dict(self._stamps)

    def stamp(self, document: str, stamp: str) -> None:
        self._stamps[document] = stamp

    def exact(
        self, text: Inline, before: str | None = None, after: str | None = None, penalty: Penalty = of_trust
    ) -> tuple[Match, ...]:
        query = Query(text)
        found = []
        for number, pair in self._listed():
            likeness = query.likeness(pair.source)
            if likeness.percent == 100 and not penalty(pair)[0]:
                percent = 101 if in_same_context(pair, before, after) else 100
                found.append(((percent, pair.made, number), Match(pair, percent, self.name, likeness=likeness)))
        return _each_english_once((match for _, match in sorted(found, key=lambda one: one[0], reverse=True)), 20)

    def fuzzy(self, text: Inline, least: int = 70, most: int = 5, penalty: Penalty = of_trust) -> tuple[Match, ...]:
        query = Query(text)
        found = []
        for number, pair in self._listed():
            likeness = query.likeness(pair.source)
            off, why = penalty(pair)
            off = min(off, MOST_TAKEN_OFF)
            if likeness.percent - off >= max(least, 50):
                match = Match(pair, likeness.percent - off, self.name, off, why, likeness)
                letters = fuzz.ratio(text.text, pair.source.text)
                order = (match.percent, letters, -TRUSTS.index(pair.trust), pair.made, number)
                found.append((order, match))
        return _each_english_once((match for _, match in sorted(found, key=lambda one: one[0], reverse=True)), most)

    def stretches(self, text: Inline, most: int = 5) -> tuple[Stretch, ...]:
        own = worded(text.text)
        found = []
        for number, pair in self._listed():
            there = worded(pair.source.text)
            if run := longest_run(own.words, there.words):
                place, place_there = own.between(run.here, run.length), there.between(run.there, run.length)
                found.append(((run.length, number), Stretch(pair, place, place_there, self.name)))
        kept: list[Stretch] = []
        for _, stretch in sorted(found, key=lambda one: one[0], reverse=True):
            if not any(one.here.start <= stretch.here.start and stretch.here.end <= one.here.end for one in kept):
                kept.append(stretch)
        return tuple(kept[:most])

    def pairs(self) -> Iterator[Pair]:
        yield from (pair for _, pair in self._listed())

    def clear(self) -> None:
        self._rows.clear()
        self._stamps.clear()
        self._contents.clear()

    def _listed(self) -> list[tuple[int, Pair]]:
        return list(self._rows.items())

    def _add(self, pair: Pair) -> bool:
        if pair.document:
            self._stamps.setdefault(pair.document, "")
        for number, row in self._rows.items():
            if _same(row) == _same(pair):
                trust = min(row.trust, pair.trust, key=TRUSTS.index)
                self._rows[number] = replace(row, made=max(row.made, pair.made), trust=trust)
                return False
        self._rows[self._next] = pair
        self._next += 1
        return True

    def _replace(self, there: Sequence[int], document: str, pairs: Iterable[Pair]) -> None:
        wanted = {_same(pair): pair for pair in (replace(pair, document=document) for pair in pairs)}
        for number in there:
            same = _same(self._rows[number])
            if same in wanted:
                self._rows[number] = wanted.pop(same)
            else:
                del self._rows[number]
        for pair in wanted.values():
            self._rows[self._next] = pair
            self._next += 1


def in_same_context(pair: Pair, before: str | None, after: str | None) -> bool:
    """Whether a text with these neighbours stands where the pair's did, as far as the pair knows it."""
    known = [(one, now) for one, now in ((pair.before, before), (pair.after, after)) if one is not None]
    if not known or all(one == "" for one, _ in known):
        return False
    return all(now is not None and exact_key(one) == exact_key(now) for one, now in known)


def _same(pair: Pair) -> tuple[object, ...]:
    """What is equal in pairs that are one and the same."""
    context = tuple(None if one is None else exact_key(one) for one in (pair.before, pair.after))
    return pair.source, pair.target, context, pair.document, pair.place


def _content(pairs: Sequence[Pair]) -> int:
    return hashed("\x1e".join(f"{pair.source.shown()}\x1f{pair.target.shown()}" for pair in pairs))


def _each_english_once(matches: Iterable[Match], most: int) -> tuple[Match, ...]:
    kept: dict[str, Match] = {}
    for match in matches:
        if len(kept) < most:
            kept.setdefault(match.pair.target.shown(), match)
    return tuple(kept.values())
