"""The check `kept`: what stays as it is in every language (addresses, code, placeholders …) is in the English so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from workbench.checks.finding import Finding, Severity
from workbench.checks.terms import hits
from workbench.glossary import Glossary
from workbench.text import Span, pairs
from workbench.text.placeables import Placeable, placeables, stands_in
from workbench.text.references import referred
from workbench.text.shapes import Kind
from workbench.translation import ParagraphRecord

_COUNTED: frozenset[Kind] = frozenset({"placeholder", "tag"})
"""Kinds of which the English needs as many as the German has."""
_GRAVE: frozenset[Kind] = frozenset({"address", "e-mail", "number", "placeholder"})
"""Kinds of which a changed one leads astray, or stops a program."""
_NEVER_ADDED: frozenset[Kind] = frozenset({"address", "e-mail", "handle", "hashtag", "placeholder", "tag", "entity"})
_ALIKE_KINDS: frozenset[Kind] = frozenset({"address", "e-mail", "handle", "file", "code"})
"""One may be taken for the other."""
_ALIKE = 0.6
_LONGEST_LOOSE = 200
_SIGNS = "#@_-/.\\(){}[]<>%$&;`~*\"'"
_AT_THE_END = r"(?=[.!?…\"“”’]*(?:\s|$))"


def kept(index: int, record: ParagraphRecord, glossary: Glossary) -> Iterator[Finding]:
    """Addresses, code, file names, hashtags, placeholders, tags and their like that were changed, lost or added.

    Words of another script are the matter of `script`, amounts that of `numbers`; a glossary term may change.
    """
    source, target = placeables(record.german), placeables(record.english)
    if source or target:
        lost = _not_terms(_lacking(source, record.german, record.english), record.german, glossary)
        strange = _lacking(target, record.english, record.german)
        strange += [run for run in target if run.kind == "entity" and run.text not in record.german]
        yield from _changed_or_lost(index, record.english, lost, strange)
        yield from _put_at_the_end(index, record, source)
    yield from _marked_code(index, record)


def _marked_code(index: int, record: ParagraphRecord) -> Iterator[Finding]:
    """What the file marks as code has the same letters in the English; that the marks are lost is told by `codes`."""
    marked = {markup.id for markup in record.markup if markup.role == "code"}
    there = {pair.id: Span(pair.start, pair.end) for pair in pairs(record.english_codes)} if marked else {}
    for pair in pairs(record.codes) if there else ():
        words, place = record.german[pair.start : pair.end], there.get(pair.id)
        if pair.id in marked and place and record.english[slice(*place)] != words:
            message = f"“{record.english[slice(*place)]}” is “{words}” in the German"
            yield Finding("kept", "warning", index, words, message, Span(pair.start, pair.end), place, words)


def _not_terms(lost: list[Placeable], german: str, glossary: Glossary) -> list[Placeable]:
    terms = [Span(hit.start, hit.end) for hit in hits(german, glossary)] if lost else []
    return [run for run in lost if not run.span.meets(*terms)]


def _changed_or_lost(index: int, english: str, lost: list[Placeable], strange: list[Placeable]) -> Iterator[Finding]:
    for run in lost:
        place = _changed_place(run, english, _like(run, lost, strange))
        if place is None:
            yield from _told_lost(index, run)
        else:
            strange = [other for other in strange if not other.span.meets(place)]
            severity: Severity = "error" if run.kind in _GRAVE else "warning"
            message = f"“{english[slice(*place)]}” is “{run.text}” in the German"
            yield Finding("kept", severity, index, run.text, message, run.span, place, run.english)
    for run in strange:
        if run.kind in _NEVER_ADDED:
            wanted = referred(run.text) if run.kind == "entity" else None
            message = f"“{run.text}” is not in the German"
            yield Finding("kept", "warning", index, run.text, message, english=run.span, wanted=wanted)


def _lacking(runs: Sequence[Placeable], text: str, other: str) -> list[Placeable]:
    """The runs of a text that the other text lacks, each once, or of which it has fewer."""
    lacking: dict[str, Placeable] = {}
    for run in runs:
        if run.kind == "amount" or (run.kind == "script" and any(letter.isalpha() for letter in run.text)):
            continue
        enough = run.kind not in _COUNTED or other.count(run.text) >= text.count(run.text)
        if not (enough and stands_in(run, other)):
            lacking[run.text] = run  # of several the last: what is doubled is doubled there
    return list(lacking.values())


def _told_lost(index: int, run: Placeable) -> Iterator[Finding]:
    """English may well say “under-17” for U17: of such a designation only that it became another is told."""
    if run.kind != "designation":
        severity: Severity = "error" if run.kind == "placeholder" else "warning"
        yield Finding("kept", severity, index, run.text, f"“{run.text}” is not in the English", run.span)


def _like(run: Placeable, lost: Sequence[Placeable], strange: Sequence[Placeable]) -> list[Placeable]:
    """What of the English may have been this run: the only one of its kind, if this is; else what is much alike."""
    same = [other for other in strange if other.kind == run.kind]
    if len(same) == 1 == sum(other.kind == run.kind for other in lost) and run.kind not in ("tag", "code", "script"):
        return same
    alike = [(SequenceMatcher(None, run.text, other.text).ratio(), other) for other in strange if _akin(run, other)]
    best = max(alike, key=lambda found: found[0], default=None)
    return [best[1]] if best and best[0] >= _ALIKE else []


def _akin(run: Placeable, other: Placeable) -> bool:
    return run.kind == other.kind or {run.kind, other.kind} <= _ALIKE_KINDS


def _changed_place(run: Placeable, english: str, like: Sequence[Placeable]) -> Span | None:
    """Where the English has a run of the German in another form; None where it lacks it.

    First the same signs with blanks between them, then the same letters with other signs, then what is like it.
    """
    if len(run.text) <= _LONGEST_LOOSE:
        for pattern in _loose(run.english):
            if match := re.search(pattern, english, re.IGNORECASE):
                return Span(*match.span())
    return like[0].span if like else None


def _loose(run: str) -> Iterator[str]:
    blank = r"\s?"
    yield rf"(?<!\w){blank.join(map(re.escape, run))}(?!\w)"
    letters = re.findall(r"[^\W_]", run)
    if len(letters) > 3:
        head, tail = len(run) - len(run.lstrip(_SIGNS)), len(run) - len(run.rstrip(_SIGNS))
        core = r"[\W_]{0,2}".join(letters)
        yield rf"(?<![\w])[^\w\s(“\"]{{0,{head}}}{core}(?!\w)(?: ?[^\w\s.,;:!?”\"]){{0,{tail}}}"


def _put_at_the_end(index: int, record: ParagraphRecord, runs: Sequence[Placeable]) -> Iterator[Finding]:
    """What a draft lost its place for stands at the end of the sentence, in brackets that the German has not."""
    for run in runs:
        if f"({run.text})" in record.german or f"({run.english})" not in record.english:
            continue
        match = re.search(rf" \({re.escape(run.english)}\){_AT_THE_END}", record.english)
        if match:
            message = f"“{run.english}” stands at the end, as its place was not found: put it where it belongs"
            yield Finding("kept", "warning", index, run.text, message, run.span, Span(match.start() + 1, match.end()))
