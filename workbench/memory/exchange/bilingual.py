"""The pairs of a file that has both languages: XLIFF with what Trados and memoQ make of it, PO, spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice, pairwise
from pathlib import Path
from typing import BinaryIO

from workbench.files import opened_regular, read_regular
from workbench.formats import Paragraph, SegmentState, bilingual_filter_of
from workbench.formats.filter import BilingualFilter
from workbench.formats.stream import Stream, Streams
from workbench.formats.xliff.units import LARGEST_UNIT
from workbench.memory.exchange.report import Reason, Report
from workbench.memory.exchange.tmx import Progress, fit, no_progress
from workbench.memory.exchange.turned import TURNED, must_be_german
from workbench.memory.pair import Pair, Trust
from workbench.problem import Problem, WorkbenchError
from workbench.text import Inline

_TRUST: dict[SegmentState, Trust] = {"translated": "unreviewed", "reviewed": "reviewed"}
_DRAFT: Reason = (
    "1 segment is a draft or was rejected, and is left out",
    "{} segments are drafts or were rejected, and are left out",
    "confirm them in the file's program, if they are to be in a memory",
)
_UNTRANSLATED: Reason = (
    "1 segment has no English, and is left out",
    "{} segments have no English, and are left out",
    "nothing, if they are untranslated",
)

_NO_GERMAN: Reason = (
    "1 segment has no German, and is left out",
    "{} segments have no German, and are left out",
    "nothing, if they are untranslated",
)
_TOO_LONG: Reason = (
    f"1 unit is longer than {LARGEST_UNIT // 1_000_000} MB, and is left out",
    f"{{}} units are longer than {LARGEST_UNIT // 1_000_000} MB, and are left out",
    "no sentence is as long: look how they were made",
)
_SAMPLE = 200
"""Segments from which is told which language is which."""
_OF_WRITING = ("notes that you write here", "text within")
"""How remarks begin that are only for who translates the file."""


def bilingual_pairs(
    path: Path, report: Report, *, swap: bool = False, progress: Progress = no_progress
) -> Iterator[Pair]:
    """The pairs of an XLIFF, SDLXLIFF, MQXLIFF, PO or XLSX file; what is left out is told to `report`.

    How far each may be trusted says the file; the cells of a spreadsheet are unreviewed. Neighbours are those of the
    file. Of a spreadsheet the heads name the columns, else the first is German and the second English (`swap`: the
    other way round). A file from English into German gives its sides swapped. All but PO are read in a stream.
    Raises WorkbenchError as the format's filter does, and where there is no file, or nothing in it.
    """
    with opened_regular(path) as file:
        stream = _stream(file, path, swap, progress)
        yield from _pairs(stream, path, report)
    progress(1.0)
    for number in stream.left:
        report.units += 1
        report.leave(number, _TOO_LONG)
    for remark in stream.remarks:
        if not remark.what.startswith(_OF_WRITING):
            report.note(remark.what)
    if not report.units:
        raise WorkbenchError(Problem(path, "has no text in it", "take another file"))


def _pairs(stream: Stream, path: Path, report: Report) -> Iterator[Pair]:
    first = list(islice(stream.paragraphs, _SAMPLE))
    german, english = zip(*(_sides(one, stream) for one in first), strict=True) if first else ((), ())
    way = "from English into German" if stream.turned else "from German into English"
    must_be_german("\n".join(german), "\n".join(english), path, TURNED if _is_table(path) else f"give a file {way}")
    if stream.turned:
        report.note("is from English into German: the sides are swapped")
    before = ""
    for paragraph, following in pairwise(chain(first, stream.paragraphs, (None,))):
        assert paragraph is not None
        report.units += 1
        source = _sides(paragraph, stream)[0]
        pair = _pair(paragraph, report.units, report, turned=stream.turned)
        if pair is not None:
            report.pairs += 1
            after = _sides(following, stream)[0] if following else ""
            yield pair if _is_table(path) else replace(pair, before=before, after=after)
        before = source


def _sides(paragraph: Paragraph, stream: Stream) -> tuple[str, str]:
    """The German and the English of a segment."""
    source, target = paragraph.text, paragraph.given.text if paragraph.given else ""
    return (target, source) if stream.turned else (source, target)


def _stream(file: BinaryIO, path: Path, swap: bool, progress: Progress) -> Stream:
    """What a file has."""
    one: Streams | BilingualFilter | None
    if _is_table(path):
        from workbench.formats.table import XlsxFilter

        one = XlsxFilter(otherwise="B > A" if swap else "A > B")
    else:
        one = bilingual_filter_of(path.name)
    if isinstance(one, Streams):
        return one.stream(file, path, progress)
    assert one is not None
    data = read_regular(path, one.largest, "name an ordinary file", "divide it into several files, or export it as TMX")
    turned = one.read_turned(data or b"", path)
    document = turned or one.read(data or b"", path)
    return Stream(iter(document.paragraphs), document.remarks, turned is not None)


def _is_table(path: Path) -> bool:
    return path.suffix.lower() == ".xlsx"


def _pair(paragraph: Paragraph, number: int, report: Report, *, turned: bool) -> Pair | None:
    """The pair of a segment, without its neighbours; None where it has none."""
    if paragraph.given is None or not paragraph.given.text:
        report.leave(number, _NO_GERMAN if turned else _UNTRANSLATED)
        return None
    trust = _TRUST.get(paragraph.given_state)
    if trust is None or paragraph.unconfirmed:
        report.leave(number, _DRAFT)
        return None
    source, target = _with_codes(paragraph.source), _with_codes(paragraph.given)
    if turned:
        source, target = target, source
    return Pair(source, target, trust=trust) if fit(source, target, number, report) else None


def _with_codes(text: Inline) -> Inline:
    """A text in which this program wrote the codes into a cell, with its codes."""
    return Inline.parsed(text.text) if not text.codes else text
