"""`workbench stats`: which documents, as text, JSON, CSV and XLSX, and what happens where it cannot be done."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from workbench.cli import main
from workbench.export.figures import Table, xlsx
from workbench.export.figures import csv as as_csv
from workbench.project import Project

ARTICLE = "Der Bus kam um acht Uhr. Niemand stieg ein.\n\nNiemand stieg ein.\n"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "minsk"
    (root / "sources" / "ausland").mkdir(parents=True)
    for name in ("a.txt", "ausland/b.txt"):
        (root / "sources" / name).write_text(ARTICLE, encoding="utf-8")
    with Project.open(root) as project:
        translation = project.open_document("a.txt")
        translation.edit(0, "The bus came at eight. Nobody got on.")
        translation.accept(0)
        translation.save()
    monkeypatch.chdir(root)
    return root


@pytest.mark.feature("segments, words, characters")
def test_the_sums_stand_first_and_a_line_has_80_columns(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("2 documents; words: what stands between blanks")
    assert max(map(len, lines)) <= 80
    assert "standard lines of 55 characters: 1" in lines
    assert any(line.split() == ["ausland/b.txt", "3", "12", "0%", "0", "0.0"] for line in lines)


@pytest.mark.parametrize(
    ("named", "names"),
    [
        ([], ["a.txt", "ausland/b.txt"]),
        (["sources/a.txt"], ["a.txt"]),
        (["translations/a.yaml"], ["a.txt"]),
        (["sources/ausland"], ["ausland/b.txt"]),
        (["."], ["a.txt", "ausland/b.txt"]),
    ],
)
def test_files_are_named_as_for_check(
    root: Path, capsys: pytest.CaptureFixture[str], named: list[str], names: list[str]
) -> None:
    assert main(["stats", "--format", "json", *named]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in told["documents"]] == names
    assert told["total"]["german"]["words"] == 12 * len(names)


@pytest.mark.feature("figures for other programs")
def test_json_tells_states_bands_and_lines(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["stats", "--format", "json", "--rule", "omegat", "--line", "60"])
    told = json.loads(capsys.readouterr().out)
    assert (told["rule"], told["line"], told["lines"], told["looked_up"]) == ("omegat", 60, 1, True)
    first, second = told["documents"]
    assert first["states"]["reviewed"]["segments"] == 2
    assert first["bands"]["repetition here"]["words"] == 3
    assert second["bands"]["repetition elsewhere"]["segments"] == 2


def test_without_bands_nothing_is_looked_up(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--no-bands"]) == 0
    told = capsys.readouterr().out
    assert "Repetitions" in told
    assert "Match bands" not in told


def test_csv_is_one_table_with_numbers(root: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["stats", "--format", "csv"]) == 0
    rows = list(csv.reader(io.StringIO(capsysbinary.readouterr().out.decode("utf-8-sig"))))
    assert rows[0][:5] == ["document", "of", "which", "segments", "paragraphs"]
    assert ["all documents", "German", "all", "6", "4", "24"] in [row[:6] for row in rows]


@pytest.mark.feature("figures for other programs")
def test_xlsx_has_a_sheet_for_each_question(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "--format", "xlsx", "-o", "figures.xlsx"]) == 0
    assert capsys.readouterr().out == "figures.xlsx\n"
    workbook = load_workbook(root / "figures.xlsx")
    assert workbook.sheetnames == ["Documents", "States", "Match bands", "Drafts", "Time"]
    assert [cell.value for cell in workbook["Documents"][4]][:4] == ["all documents", 6, 4, 24]
    assert main(["stats", "-o", "figures.xlsx"]) == 2
    assert "is there already" in capsys.readouterr().err


def test_no_name_is_a_formula_and_the_same_tables_are_the_same_file() -> None:
    table = Table("Documents", ("document", "words"), (("=1+1.txt", 3), ("-fähig.txt", 1.5), ("a", None)))
    assert xlsx([table]) == xlsx([table])
    sheet = load_workbook(io.BytesIO(xlsx([table])))["Documents"]
    assert [(cell.value, cell.data_type) for cell in sheet["A"][1:]] == [
        ("=1+1.txt", "s"),
        ("-fähig.txt", "s"),
        ("a", "s"),
    ]
    assert (sheet["B2"].value, sheet["B3"].value) == (3, 1.5)
    assert b"'=1+1.txt,3" in as_csv(table)


def test_what_cannot_be_counted_is_one_line(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "c.txt").write_text(ARTICLE, encoding="utf-8")
    for arguments, words in (
        (["sources/nowhere.txt"], "nowhere.txt"),
        (["sources/a.txt", str(other / "c.txt")], "belongs to another project"),
        (["-o", "nowhere/figures.txt"], "nowhere"),
    ):
        assert main(["stats", *arguments]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.count("\n") == 1
        assert words in told.err


def test_a_document_that_cannot_be_read_does_not_stop_the_others(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "translations" / "a.yaml").write_text("paragraphs: [\n", encoding="utf-8")
    assert main(["stats"]) == 2
    told = capsys.readouterr()
    assert told.out.startswith("1 document;")
    assert "a.yaml" in told.err


@pytest.mark.parametrize("name", ["empty", "x.docx"])
def test_a_folder_without_an_article_is_told_as_one(root: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "sources" / name).mkdir()
    assert main(["stats", f"sources/{name}"]) == 2
    assert f"sources/{name}: is a folder without an article" in capsys.readouterr().err
