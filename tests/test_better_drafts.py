"""That better drafts are a command away is told in one line: once a project on the screen, and never when told so."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from harness.terminal import Terminal
from tests.argos_material import package_zip
from tests.desk import desk_on
from tests.test_command_line import workbench
from workbench.engine import install_file
from workbench.project import Project
from workbench.project.better_drafts import better_drafts, hush
from workbench.project.settings import machine_file

pytest_plugins = ("tests.argos_fixtures",)
LINE = "Better drafts are a command away: "


@pytest.fixture(autouse=True)
def not_hushed(own_home: Path) -> None:
    hush(off=False)


def doctor(folder: Path) -> str:
    done = workbench("doctor", cwd=folder)
    assert done.returncode == 0
    return done.stdout


def test_doctor_says_it_until_it_is_told_not_to(project_folder: Path) -> None:
    said = doctor(project_folder)
    (line,) = [line for line in said.splitlines() if LINE in line]
    assert "model install opus" in line and "model hint off" in line
    done = workbench("model", "hint", "off", cwd=project_folder)
    assert (done.returncode, done.stdout) == (0, "that better drafts are a command away is not told again\n")
    assert LINE not in doctor(project_folder)
    assert workbench("model", "hint", "on", cwd=project_folder).returncode == 0
    assert LINE in doctor(project_folder)


async def test_the_screen_says_it_once_in_a_project(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await desk.until(lambda: LINE in desk.status)
        if LINE not in desk.status:
            await desk.press("down")  # what was told of the page's lines comes first
        assert desk.status.startswith(f"{LINE}") and desk.status.rstrip().endswith("model install opus.")
        await desk.press("down")
        assert LINE not in desk.status and "Paragraph" in desk.status
    assert "better_drafts: told" in machine_file(project_folder).read_text()
    async with desk_on(project_folder) as desk:
        await desk.press("down", "down")
        assert LINE not in desk.status


async def test_the_screen_never_says_it_when_told_so(project_folder: Path) -> None:
    hush(off=True)
    async with desk_on(project_folder) as desk:
        await desk.press("down", "down")
        assert LINE not in desk.shown()
    assert not machine_file(project_folder).exists()


def test_nothing_is_said_where_a_better_package_is_installed_or_chosen(
    argos: Path, tmp_path: Path, project_folder: Path
) -> None:
    with Project.open(project_folder) as project:
        assert LINE in better_drafts(project)
        package = install_file(package_zip(tmp_path / "p.argosmodel"))
        assert better_drafts(project) == ""
        shutil.rmtree(package.path)
        assert LINE in better_drafts(project)
        project.set(package="translate-de_en-9.9-00000000")
        assert better_drafts(project) == ""


def test_to_ask_makes_no_folder_of_argos_in_the_users_home(
    own_home: Path, project_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)
    with Project.open(project_folder) as project:
        assert LINE in better_drafts(project)
    assert list(own_home.rglob("*argos*")) == []


def test_a_real_terminal_shows_it_at_the_first_start_and_not_at_the_second(project_folder: Path) -> None:
    article = "Das Haus ist groß.\n\nDer Garten ist klein.\n"
    (project_folder / "sources" / "gipfel.txt").write_text(article, encoding="utf-8")
    terminal = Terminal(cwd=project_folder)
    try:
        terminal.wait_for(LINE, 90)
        terminal.press("j")
        terminal.wait_for("Paragraph 2")
        assert LINE not in terminal.text
    finally:
        terminal.kill()
    terminal = Terminal(cwd=project_folder)
    try:
        terminal.wait_for("The garden")
        terminal.press("j")
        terminal.wait_for("Paragraph 2")
        terminal.read(2)
        assert LINE.encode() not in terminal.written
    finally:
        terminal.kill()
