"""That better drafts are a command away is told in one line: once to each user, and never when told so."""

from __future__ import annotations

import shutil
from asyncio import sleep
from pathlib import Path

import pytest

from harness.terminal import Terminal
from tests.argos_material import NAME, package_zip
from tests.desk import Desk, desk_on
from tests.test_command_line import workbench
from workbench.engine import install_file
from workbench.project import Project
from workbench.project.better_drafts import Hint, at_start, better_drafts, hush, told
from workbench.project.settings.settings import machine_file
from workbench.tui.widgets import status

pytest_plugins = ("tests.argos_fixtures",)
LINE = "Better drafts are a command away: "


@pytest.fixture(autouse=True)
def not_hushed(own_home: Path) -> None:
    hush(off=False)
    told(Hint("keys", ""))


def doctor(folder: Path) -> str:
    done = workbench("doctor", cwd=folder)
    assert done.returncode == 0
    return done.stdout


def is_told(folder: Path) -> bool:
    """Whether it would not be told any more."""
    with Project.open(folder, read_only=True) as project:
        return better_drafts(project) is None


async def waits(desk: Desk) -> None:
    """Wait until the line is shown, or waits for what stands in its place."""
    await desk.until(lambda: desk.screen.status.waits)
    assert desk.screen.status.waits


async def read() -> None:
    """As long as it takes to read it."""
    await sleep(status.READ_WITHIN + 0.1)


# --- doctor


def test_doctor_says_it_until_it_is_told_not_to(project_folder: Path) -> None:
    """Where nobody looks, as in a script, it counts as not told."""
    for _ in range(2):
        (line,) = [line for line in doctor(project_folder).splitlines() if LINE in line]
        assert "model install opus" in line and "model hint off" in line
    done = workbench("model", "hint", "off", cwd=project_folder)
    assert (done.returncode, done.stdout) == (0, "that better drafts are a command away is told no more\n")
    assert LINE not in doctor(project_folder)
    assert workbench("model", "hint", "on", cwd=project_folder).returncode == 0
    assert LINE in doctor(project_folder)


def test_doctor_says_it_once_on_a_terminal(project_folder: Path) -> None:
    terminal = Terminal("doctor", cwd=project_folder)
    try:
        terminal.wait_for("settings:", 90)
        assert LINE in terminal.text
    finally:
        terminal.kill()
    assert LINE not in doctor(project_folder) and is_told(project_folder)


# --- the screen


