"""The rest of a glossary term that is being typed."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.glossary import TermHit, judge, plural
from workbench.project.completing.suggestion import Suggestion
from workbench.project.completing.writing import SIGNS, Known, Writing

LEAST = 2
"""Letters of a term from which on it is told."""
_MOST_WORDS = 5


def from_terms(writing: Writing, known: Known) -> Iterator[Suggestion]:
    """The rest of each term of this German sentence that has not got its English yet and begins as was typed.

    The one of which most was typed comes first.
    """
    hits = [hit for hit in known.hits if writing.german.start <= hit.start < writing.german.end]
    found: list[tuple[int, str]] = []
    for hit in dict.fromkeys(hits):
        if judge(hit.entry, writing.english).there:
            continue
        found += [(typed, form[typed:]) for form in _forms(hit) if (typed := _typed_of(form, writing)) >= LEAST]
    for _, rest in sorted(found, key=lambda one: -one[0]):
        yield Suggestion(rest, "glossary")


def _forms(hit: TermHit) -> tuple[str, ...]:
    entry = hit.entry
    forms = (entry.en, entry.first, plural(entry.en) if entry.kind == "term" else "", *entry.also)
    return tuple(dict.fromkeys(form for form in forms if form))


def _typed_of(form: str, writing: Writing) -> int:
    """How many characters of a term stand before the cursor as its beginning; 0 where none do, or all."""
    words = writing.words
    half = writing.half.lstrip(SIGNS)
    for count in range(min(_MOST_WORDS, len(words)), -1, -1):
        tail = " ".join([*words[len(words) - count :], half]).lstrip(SIGNS)
        if half and len(tail) < len(form) and form.casefold().startswith(tail.casefold()):
            return len(tail)
    return 0
