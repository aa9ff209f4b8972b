"""What an entry would do, before it is in the glossary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.glossary import Entry, Glossary
from workbench.project.termbase import Termbase


@dataclass(frozen=True, slots=True)
class Preview:
    """What an entry would find. `places`: how often in the texts, `inside`: how many of these lie in places of
    longer terms of the glossary, which win. `there`: for each of its German forms that another entry finds
    already, the form and that entry.
    """

    places: int
    inside: int
    there: tuple[tuple[str, Entry], ...]


def preview(termbase: Termbase, entry: Entry, texts: Sequence[str], instead_of: Entry | None = None) -> Preview:
    """What an entry would find in some German texts. `instead_of`: the entry that it will replace.

    Takes about as long as matching the texts does: ask in a thread.
    """
    places = inside = 0
    glossary = Glossary([entry]) if entry.de else Glossary()
    for text in texts:
        for hit in glossary.find(text):
            places += 1
            others = (other for other in termbase.hits(text) if other.entry != instead_of)
            inside += any(
                other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start
                for other in others
            )
    there = [
        (form, hit.entry)
        for form in entry.de
        for hit in termbase.hits(form)
        if hit.entry != instead_of and (hit.start, hit.end) == (0, len(form))
    ]
    return Preview(places, inside, tuple(there))
