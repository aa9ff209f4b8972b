"""A translation memory: pairs in a file, the five best for a text, the places that have a word."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import Literal

from workbench.memory.keys import exact_key, hashed
from workbench.memory.match import MOST_TAKEN_OFF, Match, Penalty, of_trust
from workbench.memory.pair import TRUSTS, Pair, Trust
from workbench.memory.similarity import Query
from workbench.memory.words import WORD
from workbench.text import Inline, Span

Language = Literal["de", "en"]
_MOST_EXACT = 20


@dataclass(frozen=True, slots=True)
class Info:
    """What is told of a memory. Sizes are in bytes; `index`: the part of `size` that searching needs besides the texts.

    `oldest`, `newest`: when its pairs were made (ISO 8601), as far as that is known; `of_project`: the root of the
    project that it belongs to, "" for one that was imported.
    """

    name: str
    path: Path | None
    pairs: int
    documents: int
    trust: Mapping[Trust, int]
    size: int
    index: int
    oldest: str
    newest: str
    version: int
    of_project: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A pair that has what was looked for; `german`, `english`: where it stands in the texts; either may be empty."""

    pair: Pair
    german: tuple[Span, ...]
    english: tuple[Span, ...]
    memory: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of words of a text, at `here`, that also stands in a pair's German, at `there`; both in characters."""

    pair: Pair
    here: Span
    there: Span
    memory: str = ""


