"""The draft cache: it keeps drafts over a restart, stays small, and never stops the program."""

import os
import sqlite3
import threading
from pathlib import Path

import pytest

from workbench.engine import DraftCache


def test_what_was_put_is_there_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "new" / "drafts.sqlite"
    with DraftCache(file) as cache:
        cache.put_many({"a": "eins", "b": "zwei"})
        cache.put_many({"b": "drei"})
    with DraftCache(file) as cache:
        assert cache.get_many(["a", "b", "c"]) == {"a": "eins", "b": "drei"}


def test_many_keys_are_asked_at_once() -> None:
    with DraftCache(None) as cache:
        cache.put_many({str(number): "x" for number in range(3000)})
        assert len(cache.get_many([str(number) for number in range(4000)])) == 3000


def test_the_oldest_go_when_it_grows_too_large(tmp_path: Path) -> None:
    with DraftCache(tmp_path / "c", largest=100) as cache:
        for number in range(150):
            cache.put_many({str(number): "x"})
        kept = cache.get_many([str(number) for number in range(150)])
    assert len(kept) <= 100
    assert "149" in kept and "0" not in kept


@pytest.mark.parametrize(
    "content", [b"no database at all, just some text " * 40, b"SQLite format 3\x00" + b"\xff" * 5000]
)
def test_a_broken_file_is_set_aside(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "drafts.sqlite"
    file.write_bytes(content)
    with DraftCache(file) as cache:
        cache.put_many({"a": "1"})
        assert cache.get_many(["a"]) == {"a": "1"}
    assert (tmp_path / "drafts.sqlite.broken").read_bytes() == content
    with DraftCache(file) as cache:
        assert cache.get_many(["a"]) == {"a": "1"}


def test_a_locked_file_is_read_and_not_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "drafts.sqlite"
    with DraftCache(file) as cache:
        cache.put_many({"a": "1"})
        other = sqlite3.connect(file)
        other.execute("BEGIN IMMEDIATE")
        cache.put_many({"b": "2"})
        assert cache.get_many(["a", "b"]) == {"a": "1"}
        other.close()


def test_a_file_locked_from_the_start_does_not_stop_the_program(tmp_path: Path) -> None:
    file = tmp_path / "drafts.sqlite"
    other = sqlite3.connect(file)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("CREATE TABLE elsewhere (x)")
    other.execute("BEGIN EXCLUSIVE")
    with DraftCache(file) as cache:
        cache.put_many({"a": "1"})
        cache.get_many(["a"])
    other.close()


def test_a_place_that_cannot_be_written_does_not_stop_the_program(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for path in (tmp_path, tmp_path / "file" / "drafts.sqlite", tmp_path / ("n" * 300)):
        with DraftCache(path) as cache:
            cache.put_many({"a": "1"})
            assert cache.get_many(["a"]) in ({"a": "1"}, {})


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write everywhere")
def test_a_read_only_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "drafts.sqlite"
    with DraftCache(file) as cache:
        cache.put_many({"a": "1"})
    file.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        with DraftCache(file) as cache:
            cache.put_many({"b": "2"})
            assert cache.get_many(["a"]) == {"a": "1"}
    finally:
        tmp_path.chmod(0o700)


def test_it_is_used_by_several_threads() -> None:
    with DraftCache(None) as cache:
        threads = [threading.Thread(target=cache.put_many, args=({str(n): "x"},)) for n in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(cache.get_many([str(n) for n in range(20)])) == 20


def test_after_closing_nothing_is_found_and_nothing_fails() -> None:
    cache = DraftCache(None)
    cache.close()
    cache.put_many({"a": "1"})
    assert cache.get_many(["a"]) == {}
