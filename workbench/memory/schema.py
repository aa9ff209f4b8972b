"""The tables of a memory's file, and how files of earlier versions are brought up to them."""

from __future__ import annotations

APPLICATION = 0x57424D31
"""SQLite's `application_id` of our files: “WBM1”."""
VERSION = 1

SCHEMA = (
    "CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS document(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL)",
    # What the pairs of a paragraph were made of, as a hash.
    "CREATE TABLE IF NOT EXISTS paragraph(document INTEGER, place INTEGER, content INTEGER NOT NULL, "
    "PRIMARY KEY(document, place)) WITHOUT ROWID",
    # exact, content, before, after: hashes; before and after are 0 where they are not known, 1 at the edge of a
    # document. source, target: with their codes. document: 0 for none. An id is never given twice.
    "CREATE TABLE IF NOT EXISTS pair(id INTEGER PRIMARY KEY AUTOINCREMENT, exact INTEGER NOT NULL, "
    "content INTEGER NOT NULL, before INTEGER NOT NULL, after INTEGER NOT NULL, source TEXT NOT NULL, "
    "target TEXT NOT NULL, document INTEGER NOT NULL, place INTEGER NOT NULL, trust INTEGER NOT NULL, "
    "made TEXT NOT NULL, who TEXT NOT NULL, tag TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS pair_same ON pair(exact, content)",
    "CREATE INDEX IF NOT EXISTS pair_place ON pair(document, place) WHERE document > 0",
    # The texts of the neighbours, by their hash.
    "CREATE TABLE IF NOT EXISTS neighbour(key INTEGER PRIMARY KEY, text TEXT NOT NULL)",
    # id: block << 33 | language << 32 | key; a block is 65,536 ids of pairs. ids: see postings.py.
    "CREATE TABLE IF NOT EXISTS posting(id INTEGER PRIMARY KEY, ids BLOB NOT NULL)",
    # How many words the German of each pair of a block has, a byte each, at most 255; 0: not in the postings.
    "CREATE TABLE IF NOT EXISTS lengths(block INTEGER PRIMARY KEY, words BLOB NOT NULL)",
    # The keys of pairs that are not in the postings yet.
    "CREATE TABLE IF NOT EXISTS tail(pair INTEGER PRIMARY KEY, keys BLOB NOT NULL)",
    # The different German words, case-folded; each in plain letters and its base forms, between blanks, or "" as long
    # as these have not been looked up.
    "CREATE TABLE IF NOT EXISTS word(word TEXT PRIMARY KEY, bases TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS word_new ON word(word) WHERE bases = ''",
    "INSERT OR IGNORE INTO meta VALUES ('sealed', 0), ('generation', 0)",
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
)

STEPS: tuple[tuple[str, ...], ...] = ((),)
"""For each earlier version, from 0, the statements that make the next of it."""
