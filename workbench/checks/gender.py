"""The check `gender`: a woman of the German is no man in the English, and the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.finding import Finding
from workbench.checks.gender_words import TITLES, Persons, is_one_man, is_woman, persons
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.word_lists import any_of
from workbench.translation import ParagraphRecord

_HE = lazy_pattern(r"\b(?:he|him|his|himself)\b", re.IGNORECASE)
_SHE = lazy_pattern(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE)
_PATTERNS = tuple(
    (
        lazy_pattern(rf"\b\w{{0,30}}{any_of(title.german_woman)}\b"),
        lazy_pattern(rf"\b\w{{0,30}}{any_of(title.german_man)}\b"),
        lazy_pattern(rf"\b{any_of(title.english_woman)}\b", re.IGNORECASE),
        lazy_pattern(rf"\b{any_of(title.english_man)}\b", re.IGNORECASE),
    )
    for title in TITLES
)
_ANY_TITLE = lazy_pattern(
    rf"\b(?:M(?:rs?|s|iss)\b|{any_of(' '.join(f'{title.english_woman} {title.english_man}' for title in TITLES))}\b)",
    re.IGNORECASE,
)
_NAMED = lazy_pattern(r"\b(Frau|Herrn?|[A-ZÄÖÜ]\w{2,40}in) (?:Dr\.? |Prof\.? |[A-ZÄÖÜ][a-zäöüß]+ )?([A-ZÄÖÜ][\w-]{2,})")

_Mistake = tuple[Span, Span, str]
"""The place in the English, the place in the German, and what the German is."""


def gender(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The English has a man's title (spokesman, Mr Keller) for a woman's (Sprecherin, Frau Keller), or he, his,
    him where the German speaks of one woman and of nobody else; and the reverse.

    For he the German must have a woman, and no er or sein, no man, no name and no word for anybody that he may be; for
    she a man, and no sie or ihr, no woman, no name and so on.
    """
    seen: list[Span] = []
    for place, german, what in (*_titles(record), *_pronouns(record)):
        if not any(place.meets(before) for before in seen):
            seen.append(place)
            said = record.english[slice(*place)]
            message = f"“{said}”, but “{record.german[slice(*german)]}” is {what}"
            yield Finding("gender", "warning", index, said.lower(), message, german, place)


def _titles(record: ParagraphRecord) -> Iterator[_Mistake]:
    german, english = record.german, record.english
    if not _ANY_TITLE.search(english):
        return
    for her, him, hers, his in _PATTERNS:
        yield from _title(german, english, (her, him, his), "a woman")
        yield from _title(german, english, (him, her, hers), "a man")
    for named in _NAMED.finditer(german):
        yield from _wrong_address(german, english, named)


def _title(german: str, english: str, patterns: tuple[re.Pattern[str], ...], what: str) -> Iterator[_Mistake]:
    """The English title of the other sex, where the German has one person's title and not the other's."""
    ours, other, theirs = patterns
    found = theirs.search(english)
    if found and not other.search(german):
        title = ours.search(german)
        if title:
            yield Span(*found.span()), Span(*title.span()), what


def _wrong_address(german: str, english: str, named: re.Match[str]) -> Iterator[_Mistake]:
    """Mr Keller for Frau Keller or Ministerin Keller."""
    is_hers, name = is_woman(named[1]), re.escape(named[2])
    if not is_hers and not named[1].startswith("Herr"):
        return
    wrong = re.search(rf"\b{'Mr' if is_hers else '(?:Mrs|Ms|Miss)'}\b\.? (?:\w+ )?{name}\b", english)
    other = rf"\b{'Herrn?' if is_hers else 'Frau'} (?:\w+ )?{name}\b"
    if wrong and not re.search(other, german):
        yield Span(*wrong.span()), Span(*named.span()), "a woman" if is_hers else "a man"


def _pronouns(record: ParagraphRecord) -> Iterator[_Mistake]:
    """The first he of a paragraph about one woman, the first she of one about one man."""
    he, she = _HE.search(record.english), _SHE.search(record.english)
    if not (he or she):
        return
    there = persons(record.german)
    if he and _is_she_alone(there):
        yield Span(*he.span()), there.women[0], "a woman"
    if she and _is_he_alone(record.german, there):
        yield Span(*she.span()), there.men[0], "a man"


def _is_she_alone(there: Persons) -> bool:
    return bool(there.women) and not (there.others or there.men or there.he)


def _is_he_alone(german: str, there: Persons) -> bool:
    if not there.men or there.others or there.women or there.she:
        return False
    return is_one_man(german, there.men[0])
