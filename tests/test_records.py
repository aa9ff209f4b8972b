"""All documents of a project, as they would be opened now: read once for each state of their files."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.problem import WorkbenchError
from workbench.project import Project
from workbench.project.records import Kept, Records
from workbench.translation import ParagraphRecord, TranslationRecord


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "a.txt").write_text("Niemand kam.\n\nAlle gingen.\n", encoding="utf-8")
    (sources / "b.txt").write_text("Niemand ging.\n", encoding="utf-8")
    (tmp_path / "glossary.yaml").write_text("", encoding="utf-8")
    with Project.open(tmp_path) as project:
        translation = project.open_document("a.txt")
        translation.edit(0, "Nobody came.")
        translation.accept(0)
    return tmp_path


def read(folder: Path, name: str) -> TranslationRecord:
    with Project.open(folder) as project:
        return Records(project, None).record(name)


def test_a_document_is_as_it_would_be_opened_begun_or_not(folder: Path) -> None:
    with Project.open(folder) as project:
        records = Records(project, None)
        assert records.names == ("a.txt", "b.txt")
        assert [(name, [p.english for p in paragraphs]) for name, paragraphs in records.each()] == [
            ("a.txt", ["Nobody came.", ""]),
            ("b.txt", [""]),
        ]
        opened = project.open_document("a.txt").record
        assert records.record("a.txt") == opened
        assert records.record("a.txt").ids == opened.ids


def test_the_document_on_the_desk_is_as_it_is_there(folder: Path) -> None:
    with Project.open(folder) as project:
        translation = project.open_document("a.txt")
        translation.edit(1, "All went.")
        assert Records(project, translation.record).paragraphs("a.txt")[1].english == "All went."
        assert Records(project, None).paragraphs("a.txt")[1].english == ""


def test_a_file_is_read_again_when_it_has_changed_and_not_before(folder: Path) -> None:
    first = read(folder, "a.txt")
    assert read(folder, "a.txt") is first
    (folder / "sources" / "a.txt").write_text("Neu.\n\nNiemand kam.\n", encoding="utf-8")
    assert [p.english for p in read(folder, "a.txt").paragraphs] == ["", "Nobody came."]
    record = folder / "translations" / "a.yaml"
    record.write_bytes(record.read_bytes().replace(b"Nobody came.", b"No one came."))
    assert [p.english for p in read(folder, "a.txt").paragraphs] == ["", "No one came."]


def test_a_table_is_read_again_when_other_columns_are_chosen(folder: Path) -> None:
    (folder / "sources" / "t.csv").write_text("alt,neu\nErster Satz.,Zweiter Satz.\n", encoding="utf-8")
    found = []
    for column in ("alt", "neu"):
        (folder / "project.yaml").write_text(f"columns:\n  t.csv: {column}\n", encoding="utf-8")
        found.append([p.german for p in read(folder, "t.csv").paragraphs][-1])
    assert found == ["Erster Satz.", "Zweiter Satz."]


def test_what_cannot_be_read_is_told_and_the_others_are_given(folder: Path) -> None:
    (folder / "translations" / "a.yaml").write_text("paragraphs: [", encoding="utf-8")
    with Project.open(folder) as project:
        records = Records(project, None)
        assert [name for name, _ in records.each()] == ["b.txt"]
        assert ["a.yaml" in str(problem) for problem in records.problems] == [True]
        with pytest.raises(WorkbenchError, match=r"a\.yaml"):
            records.record("a.txt")


def test_of_what_was_read_the_last_are_kept_up_to_so_many_characters() -> None:
    kept = Kept(most=25)
    one = TranslationRecord("x", (ParagraphRecord("zehn Buch.", ""),))
    for name in ("a", "b"):
        kept.put(Path(name), 1, one)
    assert kept.get(Path("a"), 1) is one
    kept.put(Path("c"), 1, one)
    assert [kept.get(Path(name), 1) is one for name in "abc"] == [True, False, True]
    assert kept.get(Path("a"), 2) is None
    kept.put(Path("a"), 2, one)
    assert (kept.get(Path("a"), 2), kept.characters) == (one, 20)
    kept.put(Path("large"), 1, TranslationRecord("x", (ParagraphRecord("x" * 30),)))
    assert (kept.get(Path("large"), 1), kept.characters) == (None, 20)
