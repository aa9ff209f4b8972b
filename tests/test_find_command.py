"""`workbench find`: words in all documents on the command line, as text and as JSON, and replacing them."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from tests.session_material import make
from workbench.cli import main
from workbench.project import Project


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make(tmp_path)
    with Project.open(tmp_path) as project:
        translation = project.open_document("a.txt")
        translation.edit(0, "The CSTO met in Minsk on Thursday, the agency reported.")
        translation.edit(2, "The CSTO wants to meet in Kiev again, it said.")
        translation.accept(2)
        translation.set_note(2, "Who said it?")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_line_a_place_with_the_words_in_brackets(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "csto", "--in", "english"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "a.txt ¶1 english: The [CSTO] met in Minsk on Thursday, the agency reported.",
        "a.txt ¶3 english: The [CSTO] wants to meet in Kiev again, it said.",
    ]


def test_nothing_found_is_exit_1_and_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "Brussels"]) == 1
    assert capsys.readouterr() == ("", "workbench: “Brussels” was not found\n")


def test_what_there_is_none_of_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "", "b.txt", "--in", "notes"]) == 1
    assert main(["find", "", "--state", "skipped"]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "workbench: there is no note",
        "workbench: there is no such paragraph",
    ]


@pytest.mark.feature("search in notes, by state")
def test_files_forms_notes_and_states(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "wollen", "b.txt", "--forms"]) == 0
    assert capsys.readouterr().out == "b.txt ¶3 german: Die ODKB [will] am Samstag wieder in Kiew tagen, hieß es.\n"
    assert main(["find", "", "--in", "notes"]) == 0
    assert capsys.readouterr().out == "a.txt ¶3 note: Who said it?\n"
    assert main(["find", "met", "--word", "--state", "reviewed"]) == 1


def test_json_has_places_by_character(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", r"\bM\w+", "a.txt", "--regex", "--in", "english", "--capitals", "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["document"], found["paragraph"], found["state"]) == ("a.txt", 1, "translated")
    assert [found["text"][place["start"] : place["end"]] for place in found["places"]] == ["Minsk"]


def test_replacing_shows_what_would_change_and_changes_it_only_when_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = folder / "translations" / "a.yaml"
    before = record.read_bytes()
    assert main(["find", "kiev", "--replace", "Kyiv"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "a.txt ¶3 reviewed: The CSTO wants to meet in [-Kiev-]{+Kyiv+} again, it said.",
        "1 sentence would change: --yes changes them.",
    ]
    assert record.read_bytes() == before
    assert main(["find", "kiev", "--replace", "Kyiv", "--yes"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1 place changed in 1 document."
    with Project.open(folder, read_only=True) as project:
        assert project.open_document("a.txt").paragraphs[2].english == "The CSTO wants to meet in Kyiv again, it said."


def test_a_record_that_cannot_be_written_is_told_and_is_exit_2(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    record = folder / "translations" / "a.yaml"
    before = record.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["find", "kiev", "--replace", "Kyiv", "--yes"]) == 2
    out, err = capsys.readouterr()
    assert out.splitlines()[-1] == "0 places changed in 0 documents."
    assert "a.yaml: cannot be written: the disk is full" in err
    assert record.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["find", "(", "--regex"], "(: this is no pattern: missing ) (character 2) – write \\ before"),
        (["find", ""], "search: there is nothing to look for – type words"),
        (["find", "x", "--yes"], "--yes: there is nothing to replace – say --replace TEXT"),
        (["find", "(x)", "--regex", "--replace", "$2"], "$2: the pattern has no group 2"),
        (["find", "x", "nobody.txt"], "nobody.txt: there is no such article"),
    ],
)
def test_what_cannot_be_is_one_line(
    folder: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err


def test_a_record_that_cannot_be_read_is_told_and_is_exit_2_whatever_else_is_found(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "translations" / "b.yaml").write_text("paragraphs: [\n", encoding="utf-8")
    assert main(["find", "csto", "--in", "english"]) == 2
    told = capsys.readouterr()
    assert told.out.count("[CSTO]") == 2
    assert "b.yaml" in told.err
