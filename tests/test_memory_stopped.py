"""`workbench memory import` stopped in the middle: whole ten thousands of pairs are kept, and it says how many."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.xlsx_files import workbook
from workbench.cli import main
from workbench.memory import Memory, Pair
from workbench.memory import table as memory_table
from workbench.problem import WorkbenchError
from workbench.project.memories.places import named_memories, named_memory
from workbench.text import Inline


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of 25,000 pairs."""
    path = tmp_path / "viele.tsv"
    path.write_text("".join(f"Satz {at} vom Wetter.\tSentence {at}.\n" for at in range(25_000)), encoding="utf-8")
    return path


def pairs_there() -> int:
    """How many pairs have been taken up."""
    try:
        memory = Memory.open(named_memory("viele"), read_only=True)
    except WorkbenchError:  # it is not there yet, or being made
        return 0
    try:
        return memory.info().pairs
    finally:
        memory.close()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_whole_ten_thousands_are_kept_when_it_is_stopped(
    table: Path, capsys: pytest.CaptureFixture[str], how: signal.Signals
) -> None:
    command = [sys.executable, "-m", "workbench", "memory", "import", str(table)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        while not pairs_there():
            assert process.poll() is None
            time.sleep(0.02)
        process.send_signal(how)
        _, told = process.communicate(timeout=120)
    kept = pairs_there()
    assert kept in (10_000, 20_000)
    assert (process.returncode, told) == (130, f"workbench: stopped; the first {kept:,} pairs are kept\n")
    assert main(["memory", "info", "--check", "viele"]) == 0
    assert main(["memory", "import", str(table)]) == 0
    assert f"25,000 pairs, {25_000 - kept:,} of them new in the memory viele" in capsys.readouterr().out
    assert main(["memory", "info", "--check", "viele"]) == 0


@pytest.mark.parametrize(
    ("sentence", "kept", "told"),
    [(19_500, 10_000, "the first 10,000 pairs are kept"), (500, 0, "nothing of it was taken up")],
)
def test_a_ten_thousand_is_taken_up_whole_or_not_at_all(
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    sentence: int,
    kept: int,
    told: str,
) -> None:
    put_in = memory_table.put_in

    def stopped(connection: sqlite3.Connection, pair: Pair, *rest: Any) -> None:
        if pair.target.text == f"Sentence {sentence}.":
            signal.raise_signal(signal.SIGINT)
        put_in(connection, pair, *rest)

    monkeypatch.setattr(memory_table, "put_in", stopped)
    assert main(["memory", "import", str(table)]) == 130
    assert capsys.readouterr().err == f"workbench: stopped; {told}\n"
    assert pairs_there() == kept
    assert named_memories() == (("viele",) if kept else ())


def test_a_memory_that_was_there_stays_as_it_was_when_nothing_was_taken_up(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory.open(named_memory("viele"))
    memory.add([Pair(Inline("Es regnet."), Inline("It is raining."))])
    memory.close()

    def stopped(*_: Any) -> None:
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(memory_table, "put_in", stopped)
    assert main(["memory", "import", str(table)]) == 130
    assert pairs_there() == 1


def _as_xliff(pairs: list[tuple[str, str]]) -> bytes:
    units = "".join(
        f'<trans-unit id="{at}"><source>{german}</source><target state="translated">{english}</target></trans-unit>'
        for at, (german, english) in enumerate(pairs)
    )
    head = '<xliff version="1.2"><file original="a" source-language="de" target-language="en" datatype="x"><body>'
    return f"{head}{units}</body></file></xliff>".encode()


def _as_workbook(pairs: list[tuple[str, str]]) -> bytes:
    return workbook({"a": [["de", "en"], *map(list, pairs)]})


@pytest.mark.parametrize(("name", "written"), [("viele.xlf", _as_xliff), ("viele.xlsx", _as_workbook)])
def test_so_it_is_with_xliff_and_spreadsheets(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    written: Callable[[list[tuple[str, str]]], bytes],
) -> None:
    path = tmp_path / name
    path.write_bytes(written([(f"Satz {at} vom Wetter.", f"Sentence {at}.") for at in range(10_500)]))
    put_in = memory_table.put_in

    def stopped(connection: sqlite3.Connection, pair: Pair, *rest: Any) -> None:
        if pair.target.text == "Sentence 10400.":
            signal.raise_signal(signal.SIGINT)
        put_in(connection, pair, *rest)

    monkeypatch.setattr(memory_table, "put_in", stopped)
    assert main(["memory", "import", str(path)]) == 130
    assert capsys.readouterr().err == "workbench: stopped; the first 10,000 pairs are kept\n"
    assert pairs_there() == 10_000
