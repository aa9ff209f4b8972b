"""`workbench doctor` says what is wrong, where, and what to do; and exits 1."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_command_line import workbench


def told(folder: Path) -> tuple[int, str]:
    done = workbench("doctor", cwd=folder)
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_everything_is_in_place(project_folder: Path) -> None:
    status, said = told(project_folder)
    assert (status, said.count("ok   "), said.count("BAD")) == (0, 9, 0)
    assert f"ok   project: {project_folder}, can be written" in said
    assert "ok   articles: 1\n" in said and "ok   dictionary: Ding\n" in said


def test_a_record_that_cannot_be_read(project_folder: Path) -> None:
    (project_folder / "translations").mkdir()
    (project_folder / "translations" / "gipfel.yaml").write_text("source: gipfel.txt\nparagraphs: [\n")
    status, said = told(project_folder)
    assert status == 1
    assert "BAD  articles: 1, 1 of them cannot be read" in said
    assert "gipfel.yaml:3: is not YAML" in said


def test_an_article_that_is_none(project_folder: Path) -> None:
    os.mkfifo(project_folder / "sources" / "rohr.txt")
    (project_folder / "sources" / "weg.txt").symlink_to("nirgends.txt")
    (project_folder / "sources" / "leer.txt").write_text("")
    status, said = told(project_folder)
    assert status == 1
    assert "rohr.txt: is no ordinary file, so it is no article here – move it away, or mend it" in said
    assert "weg.txt: is a symbolic link to nothing, so it is no article here" in said
    assert "leer.txt: the file has no text in it" in said


def test_an_entry_of_the_glossary_that_is_wrong(project_folder: Path) -> None:
    with (project_folder / "glossary.yaml").open("a", encoding="utf-8") as file:
        file.write("- de: Minsk\n  eng: Minsk\n")
    status, said = told(project_folder)
    assert status == 1
    assert "BAD  glossary: 6 entries in force; what is wrong in it: 2" in said
    assert "glossary.yaml:24" in said


def test_links_that_are_refused(project_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (project_folder / "exports").symlink_to(tmp_path / "outside")
    (project_folder / "glossary.yaml").rename(tmp_path / "shared.yaml")
    (project_folder / "glossary.yaml").symlink_to(tmp_path / "shared.yaml")
    status, said = told(project_folder)
    assert status == 1
    assert "BAD  project: " in said
    assert f"exports: is a symbolic link (to {tmp_path / 'outside'}), and nothing is written through it" in said
    assert f"glossary.yaml: is a symbolic link to {tmp_path / 'shared.yaml'}: it is read, and not written" in said


HOLD = """
import sys
from pathlib import Path
from workbench.project import Project
with Project.open(Path(sys.argv[1])) as project:
    print("open", flush=True)
    sys.stdin.read()
"""


def test_another_workbench_in_the_same_project(project_folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(project_folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "open\n"
        status, said = told(project_folder)
        other.stdin.close()
    assert status == 1
    assert f"read-only: another workbench is working on this project (process {other.pid} on " in said
    assert "– close the other workbench" in said


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(project_folder: Path) -> None:
    project_folder.chmod(0o555)
    try:
        status, said = told(project_folder)
    finally:
        project_folder.chmod(0o755)
    assert status == 1
    assert "nothing can be written in" in said


def test_a_folder_that_is_no_project(tmp_path: Path) -> None:
    status, said = told(tmp_path)
    assert status == 1
    assert "BAD  project: " in said
    assert re.search(r"make a project: .*workbench init DIR", said)
