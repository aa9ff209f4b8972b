"""The check `punctuation`: marks that English sets otherwise than German, and slips of the keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.text.house_style import NO_STYLE, HouseStyle
from workbench.text.lazy_pattern import lazy_pattern
from workbench.translation import ParagraphRecord

_BEFORE_MARK = lazy_pattern(r"(?<=\w) +(?=[,;]|[:!?.](?:\s|$))")
_DOUBLE_SPACE = lazy_pattern(r"(?<=\S) {2,}(?=\S)")
_LOW_QUOTE = lazy_pattern(r"„([^„“”\"]*)[“”\"]|„|‚(?=\w)")
_ASKS = lazy_pattern(
    r"[„“»«\"\s]*(?:aber |und |denn |doch )?(?:was|wer|wen|wem|wie|warum|wieso|wann|wo|wohin|woher|welche[rsn]?)\b",
    re.IGNORECASE,
)
_CLOSING = "\"'“”„‘’»«)]*_ \n\t"


def punctuation(
    index: int, record: ParagraphRecord, glossary: Glossary, house: HouseStyle = NO_STYLE
) -> Iterator[Finding]:
    """Another final mark than the German has, stray spaces, the German „ in English."""
    english = record.english
    for match in _LOW_QUOTE.finditer(english):
        mark, place = match[0][0], Span(*match.span())
        opens, closes = "‘’" if house.quotes == "single" else "“”"
        wanted = f"{opens}{match[1]}{closes}" if match[1] is not None else None
        message = f"German quotation mark {mark} in the English"
        yield Finding("punctuation", "warning", index, mark, message, english=place, wanted=wanted)
    yield from _final_mark(index, record)
    for match in _BEFORE_MARK.finditer(english):
        place = Span(match.start(), match.end() + 1)
        mark = english[match.end()]
        yield Finding(
            "punctuation", "info", index, f"space {mark}", f"space before “{mark}”", english=place, wanted=mark
        )
    for match in _DOUBLE_SPACE.finditer(english):
        place = Span(*match.span())
        yield Finding("punctuation", "info", index, "spaces", "two spaces in a row", english=place, wanted=" ")


def _final_mark(index: int, record: ParagraphRecord) -> Iterator[Finding]:
    """Whether the paragraph ends as the German does: a question that became a statement is a warning."""
    german, english = _last(record.german), _last(record.english)
    if german == english:
        return
    question = "?" in (german, english) and {german, english} <= {"?", "."} and not _ASKS.match(record.german)
    message = f"the German ends with {_named(german)}, the English with {_named(english)}"
    about = f"{german or 'none'} {english or 'none'}"
    end = len(record.english.rstrip())
    place = Span(max(0, end - 1), end)
    yield Finding("punctuation", "warning" if question else "info", index, about, message, english=place)


def _last(text: str) -> str:
    """The final mark of a text, behind closing quotes and brackets; empty where it ends with a word."""
    last = text.rstrip(_CLOSING)[-1:]
    if text.rstrip(_CLOSING).endswith("..."):
        last = "…"
    return last if last in ".!?:;,…–—-" else ""


def _named(mark: str) -> str:
    return f"“{mark}”" if mark else "no mark"
