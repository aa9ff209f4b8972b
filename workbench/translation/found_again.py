"""Finding paragraphs again that were kept by id and German, after the source file has changed."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.translation.record import TranslationRecord
from workbench.translation.rematch import SIMILAR


def found_again(kept: Iterable[tuple[str, str]], record: TranslationRecord) -> tuple[int | None, ...]:
    """Where paragraphs stand in a record now (from 0), each by its id and its German with codes as they were once.

    By the id, else by the same German, else by the most similar one, as work is carried over (`rematch`); None where
    there is none. `kept`: the newest first, since what it was later tells what it was before. Several may be forms of
    one paragraph.
    """
    kept = tuple(kept)
    ids = {key: index for index, key in enumerate(record.ids)}
    forms: dict[str, int] = {}
    for index, paragraph in enumerate(record.paragraphs):
        for german in (paragraph.source.shown(), paragraph.german, paragraph.old_german):
            forms.setdefault(german, index)
    forms.pop("", None)
    found: list[int | None] = []
    for key, german in kept:
        place = ids[key] if key in ids else forms[german] if german in forms else _most_similar(german, forms)
        if place is not None and german:
            forms.setdefault(german, place)
        found.append(place)
    return tuple(found)


def _most_similar(german: str, forms: dict[str, int]) -> int | None:
    if not german or not forms:
        return None
    from rapidfuzz import fuzz, process

    best = process.extractOne(german, forms.keys(), scorer=fuzz.ratio, score_cutoff=SIMILAR)
    return None if best is None else forms[best[0]]
