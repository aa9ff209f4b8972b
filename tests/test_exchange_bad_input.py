"""Bad files: one clear line each, nothing resolved, nothing run, no hang."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from workbench.glossary import Entry
from workbench.glossary.exchange import FORMATS, read_terms, write_terms
from workbench.glossary.exchange.reading import MOST_BYTES
from workbench.problem import WorkbenchError


def refused(path: Path, format: str = "") -> str:
    """What is told of a file that is not read at all."""
    with pytest.raises(WorkbenchError) as raised:
        read_terms(path, format)
    told = str(raised.value)
    assert "\n" not in told
    assert told.startswith(str(path))
    return told.removeprefix(str(path))


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def martif(term: str, doctype: str = "", language: str = "de") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}'
        '<martif type="TBX" xml:lang="de"><martifHeader/><text><body>\n'
        f'<termEntry><langSet xml:lang="{language}"><tig><term>{term}</term></tig></langSet>'
        '<langSet xml:lang="en"><tig><term>word</term></tig></langSet></termEntry>\n</body></text></martif>'
    )


BOMB = (
    '<!DOCTYPE martif [<!ENTITY a "lollollollollollollol">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>\n"
)


# --- XML ----------------------------------------------------------------------------------------------------


def test_entities_that_unfold_without_end(tmp_path: Path) -> None:
    told = ": is no well-formed XML: its entities unfold without end – export it again"
    assert refused(written(tmp_path / "a.tbx", martif("&j;", BOMB))).endswith(told)
    assert refused(written(tmp_path / "b.tbx", martif("Wort", BOMB, "&j;"))).endswith(told)


def test_no_file_and_no_address_is_read_for_an_entity(tmp_path: Path) -> None:
    secret = written(tmp_path / "secret", "Passwort")
    doctype = f'<!DOCTYPE martif [<!ENTITY x SYSTEM "{secret.as_uri()}">]>\n'
    read = read_terms(written(tmp_path / "a.tbx", martif("&x;", doctype)))
    assert read.entries == ()
    assert [p.what for p in read.problems] == ["entry has &x; in it, which is not resolved"]
    parameter = f'<!DOCTYPE martif [<!ENTITY % x SYSTEM "{secret.as_uri()}"> %x;]>\n'
    assert [e.de for e in read_terms(written(tmp_path / "b.tbx", martif("Wort", parameter))).entries] == [("Wort",)]


def test_an_entity_of_a_dtd_that_is_not_there(tmp_path: Path) -> None:
    read = read_terms(written(tmp_path / "a.tbx", martif("&Uuml;bung", '<!DOCTYPE martif SYSTEM "no.dtd">\n')))
    assert [(p.line, p.what) for p in read.problems] == [(4, "entry has &Uuml; in it, which is not resolved")]
    assert refused(written(tmp_path / "b.tbx", martif("&Uuml;bung"))).startswith(
        ":3: is no well-formed XML: Entity 'Uuml' not defined"
    )


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (martif("Wort")[:-20], ":4: is no well-formed XML"),
        ("<", ":1: is no well-formed XML"),
        ("<martif>" + "<a>" * 100_000, "Excessive depth"),
        ("<html><body/></html>", ": is a web page – download the file itself"),
        ("<tmx version='1.4'/>", ": is a translation memory (TMX) – export a term base as TBX"),
        ("<mtf/>", ": has no terms in it"),
        ("<Glossar/>", ": is XML, but no TBX (<Glossar>) – export it as TBX"),
        (martif("Wört").encode("utf-8").replace(b"\xb6", b"\xb6\x9d\xff"), ":3: damaged UTF-8: byte 0x9d"),
        (martif("Wort", language="fr"), ": has no entry in German and English; its languages are fr and en"),
    ],
)
def test_xml_that_is_no_tbx_for_us(tmp_path: Path, content: str | bytes, told: str) -> None:
    assert told in refused(written(tmp_path / "a.tbx", content))


# --- Text ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", b"", ": has no terms in it"),
        ("a.csv", b"\n  \n\n", ": has no terms in it"),
        ("a.csv", bytes(range(256)) * 50, ": this is a binary file, not text"),
        ("a.csv", b"\x89PNG\r\n\x1a\n", ": this is a PNG image, not plain text"),
        ("a.csv", 'Kiew,Kyiv\n"Bild" Zeitung,Bild\n', ":2: a quotation mark does not close, or stands alone"),
        ("a.csv", 'Kiew,Kyiv\nMinsk,"Minsk\n', ":2: a quotation mark does not close"),
        ("a.csv", "fr,it\nmot,parola\n", ":1: has no German and English column; its languages are fr and it"),
        ("a.csv", "mot,parola,fr,it\n", ":1: has no German and English entries; its languages are fr and it"),
        ("a.tab", "# -*- coding: nosuch -*-\na\tb\n", ":1: its first line says that it is nosuch"),
        ("a.tab", "# -*- coding: rot13 -*-\na\tb\n", ":1: its first line says that it is rot13"),
        ("a.xls", b"\xd0\xcf\x11\xe0" + bytes(100), ": is an old or a protected office document"),
    ],
)
def test_tables_that_cannot_be_read(tmp_path: Path, name: str, content: str | bytes, told: str) -> None:
    assert refused(written(tmp_path / name, content)).startswith(told)


def test_what_is_no_term_is_told_with_its_line_and_the_rest_is_read(tmp_path: Path) -> None:
    rows = ["Kiew,Kyiv", "x" * 300 + ",long", "!!!,bang", "Minsk,", ",Minsk", "alone", "M\u043eskau,Moscow"]
    read = read_terms(written(tmp_path / "a.csv", "\n".join(rows)))
    assert [e.de for e in read.entries] == [("Kiew",)]
    assert [f"{p.line}: {p.what}"[:60] for p in read.problems] == [
        "2: term has 300 characters, over the limit of 200",
        "3: term '!!!' has no letter or digit",
        "4: 2 times: row has one column only (first: 'Minsk')",
        "5: entry has no German term (first: 'Minsk')",
        "7: term 'Mоskau' has a letter that only looks like another: "[:60],
    ]


def test_nothing_that_a_terminal_would_obey_comes_through(tmp_path: Path) -> None:
    content = "Ki\x1b[31mew,Ky\x9biv\n\u202eMinsk,Min\u200bsk\n"
    read = read_terms(written(tmp_path / "a.csv", content))
    assert [(e.de[0], e.en) for e in read.entries] == [("Kiew", "Kyv"), ("Minsk", "Minsk")]
    rest = "Kiew,Kyiv,\n" * 50
    named = read_terms(written(tmp_path / "b.csv", f"Deutsch,Englisch,Sp\x1b[31malte\nRi\x1b[0mga\n{rest}"))
    assert "columns not read: Spalte" in named.notes
    assert [problem.what for problem in named.problems] == ["entry has no English term (first: 'Riga')"]


def test_thousands_of_faults_are_told_in_a_few_lines(tmp_path: Path) -> None:
    rows = [f"Wort{number}," for number in range(5_000)] + ["-,-"] * 5_000 + ["Kiew,Kyiv"]
    problems = read_terms(written(tmp_path / "a.csv", "\n".join(rows))).problems
    assert len(problems) == 201
    assert problems[0].what == "5,000 times: row has one column only (first: 'Wort0')"
    assert problems[-1].what == "9,801 more problems"


# --- Spreadsheets -------------------------------------------------------------------------------------------


def package(path: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return path


def test_packages_that_are_no_safe_spreadsheet(tmp_path: Path) -> None:
    assert refused(package(tmp_path / "a.xlsx", other_xml=b"<x/>")).startswith(": is a zip file, but no XLSX")
    assert refused(package(tmp_path / "b.xlsx", xl__workbook_xml=b"<x/>")).startswith(": is a damaged spreadsheet")
    assert refused(written(tmp_path / "c.xlsx", b"PK\x03\x04 and no more")).startswith(": is a damaged spreadsheet")
    entity = b'<!DOCTYPE a [<!ENTITY b "c">]><x/>'
    assert "declares XML entities" in refused(package(tmp_path / "d.xlsx", xl__workbook_xml=entity))
    wide = '<?xml version="1.0"?><!DOCTYPE a><x/>'.encode("utf-16")
    assert "declares XML entities" in refused(package(tmp_path / "e.xlsx", xl__workbook_xml=wide))


def test_a_package_that_unpacks_to_very_much(tmp_path: Path) -> None:
    path = package(tmp_path / "a.xlsx", xl__workbook_xml=b"<x/>", xl__sheet_xml=bytes(201_000_000))
    assert path.stat().st_size < 300_000
    assert refused(path).startswith(": unpacks to more than 200 MB")


def test_a_cell_in_the_far_corner(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active.append(("Kiew", "Kyiv"))
    workbook.active.cell(1_048_576, 16_384, "far")
    workbook.save(tmp_path / "a.xlsx")
    read = read_terms(tmp_path / "a.xlsx")
    assert [e.de for e in read.entries] == [("Kiew",)]
    assert "more than 200,000 rows" in read.problems[0].what


# --- Any file -----------------------------------------------------------------------------------------------


def test_files_that_are_none(tmp_path: Path) -> None:
    assert refused(tmp_path / "no.tbx") == ": there is no such file – look at its name"
    assert refused(tmp_path) == ": is a folder – name a file"
    huge = tmp_path / "huge.tbx"
    with huge.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    assert refused(huge).startswith(": has 50 MB, over the limit of 50 MB")


def test_a_format_there_is_not(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError, match="there is no format 'pdf' – choose one of tbx3, tbx2, omegat"):
        read_terms(written(tmp_path / "a.csv", "a,b"), "pdf")
    with pytest.raises(WorkbenchError, match="there is no format 'pdf'"):
        write_terms([Entry(("a",), "b")], "pdf")
    with pytest.raises(WorkbenchError, match="there are no entries to export"):
        write_terms([], "tbx3")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=200), st.sampled_from([*FORMATS, ""]), st.sampled_from([".csv", ".tbx", ".txt", ".xlsx"]))
def test_any_bytes_are_read_or_refused(data: bytes, format: str, suffix: str) -> None:
    read_or_refused(data, format, suffix)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(list(FORMATS)), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=4)
)
def test_damaged_files_are_read_or_refused(format: str, damage: list[tuple[float, int]]) -> None:
    data = bytearray(GOOD[format])
    for place, value in damage:
        data[int(place * (len(data) - 1))] = value
    read_or_refused(bytes(data), format, "")


GOOD = {
    format: write_terms([Entry(("Kiew", "Kyjiw"), "Kyiv", ("Kyiv city",), ("Kiev",), note="a, note")], format).data
    for format in FORMATS
}


def read_or_refused(data: bytes, format: str, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(data)
        try:
            read = read_terms(path, format)
        except WorkbenchError as error:
            assert "\n" not in str(error)
        else:
            assert read.entries or read.problems
            assert all(entry.de and entry.en for entry in read.entries)
            write_terms(read.entries, "tbx3") if read.entries else None


def test_a_truncated_spreadsheet(tmp_path: Path) -> None:
    whole = io.BytesIO(GOOD["xlsx"]).getvalue()
    for length in range(10, len(whole), 500):
        with pytest.raises(WorkbenchError):
            read_terms(written(tmp_path / "a.xlsx", whole[:length]))