async def test_the_screen_says_it_once_to_a_user(project_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(project_folder, tmp_path / "another")
    async with desk_on(project_folder) as desk:
        await waits(desk)
        await desk.press("down")  # what was told of the page's lines comes first
        assert desk.status.startswith(LINE) and desk.status.rstrip().endswith("model install opus.")
        await read()
        assert not is_told(project_folder), "nobody knows yet whether it was read"
        await desk.press("down")
        assert LINE not in desk.status and "Paragraph" in desk.status
    assert is_told(project_folder) and is_told(tmp_path / "another")
    assert not machine_file(project_folder).exists()
    async with desk_on(tmp_path / "another") as desk:
        await desk.until(lambda: desk.app.session.lanes.idle)
        await desk.press("down", "down")
        assert LINE not in desk.status and not desk.screen.status.waits
    hush(off=False)
    assert not is_told(project_folder), "`model hint on` brings it back"


async def test_a_user_who_goes_on_at_once_has_not_read_it(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await waits(desk)
        await desk.press("down", "down", "up")
        assert desk.status.startswith(LINE), "it stands on"
        assert not is_told(project_folder)
    assert not is_told(project_folder), "nor has one who quits"


async def test_what_the_page_and_a_table_have_to_say_does_not_use_it_up(project_folder: Path) -> None:
    (project_folder / "sources" / "gipfel.txt").unlink()
    (project_folder / "sources" / "namen.csv").write_text("German,English\nDas Haus ist groß.,\n", encoding="utf-8")
    async with desk_on(project_folder) as desk:
        await waits(desk)
        assert desk.status.startswith("A table: ")
        await read()
        await desk.press("end")
        assert not is_told(project_folder)
        await desk.press("down")
        await desk.until(lambda: LINE in desk.status)
        assert desk.status.startswith(LINE) and not is_told(project_folder)


async def test_what_is_told_in_its_place_makes_it_wait_again(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await waits(desk)
        await desk.press("down")
        assert desk.status.startswith(LINE)
        desk.screen.status.tell("Something else.")
        await read()
        await desk.press("down")
        assert desk.status.startswith(LINE) and not is_told(project_folder)


async def test_it_waits_while_a_paragraph_is_open(project_folder: Path) -> None:
    async with desk_on(project_folder) as desk:
        await waits(desk)
        await desk.press("enter")
        await desk.type("A")
        assert LINE not in desk.status
        await read()
        await desk.type("bc")
        assert LINE not in desk.status and not is_told(project_folder)
        await desk.press("escape", "down")
        await desk.until(lambda: LINE in desk.status)
        assert desk.status.startswith(LINE)


async def test_the_screen_never_says_it_when_told_so(project_folder: Path) -> None:
    hush(off=True)
    async with desk_on(project_folder) as desk:
        await desk.until(lambda: desk.app.session.lanes.idle)
        await desk.press("down", "down")
        assert LINE not in desk.shown() and not desk.screen.status.waits


async def test_at_the_very_first_start_it_says_where_the_keys_are_learnt(project_folder: Path) -> None:
    hush(off=False)
    async with desk_on(project_folder) as desk:
        await waits(desk)
        await desk.press("down")
        assert desk.status.startswith("The keys are learnt in five minutes: ") and "learn-keys" in desk.status
        await read()
        await desk.press("down")
        assert "learn-keys" not in desk.status and LINE not in desk.status, "one line at a time"
    with Project.open(project_folder, read_only=True) as project:
        hint = at_start(project)
        assert hint and hint.line.startswith(LINE)
        hush(off=True)
        assert at_start(project) is None


# --- when there is something to say


def test_a_package_that_is_installed_and_not_used_is_told_of_until_one_is_chosen(
    argos: Path, tmp_path: Path, project_folder: Path
) -> None:
    with Project.open(project_folder) as project:
        hint = better_drafts(project)
        assert hint and hint.line.startswith(LINE)
        told(hint)
        assert better_drafts(project) is None
        package = install_file(package_zip(tmp_path / "p.argosmodel"))
        hint = better_drafts(project)
        assert hint and hint.line.startswith("Another package is installed") and hint.line.endswith(f"model use {NAME}")
        project.use_package(package)
        assert better_drafts(project) is None
        project.set(package="")
        assert better_drafts(project) == hint
        told(hint)
        assert better_drafts(project) is None


def test_to_ask_makes_no_folder_of_argos_in_the_users_home(
    own_home: Path, project_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)
    assert not is_told(project_folder)
    assert list(own_home.rglob("*argos*")) == []


def test_a_hint_is_worth_no_error(own_home: Path, project_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be read or kept is let be."""
    with Project.open(project_folder) as project:
        hint = better_drafts(project)
        assert hint
        state = own_home / ".local" / "state" / "workbench"
        shutil.rmtree(state)
        state.write_text("a file where the folder would be")
        told(hint)
        state.unlink()
        (state / "better-drafts").mkdir(parents=True)
        assert better_drafts(project) is None
        told(hint)
        (state / "better-drafts").rmdir()
        monkeypatch.delenv("ARGOS_PACKAGES_DIR", raising=False)
        monkeypatch.setenv("XDG_DATA_HOME", f"/{'x' * 5000}")
        assert better_drafts(project) in (None, hint), "later Pythons take a path that cannot be for none"


# --- one command


def test_what_is_installed_in_a_project_is_used_there(argos: Path, tmp_path: Path, project_folder: Path) -> None:
    file = str(package_zip(tmp_path / "p.argosmodel"))
    done = workbench("model", "install", file, cwd=project_folder / "sources")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("installed: translate-de_en-1.3-")
    assert done.stdout.endswith(f" – drafts in {project_folder} are made with it now\n")
    with Project.open(project_folder, read_only=True) as project:
        assert project.package.name == NAME
    assert [line[0] for line in workbench("model", "list", cwd=project_folder).stdout.splitlines()] == [" ", "*"]


def test_a_project_for_which_another_package_was_chosen_keeps_that(
    argos: Path, tmp_path: Path, project_folder: Path
) -> None:
    workbench("model", "install", str(package_zip(tmp_path / "p.argosmodel")), cwd=project_folder)
    other = package_zip(tmp_path / "q.argosmodel", "translate-de_en-2_0", package_version="2.0")
    done = workbench("model", "install", str(other), cwd=project_folder)
    assert done.returncode == 0 and " – draft with it: " in done.stdout
    with Project.open(project_folder, read_only=True) as project:
        assert project.package.name == NAME


def test_elsewhere_it_is_told_how_to_use_it(argos: Path, tmp_path: Path, project_folder: Path) -> None:
    """Neither a folder without articles nor one of articles that nobody has worked on becomes a project by it."""
    file = str(package_zip(tmp_path / "p.argosmodel"))
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Das Haus ist groß.\n", encoding="utf-8")
    for folder in (tmp_path, tmp_path / "articles"):
        done = workbench("model", "install", file, cwd=folder)
        assert (
            done.returncode == 0
            and " – draft with it: " in done.stdout
            and "model use translate-de_en-1.3-" in done.stdout
        )
    assert sorted(path.name for path in (tmp_path / "articles").iterdir()) == ["a.txt"]


def test_while_another_workbench_is_open_it_is_installed_and_told_how_to_use_it(
    argos: Path, tmp_path: Path, project_folder: Path
) -> None:
    file = str(package_zip(tmp_path / "p.argosmodel"))
    with Project.open(project_folder):
        done = workbench("model", "install", file, cwd=project_folder)
    assert done.returncode == 0 and " – draft with it: " in done.stdout
    assert "another workbench is working on this project" in done.stderr and done.stderr.count("\n") == 1
    assert not machine_file(project_folder).exists()


def test_a_real_terminal_shows_it_at_the_first_start_and_not_at_the_second(project_folder: Path) -> None:
    article = "Das Haus ist groß.\n\nDer Garten ist klein.\n"
    (project_folder / "sources" / "gipfel.txt").write_text(article, encoding="utf-8")
    terminal = Terminal(cwd=project_folder)
    try:
        terminal.wait_for("The garden", 90)  # what is said of drafting takes the line's place, and it begins anew
        terminal.wait_for(LINE, 90)
        for _ in range(20):  # on a busy machine what is said of drafting comes in between, and the line stands anew
            terminal.read(status.READ_WITHIN + 1)
            terminal.press("j")
            terminal.rest()
            if LINE not in terminal.text:
                break
        terminal.wait_for("Paragraph 2")
        assert LINE not in terminal.text
    finally:
        terminal.kill()
    terminal = Terminal(cwd=project_folder)
    try:
        terminal.wait_for("The garden")
        terminal.press("j")
        terminal.wait_for("Paragraph 2")
        terminal.rest()
        assert LINE.encode() not in terminal.written
    finally:
        terminal.kill()
