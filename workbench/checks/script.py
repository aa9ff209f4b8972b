"""The check `script`: nothing of another script got lost, and no character is broken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.finding import Finding
from workbench.checks.terms import hits
from workbench.glossary import Glossary
from workbench.text import Span
from workbench.text.lazy_pattern import lazy_pattern
from workbench.text.placeables import placeables, without_placeables
from workbench.translation import ParagraphRecord

BROKEN = "\ufffd"
_NO_CHARACTER = lazy_pattern("[\ufffd\u2047\ue000-\uf8ff\U000f0000-\U0010fffd]")
_FOLLOWING = re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore"))
_FOLLOWING_MAC = re.escape(bytes(range(0x80, 0xC0)).decode("mac_roman"))
_MISREAD = {
    "cp1252": lazy_pattern(f"[ÂÃÄÅÎÏÐÑ][{_FOLLOWING}]|â[{_FOLLOWING}]{{2}}|â€"),
    "mac_roman": lazy_pattern(f"√[{_FOLLOWING_MAC}]|‚Ä[{_FOLLOWING_MAC}]"),
}
"""UTF-8 that was read in another encoding: Ã¤ for ä, â€œ for “."""
_LETTER_LOST = lazy_pattern(r"(?<![^\W\d_])[^\W\d_]++\?[^\W\d_]+")
_MIXED = lazy_pattern(
    r"(?<![A-Za-z])[A-Za-z]++[\u0370-\u03ff\u0400-\u04ff]\w*"
    r"|(?<![\u0370-\u03ff\u0400-\u04ff])[\u0370-\u03ff\u0400-\u04ff]++[A-Za-z]\w*"
)
_LOOKS_LIKE = str.maketrans("АВЕІЈКМНОРЅСТХУасеіјорѕхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEIJKMHOPSCTXYaceijopsxyABEZHIKMNOPTYXo")
_UNSEEN = lazy_pattern("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


def script(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """The English has broken characters (�, Ã¤, M?nsk), or lacks words of another script that the German has."""
    for place, message, wanted in _broken(record.german, record.english):
        about = record.english[slice(*place)]
        yield Finding("script", "error", index, about, message, english=place, wanted=wanted)
    if record.german.isascii():
        return
    runs = [run for run in placeables(record.german) if run.kind == "script" and any(map(str.isalpha, run.text))]
    terms = [Span(hit.start, hit.end) for hit in hits(record.german, glossary)] if runs else []
    for run in runs:
        if run.text not in record.english and not run.span.meets(*terms):
            yield Finding("script", "warning", index, run.text, f"“{run.text}” is not in the English", german=run.span)


def _broken(german: str, english: str) -> Iterator[tuple[Span, str, str | None]]:
    """Where the English has what the German has not and no text should have: place, message, what belongs there."""
    if not english.isascii():
        yield from _no_characters(german, english)
        yield from _misread(german, english)
        yield from _of_two_scripts(german, english)
    if "?" in english:
        yield from _letters_lost(german, english)


def _no_characters(german: str, english: str) -> Iterator[tuple[Span, str, str | None]]:
    match = _NO_CHARACTER.search(english)
    if match and (match.group() == BROKEN or match.group() not in german):
        yield Span(*match.span()), f"“{match.group()}” is a broken character: see the German", None
    for match in _UNSEEN.finditer(english):
        if match.group() not in german:
            yield Span(*match.span()), "an invisible character", ""


def _misread(german: str, english: str) -> Iterator[tuple[Span, str, str | None]]:
    for encoding, pattern in _MISREAD.items():
        for match in pattern.finditer(english):
            wrong = match.group()
            if wrong not in german:
                right = _decoded(wrong, encoding)
                message = f"“{wrong}” is {f'“{right}” in a wrong encoding' if right else 'a sign in a wrong encoding'}"
                yield Span(*match.span()), message, right


def _decoded(wrong: str, encoding: str) -> str | None:
    try:
        return wrong.encode(encoding).decode("utf-8")
    except UnicodeError:
        return None


def _of_two_scripts(german: str, english: str) -> Iterator[tuple[Span, str, str | None]]:
    for match in _MIXED.finditer(english):
        word = match.group()
        right = word.translate(_LOOKS_LIKE)
        if word not in german and right.isascii():
            yield Span(*match.span()), f"“{word}” has letters of another script that only look alike", right


def _letters_lost(german: str, english: str) -> Iterator[tuple[Span, str, str | None]]:
    for match in _LETTER_LOST.finditer(without_placeables(english)):
        word = match.group()
        if word not in german:
            there = re.findall(rf"(?<!\w){word.replace('?', '[^ -~]')}(?!\w)", german)
            yield Span(*match.span()), f"“{word}” has lost a letter", there[0] if len(set(there)) == 1 else None
