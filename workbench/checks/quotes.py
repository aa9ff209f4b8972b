"""The check `quotes`: the English quotes what the German quotes, and every quotation ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.text.house_style import NO_STYLE, HouseStyle
from workbench.text.lazy_pattern import lazy_pattern
from workbench.translation import ParagraphRecord

_QUOTED_NAME = lazy_pattern('[„“”"»«]([^\\W_][^„“”"»«.!?]{1,40})[„“”"»«]')
_DOUBLE = lazy_pattern('[„“”"»«]')
_SINGLE_OPEN = lazy_pattern(r"(?<![\w’'])[‘'](?=[\w„“\"])(?!\d0s|em\b|til\b|n['’]|t(?:is|was)\b)", re.IGNORECASE)
_SINGLE_CLOSE = lazy_pattern(r"(?<=[\w.,!?…])[’'](?!\w)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """How many stretches a text quotes: `least` by double marks, `most` with single ones (or apostrophes).

    `open_ended`: a quotation has only one of its two marks.
    """

    least: int
    most: int
    open_ended: bool


def quotes(index: int, record: ParagraphRecord, glossary: Glossary, house: HouseStyle = NO_STYLE) -> Iterator[Finding]:
    """Unbalanced English quotation marks, another number of quotations than in the German, straight marks.

    A quotation that runs on into the next paragraph is not told: the German is then open as well.
    """
    german, english = _german(record.german), _english(record.english)
    unquoted = _names_unquoted(record)
    if not german.open_ended and not _runs_on(record, german):
        if english.open_ended:
            yield Finding("quotes", "warning", index, "unbalanced", "a quotation has only one of its two marks")
        elif english.most < german.least - unquoted or english.least > german.most:
            message = f"the German quotes {_times(german.least)}, the English {_times(english.least)}"
            yield Finding("quotes", "warning", index, "number", message)
    if (place := record.english.find('"')) >= 0:
        marks = "‘’" if house.quotes == "single" else "“”"
        message = f'straight quotation marks ("); English print has {marks[0]} and {marks[1]}'
        wanted = _turned(record.english[:place], record.english[place + 1 :], marks)
        yield Finding("quotes", "info", index, '"', message, english=Span(place, place + 1), wanted=wanted)


def _names_unquoted(record: ParagraphRecord) -> int:
    """How many names the German quotes (Der „Spiegel“, bei "Sky") that English has without marks, as it may."""
    names = [match[1] for match in _QUOTED_NAME.finditer(record.german) if len(match[1].split()) <= 4]
    return sum(_is_name(name) and name in record.english for name in names)


def _is_name(words: str) -> bool:
    return all(word[:1].isupper() or word[:1].isdigit() for word in re.split(r"[\s-]", words) if len(word) > 3)


def _turned(before: str, after: str, marks: str) -> str | None:
    """The mark of these two for a straight one between the texts; None where it could be either."""
    opens = (not before or before[-1] in " (–—[/‘") and after[:1] not in ("", " ")
    closes = before[-1:] not in ("", " ") and (not after or not after[0].isalnum()) and not before[-1].isdigit()
    return marks[0] if opens and not closes else marks[1] if closes and not opens else None


def _german(text: str) -> Quoted:
    """„…“, »…«, «…», “…” and "…" are quotations; ‚…‘ and ›…‹ are quotations within them (or alone)."""
    doubles = len(_DOUBLE.findall(text))
    singles = max(text.count("‚"), min(text.count("›"), text.count("‹")), len(_SINGLE_OPEN.findall(text)))
    return Quoted(doubles // 2, doubles // 2 + singles, doubles % 2 == 1)


def _english(text: str) -> Quoted:
    doubles = len(_DOUBLE.findall(text))
    singles = min(len(_SINGLE_OPEN.findall(text)), len(_SINGLE_CLOSE.findall(text)))
    turned = doubles == text.count("“") + text.count("”") and text.count("“") != text.count("”")
    return Quoted(doubles // 2, doubles // 2 + singles, doubles % 2 == 1 or turned)


def _runs_on(record: ParagraphRecord, german: Quoted) -> bool:
    """A paragraph amid a long quotation: English opens it with “ again, German has no mark at all."""
    return german.most == 0 and record.english.lstrip().startswith("“") and "”" not in record.english


def _times(count: int) -> str:
    return {0: "nothing", 1: "once", 2: "twice"}.get(count, f"{count} times")
