"""The different German words of a memory: which of them are forms of a word, or have it as a part."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache

from workbench.glossary.finding.folding import fold
from workbench.glossary.finding.inflection import stem
from workbench.glossary.finding.lexicon import lemma
from workbench.memory.file import MemoryFile
from workbench.memory.word_list import WordList, changed

MOST_SEEN = 50_000
"""Words of a memory that are known to be in its list."""
_SHORTEST_PART = 3
_AT_ONCE = 1_000
_UMLAUTS = (("au", "aeu"), ("a", "ae"), ("o", "oe"), ("u", "ue"))


@lru_cache(maxsize=8_000)
def bases(word: str, *, begins: bool = False) -> frozenset[str]:
    """The base forms that a word may have as it is written, in small letters and plain ones (ä as ae).

    `begins`: it may have its capital because it begins a sentence. What the dictionary does not know has its stem.

    >>> sorted(bases("sprach")), sorted(bases("Sprach", begins=True)), sorted(bases("Häuser"))
    (['sprechen'], ['sprache', 'sprechen'], ['haus'])
    """
    spellings = (word.capitalize(), word.lower()) if begins or word.isupper() else (word,)
    found = frozenset(fold(base) for spelling in spellings if (base := lemma(spelling)))
    if not found and not begins and (base := lemma(word.lower())):
        found = frozenset((fold(base),))
    return found or frozenset((stem(fold(word)),))


def take_up_words(connection: sqlite3.Connection, words: Iterable[str], seen: set[str]) -> None:
    """Put the case-folded words that are new into the memory's list. `seen`: those that are known to be there.

    Their bases are looked up later: that takes longer than all the rest.
    """
    new = [word for word in words if word not in seen]
    if len(seen) + len(new) > MOST_SEEN:
        seen.clear()
    seen.update(new)
    connection.executemany("INSERT OR IGNORE INTO word VALUES (?, '')", ((word,) for word in new))


def look_up_words(file: MemoryFile) -> Iterator[None]:
    """Look up the bases of the words that came since the last time. In steps."""
    while True:
        with file.reading() as connection:
            asked = "SELECT word FROM word WHERE bases = '' LIMIT ?"
            new = [word for (word,) in connection.execute(asked, (_AT_ONCE,)).fetchall()]
        if not new:
            return
        rows = [(_listed(word), word) for word in new]
        with file.writing() as connection:
            connection.executemany("UPDATE word SET bases = ? WHERE word = ?", rows)
            changed(connection)
        yield


def forms_of(connection: sqlite3.Connection, known: WordList, typed: str, *, parts: bool) -> set[str]:
    """The words of the memory that may be forms of a typed word, or, with `parts`, have it in them: to be looked at."""
    wanted = {f" {base} " for base in (fold(typed), *bases(typed))}
    if parts:
        wanted |= _stems(typed)
    late = [word for (word,) in connection.execute("SELECT word FROM word WHERE bases = ''").fetchall()]
    found = known.having(connection, wanted)
    return found | {word for word in late if any(one in _listed(word) for one in wanted)}


def _stems(typed: str) -> set[str]:
    """What a compound with a word has in it: haus, haeus."""
    plain = {fold(typed), *bases(typed)}
    stems = {part.rstrip("en") for part in (*plain, *(other for part in plain for other in _with_umlaut(part)))}
    return {stem for stem in stems if len(stem) >= _SHORTEST_PART}


@lru_cache(maxsize=1_000)
def _with_umlaut(part: str) -> tuple[str, ...]:
    """A word as it is in the plural, perhaps: haus → haeus."""
    for plain, umlaut in _UMLAUTS:
        before, found, behind = part.rpartition(plain)
        if found and not before.endswith("a" if plain == "u" else "\0"):
            return (f"{before}{umlaut}{behind}",)
    return ()


def _listed(word: str) -> str:
    """How the list has a case-folded word: itself in plain letters and its bases, each between blanks."""
    return " ".join(("", fold(word), *sorted(bases(word, begins=True)), ""))
