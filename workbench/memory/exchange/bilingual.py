"""The pairs of a file that has both languages: XLIFF with what Trados and memoQ make of it, PO, spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.files import read_regular
from workbench.formats import Document, Paragraph, SegmentState, bilingual_filter_of
from workbench.formats.registry import table_filter_of
from workbench.memory.exchange.report import Reason, Report
from workbench.memory.exchange.tmx import fit
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
_SAMPLE = 200
"""Segments from which is told which language is which."""
_OF_WRITING = ("notes that you write here", "text within")
"""How remarks begin that are only for who translates the file."""


def bilingual_pairs(path: Path, report: Report, *, swap: bool = False) -> Iterator[Pair]:
    """The pairs of an XLIFF, SDLXLIFF, MQXLIFF, PO or XLSX file; what is left out is told to `report`.

    How far each may be trusted says the file; the cells of a spreadsheet are unreviewed. Neighbours are those of the
    file. Of a spreadsheet the heads name the columns, else the first is German and the second English (`swap`: the
    other way round). A file from English into German gives its sides swapped.
    Raises WorkbenchError as the format's filter does, and where there is no file, or nothing in it.
    """
    document, turned = _read(path, swap)
    for remark in document.remarks:
        if not remark.what.startswith(_OF_WRITING):
            report.note(remark.what)
    german, english = _sides(document, turned=turned)
    is_table = table_filter_of(path.name) is not None
    way = "from English into German" if turned else "from German into English"
    mend = TURNED if is_table else f"give a file {way}"
    must_be_german("\n".join(german[:_SAMPLE]), "\n".join(english[:_SAMPLE]), path, mend)
    if turned:
        report.note("is from English into German: the sides are swapped")
    for at, paragraph in enumerate(document.paragraphs):
        report.units += 1
        pair = _pair(paragraph, at + 1, report, turned=turned)
        if pair is None:
            continue
        report.pairs += 1
        yield pair if is_table else _in_context(pair, german, at)
    if not document.paragraphs:
        raise WorkbenchError(Problem(path, "has no text in it", "take another file"))


def _sides(document: Document, *, turned: bool) -> tuple[Sequence[str], Sequence[str]]:
    """The German and the English of all segments."""
    sources = [one.text for one in document.paragraphs]
    targets = [one.given.text if one.given else "" for one in document.paragraphs]
    return (targets, sources) if turned else (sources, targets)


def _read(path: Path, swap: bool) -> tuple[Document, bool]:
    """A file's document, and whether its source is English."""
    one = bilingual_filter_of(path.name) or table_filter_of(path.name)
    assert one is not None
    data = read_regular(path, one.largest, "name an ordinary file", "divide it into several files, or export it as TMX")
    if data is None:
        raise WorkbenchError(Problem(path, "there is no such file", "check the name and the folder"))
    table = table_filter_of(path.name)
    bilingual = bilingual_filter_of(path.name)
    if bilingual is not None:
        turned = bilingual.read_turned(data, path)
        return turned or bilingual.read(data, path), turned is not None
    assert table is not None
    sheets = table.sheets(data, path)
    if not any(sheet.guess for sheet in sheets):
        return table.choosing("B > A" if swap else "A > B").read(data, path), False
    return table.read(data, path), False


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


def _in_context(pair: Pair, sources: Sequence[str], at: int) -> Pair:
    before = sources[at - 1] if at else ""
    after = sources[at + 1] if at + 1 < len(sources) else ""
    return Pair(pair.source, pair.target, before, after, trust=pair.trust)
