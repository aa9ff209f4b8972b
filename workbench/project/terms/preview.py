"""What an entry would do, before it is in the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.glossary import Entry, Glossary, TermHit
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
    glossary = Glossary([entry]) if entry.de else Glossary()
    found = [(text, hit) for text in texts for hit in glossary.find(text)]
    inside = sum(_in_a_longer_one(hit, termbase.hits(text), instead_of) for text, hit in found)
    there = ((form, other) for form in entry.de for other in _found_already(termbase, form, instead_of))
    return Preview(len(found), inside, tuple(there))


def _in_a_longer_one(hit: TermHit, others: Iterable[TermHit], instead_of: Entry | None) -> bool:
    """Whether a hit lies in the place of a longer term."""
    size = hit.end - hit.start
    around = (o for o in others if o.kept != instead_of and o.start <= hit.start and hit.end <= o.end)
    return any(other.end - other.start > size for other in around)


def _found_already(termbase: Termbase, form: str, instead_of: Entry | None) -> Iterator[Entry]:
    """The entries that find a form as a whole."""
    for hit in termbase.hits(form):
        if hit.kept != instead_of and (hit.start, hit.end) == (0, len(form)):
            yield hit.kept
