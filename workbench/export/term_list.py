"""The glossary terms of a document as a list, which paper needs: what is told on a screen by pointing at a term."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.export.rows import Row, numbers
from workbench.glossary import Entry
from workbench.text import clean_line


@dataclass(frozen=True, slots=True)
class ListedTerm:
    """One entry. `number` counts from 1, in the order in which the document has them; `places`: its paragraphs."""

    number: int
    german: str
    english: str
    note: str
    places: str

    @property
    def says(self) -> str:
        """It in one line: `Kreml: Kremlin – the house, not the state (1, 4–7)`."""
        return f"{self.german}: {self.english}" + (f" – {self.note}" if self.note else "") + f" ({self.places})"


def listed(table: Iterable[Row]) -> Mapping[Entry, ListedTerm]:
    """The entries that the rows have in their German, in order, each once."""
    places: dict[Entry, dict[int, None]] = {}
    for row in table:
        for term in row.german_terms:
            if term.entry is not None:
                places.setdefault(term.entry, {})[row.number - 1] = None
    return {entry: _listed(number, entry, list(there)) for number, (entry, there) in enumerate(places.items(), start=1)}


def _listed(number: int, entry: Entry, places: list[int]) -> ListedTerm:
    english = entry.en if entry.first in ("", entry.en) else f"{entry.first}, then {entry.en}"
    return ListedTerm(number, clean_line(entry.de[0]), clean_line(english), clean_line(entry.note), numbers(places))
