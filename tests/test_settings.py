"""Settings: three files, one after the other; what is wrong in one is told in a line and the rest is in force."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.test_command_line import workbench
from workbench.project import Project
from workbench.project.settings.settings import Settings, machine_file, read_settings, user_file, write_settings


def said(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def told(root: Path) -> list[str]:
    return [f"{Path(p.where).name}:{p.line}: {p.what} – {p.mend}" for p in read_settings(root).problems]


def test_without_any_file_everything_is_as_usual(tmp_path: Path) -> None:
    read = read_settings(tmp_path)
    assert read.settings == Settings(package="", theme="", panel="shown")
    assert read.problems == ()


@pytest.mark.feature("settings for all projects or one")
def test_the_users_settings_then_the_projects_then_this_machines(tmp_path: Path) -> None:
    said(user_file(), "package: mine\ntheme: dracula\npanel: hidden\n")
    assert read_settings(tmp_path).settings == Settings("mine", "dracula", "hidden")
    said(tmp_path / "project.yaml", "package: ours\n")
    assert read_settings(tmp_path).settings == Settings("ours", "dracula", "hidden")
    said(machine_file(tmp_path), "package: ''\ntheme: nord\npanel: shown\n")
    assert read_settings(tmp_path).settings == Settings("", "nord", "shown")


def test_repairs_are_on_unless_a_file_says_off(tmp_path: Path) -> None:
    assert read_settings(tmp_path).settings.repair
    said(user_file(), "repair: off\n")
    assert not read_settings(tmp_path).settings.repair
    said(tmp_path / "project.yaml", "repair: on\n")
    assert read_settings(tmp_path).settings.repair
    said(tmp_path / "project.yaml", "repair: maybe\n")
    assert told(tmp_path) == ["project.yaml:1: `repair` cannot be `maybe` – use one of on, off"]


def test_what_is_changed_is_kept_in_this_machines_file_only(project_folder: Path) -> None:
    user = said(user_file(), "theme: dracula\n")
    ours = said(project_folder / "project.yaml", "# how we work\npackage: ''\n")
    before = user.read_bytes(), ours.read_bytes()
    with Project.open(project_folder) as project:
        project.set(panel="hidden")
        project.set(theme="nord")
        assert project.settings == Settings("", "nord", "hidden")
    assert machine_file(project_folder).read_text() == "theme: nord\npanel: hidden\n"
    assert (user.read_bytes(), ours.read_bytes()) == before


def test_a_read_only_project_changes_settings_for_now(project_folder: Path) -> None:
    with Project.open(project_folder, read_only=True) as project:
        project.set(theme="nord")
        assert project.settings.theme == "nord"
    assert not machine_file(project_folder).exists()


def test_memories_of_the_user_and_of_the_project_are_all_asked(tmp_path: Path) -> None:
    said(user_file(), "memories:\n  all my work:\n  eu-2023: 10\nmatch: 60\nshared: yes\n")
    said(tmp_path / "project.yaml", "memories:\n  eu-2023: 5 %\n  kunde: 30\nmatch: 85\n")
    read = read_settings(tmp_path)
    assert read.problems == ()
    assert [(one.name, one.penalty) for one in read.settings.memories] == [
        ("all my work", 0),
        ("eu-2023", 5),
        ("kunde", 30),
    ]
    assert (read.settings.match, read.settings.shared) == (85, True)


def test_without_a_word_of_memories_only_the_projects_own_is_asked_from_70_percent_on(tmp_path: Path) -> None:
    settings = read_settings(tmp_path).settings
    assert (settings.memories, settings.match, settings.shared) == ((), 70, False)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("memories: 5\n", "1: `memories` must be lines below it – write below it a line for each memory"),
        (
            "memories:\n  eu: 200\n",
            "2: `eu` of `memories` cannot be `200` – give what is taken off its matches: 0 to 30",
        ),
        ("memories:\n  eu: viel\n", "2: `eu` of `memories` cannot be `viel`"),
        ("memories:\n  eu: [1]\n", "2: `eu` of `memories` cannot be `?`"),
        ("memories:\n  ../eu: 5\n", "2: `../eu` of `memories` cannot be the name of a memory"),
        ("memories:\n  EU: 5\n  eu: 7\n", "3: `eu` of `memories` is set twice – keep one of them"),
        ("match: 49\n", "1: `match` cannot be `49` – give a whole number from 50 to 100"),
        ("match: 70 %\n", "1: `match` cannot be `70 %`"),
        ("shared: yes\n", "1: `shared` does not belong in a project's settings – move it to "),
    ],
)
def test_what_is_wrong_about_memories_is_told_and_the_rest_is_in_force(tmp_path: Path, text: str, line: str) -> None:
    said(tmp_path / "project.yaml", f"{text}style: guardian\n")
    assert told(tmp_path)[0].startswith(f"project.yaml:{line}")
    assert read_settings(tmp_path).settings.style.name == "guardian"
    assert read_settings(tmp_path).settings.match == 70


def test_a_value_is_taken_as_it_is_written(tmp_path: Path) -> None:
    for value in ("2024-99-99", "no", "0x1f", "1e5", "~/x", "1:20"):
        said(machine_file(tmp_path), f"theme: {value}\n")
        assert read_settings(tmp_path).settings.theme == value
    for empty in ("", "~", "null", "''"):
        said(machine_file(tmp_path), f"theme: {empty}\npanel: {empty}\n")
        assert read_settings(tmp_path) == read_settings(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "colour: red\n",
            "1: the setting `colour` is not known – use package, theme, panel, plain, clock, doubt, light, start, "
            "completion, "
            "typing, hand_over, or delete the line",
        ),
        ("theme: nord\npanel: away\n", "2: `panel` cannot be `away` – use one of shown, hidden"),
        ("theme: [a, b]\n", "1: `theme` must be a few words on one line – write it as `key: value`"),
        ("theme: |\n  a\n  b\n", "1: `theme` must be a few words on one line – write it as `key: value`"),
        ("theme: a\ntheme: b\n", "2: `theme` is set twice – keep one of them"),
        ("- theme\n", "1: holds no settings – write them as `key: value` lines, or delete it"),
        ("theme: !!python/name:os.system a\n", "1: the tag `tag:yaml.org,2002:python/name:os.system` is not used"),
        ("theme: *a\n", "1: the alias `*a` is not used"),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_rest_is_in_force(tmp_path: Path, text: str, line: str) -> None:
    said(tmp_path / "project.yaml", "package: ours\n")
    said(machine_file(tmp_path), text)
    (problem,) = told(tmp_path)
    assert problem.startswith(f"settings.yaml:{line}")
    assert read_settings(tmp_path).settings.package == "ours"


def test_what_is_one_persons_taste_does_not_belong_to_the_project(tmp_path: Path) -> None:
    said(tmp_path / "project.yaml", "theme: nord\n")
    (problem,) = told(tmp_path)
    assert problem.startswith(
        "project.yaml:1: `theme` does not belong in a project's settings – move it to .workbench/"
    )
    assert read_settings(tmp_path).settings.theme == ""


def test_commands_tell_it_and_doctor_says_that_something_is_wrong(project_folder: Path) -> None:
    said(project_folder / "project.yaml", "colour: red\n")
    done = workbench("doctor", cwd=project_folder)
    assert done.returncode == 1
    assert "BAD  settings: package: built in" in done.stdout
    assert "project.yaml:1: the setting `colour` is not known" in done.stdout
    for command in (["export", "sources/gipfel.txt", "--to", "txt"], ["check"]):
        done = workbench(*command, cwd=project_folder)
        assert done.returncode == 0
        assert "project.yaml:1: the setting `colour` is not known" in done.stderr


def test_a_package_of_the_project_that_is_not_here_is_told_by_doctor(project_folder: Path) -> None:
    said(project_folder / "project.yaml", "package: translate-de_en-9.9-00000000\n")
    done = workbench("doctor", cwd=project_folder)
    assert done.returncode == 1
    assert "BAD  package: " in done.stdout


@hypothesis_settings(max_examples=150, deadline=None)
@given(st.binary(max_size=60) | st.text("thempackgl:- \n'\"[]{}|>&*!%0129~é\t", max_size=60).map(str.encode))
def test_any_bytes_are_settings_or_told_in_one_line(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    root = tmp_path_factory.getbasetemp() / "any"
    machine_file(root).parent.mkdir(parents=True, exist_ok=True)
    machine_file(root).write_bytes(data)
    for problem in read_settings(root).problems:
        assert "\n" not in str(problem)


@hypothesis_settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40).map(lambda text: text.strip()))
def test_what_is_kept_is_read_again(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    from workbench.text import clean_line

    root = tmp_path_factory.getbasetemp() / "kept"
    root.mkdir(exist_ok=True)
    write_settings(root, {"theme": clean_line(name), "panel": "hidden"})
    assert read_settings(root).settings == Settings("", clean_line(name), "hidden")
