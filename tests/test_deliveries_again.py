"""What goes out a second time, the changes alone; what goes to the editor, the queries; and the credit line below."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from lxml import html

from tests.test_command_line import one_clear_line, workbench
from workbench.export import FORMATS, Delivery, render
from workbench.glossary import Glossary
from workbench.project import Project
from workbench.translation import ParagraphRecord, State, TranslationRecord

RECORD = TranslationRecord(
    "gipfel.txt",
    (
        ParagraphRecord(
            "Die Lage ist ruhig.", "The situation is calm.", State.REVIEWED, note="Which town?\nSee page 3"
        ),
        ParagraphRecord("„Wir gehen“, sagte er.", "“We are leaving,” he said.", State.DRAFT, note="Original wanted"),
        ParagraphRecord("Niemand kam.", "Nobody came.", State.REVIEWED),
        ParagraphRecord("1/6", state=State.SKIPPED, note="Why?"),
    ),
)


@pytest.fixture
def reviewed(project_folder: Path) -> Path:
    with Project.open(project_folder) as project:
        translation = project.open_document("gipfel.txt")
        for index in range(len(translation.paragraphs)):
            translation.edit(index, f"English {index + 1}")
            translation.accept(index)
        translation.save()
    return project_folder


def one_line_of(told: str) -> str:
    (line,) = told.splitlines()
    return line


def english(folder: Path) -> str:
    return (folder / "exports" / "gipfel.en.txt").read_text(encoding="utf-8")


@pytest.mark.feature("only what has changed since the last delivery")
def test_the_second_delivery_can_be_the_changes_alone(reviewed: Path) -> None:
    assert workbench("export", "sources/gipfel.txt", cwd=reviewed).returncode == 0
    with Project.open(reviewed) as project:
        translation = project.open_document("gipfel.txt")
        translation.edit(2, "Another English")
        translation.accept(2)
        translation.save()
    assert workbench("export", "sources/gipfel.txt", "--only", "changed", cwd=reviewed).returncode == 0
    assert english(reviewed).split("\n\n") == ["Another English\n"]
    assert workbench("export", "sources/gipfel.txt", cwd=reviewed).returncode == 0
    assert "English 1" in english(reviewed)


def test_what_is_unchanged_is_never_told_as_not_reviewed(reviewed: Path) -> None:
    with Project.open(reviewed) as project:
        translation = project.open_document("gipfel.txt")
        translation.edit(0, "Not reviewed any more")
        translation.save()
        count = len(translation.paragraphs)
    assert workbench("export", "sources/gipfel.txt", cwd=reviewed).returncode == 0
    with Project.open(reviewed) as project:
        translation = project.open_document("gipfel.txt")
        translation.edit(2, "Another English")
        translation.accept(2)
        translation.save()
    done = workbench("export", "sources/gipfel.txt", "--only", "changed", "--to", "html", cwd=reviewed)
    told = f"{count - 1} of {count} paragraphs are unchanged since the last delivery and left out: 1, 2"
    assert told in one_line_of(done.stderr)
    page = (reviewed / "exports" / "gipfel.de-en.html").read_text(encoding="utf-8")
    assert f"{count} paragraphs, 1 reviewed. {count - 1} unchanged since the last delivery and left out: 1, 2" in page
    assert "not reviewed" not in page.lower()


def test_a_list_of_queries_has_no_marks_and_tells_of_none(reviewed: Path) -> None:
    with Project.open(reviewed) as project:
        translation = project.open_document("gipfel.txt")
        translation.edit(0, "Not reviewed any more")
        translation.save()
    done = workbench("export", "sources/gipfel.txt", "--what", "queries", cwd=reviewed)
    assert (done.returncode, done.stderr) == (0, "")


def test_without_a_delivery_before_or_a_change_since_that_is_one_clear_line(reviewed: Path) -> None:
    done = workbench("export", "sources/gipfel.txt", "--only", "changed", cwd=reviewed)
    assert "was not handed over before on this machine" in one_clear_line(done)
    assert workbench("export", "sources/gipfel.txt", cwd=reviewed).returncode == 0
    done = workbench("export", "sources/gipfel.txt", "--only", "changed", cwd=reviewed)
    assert "has not changed since it was handed over" in one_clear_line(done)


def test_what_is_gone_since_the_last_delivery_is_told(reviewed: Path) -> None:
    article = reviewed / "sources" / "gipfel.txt"
    assert workbench("export", "sources/gipfel.txt", cwd=reviewed).returncode == 0
    first, second, *rest = article.read_text(encoding="utf-8").split("\n\n")
    article.write_text("\n\n".join((first, *rest)), encoding="utf-8")
    done = workbench("export", "sources/gipfel.txt", "--only", "changed", cwd=reviewed)
    told = one_clear_line(done)
    assert "has nothing new since it was handed over" in told
    assert f"taken out: 2 “{second[:20]}" in told
    article.write_text("\n\n".join((first, "Das ist ganz und gar neu hier.", *rest)), encoding="utf-8")
    done = workbench("export", "sources/gipfel.txt", "--only", "changed", "--to", "html", cwd=reviewed)
    assert f"since the last delivery, too: taken out: 2 “{second[:20]}" in done.stderr
    page = (reviewed / "exports" / "gipfel.de-en.html").read_text(encoding="utf-8")
    assert f"Since the last delivery, too: taken out: 2 “{second[:20]}" in page


def test_the_credit_line_of_the_style_stands_below_the_english_and_nowhere_else(reviewed: Path) -> None:
    (reviewed / "project.yaml").write_text("style:\n  credit: Translated by A. Weber from {source}\n")
    done = workbench("export", "sources/gipfel.txt", "--to", "txt,md,html", "--what", "english", cwd=reviewed)
    assert done.returncode == 0, done.stderr
    assert english(reviewed).rstrip().splitlines()[-1] == "Translated by A. Weber from gipfel.txt"
    for path in (reviewed / "exports").iterdir():
        assert path.read_text(encoding="utf-8").count("Translated by A. Weber") == 1
    done = workbench("export", "sources/gipfel.txt", "--to", "html", "--what", "bilingual", cwd=reviewed)
    assert "A. Weber" not in (reviewed / "exports" / "gipfel.de-en.html").read_text(encoding="utf-8")


@pytest.mark.feature("questions for the editor")
@pytest.mark.parametrize("to", [name for name, one in FORMATS.items() if one.queries])
def test_queries_are_originals_wanted_first_then_questions_then_notes(to: str) -> None:
    data = render(Delivery(RECORD, Glossary()), to, "queries")
    if to == "docx":
        table = Document(io.BytesIO(data)).tables[0]
        assert [cell.text for cell in table.rows[0].cells] == ["No.", "German", "English", "Query", "Answer"]
        assert [row.cells[0].text for row in table.rows[1:]] == ["2", "1"]
        assert table.rows[2].cells[3].text == "Which town?\nNote: See page 3"
        text = "\n".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)
    else:
        text = data.decode()
        assert text.index("as they were said.") < text.index("Which town?") < text.index("See page 3")
        assert "Niemand kam" not in text and "Why?" not in text
    assert "2 queries, 1 of them for words as they were said, and 1 note." in text


def test_the_page_of_queries_names_as_many_columns_as_it_has() -> None:
    page = html.document_fromstring(render(Delivery(RECORD, Glossary()), "html", "queries").decode())
    (table,) = page.iter("table")
    assert {len(row) for row in table.iter("tr")} == {5}
    assert sum(int(col.get("span", "1")) for col in table.iter("col")) == 5


def test_the_list_of_queries_goes_out_by_the_command(reviewed: Path) -> None:
    with Project.open(reviewed) as project:
        translation = project.open_document("gipfel.txt")
        translation.set_note(1, "Is this the same man?")
    done = workbench("export", "sources/gipfel.txt", "--what", "queries", cwd=reviewed)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (reviewed / "exports").iterdir()] == ["gipfel.queries.docx"]
