"""An option may stand before, between or behind what a command is about; what a command does not know, it tells."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import pytest

from workbench.cli import main
from workbench.cli.main import build_parser

MIXED = (
    ("find Rat --word a.txt", "find --word Rat a.txt"),
    ("find Rat a.txt --in notes b.txt", "find Rat a.txt b.txt --in notes"),
    ("find --doubtful", "find --doubtful"),
    ("find -- --word", "find -- --word"),
    ("memory export alt --replace FILE.tmx", "memory export alt FILE.tmx --replace"),
    ("memory info a --check b", "memory info a b --check"),
    ("align alt.txt --record old.txt", "align alt.txt old.txt --record"),
    ("check a.txt --format json b.txt", "check a.txt b.txt --format json"),
    ("stats a.txt --format json b.txt", "stats a.txt b.txt --format json"),
    ("export a.txt --to html b.txt", "export a.txt b.txt --to html"),
    ("check", "check"),
    ("doctor --offline .", "doctor . --offline"),
)


@pytest.mark.parametrize(("mixed", "usual"), MIXED)
def test_the_place_of_an_option_does_not_matter(mixed: str, usual: str) -> None:
    assert parsed(mixed) == parsed(usual)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("init -- -x", Path("-x")),
        ("check --format json -- -x -y", [Path("-x"), Path("-y")]),
        ("find --word -- --word", "--word"),
    ],
)
def test_behind_two_dashes_nothing_is_an_option(line: str, value: object) -> None:
    assert value in parsed(line).values()


def parsed(line: str) -> dict[str, object]:
    return vars(build_parser().parse_args(line.split()))


def leaves(parser: argparse.ArgumentParser, names: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """All commands, by their words."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return [leaf for name, sub in action.choices.items() for leaf in leaves(sub, (*names, name))]
    return [names]


@pytest.mark.parametrize("command", leaves(build_parser()), ids=" ".join)
def test_an_option_that_a_command_does_not_have_is_told_with_its_own_help(
    command: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["a"] * 2 if command[0] in ("align", "merge-file") else []
    with pytest.raises(SystemExit) as ended:
        main([*command, *words, "--no-such-option"])
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert told.count("\n") == 1
    assert f"{' '.join(command)} --help" in told


def test_a_pipe_is_told_to_be_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text("Der Rat tagt.\n", encoding="utf-8")
    os.mkfifo(tmp_path / "sources" / "pipe.txt")
    monkeypatch.chdir(tmp_path)
    assert main(["find", "Rat", "sources/pipe.txt"]) == 2
    assert "this is no file" in capsys.readouterr().err
