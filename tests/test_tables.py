"""Tables with a chosen column: the English goes where it belongs, and every other cell stays as it is."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from tests.filter_contract import FilterContract, with_sources
from tests.table_material import CSV, SHEET
from tests.xlsx_files import Value, rich, workbook
from workbench.formats import Document
from workbench.formats.safe_xml import canonical
from workbench.formats.table import CsvFilter, XlsxFilter
from workbench.formats.table.columns import by_head, letters, number
from workbench.problem import WorkbenchError
from workbench.text import Code, Inline, clean

TEXTS = st.lists(
    st.sampled_from(["Die Lage", "ruhig", "„ja“", "a;b", 'mit "Zitat"', "x,y", "-fähig", "<3", "zwei\nZeilen"]),
    min_size=1,
    max_size=4,
).map(lambda words: "Also " + " ".join(words))


def read(text: str, choice: str = "", name: str = "a.csv") -> Document:
    return CsvFilter(choice).read(text.encode(), Path(name))


def write(text: str, targets: dict[int, str | None], choice: str = "", name: str = "a.csv") -> str:
    document = read(text, choice, name)
    target = with_sources(document)
    for at, words in targets.items():
        if words is None:
            del target[document.ids[at]]
        else:
            target[document.ids[at]] = Inline(words)
    return CsvFilter().write(document, target).decode()


def csv_file(texts: list[str], delimiter: str, end: str, quoting: int, mark: bool) -> bytes:
    made = io.StringIO()
    writer = csv.writer(made, delimiter=delimiter, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]  # one of csv's four
    writer.writerow(["id", "de", "note"])
    writer.writerows([number, text, "bleibt"] for number, text in enumerate(texts))
    return ("\ufeff" * mark + made.getvalue()).encode()


class TestCsv(FilterContract):
    FILTER = CsvFilter()
    NAME = "a.csv"

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        return st.builds(
            csv_file,
            st.lists(TEXTS, min_size=1, max_size=5),
            st.sampled_from([",", ";", "\t", "|"]),
            st.sampled_from(["\n", "\r\n"]),
            st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
            st.booleans(),
        )


ODD = st.builds(
    lambda text, codes: Inline(text, tuple(sorted(codes, key=lambda code: code.at))),
    st.text("ab <>&\"';=\\\n\té\x07]", max_size=14),
    st.lists(
        st.builds(Code, st.integers(0, 12), st.sampled_from("1239"), st.sampled_from(["open", "close", "alone"])),
        max_size=5,
    ),
)
"""Texts with codes that are unknown, crossed, doubled, half a pair or beyond the end."""
CELL = st.one_of(
    TEXTS,
    st.tuples(TEXTS, st.sampled_from(["b", "i"]), TEXTS).map(
        lambda parts: rich(parts[0], (parts[1], parts[2]), " Ende")
    ),
)


class TestXlsx(FilterContract):
    FILTER = XlsxFilter()
    NAME = "a.xlsx"
    EXAMPLES = 15

    @staticmethod
    def files() -> st.SearchStrategy[bytes]:
        rows = st.lists(CELL.map(lambda cell: [cell, 12.5, "bleibt", "=A2&A3"]), min_size=1, max_size=4)
        return rows.map(lambda rows: workbook({"Eins": [["de", "Zahl", "Notiz", "Formel"], *rows]}))

    def same(self, file: bytes) -> object:
        with zipfile.ZipFile(io.BytesIO(file)) as package:
            return {name: canonical(package.read(name)) for name in package.namelist()}


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (["id", "de", "en"], (1, 2)),
        (["DE", "Note"], (0, 0)),
        (["English (GB)", "German [de]"], (1, 0)),
        (["de-DE", "en-GB"], (0, 1)),
        (["Source", "Target"], (0, 1)),
        (["Quelltext", "Übersetzung"], (0, 1)),
        (["source", "de", "en"], (1, 2)),
        (["de", "de-AT"], None),
        (["Name", "Text"], None),
        (["Datei", "Ende"], None),
        (["source_text", "target_text"], (0, 1)),
        ([], None),
    ],
)
def test_the_head_of_a_table_names_the_languages(head: list[str], found: tuple[int, int] | None) -> None:
    columns = by_head(head)
    assert (columns and (columns.german, columns.english)) == found


def test_columns_have_letters() -> None:
    assert [letters(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert all(number(letters(at)) == at for at in range(2_000))


def test_only_words_of_the_german_column_are_text() -> None:
    document = read(CSV)
    assert [p.source.shown() for p in document.paragraphs] == [
        "Die Lage; ruhig",
        "Er sagte „ja“",
        "Zwei ⟨1/⟩Zeilen",
        "Kurz",
    ]
    assert [p.place for p in document.paragraphs] == ["B2>C2", "B3>C3", "B5>C5", "B8>C8"]
    assert "column C: 1 cell has a text already, which is taken as English" in str(document.remarks[0])


def test_the_english_goes_into_its_column_and_all_else_stays_to_the_byte() -> None:
    made = write(CSV, {0: "The situation; calm", 1: None, 2: '=cmd|"x"', 3: "Short"})
    assert made == CSV.replace('ruhig";;', 'ruhig";"The situation; calm";').replace(
        'Zeilen";;', 'Zeilen";"\'=cmd|""x""";'
    ).replace("6;Kurz\n", "6;Kurz;Short\n")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t="])
