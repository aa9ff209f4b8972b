"""The checks `doubled-word` and `repetition`: a word typed twice, and the loops of small models."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import eq

from workbench.checks.finding import Finding
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern
from workbench.translation import ParagraphRecord

_DOUBLED = lazy_pattern(r"\b([^\W\d_]+)\s+(\1)\b", re.IGNORECASE)
_DOUBLED_GERMAN = lazy_pattern(r"\b([^\W\d_]{2,})(?:,? |-)(?:und )?(\1)\b", re.IGNORECASE)
_AND = lazy_pattern(r"(?i)\b(?:and|or|by|to|after|for|no|so|very)\b|[^\w\s'’]")
_MAY_DOUBLE = frozenset(
    [
        "had",
        "that",
        "her",
        "very",
        "really",
        "no",
        "ha",
        "bye",
        "hear",
        "there",
        "now",
        "so",
        "far",
        "well",
        "yeah",
    ]
)
_WORD = lazy_pattern(r"\w+(?:['’]\w+)*")
_STUTTER = lazy_pattern(r"([^\W\d_]{1,4}?)\1{5,}")
_SENTENCE = lazy_pattern(r"[^.!?…]+")

LONGEST_LOOP = 8
"""Loops of up to this many words are looked for."""


def doubled_word(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The same word twice in a row (“the the”), but for “had had”, “that that”, “very very” and names."""
    found = list(_DOUBLED.finditer(record.english))
    if not found or _DOUBLED_GERMAN.search(record.german):
        return
    for match in found:
        word, again = match[1], match[2]
        name = word[0].isupper() and again[0].isupper()
        if word.lower() not in _MAY_DOUBLE and not name:
            message = f"“{match[0]}”: the same word twice"
            place = Span(*match.span())
            yield Finding("doubled-word", "warning", index, word.lower(), message, english=place, wanted=word)


def repetition(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """A word three times in a row, a phrase again and again, a syllable that never ends, a sentence twice."""
    place = _loop(record.english) or _stutter(record.english)
    if place is not None and (_loop(record.german) or _stutter(record.german)):
        return
    if place is None:
        place = _sentence_again(record)
    if place is not None:
        said = record.english[slice(*place)]
        about = " ".join(said.split()[:4])
        yield Finding("repetition", "warning", index, about, f"“{_shortened(said)}” repeats itself", english=place)


def _stutter(text: str) -> Span | None:
    found = _STUTTER.search(text)
    return Span(*found.span()) if found else None


def _loop(text: str) -> Span | None:
    """The first stretch that says the same words again at once: one word thrice, more words twice."""
    places = list(_WORD.finditer(text))
    words = [place[0].lower() for place in places]
    for size in range(1, min(LONGEST_LOOP, len(words) // 2) + 1):
        enough = size * 2 if size == 1 else size
        same = bytes(map(eq, words, words[size:]))
        first = same.find(b"\1" * enough)
        while first >= 0:
            if not _only_figures(words[first : first + enough]):
                place = Span(places[first].start(), places[first + enough + size - 1].end())
                if size != 2 or same.startswith(b"\1" * 4, first) or _is_slip(text[slice(*place)]):
                    return place
            first = same.find(b"\0" + b"\1" * enough, first + enough) + 1 or -1
    return None


def _is_slip(said: str) -> bool:
    """Whether two words twice are a slip (`the trial of trial of`) and no figure of speech (`on and on and`)."""
    return said.count(" ") == 3 and not _AND.search(said)


def _only_figures(words: Sequence[str]) -> bool:
    return all(word.isdigit() for word in words)


def _sentence_again(record: ParagraphRecord) -> Span | None:
    """The second of two equal sentences of five words or more, where the German has no such pair."""
    place = _repeated_sentence(record.english)
    return place if place and not _repeated_sentence(record.german) else None


def _repeated_sentence(text: str) -> Span | None:
    seen: set[tuple[str, ...]] = set()
    for match in _SENTENCE.finditer(text):
        words = tuple(_WORD.findall(match[0].lower()))
        if len(words) >= 5 and words in seen:
            return Span(match.start() + len(match[0]) - len(match[0].lstrip()), match.end())
        seen.add(words)
    return None


def _shortened(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
