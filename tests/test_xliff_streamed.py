"""An XLIFF file read piece by piece for a memory is the same file as the one read as a whole."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_xliff_filter import FILTER, TestMqxliff, TestSdlxliff, TestXliff1, TestXliff2
from workbench.formats import Paragraph
from workbench.formats.xliff.units import LARGEST_UNIT
from workbench.memory import Pair
from workbench.memory.exchange import Report, pairs_in
from workbench.problem import WorkbenchError

WHERE = Path("a.xlf")


class InPieces(io.BytesIO):
    """A file that gives its beginning, and then so many bytes at a time."""

    pieces = 1 << 16

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(self.pieces if self.tell() else 300)


def part_after_part(files: list[str]) -> str:
    """One file with the parts of all of them."""
    parts = [found[0] for file in files for found in re.finditer(r"<file .*</file>", file, re.DOTALL)]
    return re.sub(r"<file .*</file>", lambda _: "\n<!-- <trans-unit> -->".join(parts), files[0], flags=re.DOTALL)


def files_of(strategy: st.SearchStrategy[bytes]) -> st.SearchStrategy[str]:
    return st.lists(strategy.map(bytes.decode), min_size=1, max_size=3).map(part_after_part)


FILES = st.one_of(*(files_of(one.files()) for one in (TestXliff1, TestXliff2, TestSdlxliff, TestMqxliff)))


def looked_at(paragraph: Paragraph) -> tuple[object, ...]:
    """All that a memory is made of."""
    one = paragraph
    return one.source, one.given, one.given_state, one.unconfirmed, one.locked, one.place, one.role, one.before


def whole(data: bytes) -> list[tuple[object, ...]]:
    document = FILTER.read_turned(data, WHERE) or FILTER.read(data, WHERE)
    return [looked_at(one) for one in document.paragraphs]


def streamed(data: bytes, pieces: int = 1 << 16) -> list[tuple[object, ...]]:
    file = InPieces(data)
    file.pieces = pieces
    return [looked_at(one) for one in FILTER.stream(file, WHERE, lambda _: None).paragraphs]


@settings(max_examples=150)
@given(FILES, st.integers(1, 400), st.booleans(), st.sampled_from(["utf-8", "utf-16-le", "iso-8859-1"]))
def test_it_is_the_same(file: str, pieces: int, turned: bool, encoding: str) -> None:
    if turned:
        file = re.sub(r'(source-language|srcLang)="de(-DE)?"', r'\1="en"', file)
        file = re.sub(r'(target-language|trgLang)="en(-\w+)?"', r'\1="de"', file)
    file = re.sub('encoding="(?i:utf-8)"', f'encoding="{encoding.removesuffix("-le")}"', file.lstrip("\ufeff"))
    mark = "\ufeff" if encoding.startswith("utf-16") else ""
    data = (mark + file).encode(encoding, "xmlcharrefreplace")
    assert streamed(data, pieces) == whole(data)


UNIT = '<trans-unit id="{}"{}><source>Der {}. Satz.</source><target{}>Sentence {}.</target></trans-unit>'
FILE = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    '<file original="a" source-language="de" target-language="en" datatype="plaintext"><body>{}</body></file></xliff>'
)


def unit(number: int, more: str = "", of_target: str = ' state="translated"') -> str:
    return UNIT.format(number, more, number, of_target, number)


def taken(tmp_path: Path, content: str | bytes) -> tuple[list[Pair], Report]:
    path = tmp_path / "a.xlf"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    report = Report(path)
    return list(pairs_in(path, report)), report


def test_what_nobody_has_confirmed_stays_out_and_is_a_neighbour(tmp_path: Path) -> None:
    machine = ' state="needs-review-translation" state-qualifier="mt-suggestion"'
    units = [unit(1), f"<group>{unit(2, of_target=machine)}</group>", unit(3), unit(4, of_target=' state="new"')]
    pairs, report = taken(tmp_path, FILE.format("".join([*units, unit(5, ' approved="yes"')])))
    assert [(pair.source.text, pair.before, pair.after, pair.trust) for pair in pairs] == [
        ("Der 1. Satz.", "", "Der 2. Satz.", "unreviewed"),
        ("Der 3. Satz.", "Der 2. Satz.", "Der 4. Satz.", "unreviewed"),
        ("Der 5. Satz.", "Der 4. Satz.", "", "reviewed"),
    ]
    assert report.problems[0].what == "2 segments are drafts or were rejected, and are left out"


def test_what_is_around_a_unit_holds_for_it(tmp_path: Path) -> None:
    kept = unit(1).replace("Der ", "Der\n").replace("Sentence ", "Sentence\n")
    around = f'<group xml:space="preserve" xmlns:mq="MQXliff" name="&lt;&quot;\'a\'&#10;">{kept}</group>'
    data = FILE.format(around + kept + unit(2, ' mq:status="MachineTranslated" xmlns:mq="MQXliff"')).encode()
    assert streamed(data) == whole(data)
    pairs, _ = taken(tmp_path, data)
    assert [pair.source.shown() for pair in pairs] == ["Der ⟨1/⟩1. Satz.", "Der 1. Satz."]


def test_a_unit_that_is_too_long_is_left_out_and_the_rest_goes_on(tmp_path: Path) -> None:
    long = unit(2).replace("Satz", "Satz " * (LARGEST_UNIT // 5))
    pairs, report = taken(tmp_path, FILE.format(unit(1) + long + unit(3) + '<trans-unit id="4"/>'))
    assert [pair.source.text for pair in pairs] == ["Der 1. Satz.", "Der 3. Satz."]
    assert [str(problem) for problem in report.problems] == [
        f"{tmp_path / 'a.xlf'}:2: 1 unit is longer than 2 MB, and is left out – "
        "no sentence is as long: look how they were made"
    ]


GOOD = FILE.format(unit(1) + unit(2)).encode()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "is empty"),
        (GOOD[:-20], "is damaged: it ends in the middle (line 1)"),
        (GOOD.replace(b"</target>", b"", 1), "is damaged: mismatched tag"),
        (b"PK\x03\x04 a zip", "is damaged: "),
        (b'<!DOCTYPE x [<!ENTITY a "b">]>' + GOOD, "declares a document type or entities"),
        (GOOD.replace(b"Der", b"&nbsp;"), "is damaged: undefined entity"),
        (GOOD.replace(b"Der", b"\xfcber"), "is in an encoding that cannot be kept (utf-8)"),
        (b'<?xml version="1.0" encoding="utf-7"?>' + GOOD, "is in an encoding that cannot be kept (utf-7)"),
        (b"<html/>", "is no XLIFF file (its root is `html`)"),
        (GOOD.replace(b'"1.2"', b'"3.0"'), "is of an XLIFF version that is not known here (3.0)"),
        (GOOD.replace(b'"en"', b'"fr"'), "is for translation from de into fr"),
        (GOOD.replace(b"Der", b"<g>" * 255 + b"</g>" * 255), "has elements nested more than 256 deep"),
        (GOOD.replace(b"Der", b"Der" + b"<x id='1'/>" * 9_001), "has more than 9,000 tags in a segment"),
        (GOOD.replace(b"<body>", b"<body><!--" + b"x" * 8_200_000 + b"-->"), "a comment of more than 8 MB"),
        (FILE.format("<trans-unit/>").encode(), "has no text in it"),
    ],
)
def test_what_is_wrong_is_told_in_a_line_before_anything_is_taken(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "a.xlf"
    path.write_bytes(data)
    with pytest.raises(WorkbenchError) as error:
        next(pairs_in(path, Report(path)))
    assert told in error.value.problem.what
    assert "\n" not in str(error.value)


@given(st.integers(0, len(GOOD)), st.binary(max_size=6), st.integers(0, 40))
def test_a_damaged_file_ends_in_one_line_or_is_read(at: int, bytes_: bytes, gone: int) -> None:
    try:
        streamed(GOOD[:at] + bytes_ + GOOD[at + gone :])
    except WorkbenchError as error:
        assert "\n" not in str(error)