def test_no_english_becomes_a_formula(sign: str) -> None:
    text = "de\r\nDie Lage\r\n"
    made = write(text, {0: f"{sign}1+1 calm"})
    assert list(csv.reader(io.StringIO(made)))[1][0].startswith("'")
    document = read(text)
    target = {document.ids[0]: Inline(f"{sign.strip()}1+1 calm")}
    data = CsvFilter().write(document, target)
    back = CsvFilter().read_back(data, Path("a.csv"), document, target)
    assert back.paragraphs[0].text == f"{sign.strip()}1+1 calm"
    xlsx = workbook({"Eins": [["de"], ["Die Lage"]]})
    found = XlsxFilter().read(xlsx, Path("a.xlsx"))
    data = XlsxFilter().write(found, {found.ids[0]: Inline(f"{sign}1+1")})
    cell = load_workbook(io.BytesIO(data))["Eins"]["A2"]
    assert (cell.data_type, str(cell.value).strip()) == ("s", f"{sign}1+1".strip())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encoding_and_line_ends_of_a_spreadsheet_stay(encoding: str) -> None:
    data = 'sep=;\r\nde;en\r\n"Größe „neu“\nzwei";\r\n'.encode(encoding)
    document = CsvFilter().read(data, Path("a.csv"))
    assert CsvFilter().write(document, {}) == data
    made = CsvFilter().write(document, {document.ids[0]: Inline("Size two", (Code(5, "1", "alone"),))})
    assert made.decode(encoding) == 'sep=;\r\nde;en\r\n"Größe „neu“\nzwei";"Size\ntwo"\r\n'


def test_columns_are_chosen_by_letter_or_title() -> None:
    text = "Nr.,Text,Fassung\n1,Die Lage ist ruhig,\n"
    for choice in ("B > C", "Text > C", "text > fassung", "b>c"):
        assert [p.place for p in read(text, choice).paragraphs] == ["B2>C2"]
    assert write(text, {0: "Calm"}, "Text > Fassung").endswith("ruhig,Calm\n")
    assert write(text, {0: "Calm"}, "B").endswith("1,Calm,\n")
    with pytest.raises(WorkbenchError) as error:
        read(text)
    assert str(error.value) == (
        "a.csv: which column is German? there are A “Nr.”, B “Text”, C “Fassung” – "
        "say so: workbench import FILE --column B [--into C]"
    )
    with pytest.raises(WorkbenchError, match="has no column “Anmerkung”"):
        read(text, "Anmerkung")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Nr.,Text\n1,Die Lage\n", "B2"),
        ("Name,Text\n,Die Lage\n", "B2"),
        ("Lage,Ruhe\nKrieg,Frieden\n", "B1"),
        ("1,Die Lage\n2,Die Ruhe\n", "B1"),
        ("Die Lage ist ruhig.,Das war gestern anders.\n1,Heute\n", "B1"),
    ],
)
def test_a_head_is_told_by_its_look_where_a_column_is_chosen_by_its_letter(text: str, first: str) -> None:
    assert read(text, "B").paragraphs[0].place == first


def test_a_title_may_stand_above_the_head() -> None:
    text = "Stand: 3. Mai\n\nNr.;de;en\n1;Die Lage;\n"
    for choice in ("", "B > C", "de > en"):
        assert [p.place for p in read(text, choice).paragraphs] == ["B4>C4"]
    assert write(text, {0: "Situation"}) == text.replace("Lage;", "Lage;Situation")
    data = workbook({"Eins": [["Namen und mehr"], ["Nr.", "Deutsch"], [1, "Die Lage"]]})
    assert [p.place for p in XlsxFilter().read(data, Path("a.xlsx")).paragraphs] == ["Eins!B3"]


def test_a_file_of_one_column_has_whole_lines_in_it() -> None:
    text = 'de\nDie Lage, sagt er\n"Ruhig, aber ernst"\n'
    assert [p.text for p in read(text).paragraphs] == ["Die Lage, sagt er", "Ruhig, aber ernst"]
    assert write(text, {0: "It is, he says"}) == text.replace("Die Lage, sagt er", '"It is, he says"')


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('de;en\n"Die Lage\n', "a.csv:2: a quotation mark does not close"),
        ("", "which column is German"),
        ("\x89PNG\r\n\x1a\n", "PNG"),
        ("de,en\n1,2\n", ""),
    ],
)
def test_bad_tables_are_one_line(text: str, message: str) -> None:
    data = text.encode("latin-1")
    if not message:
        assert CsvFilter().read(data, Path("a.csv")).paragraphs == ()
        return
    with pytest.raises(WorkbenchError, match=message):
        CsvFilter().read(data, Path("a.csv"))


