"""A workbook read piece by piece for a memory is the same workbook as the one read as a whole."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.table_material import SHEET
from tests.xlsx_files import Value, rich, workbook
from workbench.formats import large_container
from workbench.formats.table import XlsxFilter
from workbench.formats.table import streamed as table_streamed
from workbench.memory.exchange import Report, pairs_in
from workbench.problem import Problem, WorkbenchError

WHERE = Path("gross.xlsx")
PART, SHARED = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
texts = st.text("Das neü<&>\n_x000D ", max_size=12)
values: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    texts,
    st.integers(0, 99).map(float),
    st.just("=A1*2"),
    st.builds(lambda one, two: rich(one or "a", ("b", two or "b")), texts, texts),
)
rows = st.lists(st.lists(values, min_size=1, max_size=4), max_size=8)
heads = st.sampled_from([["de", "en"], ["Nr.", "Deutsch", "English"], ["Titel"], ["en", "de"], ["Quelle"]])
sheets = st.lists(st.tuples(heads, rows).map(lambda both: [both[0], *both[1]]), min_size=1, max_size=3)
areas = st.lists(st.sampled_from(["A2:B2", "B3:B4", "A4:D5", "C7:C8"]), max_size=2, unique=True)


def read(data: bytes, filter_: XlsxFilter, *, in_pieces: bool) -> object:
    """The paragraphs and the remarks, or what is wrong."""
    try:
        if not in_pieces:
            document = filter_.read(data, WHERE)
            return list(document.paragraphs), list(document.remarks)
        stream = filter_.stream(io.BytesIO(data), WHERE, lambda _: None)
        return list(stream.paragraphs), list(stream.remarks)
    except WorkbenchError as error:
        return error.problem


@given(sheets, areas, st.sampled_from(["", "A > B", "B > A"]), st.booleans())
def test_it_is_the_same(sheets: list[list[list[Value]]], areas: list[str], otherwise: str, shares: bool) -> None:
    data = workbook({f"Blatt {at}": sheet for at, sheet in enumerate(sheets)}, areas)
    data = with_shared_texts(data) if shares else data
    filter_ = XlsxFilter(otherwise=otherwise)
    assert read(data, filter_, in_pieces=True) == read(data, filter_, in_pieces=False)


def test_it_is_more_than_one_pack_of_texts() -> None:
    lines: list[list[Value]] = [[f"Der {at}. Satz.", f"Sentence {at * 7 % 500}."] for at in range(500)]
    lines += [[f"Noch ein {at}. Satz.", f"Sentence {at}."] for at in range(0, 500, 3)]
    data = workbook({"eins": [["de", "en"], *lines], "zwei": SHEET})
    data = with_shared_texts(data)
    found = read(data, XlsxFilter(), in_pieces=True)
    assert found == read(data, XlsxFilter(), in_pieces=False)
    assert isinstance(found, tuple)
    assert len(found[0]) > 650


def changed(data: bytes, change: Callable[[str, bytes], bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A workbook with other parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", packed) as new:
        for part in old.namelist():
            new.writestr(part, change(part, old.read(part)))
    return made.getvalue()


def with_shared_texts(data: bytes) -> bytes:
    """A workbook as Excel writes it: its cells share their texts."""
    texts: dict[bytes, None] = {}

    def moved(part: str, content: bytes) -> bytes:
        def number(found: re.Match[bytes]) -> bytes:
            texts.setdefault(found[1])
            return b't="s"><v>%d</v>' % [*texts].index(found[1])

        return re.sub(rb't="inlineStr">\s*<is>(.*?)</is>', number, content, flags=re.DOTALL)

    data = changed(data, moved)
    items = b"".join(b"<si>" + text + b"</si>" for text in texts)
    head = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(SHARED, head + items + b"</sst>")
    return made.getvalue()


def with_part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one part changed."""
    return changed(
        with_shared_texts(workbook({"Blatt": SHEET})), lambda part, data: change(data) if part == name else data
    )


@pytest.mark.parametrize(
    ("part", "change", "told"),
    [
        (PART, lambda data: data[:-30], "is damaged in xl/worksheets/sheet1.xml"),
        (SHARED, lambda data: data[:-30], "is damaged in xl/sharedStrings.xml"),
        (PART, lambda data: b"<!DOCTYPE worksheet>" + data, "declares a document type or entities in xl/worksheets"),
        (SHARED, lambda data: b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + data, "declares a document type or entities"),
        (PART, lambda data: b"<a>" * 300 + b"</a>" * 300, "has elements nested more than 256 deep in xl/worksheets"),
        (PART, lambda data: b"", "is damaged in xl/worksheets/sheet1.xml: no element found"),
        (PART, lambda data: data.replace(b"</row>", b"<c/>" * 1_100_000 + b"</row>", 1), "has more than 4 MB without"),
    ],
)
def test_what_is_damaged_or_a_bomb_is_told_in_a_line(
    tmp_path: Path, part: str, change: Callable[[bytes], bytes], told: str
) -> None:
    path = tmp_path / "gross.xlsx"
    path.write_bytes(with_part(part, change))
    with pytest.raises(WorkbenchError) as error:
        list(pairs_in(path, Report(path)))
    assert told in error.value.problem.what
    assert isinstance(error.value.problem, Problem)
    assert "\n" not in str(error.value)


def test_a_large_one_is_read_unless_it_unpacks_to_a_hundred_times_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(large_container, "MOST_UNPACKED", 20_000)
    path = tmp_path / "gross.xlsx"
    path.write_bytes(workbook({"a": [["de", "en"], *([f"Der {at}. Satz.", f"Sentence {at}."] for at in range(999))]}))
    assert len(list(pairs_in(path, Report(path)))) == 999
    path.write_bytes(with_part(PART, lambda data: data.replace(b"</row>", b" " * 3_000_000 + b"</row>", 1)))
    with pytest.raises(WorkbenchError, match=r"unpacks to 3 MB, \d+ times its size – do not trust this file"):
        next(pairs_in(path, Report(path)))


def test_too_many_rows_are_no_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table_streamed, "_MOST", 5)
    path = tmp_path / "gross.xlsx"
    path.write_bytes(with_part(PART, lambda data: data))
    with pytest.raises(WorkbenchError, match=r"has more than 5 times a \w+ in xl/"):
        list(pairs_in(path, Report(path)))


def test_a_part_that_fails_its_checksum_is_told_before_anything_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "gross.xlsx"
    data = changed(with_shared_texts(workbook({"Blatt": SHEET})), lambda _, data: data, zipfile.ZIP_STORED)
    path.write_bytes(data.replace(b"Die Lage", b"Die Sage"))
    with pytest.raises(WorkbenchError, match=r"is damaged in xl/sharedStrings\.xml"):
        next(pairs_in(path, Report(path)))


def test_how_far_it_is_goes_up_to_the_end(tmp_path: Path) -> None:
    path = tmp_path / "gross.xlsx"
    path.write_bytes(
        workbook({"a": [["de", "en"], *([[f"Der {at}. Satz.", f"Sentence {at}."] for at in range(5_000)])]})
    )
    told: list[float] = []
    pairs = list(pairs_in(path, Report(path), progress=told.append))
    assert len(pairs) == 5_000
    assert told == sorted(told)
    assert len(set(told)) > 4
    assert told[-1] == 1.0
