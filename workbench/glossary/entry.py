"""A glossary entry, and a place in a German text where it was found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["person", "place", "organisation", "term"]
KINDS: tuple[Kind, ...] = ("person", "place", "organisation", "term")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the glossary says of one name or term.

    `de`: the German forms, base form first; inflected and compound forms are found from these.
    `en`: the preferred English; `also`: allowed English; `avoid`: forbidden English.
    `first`: the English of the first mention in a document (`Collective Security Treaty Organization (CSTO)`,
    `Vladimir Putin`), after which `en` is used; "" where every mention is alike.
    `case`: "exact" finds the German only as it is written (EU, not Eu).
    `line`: the entry's first line in the glossary file, from 1; 0 for an entry made in the program.
    """

    de: tuple[str, ...]
    en: str
    also: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    kind: Kind = "term"
    note: str = ""
    case: Literal["any", "exact"] = "any"
    first: str = ""
    line: int = 0

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every English form that meets this entry, the preferred one first."""
        return (self.en, *self.also, self.first) if self.first else (self.en, *self.also)


@dataclass(frozen=True, slots=True)
class TermHit:
    """An entry found in a German text at `text[start:end]`, which reads `surface` there.

    `gave_way`: the other entries that were found there too and lost to this longer or closer match.
    `of`: the glossary's entry where `entry` is what fits this place instead: `spokeswoman` for the Sprecherin of an
    entry that says spokesman, `Soldat` of one that says “der Soldat, -en”; else None.
    """

    entry: Entry
    start: int
    end: int
    surface: str
    gave_way: tuple[Entry, ...] = ()
    of: Entry | None = None

    @property
    def kept(self) -> Entry:
        """The entry as the glossary has it."""
        return self.of or self.entry

    def moved(self, by: int) -> TermHit:
        """The same hit so many characters further on, in a longer text or in a part of this one."""
        return replace(self, start=self.start + by, end=self.end + by) if by else self
