"""Nothing that is printed is obeyed by a terminal, wherever it came from: names, arguments, package cards, problems."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_command_line import workbench
from workbench.problem import Problem
from workbench.text import printable, printable_line

EVIL = "a\x1b]0;owned\x07b\x1b[2J\x9b31mc\r\x08d\u202e\u2028e"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


@given(st.text(max_size=60))
def test_what_is_printed_holds_nothing_a_terminal_obeys(text: str) -> None:
    for told in (printable(text), printable_line(text), str(Problem(text, text, text))):
        assert not OBEYED.search(told)
        told.encode()
    assert not {"\n", "\t"} & set(printable_line(text))
    assert printable(printable(text)) == printable(text)


def test_spaces_and_letters_stay_as_a_path_has_them() -> None:
    path = "/home/anna/Zwei  Leerzeichen/Gru\u0308ße\u00a0x.txt"
    assert printable_line(path) == path
    assert printable("two\nlines\tand a tab") == "two\nlines\tand a tab"


@pytest.fixture
def evil(project_folder: Path) -> Path:
    """A project with a name in every place that makes a terminal do something."""
    root = project_folder.with_name(f"project {EVIL}")
    project_folder.rename(root)
    (root / "sources" / f"{EVIL}.txt").write_text("Der Gipfel in Eriwan begann am Donnerstag.\n", encoding="utf-8")
    (root / "sources" / f"leer {EVIL}.txt").write_text("\n", encoding="utf-8")
    with (root / "glossary.yaml").open("a", encoding="utf-8") as file:
        file.write('- de: "x\\e[2J"\n  "e\\e[2Jn": y\n')
    (root / "project.yaml").write_text('"\\e[2J\\n": "\\x9b31m"\n', encoding="utf-8")
    return root


COMMANDS = (
    ("doctor",),
    ("doctor", f"none {EVIL}"),
    ("check",),
    ("check", f"sources/{EVIL}.txt", "--format", "json"),
    ("check", f"sources/leer {EVIL}.txt", "--format", "sarif"),
    ("translate", f"sources/{EVIL}.txt"),
    ("translate", f"sources/{EVIL}.txt", f"sources/leer {EVIL}.txt"),
    ("export", f"sources/{EVIL}.txt", "--to", "txt"),
    ("export", f"sources/{EVIL}.txt", "--to", f"txt{EVIL}"),
    ("export", f"sources/{EVIL}.txt", "--to", "txt", "-o", f"sources/{EVIL}"),
    ("export", f"sources/{EVIL}.txt", f"--what={EVIL}"),
    ("glossary", "check"),
    ("glossary", "check", f"{EVIL}.yaml"),
    ("glossary", "list", "--glossary", f"{EVIL}.yaml"),
    ("model", "use", EVIL),
    ("model", "install", f"{EVIL}.argosmodel"),
    ("init", f"new {EVIL}"),
    (f"--{EVIL}",),
    (EVIL,),
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(map(ascii, command))[:60])
def test_no_command_prints_an_escape(evil: Path, command: tuple[str, ...]) -> None:
    done = workbench(*command, cwd=evil)
    assert not OBEYED.search(done.stdout), ascii(done.stdout)
    assert not OBEYED.search(done.stderr), ascii(done.stderr)
    assert "Traceback" not in done.stderr
    if done.returncode == 2:
        assert done.stderr.startswith("workbench: ")
    if "--format" in command:
        json.loads(done.stdout)


def test_a_packages_card_and_name_are_cleaned(tmp_path: Path) -> None:
    from shutil import copytree

    from workbench.engine import embedded_package

    copied = tmp_path / "packages" / "evil"
    copytree(embedded_package().path, copied)
    metadata = json.loads((copied / "metadata.json").read_text())
    metadata["package_version"] = f"9.9{EVIL}"
    metadata["name"] = EVIL
    (copied / "metadata.json").write_text(json.dumps(metadata))
    (copied / "README.md").write_text(f"# A card {EVIL}\n\nsecond line\n", encoding="utf-8")
    places = {"ARGOS_PACKAGES_DIR": str(tmp_path / "packages")}
    listed = workbench("model", "list", cwd=tmp_path, **places)
    assert not OBEYED.search(listed.stdout + listed.stderr)
    (name,) = [line.split()[0] for line in listed.stdout.splitlines() if "(installed" in line]
    card = workbench("model", "info", name, cwd=tmp_path, **places)
    assert not OBEYED.search(card.stdout + card.stderr)
    assert "second line" in card.stdout.splitlines()


def test_a_closed_standard_output_is_no_traceback(project_folder: Path) -> None:
    command = f"exec {sys.executable} -m workbench glossary list >&-"
    done = subprocess.run(
        ["sh", "-c", command], cwd=project_folder, env=os.environ, stderr=subprocess.PIPE, text=True, check=False
    )
    assert "Traceback" not in done.stderr
