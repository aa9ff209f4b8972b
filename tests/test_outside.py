"""`workbench find --outside`: words in files that are of no project, of every format that is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.desk import desk_on
from tests.session_material import make
from workbench.cli import main

XLIFF = """\
<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="de" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>Der Hafen liegt still.</source><target>The port lies idle.</target></trans-unit>
</body></file></xliff>
"""
ENGLISH = """\
The harbours of the north were going to be closed, because nobody had paid for them since the spring. What would
become of the ships that were still there was not known to the owners, who had been told about it only a few days
before they were expected.
"""


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is no project, with files of several formats and one that cannot be read."""
    folder = tmp_path / "archive"
    (folder / "2025").mkdir(parents=True)
    (folder / "alt.txt").write_text("Niemand kam.\n\nDie Häfen sind zu.\n", encoding="utf-8")
    (folder / "2025" / "ship.md").write_text(f"# News\n\n{ENGLISH}", encoding="utf-8")
    (folder / "2025" / "auftrag.xlf").write_text(XLIFF, encoding="utf-8")
    (folder / "2025" / "bild.png").write_bytes(b"\x89PNG")
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.mark.feature("search in files outside of the project")
def test_a_folder_is_looked_through_with_its_subfolders(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "haf", "--outside", "archive"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "archive/2025/auftrag.xlf ¶1 german: Der [Haf]en liegt still.",
    ]
    assert main(["find", "Hafen", "--forms", "--outside", "archive"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "archive/alt.txt ¶2 german: Die [Häfen] sind zu.",
        "archive/2025/auftrag.xlf ¶1 german: Der [Hafen] liegt still.",
    ]


@pytest.mark.feature("search in files outside of the project")
def test_files_of_any_format_are_named_and_english_is_found_as_english(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(archive / "2025" / "ship.md"), str(archive / "2025" / "auftrag.xlf")]
    outside = [word for file in files for word in ("--outside", file)]
    assert main(["find", "go", "--forms", "--in", "english", *outside, "--format", "json"]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["document"], found["paragraph"], found["field"]) == (files[0], 2, "english")
    assert [found["text"][place["start"] : place["end"]] for place in found["places"]] == ["going"]
    assert main(["find", "idle port", "--any-order", *outside]) == 0
    assert capsys.readouterr().out == f"{files[1]} ¶1 english: The [port] lies [idle].\n"


def test_what_cannot_be_read_is_told_and_the_rest_is_looked_through(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive / "kaputt.docx").write_bytes(b"no zip")
    (archive / "scan.pdf").write_bytes(b"%PDF-1.4")
    assert main(["find", "niemand", "--outside", "archive"]) == 2
    told = capsys.readouterr()
    assert told.out == "archive/alt.txt ¶1 german: [Niemand] kam.\n"
    assert "kaputt.docx" in told.err
    assert "scan.pdf: a PDF file is no article as it is" in told.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--outside", "nowhere"], "nowhere: there is no such file"),
        (["--outside", "archive/2025/bild.png"], "bild.png: cannot read .png files"),
        (["--outside", "empty"], "empty: there is no file in it that is read"),
        (["--outside", "archive", "--state", "new"], "--outside: does not go with --state, which is of a project"),
        (["archive/alt.txt", "--outside", "archive"], "--outside: does not go with FILE, which is of a project"),
        (["--outside", "archive", "--replace", "y"], "--outside: does not go with --replace"),
    ],
)
def test_what_cannot_be_is_one_line(
    archive: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive.parent / "empty").mkdir()
    assert main(["find", "x", *arguments]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert said in err


def test_it_is_read_only_and_needs_no_project(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sorted(archive.parent.rglob("*"))
    monkeypatch.chdir(archive / "2025")
    assert main(["find", "Hafen", "--outside", "."]) == 0
    assert main(["find", "Häfen", "--outside", ".."]) == 0
    assert sorted(archive.parent.rglob("*")) == before


def test_nothing_found_is_exit_1(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", "Brüssel", "--outside", "archive"]) == 1
    assert capsys.readouterr() == ("", "workbench: “Brüssel” was not found\n")


@pytest.mark.feature("search in files outside of the project")
async def test_f9_looks_there_on_the_screen_also_in_a_burst_and_the_project_is_searched_again_after(
    archive: Path, tmp_path: Path
) -> None:
    (tmp_path / "news").mkdir()
    make(tmp_path / "news")
    async with desk_on(tmp_path / "news") as desk:
        await desk.burst("A", "f2", "f2", "f9", *"nowhere", "enter")
        assert "there is no such file or folder" in desk.shown()
        await desk.press("ctrl+u")
        await desk.burst(*"archive", "enter", *"Hafen", "enter")
        await desk.settled()
        assert "2 places in 2 documents" in desk.shown()
        assert "archive/alt.txt ¶2\n" in "\n".join(line.rstrip(" ▌") for line in desk.shown().split("\n")) + "\n"
        assert "F2 any form  F3 German and English  F5 any capitals  F9 archive" in desk.shown()
        await desk.press("enter")
        assert "This file is no article of this project" in desk.shown()
        await desk.press("R")
        assert "Outside of the project nothing is replaced." in desk.shown()
        await desk.press("f9", "ctrl+u", "enter")
        await desk.settled()
        assert "“Hafen” was not found" in desk.shown()
        await desk.press("escape")
        assert desk.app.screen is desk.screen
