"""Handing over to a place the user names: never over the project's own files, never unasked over another file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exported import exported
from tests.test_command_line import one_clear_line, workbench
from workbench.problem import WorkbenchError
from workbench.project import Project
from workbench.project.folder.layout import make_project


@pytest.fixture
def begun(project_folder: Path) -> Path:
    with Project.open(project_folder) as project:
        translation = project.open_document("gipfel.txt")
        translation.edit(0, "Summit in Yerevan without result")
        translation.accept(0)
        translation.save()
        project.set(theme="textual-light")
    (project_folder / "project.yaml").write_text("package: ''\n")
    return project_folder


OWN = (
    "glossary.yaml",
    "project.yaml",
    "sources/gipfel.txt",
    "translations/gipfel.yaml",
    "translations/gipfel.en.txt",
    ".workbench/settings.yaml",
)
WAYS = ("itself", "dots", "link", "hard link", "linked folder", "link to a link")


def by(way: str, own: Path, elsewhere: Path) -> Path:
    """Another path to the same file."""
    if way == "dots":
        return own.parent / ".." / own.parent.name / own.name
    if way == "link":
        (elsewhere / "a").symlink_to(own)
    elif way == "hard link":
        os.link(own, elsewhere / "a")
    elif way == "linked folder":
        (elsewhere / "folder").symlink_to(own.parent)
        return elsewhere / "folder" / own.name
    elif way == "link to a link":
        (elsewhere / "b").symlink_to(own)
        (elsewhere / "a").symlink_to(elsewhere / "b")
    return own if way == "itself" else elsewhere / "a"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("own", OWN)
def test_the_projects_own_files_are_refused_by_whatever_path(begun: Path, tmp_path: Path, own: str, way: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    before = (begun / own).read_bytes()
    with Project.open(begun) as project:
        translation = project.open_document("gipfel.txt")
        output = by(way, begun / own, tmp_path / "elsewhere")
        with pytest.raises(WorkbenchError, match="project's own files"):
            exported(project, translation, "txt", "english", output, replace=True)
    assert (begun / own).read_bytes() == before


@pytest.mark.parametrize("folder", ["sources", "translations", ".workbench", "translations/new"])
def test_nothing_new_comes_to_lie_among_them_either(begun: Path, folder: str) -> None:
    with Project.open(begun) as project:
        translation = project.open_document("gipfel.txt")
        with pytest.raises(WorkbenchError, match="project's own files"):
            exported(project, translation, "txt", "english", begun / folder / "new.txt")
    assert not (begun / folder / "new.txt").exists()


@pytest.mark.parametrize("own", ["glossary.yaml", "sources/a.txt", "translations/new.yaml", ".workbench/x"])
def test_nor_do_the_files_of_another_project(begun: Path, tmp_path: Path, own: str) -> None:
    other = make_project(tmp_path / "other").root
    (other / "sources" / "a.txt").write_text("Guten Tag.")
    before = {path: path.read_bytes() for path in other.rglob("*") if path.is_file()}
    with Project.open(begun) as project:
        translation = project.open_document("gipfel.txt")
        with pytest.raises(WorkbenchError, match="another project's own files"):
            exported(project, translation, "txt", "english", other / own, replace=True)
        exported(project, translation, "txt", "english", other / "exports" / "gipfel.en.txt")
    (other / "exports" / "gipfel.en.txt").unlink()
    assert {path: path.read_bytes() for path in other.rglob("*") if path.is_file()} == before


def test_a_source_that_is_a_link_is_not_written_where_it_leads(begun: Path, tmp_path: Path) -> None:
    article = tmp_path / "gipfel.txt"
    (begun / "sources" / "gipfel.txt").rename(article)
    (begun / "sources" / "gipfel.txt").symlink_to(article)
    before = article.read_bytes()
    with Project.open(begun) as project:
        translation = project.open_document("gipfel.txt")
        with pytest.raises(WorkbenchError, match="project's own files"):
            exported(project, translation, "txt", "english", article, replace=True)
    assert article.read_bytes() == before


def test_another_file_is_replaced_only_when_it_is_said(begun: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Anna")
    command = ("export", "sources/gipfel.txt", "--to", "txt", "-o", letter)
    refused = workbench(*command, cwd=begun)
    assert refused.returncode == 2
    assert refused.stderr.splitlines()[-1].endswith("is there already – choose another name, or say --replace")
    assert letter.read_text() == "Dear Anna"
    assert workbench(*command, "--replace", cwd=begun).returncode == 0
    assert letter.read_text().startswith("Summit in Yerevan")


def test_the_programs_own_earlier_export_is_replaced_without_asking(begun: Path) -> None:
    for output in ([], ["-o", "exports/gipfel.en.txt"], ["-o", begun / "exports" / "gipfel.en.txt"]):
        done = workbench("export", "sources/gipfel.txt", "--to", "txt", *output, cwd=begun)
        assert done.returncode == 0, done.stderr
    (begun / "exports" / "letter.txt").write_text("Dear Anna")
    done = workbench("export", "sources/gipfel.txt", "--to", "txt", "-o", "exports/letter.txt", cwd=begun)
    assert done.returncode == 2


def test_standard_output_takes_a_text_and_no_office_document(begun: Path) -> None:
    done = workbench("export", "sources/gipfel.txt", "--to", "html", "-o", "-", cwd=begun)
    assert done.stdout.startswith("<!doctype html>")
    assert not (begun / "exports").exists()
    done = workbench("export", "sources/gipfel.txt", "--to", "docx", "-o", "-", cwd=begun)
    assert (done.returncode, done.stdout) == (2, "")
    assert "docx is no text – name a file" in done.stderr


@pytest.mark.parametrize("place", ["/dev/stdout", "/dev/fd/1", "/dev/null", "pipe"])
def test_what_is_no_file_is_refused(begun: Path, tmp_path: Path, place: str) -> None:
    os.mkfifo(begun / "pipe")
    with (tmp_path / "taken").open("wb") as out:
        command = [sys.executable, "-m", "workbench", "export", "sources/gipfel.txt", "--to", "txt", "-o", place]
        done = subprocess.run(
            [*command, "--replace"], cwd=begun, stdout=out, stderr=subprocess.PIPE, text=True, timeout=60, check=False
        )
    assert done.returncode == 2
    assert "is a device, a pipe or a stream, not a file" in done.stderr.splitlines()[-1]
    assert (tmp_path / "taken").read_bytes() == b""


def test_a_format_there_is_not_is_the_only_thing_told(begun: Path) -> None:
    assert "docx" in one_clear_line(workbench("export", "sources/gipfel.txt", "--to", "wps", cwd=begun))
