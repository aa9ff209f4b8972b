"""What a reviewer put right in a file that came back counts in `workbench learn` and in the list of corrections."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from tests.word_reviewer import Reviewer
from workbench.cli import main
from workbench.project import Draft, Session, make_project
from workbench.project.commands import Accept

SENTENCES = (
    ("Selenskyj dankte den Helfern.", "Selenskyj thanked the helpers."),
    ("Am Abend sprach Selenskyj.", "Selenskyj spoke in the evening."),
    ("Selenskyjs Rede war kurz.", "Selenskyj's speech was short."),
    ("Es regnete.", "It rained."),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose drafts were accepted as they were: nobody here has put anything right."""
    root = tmp_path / "work"
    make_project(root)
    (root / "sources" / "a.txt").write_text("\n\n".join(one for one, _ in SENTENCES) + "\n", encoding="utf-8")
    with Session.open(root) as session:
        session.put_on_desk("a.txt")
        for index, (_, drafted) in enumerate(SENTENCES):
            session.translation.set_draft(index, Draft(drafted, "told"))
            session.do(Accept(index))
        session.save()
    monkeypatch.chdir(root)
    return root


def in_word(file: Path) -> None:
    reviewer = Reviewer(file.read_bytes())
    for row in (1, 2, 3):
        reviewer.change(row, "Selenskyj", "Zelensky")
    file.write_bytes(reviewer.saved)


def in_sheet(file: Path) -> None:
    workbook = load_workbook(file, rich_text=True)
    for row in workbook["Translation"].iter_rows(min_row=2):
        for cell in row[2:4]:
            if isinstance(cell.value, str) and " " in cell.value:
                cell.value = cell.value.replace("Selenskyj", "Zelensky")
    workbook.save(file)


def in_xliff(file: Path) -> None:
    root = etree.fromstring(file.read_bytes())
    for target in root.iter("{*}target"):
        if target.text:
            target.text = target.text.replace("Selenskyj", "Zelensky")
    file.write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


@pytest.mark.feature("corrections become rules")
@pytest.mark.parametrize(("to", "review"), [("docx", in_word), ("xlsx", in_sheet), ("xliff", in_xliff)])
def test_a_reviewers_corrections_in_a_file_are_learnt(
    folder: Path, to: str, review: Callable[[Path], None], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["learn"]) == 1
    back = folder / f"back.{to}"
    assert main(["export", "sources/a.txt", "--what", "bilingual", "--to", to, "-o", str(back)]) == 0
    review(back)
    assert main(["merge", str(back), "--all"]) == 0
    capsys.readouterr()
    assert main(["learn", "--json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["german"], found["english"], found["count"]) == ("Selenskyj", "Zelensky", 3)
    assert found["drafted"] == ["Selenskyj"]
