"""Entries by what stands in them, for people who look one up."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.glossary.entry import Entry
from workbench.glossary.file.contradictions import claim
from workbench.glossary.finding.folding import fold

_MOST_NEAR, _NEAR_ENOUGH = 3, 60


def entries_named(entries: Iterable[Entry], german: str) -> tuple[Entry, ...]:
    """The entries that have this German form as it is written; where none has, in another spelling or case.

    >>> [entry.en for entry in entries_named([Entry(("Weißrussland",), "Belarus")], "WEISSRUSSLAND")]
    ['Belarus']
    """
    entries = tuple(entries)
    found = tuple(entry for entry in entries if german in entry.de)
    key, _ = claim(german)
    return found or tuple(entry for entry in entries if any(claim(form)[0] == key for form in entry.de))


def near_forms(entries: Iterable[Entry], german: str) -> tuple[tuple[str, Entry], ...]:
    """Up to three German forms that are written much like this one, the nearest first, one for an entry."""
    from rapidfuzz import fuzz, process

    forms = {form: entry for entry in entries for form in entry.de}
    keys = {form: fold(form) for form in forms}
    near = process.extract(fold(german), keys, scorer=fuzz.ratio, limit=20, score_cutoff=_NEAR_ENOUGH)
    nearest: dict[Entry, str] = {}
    for _, _, form in near:
        nearest.setdefault(forms[form], form)
    return tuple((form, entry) for entry, form in nearest.items())[:_MOST_NEAR]


def entries_with(entries: Iterable[Entry], text: str) -> tuple[Entry, ...]:
    """The entries with this text in one of their German or English forms, whatever its case and accents."""
    key = fold(text)
    return tuple(entry for entry in entries if any(key in fold(form) for form in _forms(entry)))


def _forms(entry: Entry) -> tuple[str, ...]:
    return (*entry.de, *entry.accepted, *entry.avoid)