class Memory:
    """A translation memory in a file. Make one with `Memory.open`.

    Any thread may ask and any may write; writes wait for each other.
    """

    def __init__(self, name: str, of_project: str) -> None:
        """Use `open`."""
        self.name = name
        self.writable = True
        self._of_project = of_project
        self._rows: dict[int, Pair] = {}
        self._next = 1
        self._stamps: dict[str, str] = {}
        self._contents: dict[tuple[str, int], int] = {}
        self._lock = threading.RLock()

    @classmethod
    def open(
        cls,
        path: Path | None,
        *,
        name: str = "",
        read_only: bool = False,
        of_project: str = "",
        patience: float = 2.0,
    ) -> Memory:
        """The memory in this file, made where there is none; None: in RAM alone, for where no file can be.

        `name`: what its matches are said to be from. `read_only` needs no right to write. `of_project`: the root of the
        project that a new one belongs to. `patience`: seconds to wait for another program that writes.
        Raises WorkbenchError where the file is another program's, is damaged, is of a newer version or cannot be read.
        """
        memory = cls(name, of_project)
        memory.writable = not read_only
        return memory

    def add(self, pairs: Iterable[Pair]) -> int:
        """Take pairs up; how many were new. What is there already gets the newer date and the better trust.

        They are taken in ten thousands, each in one transaction. Raises WorkbenchError (disk full, locked, read-only);
        those before the failing ten thousand are kept.
        """
        return sum(self._add(pair) for pair in pairs)

    def put_document(
        self, document: str, stamp: str, pairs: Sequence[Pair], contents: Mapping[int, int] | None = None
    ) -> None:
        """Put these in the place of all pairs of a document.

        `stamp` tells later whether the document is another (`stamps`). `contents`: the `keys.content_key` of its
        paragraphs, for `contents`; without it it is taken from the pairs. All of it or nothing. Raises as `add` does.
        """
        with self._lock:
            self._forget(document)
            self._stamps[document] = stamp
            for pair in pairs:
                self._add(replace(pair, document=document))
            places = sorted({pair.place for pair in pairs})
            told = contents or {}
            for place in places:
                here = [pair for pair in pairs if pair.place == place]
                self._contents[document, place] = told.get(place) or _content(here)

    def put_paragraph(self, document: str, place: int, pairs: Sequence[Pair], content: int = 0) -> None:
        """The same for one paragraph: at most 5 ms for one of ten sentences. No pairs: it has none any more."""
        with self._lock:
            self._stamps.setdefault(document, "")
            for key in [key for key, row in self._rows.items() if (row.document, row.place) == (document, place)]:
                del self._rows[key]
            self._contents.pop((document, place), None)
            for pair in pairs:
                self._add(replace(pair, document=document, place=place))
            if pairs:
                self._contents[document, place] = content or _content(pairs)

    def move_places(self, document: str, start: int, by: int) -> None:
        """Paragraphs from `start` on have numbers higher by `by` now: something was cut, joined or added before them.

        With a negative `by` those between are forgotten.
        """
        with self._lock:
            for key, row in list(self._rows.items()):
                if row.document != document or row.place < min(start, start + by):
                    continue
                if row.place < start:
                    del self._rows[key]
                else:
                    self._rows[key] = replace(row, place=row.place + by)
            moved = {key: value for key, value in self._contents.items() if key[0] != document or key[1] < start}
            if by < 0:
                moved = {key: value for key, value in moved.items() if key[0] != document or key[1] < start + by}
            for (where, place), value in self._contents.items():
                if where == document and place >= start:
                    moved[where, place + by] = value
            self._contents = moved

    def forget_documents(self, but: Collection[str]) -> None:
        """Forget the pairs of all documents but these."""
        with self._lock:
            for document in {row.document for row in self._rows.values()} | self._stamps.keys():
                if document not in but:
                    self._forget(document)
                    self._stamps.pop(document, None)

    def contents(self, document: str) -> Mapping[int, int]:
        """For each paragraph of a document that has pairs the hash of what they were made of, as it was given."""
        with self._lock:
            return {place: value for (where, place), value in self._contents.items() if where == document}

    def stamps(self) -> Mapping[str, str]:
        """The documents there are, and their stamps."""
        with self._lock:
            return dict(self._stamps)

    def stamp(self, document: str, stamp: str) -> None:
        """The document is as it was when its pairs were made: what `stamps` tells of it from now on."""
        with self._lock:
            self._stamps[document] = stamp

    def exact(
        self, text: Inline, before: str | None = None, after: str | None = None, penalty: Penalty = of_trust
    ) -> tuple[Match, ...]:
        """The matches of 100 and 101 % (`before` and `after` are the same, as far as the pair knows them), at most 20.

        The best first: 101, then the newest; each English once. What something is taken off is none. `before` and
        `after`: the German of the neighbouring sentences, "" at the edge of the document, None where it is not known.
        """
        query = Query(text)
        found = []
        for number, pair in self._listed():
            likeness = query.likeness(pair.source)
            if likeness.percent == 100 and not penalty(pair)[0]:
                percent = 101 if in_same_context(pair, before, after) else 100
                found.append(((percent, pair.made, number), Match(pair, percent, self.name, likeness=likeness)))
        return _each_english_once((match for _, match in sorted(found, key=lambda one: one[0], reverse=True)), 20)

    def fuzzy(self, text: Inline, least: int = 70, most: int = 5, penalty: Penalty = of_trust) -> tuple[Match, ...]:
        """The matches of at least `least` percent, best first, exact ones among them (as 100); each English once.

        `least` is at least 50. Of matches that are equally good those come first whose German is more alike, letter by
        letter, then reviewed ones, then the newest.
        """
        from rapidfuzz import fuzz

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
        """The longest runs of at least three words of a text that stand in a pair, for where no whole sentence does.

        The longest first, none inside another.
        """
        here = list(WORD.finditer(text.text))
        words = [one.group().casefold() for one in here]
        found = []
        for number, pair in self._listed():
            there = list(WORD.finditer(pair.source.text))
            run = SequenceMatcher(None, words, [one.group().casefold() for one in there], autojunk=False)
            start, start_there, length = run.find_longest_match()
            if length >= 3:
                place = Span(here[start].start(), here[start + length - 1].end())
                place_there = Span(there[start_there].start(), there[start_there + length - 1].end())
                found.append(((length, number), Stretch(pair, place, place_there, self.name)))
        kept: list[Stretch] = []
        for _, stretch in sorted(found, key=lambda one: one[0], reverse=True):
            if not any(one.here.start <= stretch.here.start and stretch.here.end <= one.here.end for one in kept):
                kept.append(stretch)
        return tuple(kept[:most])

    def concordance(self, words: str, language: Language, most: int = 50) -> Iterator[Found]:
        """The pairs that have these words, the newest first, as they are found.

        In any of their forms, and in German as parts of compounds; in quotation marks as they are written.
        """
        typed = words.strip().strip('"„“”').casefold()
        found = 0
        for _, pair in reversed(self._listed()):
            text = (pair.source if language == "de" else pair.target).text
            at = text.casefold().find(typed)
            if typed and at >= 0 and found < most:
                found += 1
                span = (Span(at, at + len(typed)),)
                yield Found(pair, span if language == "de" else (), span if language == "en" else (), self.name)

    def pairs(self) -> Iterator[Pair]:
        """All pairs, in the order in which they came."""
        yield from (pair for _, pair in self._listed())

    def info(self) -> Info:
        """How many pairs it has, how large it is, and so on."""
        rows = [pair for _, pair in self._listed()]
        dates = sorted(pair.made for pair in rows if pair.made) or [""]
        trust = {one: sum(pair.trust == one for pair in rows) for one in TRUSTS}
        documents = len({pair.document for pair in rows if pair.document})
        return Info(self.name, None, len(rows), documents, trust, 0, 0, dates[0], dates[-1], 1, self._of_project)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._rows.clear()
            self._stamps.clear()
            self._contents.clear()

    def seal(self) -> Iterator[None]:
        """Put what was added lately into the index on the disk, in steps; who does not finish them loses nothing."""
        yield from ()

    def close(self) -> None:
        """Nothing is asked of it any more. Closing twice is no fault."""

    def _listed(self) -> list[tuple[int, Pair]]:
        with self._lock:
            return list(self._rows.items())

    def _add(self, pair: Pair) -> bool:
        with self._lock:
            for number, row in self._rows.items():
                if _same(row) == _same(pair):
                    trust = min(row.trust, pair.trust, key=TRUSTS.index)
                    self._rows[number] = replace(row, made=max(row.made, pair.made), trust=trust)
                    return False
            self._rows[self._next] = pair
            self._next += 1
            return True

    def _forget(self, document: str) -> None:
        for key in [key for key, row in self._rows.items() if row.document == document]:
            del self._rows[key]
        for where in [where for where in self._contents if where[0] == document]:
            del self._contents[where]


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
