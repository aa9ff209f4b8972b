"""Forbidden spellings of names inside longer words: `Odessans`, `Belorussian`, `Lukaschenkoregime`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from workbench.glossary.entry import Entry, Kind
from workbench.text import Span

_SAME_NAME = 70.0
"""From this likeness on (percent, rapidfuzz.fuzz.ratio) two forms are spellings of one name."""
_OF_PLACES = r"i?ans?|ns?|ites?|ers?|ish"
_OF_PERSONS = r"is[mt]s?|ites?|ians?|esque"
_JOINED = r"(?!sk|[eo]?w?itsch|ow|ew|enk|adse|jan)[a-zäöüß]{5,}"
"""The other part of a compound; not what names end in (Kolesnikowitsch)."""


def in_longer_words(entry: Entry, form: str, english: str) -> Iterator[Span]:
    """Where a forbidden spelling of a name begins a longer word; each span is the form's part of that word.

    Told are the ways in which English and German make a word of a name (Odessans, Kiewer, Putinism; Donbassgebiet), and
    only of forms that are another spelling of a wanted form, or the German itself: Hollande is not made of Holland, and
    who wants Iran, not Persia, may have a Persian carpet. An ordinary word inside another is another word (nation in
    international). Compounds with a hyphen have the form as a word (`judge`).
    """
    if form not in english and not english.isupper():
        return
    if not _is_spelling(entry.kind, form, (*entry.accepted, *entry.de)):
        return
    for match in _pattern(form, entry.kind).finditer(english):
        if match[0] not in entry.accepted:
            yield Span(match.start(), match.start() + len(form))


@lru_cache(maxsize=20_000)
def _is_spelling(kind: Kind, form: str, wanted: tuple[str, ...]) -> bool:
    from rapidfuzz import fuzz

    if kind == "term" or len(form) < 4 or not form.isalpha() or not form[0].isupper():
        return False
    alike = (one for one in wanted if one[:1] == form[0] and " " not in one)
    return any(fuzz.ratio(one, form) >= _SAME_NAME for one in alike)


@lru_cache(maxsize=20_000)
def _pattern(form: str, kind: Kind) -> re.Pattern[str]:
    ends = _OF_PERSONS if kind == "person" else _OF_PLACES
    return re.compile(rf"(?<![^\W_]){re.escape(form)}(?:{ends}|{_JOINED})(?![^\W_])")
