"""The pairs of a TMX file, as other programs write it: OmegaT, memoQ, Trados, Weblate, MateCat; read in a stream."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from workbench.files import opened_regular
from workbench.formats.decoding import kind_of
from workbench.formats.languages import language, rank, shown
from workbench.memory.exchange.report import Reason, Report
from workbench.memory.exchange.tmx_inline import Numbers, inline_of, length_of
from workbench.memory.exchange.tmx_origin import WANTED, Header, origin_of
from workbench.memory.exchange.tmx_unit import Part, Unit, Variant
from workbench.memory.exchange.tmx_units import UnitReader
from workbench.memory.exchange.unpacked import GZIP, Unpacked
from workbench.memory.exchange.xml_chunks import PARTS, utf8_chunks
from workbench.memory.pair import Pair
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline, clean_line

Progress = Callable[[float], None]
"""Takes how much of a file has been read: 0 to 1."""

LONGEST_TEXT = 20_000
"""Characters of one text of a pair."""

_NAMES = {"german": "de", "english": "en"}
_MOST_TOLD = 6
_OTHER_LANGUAGES: Reason = (
    "1 unit is not in German and English, and is left out",
    "{} units are not in German and English, and are left out",
    "nothing, if they are for other languages",
)
_EMPTY: Reason = (
    "1 unit has no text in one of the languages, and is left out",
    "{} units have no text in one of the languages, and are left out",
    "nothing, if they are untranslated",
)
_TOO_LONG: Reason = (
    f"1 pair is longer than {LONGEST_TEXT:,} characters, and is left out",
    f"{{}} pairs are longer than {LONGEST_TEXT:,} characters, and are left out",
    "divide such texts into paragraphs",
)
_NOTHING_TO_SAY: Reason = (
    "1 pair has no letters, or the same text in both languages, and is left out",
    "{} pairs have no letters, or the same text in both languages, and are left out",
    "nothing: there is nothing to translate in them",
)
_REJECTED: Reason = (
    "1 unit was rejected by a reviewer, and is left out",
    "{} units were rejected by a reviewer, and are left out",
    "nothing, if that was meant",
)


def no_progress(_: float) -> None:
    """Nobody wants to know how far it is."""


def tmx_pairs(
    path: Path, report: Report, *, english: str = "en-GB", progress: Progress = no_progress
) -> Iterator[Pair]:
    """The pairs of a TMX 1.1 to 1.4b (also as `.tmx.gz`), one by one; what is left out is told to `report`.

    Which text is German and which English is told by their tags, never by their order. Where a unit has several German
    or English texts each makes a pair, that of the dialect `english` first. It needs as much memory as the largest unit
    that is taken (100,000 characters). Raises WorkbenchError for what is no TMX, declares entities, or has no unit in
    German and English.
    """
    languages: Counter[str] = Counter()
    header: Header | None = None
    with opened_regular(path) as raw:
        reader = UnitReader(report, WANTED)
        for unit in reader.units(_chunks(raw, report, progress)):
            germans, englishes = _sides(unit, english)
            if not germans or not englishes:
                languages.update({one.language for one in unit.variants})
                report.leave(unit.line, _OTHER_LANGUAGES)
                continue
            header = header or Header.of(reader.header)
            for german in germans:
                yield from _pairs(unit, german, englishes, header, report)
    progress(1.0)
    if header is None and languages:
        named = [f"{clean_line(tag)[:20] or 'none'} ({often:,})" for tag, often in languages.most_common(_MOST_TOLD)]
        what = f"has no unit in German and English; its languages are {' and '.join(named)}"
        raise WorkbenchError(Problem(path, what, "export it with German (de) and English (en)"))
    if not report.units:
        raise WorkbenchError(Problem(path, "has no units in it", "export a memory that has some"))


def fit(source: Inline, target: Inline, line: int, report: Report) -> bool:
    """Whether two texts can be a pair of a memory; if not, that is told."""
    if not source.text or not target.text:
        report.leave(line, _EMPTY)
    elif max(len(source.text), len(target.text)) > LONGEST_TEXT:
        report.leave(line, _TOO_LONG)
    elif source.text == target.text or not any(map(str.isalpha, source.text)):
        report.leave(line, _NOTHING_TO_SAY)
    else:
        return True
    return False


def _chunks(raw: BinaryIO, report: Report, progress: Progress) -> Iterator[bytes]:
    """The file's bytes as UTF-8, unpacked where it is packed. Raises WorkbenchError for what is surely no TMX."""
    size = max(os.fstat(raw.fileno()).st_size, 1)
    start = raw.read(16)
    raw.seek(0)
    packed = start.startswith(GZIP)
    if (kind := kind_of(start)) and not packed:
        mend = "export the memory as TMX"
        what = "is Trados's own file" if report.where.suffix.lower() == ".sdltm" else f"is {kind}, no TMX"
        raise WorkbenchError(Problem(report.where, what, mend))
    for chunk in utf8_chunks(Unpacked(raw, report) if packed else raw, report):
        yield chunk
        progress(min(raw.tell() / size, 1.0))


def _sides(unit: Unit, english: str) -> tuple[list[Variant], list[Variant]]:
    """The German texts of a unit, and the English ones."""
    with_text = [one for one in unit.variants if one.text is not None]
    germans, found = ([one for one in with_text if _language(one) == wanted] for wanted in ("de", "en"))
    return germans, sorted(found, key=lambda one: rank(one.language, english))


def _language(variant: Variant) -> str:
    """The language of a text; old programs write `GERMAN`."""
    return language(_NAMES.get(variant.language.strip().lower(), variant.language))


def _pairs(unit: Unit, german: Variant, englishes: Iterable[Variant], header: Header, report: Report) -> Iterator[Pair]:
    texts = [_first_form(one.text or []) for one in (german, *englishes)]
    if max(map(length_of, texts)) > 2 * LONGEST_TEXT:
        report.leave(unit.line, _TOO_LONG)
        return
    numbers = Numbers(texts)
    source, *targets = (inline_of(text, numbers, tags_are_text=header.dialect == "omegat") for text in texts)
    for variant, target in zip(englishes, targets, strict=True):
        if not fit(source, target, unit.line, report):
            continue
        pair = origin_of(unit, german, variant, header)
        if pair is None:
            report.leave(unit.line, _REJECTED)
            continue
        report.pairs += 1
        tag = shown(variant.language)
        yield replace(pair, source=source, target=target, english=tag if "-" in tag else "")


def _first_form(text: list[Part]) -> list[Part]:
    """Of plural forms that stand in one text, the first."""
    for at, part in enumerate(text):
        if isinstance(part, str) and PARTS in part:
            return [*text[:at], part.partition(PARTS)[0]]
    return text
