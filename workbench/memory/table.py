"""The pairs of a memory in its tables: how they go in, are found again by their whole text, and come out."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from workbench.memory.forms import take_up_words
from workbench.memory.keys import content_key, english_keys, exact_key, german_keys, words_in
from workbench.memory.pair import TRUSTS, Pair
from workbench.memory.tail import MOST_WORDS, Keys, packed
from workbench.text import Inline

UNKNOWN, EDGE = 0, 1
"""What stands for a neighbour that is not known, and for none: the edge of a document."""

_COLUMNS = "id, before, after, source, target, document, place, trust, made, who, tag"
_AT_ONCE = 500


class Same(NamedTuple):
    """What is equal in pairs that are one and the same; as the table has it."""

    exact: int
    content: int
    before: int
    after: int
    document: int
    place: int


def neighbour_key(text: str | None) -> int:
    """How a neighbour is written in the table."""
    if text is None:
        return UNKNOWN
    return max(exact_key(text), EDGE + 1, key=abs) if text else EDGE


def same(pair: Pair, document: int) -> Same:
    """What is equal in a pair that is this one. `document`: the number of its document."""
    return Same(
        exact_key(pair.source.text),
        content_key(pair.source, pair.target),
        neighbour_key(pair.before),
        neighbour_key(pair.after),
        document,
        pair.place,
    )


def document_number(connection: sqlite3.Connection, name: str) -> int:
    """The number of a document, which it gets if it has none; 0 where no document is named."""
    if not name:
        return 0
    connection.execute("INSERT OR IGNORE INTO document(name, stamp) VALUES (?, '')", (name,))
    return int(connection.execute("SELECT id FROM document WHERE name = ?", (name,)).fetchone()[0])


def taken_up(connection: sqlite3.Connection, pair: Pair, document: int, seen: set[str]) -> bool:
    """Put a pair in, or give the one that is there the newer date and the better trust; whether it was new.

    `seen`: words that are known to be in the memory's list (`forms.take_up_words`).
    """
    own = same(pair, document)
    there = connection.execute(
        "SELECT id, trust, made FROM pair "
        "WHERE exact = ? AND content = ? AND before = ? AND after = ? AND document = ? AND place = ?",
        own,
    ).fetchone()
    if not there:
        put_in(connection, pair, own, seen)
        return True
    trust, made = min(there[1], TRUSTS.index(pair.trust)), max(there[2], pair.made)
    if (trust, made) != there[1:]:
        connection.execute("UPDATE pair SET trust = ?, made = ? WHERE id = ?", (trust, made, there[0]))
    return False


def put_in(connection: sqlite3.Connection, pair: Pair, own: Same, seen: set[str]) -> None:
    """Put a pair in that is not there, with its keys into the tail."""
    source, target = pair.source.shown(), pair.target.shown()
    cursor = connection.execute(
        "INSERT INTO pair(exact, content, before, after, document, place, source, target, trust, made, who, tag) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*own, source, target, TRUSTS.index(pair.trust), pair.made, pair.who, pair.english),
    )
    german = words_in(pair.source.text)
    connection.execute("INSERT INTO tail VALUES (?, ?)", (cursor.lastrowid, _keys(german, pair.target.text)))
    take_up_words(connection, german, seen)
    near = [(key, text) for key, text in ((own.before, pair.before), (own.after, pair.after)) if text]
    if near:
        connection.executemany("INSERT OR IGNORE INTO neighbour VALUES (?, ?)", near)


def put_in_place(
    connection: sqlite3.Connection,
    there: Iterable[tuple[int, Same]],
    pairs: Iterable[tuple[Pair, Same]],
    seen: set[str],
) -> None:
    """Put pairs in the place of those that are there (id, what is the same); those that are equal keep their ids."""
    old = {own: number for number, own in there}
    wanted = {own: pair for pair, own in pairs}
    gone = [(number,) for own, number in old.items() if own not in wanted]
    connection.executemany("DELETE FROM pair WHERE id = ?", gone)
    connection.executemany("DELETE FROM tail WHERE pair = ?", gone)
    for own, pair in wanted.items():
        if own in old:
            connection.execute(
                "UPDATE pair SET trust = ?, made = ?, who = ?, tag = ? WHERE id = ?",
                (TRUSTS.index(pair.trust), pair.made, pair.who, pair.english, old[own]),
            )
        else:
            put_in(connection, pair, own, seen)


def of_document(connection: sqlite3.Connection, document: int, place: int | None = None) -> list[tuple[int, Same]]:
    """The pairs of a document, or of one of its paragraphs: their ids, and what is equal in those that are the same."""
    rows = connection.execute(
        "SELECT id, exact, content, before, after, document, place FROM pair WHERE document = ? AND document > 0"
        + ("" if place is None else " AND place = ?"),
        (document,) if place is None else (document, place),
    )
    return [(number, Same(*own)) for number, *own in rows]


def keys_of(source: str, target: str) -> bytes:
    """The packed keys of a pair as the table has it."""
    return _keys(words_in(Inline.parsed(source).text), Inline.parsed(target).text)


def sources(connection: sqlite3.Connection, ids: Iterable[int]) -> list[tuple[int, str]]:
    """The German of pairs, with their codes; those that are gone are left out.

    It comes as one row, in which SQLite lets Python's threads change but once.
    """
    named = ",".join(map(str, ids))
    (found,) = connection.execute(
        f"SELECT group_concat(id || char(31) || source, char(30)) FROM pair WHERE id IN ({named})"
    ).fetchone()
    parts = (part.partition("\x1f") for part in found.split("\x1e")) if found else ()
    return [(int(number), source) for number, _, source in parts if number.isdecimal()]


def pairs_of(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Pair]:
    """Pairs by their ids; those that are gone are left out."""
    found = {}
    for start in range(0, len(ids), _AT_ONCE):
        named = ",".join(map(str, ids[start : start + _AT_ONCE]))
        rows = connection.execute(f"SELECT {_COLUMNS} FROM pair WHERE id IN ({named})").fetchall()
        found.update(_as_pairs(connection, rows))
    return found


def exact_ids(connection: sqlite3.Connection, text: str, most: int) -> list[tuple[int, int, int]]:
    """The newest pairs with this German: their ids, and how their neighbours are written in the table."""
    return connection.execute(
        "SELECT id, before, after FROM pair WHERE exact = ? ORDER BY made DESC, id DESC LIMIT ?",
        (exact_key(text), most),
    ).fetchall()


def highest_id(connection: sqlite3.Connection) -> int:
    """The highest id that a pair may have."""
    found = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'pair'").fetchone()
    return int(found[0]) if found else 0


def between(connection: sqlite3.Connection, start: int, end: int, *, alone: bool = False) -> Collection[Pair]:
    """The pairs with ids above `start` and up to `end`, in their order; `alone`: of other tables nothing is read."""
    columns = _COLUMNS.replace("before, after", "0, 0").replace("document, place", "0, 0") if alone else _COLUMNS
    asked = f"SELECT {columns} FROM pair WHERE id > ? AND id <= ? ORDER BY id"
    return _as_pairs(connection, connection.execute(asked, (start, end)).fetchall()).values()


def _keys(german: list[str], english: str) -> bytes:
    return packed(Keys(max(1, min(len(german), MOST_WORDS)), german_keys(german), english_keys(words_in(english))))


def _as_pairs(connection: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> dict[int, Pair]:
    near = _texts(connection, "neighbour", "key", "text", {row[1] for row in rows} | {row[2] for row in rows})
    names = _texts(connection, "document", "id", "name", {row[5] for row in rows})
    found = {}
    for number, before, after, source, target, document, place, trust, made, who, tag in rows:
        if not (isinstance(place, int) and all(isinstance(text, str) for text in (source, target, made, who, tag))):
            continue  # of a page that is damaged
        found[number] = Pair(
            Inline.parsed(source),
            Inline.parsed(target),
            "" if before == EDGE else near.get(before),
            "" if after == EDGE else near.get(after),
            names.get(document, ""),
            place,
            TRUSTS[trust] if trust in range(len(TRUSTS)) else "unreviewed",
            made,
            who,
            tag,
        )
    return found


def _texts(connection: sqlite3.Connection, table: str, key: str, text: str, wanted: Collection[int]) -> dict[int, str]:
    none = (UNKNOWN, EDGE) if table == "neighbour" else (0,)
    numbers = [number for number in wanted if isinstance(number, int) and number not in none]
    found: dict[int, str] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        named = ",".join(map(str, numbers[start : start + _AT_ONCE]))
        found.update(connection.execute(f"SELECT {key}, {text} FROM {table} WHERE {key} IN ({named})"))
    return found
