"""The check `relative-dates`, over a whole document: gestern, heute, am Montag hold on the day of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from workbench.checks.compared import Compared
from workbench.checks.finding import Finding
from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.word_lists import any_of
from workbench.translation import ParagraphRecord, State

_DAY = (
    "(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)"
    "(?:vormittag|mittag|nachmittag|morgen|abend|nacht|früh)?"
)
_BY_DAY = r"(?:am|vom|zum|bis|seit|ab)(?:_(?:kommenden|vergangenen|letzten|nächsten|gestrigen|heutigen|diesem))?"
_GERMAN = lazy_pattern(
    r"(?<!\bvon )(?<!\bseit )(?<!\bbis )(?<!\bnoch )\b"
    + any_of(
        rf"""
        vorgestern gestern heute(?!_(?:noch|als|wie|zu_den)\b) übermorgen (?:heut|gestr|morg)ige[nmrs]?
        (?-i:(?<!Guten_)(?<!guten_)morgen|(?<![\w,]_)Morgen(?=_[a-zäöü])) {_BY_DAY}_{_DAY}
        in_der_Nacht_(?:zum|auf)_{_DAY}
        (?:vergangene|vorige|letzte|kommende|nächste|diese)[nrms]?_(?:Woche|Monat|Jahr|Wochenende|{_DAY})
        """
    )
    + r"\b",
    re.IGNORECASE,
)
_DATED = lazy_pattern(r",? ?(?:\(|\w+ \(|,|de[mnr] )*\s*(?:de[mnr] )?\d{1,2}\. ?(?:\d{1,2}\.|[A-ZÄÖÜ])|, am \d")
_OFTEN = lazy_pattern(r"\b(?:stets|immer|jeweils|jeden|gewöhnlich|normalerweise)\b")
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ENGLISH = lazy_pattern(
    r"\b"
    + any_of(
        rf"""
        yesterday today tomorrow tonight last_night this_(?:morning|afternoon|evening|weekend) {_WEEKDAY}
        the_day_(?:before_yesterday|after_tomorrow) (?:last|next|this|coming|past)_(?:week|month|year|weekend)
        """
    )
    + rf"\b(?!,? \(?(?:the )?\d)(?!,? \(?{_MONTH}\b)",
    re.IGNORECASE,
)
_STATED = lazy_pattern(
    r"\b(?:Stand|Veröffentlicht|Erschienen|Erstellt|Aktualisiert|Publiziert|Datum|Artikel vom)\b"
    r"(?: am)?:? ?(?:\w+, )?(?:de[mn] )?(\d{1,2}\. ?(?:\d{1,2}\. ?|[A-ZÄÖÜ][a-zä]+ )\d{2,4})"
)
_RELATIVE, _DATE = "relative", "date"


class _Place(NamedTuple):
    """The first relative date of a paragraph, how many it has; or the date that the paragraph gives the article."""

    german: Span
    english: Span | None
    many: int
    text: str


class _Told(NamedTuple):
    """Where a document's relative dates are told, how many there are elsewhere, and of which day they are."""

    paragraph: int
    others: int
    date: str


class RelativeDates:
    """Days that are told from the day of the article (gestern, heute, am Montag) in German and English; told once."""

    def __init__(self) -> None:
        self._places: Compared[str, _Place, _Told] = Compared()

    def put(self, changed: Mapping[int, ParagraphRecord]) -> set[int]:
        """Take up changed paragraphs; which others may have other findings by it."""
        touched = [index for index, record in changed.items() if self._places.put(index, _in_paragraph(record))]
        if not touched:
            return set()
        before = self._places.verdicts.get(_RELATIVE)
        relative, dates = self._places.places(_RELATIVE), self._places.places(_DATE)
        held = None
        if relative:
            first = min(relative)
            others = sum(place.many for place in relative.values()) - 1
            held = _Told(first, others, dates[min(dates)].text if dates else "")
        self._places.hold(_RELATIVE, held)
        return {told.paragraph for told in (before, held) if told} if before != held else set()

    def of(self, index: int, record: ParagraphRecord) -> Iterator[Finding]:
        """The finding of a document, in the first paragraph that has such a day."""
        told = self._places.verdicts.get(_RELATIVE)
        if not told or told.paragraph != index:
            return
        place = self._places.facts(index)[_RELATIVE]
        more = f" and {told.others} more" if told.others else ""
        of = f" ({told.date}, it says)" if told.date else ""
        message = f"“{place.text}”{more} count from the day of the article{of}: right for your readers’ day?"
        if not told.others:
            message = message.replace(" count ", " counts ")
        yield Finding("relative-dates", "info", index, "relative dates", message, place.german, place.english)


def _in_paragraph(record: ParagraphRecord) -> dict[str, _Place]:
    """What a paragraph has: the date of the article, and relative dates that its English keeps."""
    if record.state is State.SKIPPED:
        stated = _in_german(record.german)[1]
        return {_DATE: stated} if stated else {}
    relative, stated = _in_german(record.german)
    found = {_DATE: stated} if stated else {}
    kept = _ENGLISH.search(record.english) if relative else None
    if relative and kept:
        found[_RELATIVE] = relative._replace(english=Span(*kept.span()))
    return found


@lru_cache(maxsize=20_000)
def _in_german(german: str) -> tuple[_Place | None, _Place | None]:
    """The relative dates of a German paragraph, and the date that it gives the article."""
    stated = _STATED.search(german)
    date = _Place(Span(*stated.span()), None, 1, stated[1]) if stated else None
    if _OFTEN.search(german):
        return None, date
    found = [match for match in _GERMAN.finditer(german) if not _DATED.match(german, match.end())]
    if not found:
        return None, date
    return _Place(Span(*found[0].span()), None, len(found), found[0][0]), date
