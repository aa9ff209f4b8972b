"""docs/team.md, as typed: two clones, two who meet, a glossary that both change, a review, and what is handed over."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.team_material import git, needs_git
from tests.test_command_line import workbench
from workbench.glossary import Entry, read_glossary
from workbench.glossary.file.edit import add_entry
from workbench.project import Session
from workbench.project.commands import Accept, Edit
from workbench.translation import State

pytestmark = needs_git

PAGE = Path(__file__).parents[1] / "docs" / "team.md"
ARTICLE = "Der Gipfel endete.\n\nNiemand kam in die Stadt.\n\nEs war ein langer Tag.\n\nDie Lage ist ruhig.\n"
BLOCK = re.compile(r"^```sh (\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SCREEN = "workbench sources/gipfel.txt"


def shell(folder: Path, lines: str, shared: Path) -> str:
    """Run lines as somebody types them, in a folder of theirs; what they print."""
    program = f'workbench() {{ {shlex.quote(sys.executable)} -P -m workbench "$@"; }}\nset -e\n'
    done = subprocess.run(
        ["sh", "-c", program + lines.replace("git@example.org:gipfel.git", str(shared))],
        cwd=folder, env=os.environ | {"GIT_EDITOR": "true"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, (lines, done.stdout, done.stderr)
    return done.stdout + done.stderr


def typed(root: Path, english: dict[int, str], term: Entry | None = None) -> None:
    """What somebody does on the screen."""
    with Session.open(root) as session:
        session.put_on_desk("gipfel.txt")
        for at, text in english.items():
            session.do(Edit(at, text))
            session.do(Accept(at))
    if term:
        add_entry(root / "glossary.yaml", term)


def decided(root: Path) -> None:
    """Ben takes the other's English in the one, and leaves his in the other paragraph."""
    with Session.open(root) as session:
        session.put_on_desk("gipfel.txt")
        told = {one.paragraph: one for at in range(4) for one in session.findings_of(at) if one.check == "review"}
        assert sorted(told) == [1, 2]
        assert {session.paragraphs[at].state for at in told} == {State.TRANSLATED}
        english = told[1].wanted
        assert english is not None
        session.do(Edit(1, english))
        for at in told:
            session.do(Accept(at))
    file = root / "glossary.yaml"
    assert "'Gipfel' is 'summit meeting' here, but 'summit' at line" in str(read_glossary(file).problems[0])
    file.write_text(file.read_text(encoding="utf-8").replace("- de: Gipfel\n  en: summit meeting\n", ""))


@pytest.mark.feature("a team by git")
@pytest.mark.feature("glossary of the team")
def test_the_day_goes_as_the_page_tells_it(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "shared.git")
    for who in ("anna", "ben"):
        (tmp_path / who).mkdir()
        (tmp_path / who / "gipfel.txt").write_text(ARTICLE, encoding="utf-8")
    for key, value in (("user.name", "A translator"), ("user.email", "translator@example.org")):
        git(tmp_path, "config", "--global", key, value)
    summit = {who: Entry(("Gipfel",), en) for who, en in (("anna", "summit"), ("ben", "summit meeting"))}
    screens: list[Callable[[Path], None]] = [
        lambda root: typed(root, {0: "The summit ended.", 1: "Nobody came.", 2: "A long day."}, summit["anna"]),
        lambda root: typed(root, {1: "No one came.", 2: "It was a long day.", 3: "It is calm."}, summit["ben"]),
        decided,
    ]
    said = ""
    for who, lines in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        before, screen, after = lines.partition(f"{SCREEN}\n")
        said += shell(tmp_path / who, before, tmp_path / "shared.git")
        if screen:
            screens.pop(0)(tmp_path / who / "gipfel")
            said += shell(tmp_path / who / "gipfel", after, tmp_path / "shared.git")
    assert not screens
    assert "<<<<<<<" not in (tmp_path / "ben" / "gipfel" / "translations" / "gipfel.yaml").read_text(encoding="utf-8")
    (english,) = (tmp_path / "ben" / "gipfel" / "exports").glob("gipfel*.txt")
    assert english.read_text(encoding="utf-8").startswith("The summit ended.")


def test_a_clone_that_is_not_set_up_and_one_whose_program_is_gone_are_told(
    tmp_path: Path, project_folder: Path
) -> None:
    outside = workbench("team", cwd=project_folder)
    assert outside.returncode == 2
    assert "is in no git repository – make one there: git init" in outside.stderr
    git(project_folder, "init", "-q")
    assert workbench("team", "--check", cwd=project_folder).returncode == 1
    set_up = workbench("team", cwd=project_folder).stdout
    assert ".gitattributes: 4 lines added" in set_up
    assert "git merges an English text with the workbench in this clone" in set_up
    assert "as it did before" in workbench("team", cwd=project_folder).stdout
    assert workbench("team", "--check", cwd=project_folder).returncode == 0
    assert "how a record is merged" not in workbench("doctor", cwd=project_folder).stdout
    git(project_folder, "config", "merge.workbench-record.driver", "/no/such/python -m workbench")
    told = workbench("doctor", cwd=project_folder).stdout
    assert "git merges a record with a program that is gone (/no/such/python)" in told
    git(project_folder, "config", "--remove-section", "merge.workbench-record")
    assert "git does not know here how a record is merged" in workbench("doctor", cwd=project_folder).stdout


def test_the_projects_own_folder_is_never_a_place_of_programs(tmp_path: Path, project_folder: Path) -> None:
    """A project comes from somebody else: nothing in it is run when git merges."""
    git(project_folder, "init", "-q")
    workbench("team", cwd=project_folder)
    (project_folder / "yaml.py").write_text("open('run', 'w').close()\n")
    driver = git(project_folder, "config", "merge.workbench-record.driver").strip()
    for name in "OAB":
        (project_folder / name).write_text("source: gipfel.txt\nparagraphs: []\n")
    words = driver.replace("%O", "O").replace("%A", "A").replace("%B", "B").replace("%P", "translations/gipfel.yaml")
    subprocess.run(["sh", "-c", words], cwd=project_folder, check=False)
    assert not (project_folder / "run").exists()
