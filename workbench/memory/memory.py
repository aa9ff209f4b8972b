"""A translation memory: pairs in a file, the five best for a text, the places that have a word."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from workbench.memory import table
from workbench.memory.concordance import Wanted, wanted
from workbench.memory.file import MemoryFile
from workbench.memory.forms import look_up_words
from workbench.memory.found import Found, Stretch
from workbench.memory.info import Info, info_of
from workbench.memory.keys import Language, hashed
from workbench.memory.match import Match, Penalty, of_trust
from workbench.memory.pair import Pair
from workbench.memory.postings import BLOCK, Postings, State, having
from workbench.memory.sealing import made_anew_where_needed, seal
from workbench.memory.search import Asked, exact, fuzzy
from workbench.memory.stretches import stretches
from workbench.memory.word_list import WordList, changed
from workbench.problem import WorkbenchError
from workbench.text import Inline

_AT_ONCE = 10_000
"""Pairs that are taken up in one transaction."""
_PAGE = 1_000
_LATE = 4_000
"""Pairs that may be left in the tail: more of them are put into the lists at the end."""
_BULK = BLOCK
"""Pairs that are left in the tail while many are taken up: so each list is written once, when its block is whole."""
_FEW = 50
"""Pairs of a concordance that are read at once."""


class Memory:
    """A translation memory in a file. Make one with `Memory.open`.

    Any thread may ask and any may write; writes wait for each other.
    """

    def __init__(self, file: MemoryFile, name: str) -> None:
        """Use `open`."""
        self.name = name
        self._file = file
        self._postings = Postings()
        self._seen: set[str] = set()
        self._words = WordList()

    @classmethod
    def open(
        cls,
        path: Path | None,
        *,
        name: str = "",
        read_only: bool = False,
        salvage: bool = False,
        of_project: str = "",
        patience: float = 2.0,
    ) -> Memory:
        """The memory in this file, made where there is none; None: in RAM alone, for where no file can be.

        `name`: what its matches are said to be from. `read_only` needs no right to write. `salvage`: read only, even
        where its end is gone. `of_project`: the root of the project that a new one belongs to. `patience`: seconds to
        wait for another program that writes. Raises WorkbenchError where the file is another program's, is damaged, is
        of a newer version or cannot be read.
        """
        file = MemoryFile(path, read_only=read_only, salvage=salvage, patience=patience)
        memory = cls(file, name)
        if of_project and file.writable:
            memory._belongs_to(of_project)
        return memory

    @property
    def writable(self) -> bool:
        """Whether pairs may be put into it: it was not opened for reading alone, and is not damaged."""
        return self._file.writable

    def add(self, pairs: Iterable[Pair], kept: Callable[[int], None] = lambda _: None) -> int:
        """Take pairs up; how many were new. What is there already gets the newer date and the better trust.

        They are taken in ten thousands, each in one transaction; `kept` is told how many these were. Raises
        WorkbenchError (disk full, locked, read-only); those before the failing ten thousand are kept.
        """
        new = late = 0
        coming = iter(pairs)
        while some := list(islice(coming, _AT_ONCE)):
            with self._writing() as connection:
                numbers = {name: table.document_number(connection, name) for name in {pair.document for pair in some}}
                taken = sum(table.taken_up(connection, pair, numbers[pair.document], self._seen) for pair in some)
            kept(len(some))
            del some  # before the next are read: they are not held twice
            new, late = new + taken, late + taken
            if late >= _BULK:
                self._sealed(_BULK)
                late %= _BULK
        if new > _LATE:
            self._sealed(_LATE)
        return new

    def put_document(
        self, document: str, stamp: str, pairs: Sequence[Pair], contents: Mapping[int, int] | None = None
    ) -> None:
        """Put these in the place of all pairs of a document.

        `stamp` tells later whether the document is another (`stamps`). `contents`: the `content_key` of its paragraphs,
        for `contents`; without it it is taken from the pairs. All of it or nothing. Raises as `add` does.
        """
        places: dict[int, list[Pair]] = {}
        for pair in pairs:
            places.setdefault(pair.place, []).append(pair)
        told = contents or {}
        with self._writing() as connection:
            number = table.document_number(connection, document)
            there = table.of_document(connection, number)
            table.put_in_place(connection, there, ((pair, table.same(pair, number)) for pair in pairs), self._seen)
            connection.execute("UPDATE document SET stamp = ? WHERE id = ?", (stamp, number))
            connection.execute("DELETE FROM paragraph WHERE document = ?", (number,))
            rows = ((number, place, told.get(place) or _content(here)) for place, here in places.items())
            connection.executemany("INSERT INTO paragraph VALUES (?, ?, ?)", rows)

    def put_paragraph(self, document: str, place: int, pairs: Sequence[Pair], content: int = 0) -> None:
        """The same for one paragraph: at most 5 ms for one of ten sentences. No pairs: it has none any more."""
        with self._writing() as connection:
            number = table.document_number(connection, document)
            placed = (replace(pair, place=place) for pair in pairs)
            there = table.of_document(connection, number, place)
            table.put_in_place(connection, there, ((pair, table.same(pair, number)) for pair in placed), self._seen)
            connection.execute("DELETE FROM paragraph WHERE document = ? AND place = ?", (number, place))
            if pairs:
                row = number, place, content or _content(pairs)
                connection.execute("INSERT INTO paragraph VALUES (?, ?, ?)", row)

    def move_places(self, document: str, start: int, by: int) -> None:
        """Paragraphs from `start` on have numbers higher by `by` now: something was cut, joined or added before them.

        With a negative `by` those between are forgotten.
        """
        with self._writing() as connection:
            number = table.document_number(connection, document)
            gone = number, start + by, start - 1
            for name in ("pair", "paragraph"):
                connection.execute(
                    f"DELETE FROM {name} WHERE document = ? AND document > 0 AND place BETWEEN ? AND ?", gone
                )
            behind = "WHERE document = ? AND document > 0 AND place >= ?"
            connection.execute(f"UPDATE pair SET place = place + ? {behind}", (by, number, start))
            rows = connection.execute(
                "SELECT place, content FROM paragraph WHERE document = ? AND place >= ?", (number, start)
            ).fetchall()
            connection.execute("DELETE FROM paragraph WHERE document = ? AND place >= ?", (number, start))
            moved = ((number, place + by, content) for place, content in rows)
            connection.executemany("INSERT INTO paragraph VALUES (?, ?, ?)", moved)

    def forget_documents(self, but: Collection[str]) -> None:
        """Forget the pairs of all documents but these."""
        with self._writing() as connection:
            names = connection.execute("SELECT id, name FROM document").fetchall()
            for number in (number for number, name in names if name not in but):
                for statement in (
                    "DELETE FROM tail WHERE pair IN (SELECT id FROM pair WHERE document = ? AND document > 0)",
                    "DELETE FROM pair WHERE document = ? AND document > 0",
                    "DELETE FROM paragraph WHERE document = ?",
                    "DELETE FROM document WHERE id = ?",
                ):
                    connection.execute(statement, (number,))

    def contents(self, document: str) -> Mapping[int, int]:
        """For each paragraph of a document that has pairs the hash of what they were made of, as it was given."""
        numbered = "(SELECT id FROM document WHERE name = ?)"
        asked = f"SELECT place, content FROM paragraph WHERE document = {numbered} ORDER BY place"
        with self._file.reading() as connection:
            return dict(connection.execute(asked, (document,)).fetchall())

    def stamps(self) -> Mapping[str, str]:
        """The documents there are, and their stamps."""
        with self._file.reading() as connection:
            return dict(connection.execute("SELECT name, stamp FROM document ORDER BY id").fetchall())

    def stamp(self, document: str, stamp: str) -> None:
        """The document is as it was when its pairs were made: what `stamps` tells of it from now on."""
        with self._writing() as connection:
            number = table.document_number(connection, document)
            connection.execute("UPDATE document SET stamp = ? WHERE id = ?", (stamp, number))

    def exact(
        self, text: Inline, before: str | None = None, after: str | None = None, penalty: Penalty = of_trust
    ) -> tuple[Match, ...]:
        """The matches of 100 and 101 % (`before` and `after` are the same, as far as the pair knows them), at most 20.

        The best first: 101, then the newest; each English once. What something is taken off is none. `before` and
        `after`: the German of the neighbouring sentences, "" at the edge of the document, None where it is not known.
        """
        with self._asking() as asked:
            return exact(asked, text, table.neighbour_key(before), table.neighbour_key(after), penalty)

    def fuzzy(self, text: Inline, least: int = 70, most: int = 5, penalty: Penalty = of_trust) -> tuple[Match, ...]:
        """The matches of at least `least` percent, best first, exact ones among them (as 100); each English once.

        `least` is at least 50. Of matches that are equally good those come first whose German is more alike, letter by
        letter, then reviewed ones, then the newest. How they are found: docs/memory.md.
        """
        with self._asking() as asked:
            return fuzzy(asked, text, least, most, penalty)

    def stretches(self, text: Inline, most: int = 5) -> tuple[Stretch, ...]:
        """The longest runs of at least three words of a text that stand in a pair, for where no whole sentence does.

        Two of the words at least are neither figures nor function words. The longest first, none inside another.
        """
        with self._asking() as asked:
            return stretches(asked, text, most)

    def concordance(self, words: str, language: Language, most: int = 50) -> Iterator[Found]:
        """The pairs that have these words, as they are found: first where they stand together, the newest first.

        In any of their forms, and in German as parts of compounds; in quotation marks as they are written.
        """
        with self._asking() as asked:
            what = wanted(asked.connection, self._words, words, language)
            state = asked.state
        told: set[int] = set()
        for together in (True, False) if what and len(what.words) > 1 and not what.verbatim else (True,):
            for number, found in self._places(what, state, language, together) if what else ():
                if len(told) >= most:
                    return
                if number not in told:
                    told.add(number)
                    yield found

    def pairs(self, *, salvage: bool = False, lost: Callable[[], None] | None = None) -> Iterator[Pair]:
        """All pairs, in the order in which they came. `salvage`: what cannot be read of a damaged file is left out, and
        `lost` is called for each of these.
        """
        with self._file.reading() as connection:
            end = table.highest_id(connection)
        start, width = 0, _PAGE
        while start < end:
            try:
                with self._file.reading() as connection:
                    found = table.between(connection, start, min(start + width, end))
            except WorkbenchError:
                if not salvage:
                    raise
                if width > 1:
                    width = max(1, width // 10)
                    continue
                alone = self._alone(start + 1)
                if alone is None and lost is not None:
                    lost()
                yield from alone or ()
                start += 1
                continue
            yield from found
            start, width = start + width, min(_PAGE, width * 10)

    def _alone(self, number: int) -> Collection[Pair] | None:
        """The pair with this id, if there is one, without its neighbours and its document; None where it cannot be read
        either.
        """
        with suppress(WorkbenchError), self._file.reading() as connection:
            return table.between(connection, number - 1, number, alone=True)
        return None

    def info(self) -> Info:
        """How many pairs it has, how large it is, and so on. Takes a second for a million pairs."""
        with self._file.reading() as connection:
            return info_of(connection, self.name, self._file.path)

    def clear(self) -> None:
        """Forget everything."""
        with self._writing() as connection:
            for name in ("pair", "document", "paragraph", "neighbour", "posting", "lengths", "tail", "word"):
                connection.execute(f"DELETE FROM {name}")
            connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'generation'")
            changed(connection)
        self._seen.clear()
        self._postings.outdated()

    def seal(self) -> Iterator[None]:
        """Put what was added lately into the index on the disk, in steps; who does not finish them loses nothing."""
        if self.writable:
            yield from look_up_words(self._file)
            yield from seal(self._file, self._postings, _LATE)
            yield from made_anew_where_needed(self._file, self._postings, table.keys_of)
            yield from seal(self._file, self._postings, _LATE)

    def looked_through(self) -> Generator[tuple[int, int], None, tuple[str, ...]]:
        """Look at all of it, in steps (pairs, of how many); then what is wrong with it. See `looking_through.py`."""
        from workbench.memory.looking_through import looked_through

        return looked_through(self._file)

    def close(self) -> None:
        """Nothing is asked of it any more. Closing twice is no fault."""
        self._file.close()

    def _belongs_to(self, root: str) -> None:
        with self._file.reading() as connection:
            if connection.execute("SELECT 1 FROM meta WHERE key = 'of_project'").fetchone():
                return
        with suppress(WorkbenchError), self._file.writing() as connection:  # it is only told by `info`
            connection.execute("INSERT OR IGNORE INTO meta VALUES ('of_project', ?)", (os.fsencode(root),))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        try:
            with self._file.writing() as connection:
                yield connection
        except BaseException:
            self._seen.clear()  # words that were put in with the others are not there
            raise
        self._postings.added()

    @contextmanager
    def _asking(self) -> Iterator[Asked]:
        with self._file.reading() as connection:
            yield Asked(connection, self._postings.state(connection), self.name)

    def _sealed(self, least: int) -> None:
        for _ in chain(look_up_words(self._file), seal(self._file, self._postings, least)):
            pass

    def _places(self, what: Wanted, state: State, language: Language, together: bool) -> Iterator[tuple[int, Found]]:
        """The pairs that have what is wanted, with their ids. No connection is held while somebody looks at one."""
        words = [(word.may_be, word.has_key) for word in what.words]
        for block in (None, *sorted(state.lengths, reverse=True)):
            with self._file.reading() as connection:
                ids = having(connection, state, words, language, block)
            while some := list(islice(ids, _FEW)):
                with self._file.reading() as connection:
                    pairs = table.pairs_of(connection, some)
                for number in some:
                    if (pair := pairs.get(number)) is None:
                        continue
                    text = (pair.source if language == "de" else pair.target).text
                    if spans := what.together(text) if together else what.apart(text):
                        german, english = (spans, ()) if language == "de" else ((), spans)
                        yield number, Found(pair, german, english, self.name)


def _content(pairs: Sequence[Pair]) -> int:
    return hashed("\x1e".join(f"{pair.source.shown()}\x1f{pair.target.shown()}" for pair in pairs))