def test_a_workbook_keeps_styles_formulas_dates_comments_and_other_sheets() -> None:
    data = workbook({"Eins": SHEET, "Zwei": [["Name"], ["Bleibt, wie es ist"]]}, merged=["A6:B6"])
    document = XlsxFilter().read(data, Path("a.xlsx"))
    assert [p.source.shown() for p in document.paragraphs] == [
        "Die Lage ist ruhig.",
        "Das ⟨1⟩neue⟨/1⟩ Gesetz",
        "Zwei ⟨1/⟩Zeilen",
    ]
    told = [str(remark) for remark in document.remarks]
    assert "left in German since English would be under a merged cell or over a formula: 1" in told[0]
    assert "in the sheet “Eins”, column B: 1 cell has a text already" in told[1]
    assert "the sheet “Zwei” is not translated" in told[-1]
    law = Inline("The new law", (Code(4, "1", "open"), Code(7, "1", "close"), Code(11, "7", "alone")))
    target = dict(zip(document.ids, (Inline("Calm."), law, Inline("Two lines", (Code(4, "1", "alone"),))), strict=True))
    made = XlsxFilter().write(document, target)
    back = XlsxFilter().read_back(made, Path("a.xlsx"), document, target)
    assert [p.source for p in back.paragraphs] == [
        target[document.ids[0]],
        Inline(law.text, law.codes[:2]),
        target[document.ids[2]],
    ]
    old, new = (load_workbook(io.BytesIO(file), rich_text=True)["Eins"] for file in (data, made))
    english = [cell.value for cell in new["B"]]
    assert english[:4] == ["en", "Calm.", rich("The ", ("b", "new"), " law"), "Two\nlines"]
    assert new["A1"].comment.text == "bitte prüfen"
    for row in old.iter_rows():
        for cell in row:
            there = new.cell(cell.row, cell.column)
            if cell.column != 2 or cell.row in (1, 5, 6):
                assert (there.value, there.font.b, there.number_format) == (cell.value, cell.font.b, cell.number_format)
    before, after = (zipfile.ZipFile(io.BytesIO(file)) for file in (data, made))
    assert before.namelist() == after.namelist()
    changed = {name for name in before.namelist() if before.read(name) != after.read(name)}
    assert changed == {"xl/worksheets/sheet1.xml"}


def test_the_columns_of_a_sheet_are_chosen() -> None:
    data = workbook({"Eins": [["Nr.", "Text"], [1, "Die Lage"]], "Zwei": [["Titel"], ["Das Ende"]]})
    with pytest.raises(WorkbenchError) as error:
        XlsxFilter().read(data, Path("a.xlsx"))
    assert "in the sheet “Eins”, which column is German? there are A “Nr.”, B “Text”" in str(error.value)
    assert [p.place for p in XlsxFilter("Text").read(data, Path("a.xlsx")).paragraphs] == ["Eins!B2"]
    assert [p.place for p in XlsxFilter("Zwei!A > B").read(data, Path("a.xlsx")).paragraphs][-1] == "Zwei!A2>B2"
    with pytest.raises(WorkbenchError, match="there is no sheet “Drei”, but “Eins”, “Zwei”"):
        XlsxFilter("Drei!A").read(data, Path("a.xlsx"))


@settings(max_examples=25, deadline=None)
@given(st.lists(ODD, min_size=3, max_size=3))
def test_no_target_breaks_a_table(targets: list[Inline]) -> None:
    text = 'de;en;z\n"Die Lage\nin Kiew";;1\nDas Ende;;2\nDer Anfang;alt;3\n'
    document = read(text)
    data = CsvFilter().write(document, dict(zip(document.ids, targets, strict=True)))
    rows = list(csv.reader(io.StringIO(data.decode(), newline=""), delimiter=";"))
    assert [(row[0], row[2]) for row in rows] == [
        ("de", "z"), ("Die Lage\nin Kiew", "1"), ("Das Ende", "2"), ("Der Anfang", "3"),
    ]  # fmt: skip
    book = workbook({"Eins": SHEET})
    found = XlsxFilter().read(book, Path("a.xlsx"))
    made = XlsxFilter().write(found, dict(zip(found.ids, targets, strict=False)))
    for target, cell in zip(targets, load_workbook(io.BytesIO(made))["Eins"]["B"][1:4], strict=True):
        assert cell.data_type in ("s", "n")
        assert "".join(str(cell.value or "").split()) == "".join(clean(target.text).split())


def test_what_is_no_workbook_is_told() -> None:
    for data in (b"", b"PK\x03\x04 nothing", b"de;en\n", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)):
        with pytest.raises(WorkbenchError):
            XlsxFilter().read(data, Path("a.xlsx"))


def test_ten_thousand_cells() -> None:
    rows: list[list[Value]] = [["de", "en"]]
    rows.extend([f"Die Lage {at} ist ruhig.", None] for at in range(10_000))
    document = XlsxFilter().read(workbook({"Eins": rows}), Path("a.xlsx"))
    made = XlsxFilter().write(document, {key: Inline("Calm.") for key in document.ids})
    assert len(document.paragraphs) == 10_000
    assert load_workbook(io.BytesIO(made))["Eins"]["B10001"].value == "Calm."
