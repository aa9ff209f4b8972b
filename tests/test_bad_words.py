"""Whatever stands for a file, a name or a number on the command line: one line, none of it obeyed, nothing written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.cli import main

BAD = {
    "empty": "",
    "NUL": "a\0b",
    "long": "x" * 300_000,
    "deep": "y/" * 3_000,
    "no UTF-8": os.fsdecode(b"\xff\xfe\x80"),
    "folder": "sources",
    "dash": "-",
    "escape": "\x1b[2Jx",
    "two lines": "a\nb",
}
COMMANDS = (
    "doctor BAD",
    "memory info BAD",
    "memory info --check BAD",
    "align BAD en.txt -o new.tmx",
    "align a.txt BAD -o new.tmx",
    "learn BAD",
    "learn --least BAD",
    "learn --add BAD",
    "find Rat BAD",
    "find --regex BAD",
    "find --forms BAD",
    "find Rat --in BAD",
    "find Rat --state BAD",
    "serve --port BAD",
    "check BAD",
    "stats BAD",
    "export BAD",
    "memory export BAD",
    "memory import BAD",
    "glossary check BAD",
    "glossary import BAD",
    "restore BAD",
    "merge BAD",
    "BAD",
)


@pytest.fixture
def here(project_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (project_folder / "en.txt").write_text("It rains.\n", encoding="utf-8")
    (project_folder / "a.txt").write_text("Es regnet.\n", encoding="utf-8")
    monkeypatch.chdir(project_folder)
    monkeypatch.setattr("sys.stdin", None)
    return project_folder


@pytest.mark.parametrize("bad", BAD, ids=lambda name: name.replace(" ", "-"))
@pytest.mark.parametrize("command", COMMANDS)
def test_it_ends_in_one_line(command: str, bad: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = [BAD[bad] if word == "BAD" else word for word in command.split()]
    try:
        status = main(words)
    except SystemExit as end:
        status = int(end.code or 0)
    done = capsys.readouterr()
    assert status in (0, 1, 2)
    assert len(done.err) < 3_000
    assert "\x1b" not in done.out + done.err
    assert "Errno" not in done.err and "invalid _" not in done.err
    if status == 2 and words[:1] != ["doctor"]:
        assert done.err.startswith("workbench: ")
    if bad in ("NUL", "long", "deep", "no UTF-8", "escape", "two lines") and not command.startswith(("find", "doctor")):
        assert status, "it is no file and no number"
        assert done.err.count("\n") == 1, done.err
    assert not (here / "new.tmx").exists() and not (here / "-").exists()


@pytest.mark.parametrize("command", ["", "--plain", "align a.txt en.txt", "learn-keys", "import -"])
def test_without_standard_input_nobody_is_asked(command: str, here: Path) -> None:
    words = ["sh", "-c", f'"{sys.executable}" -m workbench {command} 0<&-']
    done = subprocess.run(words, cwd=here, capture_output=True, text=True, timeout=100, check=False)
    assert "Traceback" not in done.stderr
    assert (done.returncode, done.stderr.count("\n")) == (2, 1) or command == "--plain"
