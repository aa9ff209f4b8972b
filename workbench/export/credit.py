"""The last line of a document that is handed over: who translated it, from what, when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from workbench.formats.markup import PARAGRAPH
from workbench.formats.parts import inserted, may_change
from workbench.text import clean_line
from workbench.text.house_style import HouseStyle
from workbench.translation import Origin, ParagraphRecord, State, TranslationRecord

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def credit_line(style: HouseStyle, origin: Origin, day: date, source: str = "") -> str:
    """The line of a house style with what can be filled in; empty where the style has none.

    `source`: the source file's name, where no address is known.

    >>> credit_line(HouseStyle(credit="From {site}, {date}"), Origin(site="Die Welt"), date(2026, 11, 28))
    'From Die Welt, 28 November 2026'
    """
    filled = style.credit
    said = {"source": origin.address or source, "title": origin.title, "site": origin.site, "date": _told(day, style)}
    for name, value in said.items():
        filled = filled.replace(f"{{{name}}}", value)
    return clean_line(filled)


def with_last_line(record: TranslationRecord, line: str) -> TranslationRecord:
    """The record with a last paragraph that the German has not, after the last one that another can come after.

    Without a source file at hand, and in formats where nothing can be added (subtitles, tables), it is as it was.
    """
    document = record.document
    if not line or document is None:
        return record
    place = next((i for i in reversed(range(len(document.paragraphs))) if not may_change(document.paragraphs[i])), None)
    if place is None:
        return record
    new = inserted(document, replace(document.paragraphs[place], block=PARAGRAPH, role="body"))
    paragraphs = (*document.paragraphs[: place + 1], new, *document.paragraphs[place + 1 :])
    added = ParagraphRecord("", line, State.REVIEWED, part=new.part, role="body", block=new.block)
    return replace(
        record,
        paragraphs=(*record.paragraphs[: place + 1], added, *record.paragraphs[place + 1 :]),
        document=replace(document, paragraphs=paragraphs),
    )


def _told(day: date, style: HouseStyle) -> str:
    month = _MONTHS[day.month - 1]
    if style.dates == "Sept. 9, 2022" and month not in ("March", "April", "May", "June", "July"):
        month = "Sept." if month == "September" else f"{month[:3]}."
    if style.dates in ("April 9, 2022", "Sept. 9, 2022"):
        return f"{month} {day.day}, {day.year}"
    return f"{day.day} {month} {day.year}"
