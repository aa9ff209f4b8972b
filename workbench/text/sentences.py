"""Sentences of a paragraph, as character spans, found by SoMaJo (Proisl and Uhrig 2016, rules for German)."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from functools import lru_cache

from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.placeables import placeables
from workbench.text.shortened import Shortened
from workbench.text.span import Span
from workbench.text.splitters import splitter

LONGEST_PROSE = 100_000
"""Characters. SoMaJo takes about a second for as many; a longer text is cut by a plain rule instead."""

_REMEMBERED = 16_384
_NEAR = 250  # how far ahead of the last token the next one is looked for

# SoMaJo's time grows with the square of a word's length ("a.a.a.…"), and it drops or changes such characters.
_ENDLESS_WORD = lazy_pattern(r"\S{200,}")
_STRANGE = lazy_pattern(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ud800-\udfff]"
)
_PLAIN_END = lazy_pattern(r"\n|[.!?…][\"'“”»«‘’›‹)\]]*[ \t]+(?=[„“\"»‚›(]*[A-ZÄÖÜ])")
_END_WITHIN = lazy_pattern(r"[.!?…](?![.!?…]|\Z)|\n")
_CLOSING = lazy_pattern(r"[\"'“”»«‘’›‹)\]]+(?=[\s,;]|\Z)")
_SIGN_OF_NEXT = lazy_pattern(r"(?<=[.!?…]) *([©®–—] *)\Z")
_NEXT_SENTENCE = lazy_pattern(r"\. +(?=[„“\"»‚›(]*[A-ZÄÖÜ])")

_one_at_a_time = threading.Lock()


@lru_cache(maxsize=_REMEMBERED)
def sentence_spans(text: str) -> tuple[Span, ...]:
    """Return the sentences of a German paragraph as half-open character spans into `text`.

    They are in order, do not overlap, have no outer blanks, and together hold every character that is not
    blank. About 3 ms for a paragraph the first time, nothing after that; the first call of all loads SoMaJo
    (0.4 s). Never raises: what SoMaJo cannot take is one sentence. Text longer than 100,000 characters is
    cut by a plain rule (line breaks; a full stop, a blank, a capital). Safe to call from several threads.
    What is mended: closing quotes that SoMaJo has taken for the next sentence's ("… ist.‘ | “ Dann"), a sign
    that it leaves after a full stop though it opens what follows ("… im Bild. © | Agentur"), cuts within an
    address, a tag or code, and a number that ends a sentence and looks like an ordinal.
    """
    if len(text) > LONGEST_PROSE:
        return _spans(text, [match.end() for match in _PLAIN_END.finditer(text)])
    if not text.strip():
        return ()
    if not may_have_several(text):
        return _spans(text, ())
    try:
        starts = _sentence_starts(text)
    except Exception:  # a tokenizer's failed assertion must not cost the translator the document
        starts = []
    return _spans(text, _beside_placeables(text, [_mended(text, start) for start in starts]))


def may_have_several(text: str) -> bool:
    """Whether anything in a text may end a sentence and another begin; else SoMaJo need not be asked."""
    return _END_WITHIN.search(text) is not None


def _spans(text: str, cuts: Iterable[int]) -> tuple[Span, ...]:
    """The stretches of `text` between the cuts (which ascend), without their outer blanks."""
    spans = []
    begin = 0
    for cut in (*cuts, len(text)):
        stretch = text[begin:cut]
        stripped = stretch.strip()
        if stripped:
            start = begin + stretch.index(stripped)
            spans.append(Span(start, start + len(stripped)))
        begin = max(begin, cut)
    return tuple(spans)


def _sentence_starts(text: str) -> list[int]:
    """Where SoMaJo's sentences begin. A token it has changed is passed over; the next one is found again.

    It is not given the words amid others: its time grows with the length of a text, and they end no sentence.
    """
    short = Shortened(_ENDLESS_WORD.sub(lambda word: "x" * len(word.group()), _STRANGE.sub(" ", text)))
    plain = short.text
    with _one_at_a_time:
        sentences = [
            [token.original_spelling or token.text for token in sentence]
            for sentence in splitter("de_CMC").tokenize_text([plain])
        ]
    starts = []
    position = 0
    for sentence in sentences:
        start = None
        for token in sentence:
            found = plain.find(token, position, position + _NEAR + len(token))
            if found >= 0:
                start = found if start is None else start
                position = found + len(token)
        if start is not None:
            starts.append(short.at(start))
    return starts


def _mended(text: str, start: int) -> int:
    """A better place for a cut at `start`; 0, where nothing is cut, for one inside `“, sagte sie`."""
    closing = _CLOSING.match(text, start)
    if closing and not text[max(0, start - 1)].isspace():
        return 0 if text[closing.end() : closing.end() + 1] in (",", ";") else closing.end()
    sign = _SIGN_OF_NEXT.search(text, max(0, start - 10), start)
    return sign.start(1) if sign else start


def _beside_placeables(text: str, cuts: list[int]) -> list[int]:
    """The cuts without those within an address, code, a tag …, and with those behind a number that ends a sentence."""
    held = placeables(text)
    kept = [cut for cut in cuts if not any(run.span.start < cut < run.span.end for run in held)]
    ends = (
        _NEXT_SENTENCE.match(text, run.span.end) for run in held if run.kind in ("number", "version", "designation")
    )
    return sorted({*kept, *(end.end() for end in ends if end)})
