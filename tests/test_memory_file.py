"""The file of a memory: opened anywhere, by several programs, damaged, full, of another version."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.memory import Memory, Pair, set_aside
from workbench.memory.schema import APPLICATION, VERSION
from workbench.problem import WorkbenchError
from workbench.text import Inline

TEXT = Inline("Der Rat tagt heute in Minsk.")
PAIR = Pair(TEXT, Inline("The council meets in Minsk today."))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "memories" / "eu.sqlite"


@pytest.fixture
def filled(path: Path) -> Iterator[Path]:
    memory = Memory.open(path)
    memory.add([PAIR])
    memory.close()
    yield path


def changed(path: Path, *statements: str) -> None:
    with sqlite3.connect(path) as connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def said(path: Path) -> str:
    with pytest.raises(WorkbenchError) as caught:
        Memory.open(path, patience=0.05).close()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_what_went_in_is_there_when_it_is_opened_again(filled: Path) -> None:
    memory = Memory.open(filled, name="eu")
    assert [(one.percent, one.memory) for one in memory.exact(TEXT)] == [(100, "eu")]
    assert memory.writable
    info = memory.info()
    assert (info.name, info.pairs, info.trust["reviewed"], info.version) == ("eu", 1, 1, VERSION)
    assert 0 < info.index < info.size
    memory.close()
    memory.close()
    with pytest.raises(WorkbenchError, match="is closed"):
        memory.fuzzy(TEXT)


def test_its_folder_and_file_are_nobody_else_s(filled: Path) -> None:
    if os.name == "posix":
        assert filled.parent.stat().st_mode & 0o077 == 0
        assert filled.stat().st_mode & 0o077 == 0


def test_it_knows_the_project_it_belongs_to(path: Path) -> None:
    Memory.open(path, of_project="/home/anna/Gipfel").close()
    memory = Memory.open(path, of_project="/another")
    assert memory.info().of_project == "/home/anna/Gipfel"
    memory.close()


def test_of_a_newer_version(filled: Path) -> None:
    changed(filled, f"PRAGMA user_version = {VERSION + 1}")
    assert "is of a newer version of the workbench – update the workbench" in said(filled)


def test_another_program_s(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite"
    changed(path, "CREATE TABLE bookmarks(url TEXT)")
    assert "is another program's" in said(path)
    changed(path, "PRAGMA application_id = 77")
    assert "is another program's" in said(path)


@pytest.mark.parametrize("data", [b"This is a text.\n" * 100, b"\0" * 5_000, b"PK\3\4" + b"x" * 9_000])
def test_what_is_no_memory_at_all(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "eu.sqlite"
    path.write_bytes(data)
    assert "is no translation memory" in said(path)
    assert path.read_bytes() == data


def test_a_folder_a_pipe_and_a_link(tmp_path: Path, filled: Path) -> None:
    assert "is no file" in said(tmp_path)
    if os.name == "posix":
        os.mkfifo(tmp_path / "pipe")
        assert "is no file" in said(tmp_path / "pipe")
        (tmp_path / "link.sqlite").symlink_to(filled)
        assert "is a symbolic link" in said(tmp_path / "link.sqlite")


def test_an_empty_file_is_a_new_memory(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    memory = Memory.open(path)
    assert memory.add([PAIR]) == 1
    memory.close()


def test_a_memory_that_is_not_there_is_not_made_for_reading(path: Path) -> None:
    with pytest.raises(WorkbenchError, match="cannot be read"):
        Memory.open(path, read_only=True)
    assert not path.exists()


def test_for_reading_alone(filled: Path) -> None:
    memory = Memory.open(filled, read_only=True)
    assert not memory.writable
    assert memory.exact(TEXT)
    with pytest.raises(WorkbenchError, match="is read-only"):
        memory.add([PAIR])
    memory.close()


def test_in_a_folder_that_may_not_be_written(filled: Path) -> None:
    filled.chmod(0o400)
    filled.parent.chmod(0o500)
    try:
        memory = Memory.open(filled, read_only=True)
        assert memory.fuzzy(TEXT)
        assert [path.name for path in filled.parent.iterdir()] == [filled.name] or os.geteuid() == 0
        memory.close()
        if os.geteuid():
            memory = Memory.open(filled)
            assert not memory.writable
            assert memory.fuzzy(TEXT)
            memory.close()
    finally:
        filled.parent.chmod(0o700)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_one_that_may_not_be_read(filled: Path) -> None:
    filled.chmod(0)
    assert said(filled).endswith("eu.sqlite: no permission to read it – check the file's permissions")


def test_where_no_log_can_be_made_beside_it(filled: Path) -> None:
    filled.with_name(f"{filled.name}-wal").mkdir()  # as on a disk that is read-only
    memory = Memory.open(filled, read_only=True)
    assert memory.fuzzy(TEXT)
    assert memory.info().pairs == 1
    memory.close()


_HOLDS = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def held(filled: Path) -> Iterator[Path]:
    """A memory that another program is writing."""
    other = subprocess.Popen(
        [sys.executable, "-c", _HOLDS, str(filled)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout
    assert other.stdout.readline() == "held\n"
    yield filled
    other.communicate("")


def test_while_another_program_writes_it_is_read_and_what_is_to_go_in_is_told(held: Path) -> None:
    memory = Memory.open(held, patience=0.05)
    assert memory.exact(TEXT)
    with pytest.raises(WorkbenchError, match="is being written by another program – try again"):
        memory.add([Pair(Inline("Neu."), Inline("New."))])
    assert [one.source.text for one in memory.pairs()] == [TEXT.text]
    memory.close()


def many(count: int) -> list[Pair]:
    choice = random.Random(5)
    words = ["".join(choice.choices("abcdefghijklmnopqrstuvwxyz", k=9)) for _ in range(2_000)]
    texts = (" ".join(choice.choices(words, k=12)) for _ in range(count))
    return [Pair(Inline(text), Inline(f"English {number}.")) for number, text in enumerate(texts)]


def test_a_disk_that_is_full_keeps_what_was_taken_up_before(path: Path) -> None:
    memory, pairs = Memory.open(path), many(21_000)
    smaller = Memory.open(path.with_name("smaller.sqlite"))
    smaller.add(pairs[:13_000])
    pages = smaller._file._writer.execute("PRAGMA page_count").fetchone()[0]
    smaller.close()
    memory._file._writer.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(WorkbenchError, match="the disk is full – make room"):
        memory.add(pairs)
    kept = memory.info().pairs
    assert kept == 10_000
    assert memory.exact(pairs[0].source)
    assert memory.exact(pairs[9_999].source)
    memory._file._writer.execute("PRAGMA max_page_count = 1000000")
    assert memory.add(pairs) == 11_000
    assert memory.fuzzy(pairs[20_999].source)
    memory.close()


def test_bytes_that_are_wrong_end_in_one_line_and_never_in_anything_else(path: Path) -> None:
    memory = Memory.open(path)
    pairs = many(600)
    memory.add(pairs)
    for _ in memory.seal():
        pass
    memory.close()
    whole, choice = path.read_bytes(), random.Random(9)
    saved = []
    for _ in range(25):
        data = bytearray(whole)
        for _ in range(3):
            start = choice.randrange(100, len(data) - 2_000)
            data[start : start + 2_000] = choice.randbytes(2_000)
        path.write_bytes(data)
        try:
            memory = Memory.open(path)
        except WorkbenchError as error:
            assert "\n" not in str(error)
            continue
        try:
            for pair in pairs[::100]:
                memory.fuzzy(pair.source)
                memory.exact(pair.source)
            memory.add([PAIR])
            saved.append(len(list(memory.pairs())))
        except WorkbenchError as error:
            assert "\n" not in str(error)
            saved.append(len(salvaged(memory)))
        memory.close()
    assert max(saved) > 300


@pytest.mark.parametrize("part", [0.3, 0.6, 0.98])
def test_what_is_left_of_a_file_that_was_cut_off_is_saved(path: Path, part: float) -> None:
    memory = Memory.open(path)
    pairs = many(3_000)
    memory.add(pairs)
    for _ in memory.seal():
        pass
    memory.close()
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * part) // 8_192 * 8_192])
    assert "is damaged" in said(path)
    memory = Memory.open(path, salvage=True)
    saved = list(memory.pairs(salvage=True))
    assert not memory.writable
    memory.close()
    assert len(saved) > part * 1_000
    assert set(map(words, saved)) <= set(map(words, pairs))


def test_a_row_that_is_no_pair_is_none(path: Path) -> None:
    memory = Memory.open(path)
    memory.add([PAIR, *many(3)])
    changed(path, "UPDATE pair SET place = 'x' WHERE id = 2", "UPDATE pair SET source = x'00' WHERE id = 3")
    assert len(list(memory.pairs())) == 2
    memory.close()


def words(pair: Pair) -> tuple[str, str]:
    return pair.source.text, pair.target.text


def salvaged(memory: Memory) -> list[Pair]:
    try:
        return list(memory.pairs(salvage=True))
    except WorkbenchError:
        return []


def test_it_is_set_aside_with_all_that_belongs_to_it(filled: Path) -> None:
    aside = set_aside(filled)
    assert aside.name == "eu.sqlite.broken-1"
    assert not filled.exists()
    memory = Memory.open(filled)
    assert memory.exact(TEXT) == ()
    memory.close()
    assert set_aside(filled) == aside
    memory = Memory.open(aside)
    assert memory.exact(TEXT) == ()
    memory.close()


_ADDS = """
import os, sys
from pathlib import Path
from workbench.memory import Memory, Pair
from workbench.text import Inline

memory = Memory.open(Path(sys.argv[1]))
for number in range(100000):
    memory.put_paragraph("a.txt", number, [Pair(Inline(f"Das ist Satz {number} von vielen."), Inline(f"{number}."))])
    print(number, flush=True)
"""


def test_a_program_that_is_killed_while_it_writes_leaves_what_it_told(path: Path) -> None:
    writer = subprocess.Popen([sys.executable, "-c", _ADDS, str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout
    told = -1
    for line in writer.stdout:
        told = int(line)
        if told == 40:
            writer.kill()
            break
    writer.communicate()
    memory = Memory.open(path)
    contents = memory.contents("a.txt")
    assert set(range(told + 1)) <= contents.keys()
    assert len(list(memory.pairs())) == len(contents)
    assert memory.fuzzy(Inline("Das ist Satz 7 von vielen."))
    assert memory.stamps() == {"a.txt": ""}
    memory.close()


def test_it_is_ours_by_what_stands_in_its_beginning(filled: Path) -> None:
    data = filled.read_bytes()
    assert data[68:72] == APPLICATION.to_bytes(4, "big") == b"WBM1"
