"""Tables in a project: handed over, English that is in them, and the columns that were chosen."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.exported import exported
from tests.table_material import CSV, SHEET
from tests.xlsx_files import Value, rich, workbook
from workbench.cli import main
from workbench.problem import WorkbenchError
from workbench.project import Project, make_project
from workbench.project.settings.line_below import with_line_below
from workbench.project.settings.settings import choose_columns
from workbench.translation import State


@pytest.mark.feature("spreadsheets")
@pytest.mark.parametrize(("name", "column"), [("a.csv", 2), ("a.xlsx", 1)])
def test_the_english_is_handed_over_in_the_table(tmp_path: Path, name: str, column: int) -> None:
    root = make_project(tmp_path / "project").root
    data = CSV.encode() if name == "a.csv" else workbook({"Eins": SHEET[:3]})
    (root / "sources" / name).write_bytes(data)
    with Project.open(root) as project:
        translation = project.open_document(name)
        for index, record in enumerate(translation.paragraphs):
            translation.edit(index, f"Number {index}: {len(record.german)}")
            translation.accept(index)
        made = exported(project, translation, name.rpartition(".")[2], "english").read_bytes()
    assert b"Number 0" in made or "Number 0" in str(load_workbook(io.BytesIO(made))["Eins"]["B2"].value)


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_english_that_is_in_the_table_is_taken_up_and_stays_until_it_is_changed(tmp_path: Path, name: str) -> None:
    root = make_project(tmp_path / "project").root
    csv_data = b'de,en\r\nDie Lage,"The  situation"\r\nDas Ende,Das Ende\r\nDer Anfang,begin\r\n'
    rows: list[list[Value]] = [["de", "en"], ["Die Lage", rich("The  ", ("b", "situation"))], ["Das Ende", "Das Ende"]]
    data = csv_data if name == "a.csv" else workbook({"Eins": [*rows, ["Der Anfang", "begin"], ["Ein Tag", 12.5]]})
    (root / "sources" / name).write_bytes(data)
    with Project.open(root) as project:
        translation = project.open_document(name)
        there = translation.paragraphs
        assert [(p.english, p.state) for p in there[:3]] == [
            ("The situation", State.TRANSLATED),
            ("", State.NEW),
            ("begin", State.TRANSLATED),
        ]
        told = " ".join(map(str, translation.remarks))
        assert "2 cells have a text already, which is taken as English" in told
        assert ("1 figure or date, which the English will replace" in told) == (name == "a.xlsx")
        translation.edit(2, "The beginning")
        for index in range(1, len(there)):
            translation.edit(index, translation.paragraphs[index].english or "Number")
            translation.accept(index)
        made = exported(project, translation, name.rpartition(".")[2], "english").read_bytes()
    if name == "a.csv":
        assert made == csv_data.replace(b"Ende,Das Ende", b"Ende,Number").replace(b"begin", b"The beginning")
        return
    english = [cell.value for cell in load_workbook(io.BytesIO(made), rich_text=True)["Eins"]["B"]]
    assert english == ["en", rich("The  ", ("b", "situation")), "Number", "The beginning", "Number"]


def test_the_choice_of_columns_changes_no_other_line_of_the_settings() -> None:
    text = "# ours\ncolumns:  # of tables\n    'a.csv': B\n    b.csv: C > D\nstyle: guardian"
    assert with_line_below(text, "columns", "b.csv", "A") == text.replace("C > D", "A") + "\n"
    assert with_line_below(text, "columns", "a.csv", '"D > E"') == text.replace("'a.csv': B", 'a.csv: "D > E"') + "\n"
    assert with_line_below(text, "columns", "neu.csv", "A").splitlines()[2] == "    neu.csv: A"


def test_columns_that_cannot_be_put_among_those_there_are_leave_the_settings_as_they_were(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project").root
    file = root / "project.yaml"
    for text in ("columns: {b.csv: C}\n", '"columns":\n  b.csv: C\n', "columns:\n  b.csv: C\n  - D\n"):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(WorkbenchError):
            choose_columns(root, "a.csv", "B > C")
        assert file.read_text(encoding="utf-8") == text
    file.write_bytes(b"columns:\r\n  b.csv: C\r\n")
    choose_columns(root, "a.csv", "B")
    assert file.read_bytes() == b"columns:\r\n  a.csv: B\r\n  b.csv: C\r\n"


def test_a_table_is_an_article_only_in_sources_and_its_columns_are_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = tmp_path / "plain"
    plain.mkdir()
    (plain / "glossary.csv").write_text("de,en\nDie Lage,situation\n", encoding="utf-8")
    (plain / "gipfel.txt").write_text("Die Lage ist ruhig.\n", encoding="utf-8")
    with Project.open(plain) as project:
        assert project.names() == ("gipfel.txt",)
    root = make_project(tmp_path / "project").root
    (root / "project.yaml").write_text("# Our style\nstyle: guardian\n", encoding="utf-8")
    file = tmp_path / "namen und mehr.csv"
    file.write_text("Nr.,Text\n1,Die Lage in Kiew ist heute ruhig.\n", encoding="utf-8")
    assert main(["import", str(file), "--project", str(root)]) == 2
    assert "there are A “Nr.”, B “Text” – say so: workbench import FILE" in capsys.readouterr().err
    assert main(["import", str(file), "--project", str(root), "--column", "Text", "--into", "C"]) == 0
    again = str(root / "sources" / file.name)
    assert main(["import", again, "--project", str(root), "--column", "B", "--into", "D"]) == 0
    settings = (root / "project.yaml").read_text(encoding="utf-8")
    assert settings == '# Our style\nstyle: guardian\ncolumns:\n  namen und mehr.csv: "B > D"\n'
    with Project.open(root) as project:
        assert project.settings.style.name == "guardian"
        assert not project.settings_problems
        assert [p.place for p in project.read_source(file.name).paragraphs] == ["B2>D2"]
        assert project.open_document(file.name).english_path.name == "namen und mehr.csv.en.txt"
