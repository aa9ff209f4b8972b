"""`workbench learn`: what was put right more than twice, over all documents, and into the glossary with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.corrected_material import corrected
from workbench.cli.main import main
from workbench.project import Session


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project in which a name was put right three times, in two documents, and a term twice."""
    return corrected(tmp_path / "work", glossary="- {de: Minsk, en: Minsk}\n")


def learn(*arguments: str) -> int:
    return main(["learn", *arguments])


def test_it_lists_what_was_put_right_more_than_twice(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert learn(str(folder)) == 0
    said = capsys.readouterr().out
    assert "1    3 ×  Selenskyj  Selenskyj → Zelensky" in said
    assert "Grenzkomitee" not in said
    assert learn(str(folder), "--least", "2", "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["german"], row["english"], row["count"]) for row in rows] == [
        ("Selenskyj", "Zelensky", 3),
        ("Grenzkomitee", "State Border Committee", 2),
    ]
    assert rows[0]["places"][2] == {"document": "zwei.txt", "paragraph": 1}


def test_a_match_that_had_been_put_in_by_itself_is_no_draft_that_was_put_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = corrected(tmp_path / "matches", glossary="- {de: Minsk, en: Minsk}\n", of_matches=True)
    assert learn(str(folder), "--least", "2") == 1
    assert "No name or term was put right 2 times" in capsys.readouterr().out


def test_add_shows_what_would_be_written_and_writes_it_when_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "glossary.yaml").read_text(encoding="utf-8")
    assert learn(str(folder), "--add", "1", "--dry-run") == 0
    said = capsys.readouterr().out
    assert "en: Zelensky" in said
    assert "nothing is written (--dry-run)" in said
    assert (folder / "glossary.yaml").read_text(encoding="utf-8") == before
    assert learn(str(folder), "--add", "all", "--yes") == 0
    assert "en: Zelensky" in (folder / "glossary.yaml").read_text(encoding="utf-8")
    capsys.readouterr()
    assert learn(str(folder)) == 1
    assert "No name or term was put right 3 times that the glossary has not." in capsys.readouterr().out


def test_without_somebody_to_ask_nothing_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "glossary.yaml").read_text(encoding="utf-8")
    assert learn(str(folder), "--add", "1") == 2
    assert "say --yes" in capsys.readouterr().err
    assert (folder / "glossary.yaml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize("arguments", [("--add", "2", "--yes"), ("--yes",)])
def test_what_cannot_be_is_told_in_a_line(
    folder: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert learn(str(folder), *arguments) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_what_a_reviewer_put_right_counts_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from workbench.project import Correction
    from workbench.project.commands import TakeOver
    from workbench.text import Inline

    with Session.open(folder) as session:
        session.put_on_desk("zwei.txt")
        for index in (1, 2):
            now = session.paragraphs[index].target
            theirs = Inline(now.text.replace("State Border Committee", "State Frontier Committee"))
            german = session.paragraphs[index].source
            session.do(TakeOver((Correction(index, "change", german, now, theirs, now),)))
        session.save()
    assert learn(str(folder), "--least", "2", "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    found = next(row for row in rows if row["german"] == "Grenzkomitee")
    assert found["english"] == "State Frontier Committee"
    assert set(found["drafted"]) == {"border committee", "State Border Committee"}
