"""Quotation marks: “he said ‘no’ ” or ‘he said “no” ’. What cannot be told from apostrophes is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.text.house_style.use import Use
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.span import Span

_DOUBLE = lazy_pattern(r"[“”\"]")
_OPENS = lazy_pattern(r"(?<![\w’'.])‘(?=[\w“(…¡¿])(?!n’|\d0s|em\b|til\b|tis\b|twas\b)", re.IGNORECASE)
_CLOSES = lazy_pattern(r"(?<=[\w.,!?…;:)”%])’(?!\w)")
_OF_SEVERAL = lazy_pattern(r"(?<=s)’(?=\s\w)")
_OTHER = {"“": "‘", "”": "’", "‘": "“", "’": "”"}

Pair = tuple[int, int | None]
"""Where two marks stand; None where a quotation goes on in the next paragraph."""


def quotation(text: str) -> Iterator[Use]:
    """Each quotation that does not stand in another, with the marks of those in it."""
    doubles = _doubles(text)
    at = 0
    while doubles is not None:
        double = next((pair for pair in doubles if pair[0] >= at), None)
        single = _OPENS.search(text, at, double[0] if double else len(text))
        found = _single(text, single.start(), doubles) if single else _double(text, double) if double else None
        if found is None:
            return
        yield found
        at = found.span.end


def _double(text: str, pair: Pair) -> Use | None:
    opening, closing = pair
    end = len(text) if closing is None else closing
    inner = _pairs(text, opening + 1, end)
    if inner is None:
        return None
    edits = _edits(text, opening, closing, inner, straight=text[opening] == '"')
    return _use(text, Span(opening, min(end + 1, len(text))), "double", "single", edits)


def _single(text: str, opening: int, doubles: Sequence[Pair]) -> Use | None:
    """The single quotation that opens at a place, with the double ones in it; None where its end is not sure."""
    inside = [Span(start, len(text) if end is None else end) for start, end in doubles]
    following = (mark.start() for mark in _OPENS.finditer(text, opening + 1))
    limit = next((at for at in following if not Span(at, at + 1).meets(*inside)), len(text))
    closing = _closing(text, opening, limit, inside)
    pairs = None if closing is None else _whole_between(doubles, opening, closing)
    if closing is None or pairs is None:
        return None
    edits = _edits(text, opening, closing, pairs, straight=False)
    return _use(text, Span(opening, closing + 1), "single", "double", edits)


def _whole_between(doubles: Sequence[Pair], opening: int, closing: int) -> list[tuple[int, int]] | None:
    """The double quotations between two places; None where one goes on behind the second."""
    pairs = []
    for start, end in doubles:
        if opening < start < closing:
            if end is None or end > closing:
                return None
            pairs.append((start, end))
    return pairs


def _doubles(text: str) -> list[Pair] | None:
    """The double quotations of a text; None where its marks are not in order."""
    found = list(_DOUBLE.finditer(text))
    straight = [mark.start() for mark in found if mark[0] == '"']
    if straight:
        paired = len(straight) == len(found) and len(straight) % 2 == 0
        return list(zip(straight[::2], straight[1::2], strict=True)) if paired else None
    pairs: list[Pair] = []
    opening: int | None = None
    for mark in found:
        if (mark[0] == "“") == (opening is not None):
            return None
        if opening is None:
            opening = mark.start()
        else:
            pairs.append((opening, mark.start()))
            opening = None
    return pairs if opening is None else [*pairs, (opening, None)]


def _pairs(text: str, start: int, end: int) -> list[tuple[int, int]] | None:
    """The single quotations of a stretch; None where it is not sure where one of them ends."""
    openings = [mark.start() for mark in _OPENS.finditer(text, start, end)]
    pairs = []
    for opening, following in zip(openings, (*openings[1:], end), strict=False):
        closing = _closing(text, opening, following, ())
        if closing is None:
            return None
        pairs.append((opening, closing))
    return pairs


def _closing(text: str, opening: int, end: int, inside: Sequence[Span]) -> int | None:
    """Where a single quotation closes, if that is sure: the mark may also be an apostrophe (the soldiers’ camp)."""
    marks = (mark.start() for mark in _CLOSES.finditer(text, opening + 1, end))
    found = [at for at in marks if not Span(at, at + 1).meets(*inside)]
    sure = [at for at in found if not _OF_SEVERAL.match(text, at)]
    if len(found) == 1 or (len(sure) == 1 and (sure == found[:1] or text[sure[0] - 1] in ",.!?…")):
        return (sure or found)[0]
    return None


def _edits(
    text: str, opening: int, closing: int | None, inner: Sequence[tuple[int, int]], straight: bool
) -> tuple[tuple[Span, str], ...]:
    marks = sorted([opening, *(() if closing is None else (closing,)), *(at for pair in inner for at in pair)])
    return tuple((Span(at, at + 1), _other(text[at], straight=straight, opens=at == opening)) for at in marks)


def _other(mark: str, *, straight: bool, opens: bool) -> str:
    if straight and mark == '"':
        return "‘" if opens else "’"
    return _OTHER.get(mark, mark)


def _use(text: str, span: Span, has: str, other: str, edits: tuple[tuple[Span, str], ...]) -> Use:
    return Use("quotes", span, text[slice(*span)], frozenset({has}), {other: edits})
