"""`workbench memory`: files of other programs taken in, written again, looked into, deleted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.test_memory_round_trip import PAIRS
from tests.test_tmx_programs import FILES, pairs_of
from workbench.cli import main
from workbench.export.memory_tmx import memory_as_tmx
from workbench.memory import Memory, Pair
from workbench.memory import table as memory_table
from workbench.project import Project
from workbench.project.memories.places import named_folder, named_memories, named_memory, own_memory, unused_memories
from workbench.project.memories.taking_in import usual_name
from workbench.project.settings.settings import read_settings
from workbench.text import Inline


class Done(NamedTuple):
    """What came of a command."""

    returncode: int
    stdout: str
    stderr: str


class Memories:
    """`workbench memory …`, in a folder."""

    def __init__(self, capsys: pytest.CaptureFixture[str], here: Path) -> None:
        self._capsys, self._here = capsys, here

    def __call__(self, *words: object, cwd: Path | None = None) -> Done:
        with chdir(cwd or self._here):
            status = main(["memory", *map(str, words)])
        return Done(status, *self._capsys.readouterr())

    def taken(self, name: str = "omegat.tmx", *more: str) -> str:
        return self("import", FILES / name, *more).stdout


@pytest.fixture
def memory(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Iterator[Memories]:
    here = tmp_path / "here"
    here.mkdir()
    yield Memories(capsys, here)


def test_a_file_is_taken_into_a_memory_of_its_name_and_what_is_left_is_told(memory: Memories) -> None:
    done = memory("import", (FILES / "omegat.tmx"))
    assert done.returncode == 1  # one unit has no English
    assert f"{FILES / 'omegat.tmx'}: 3 pairs, 3 of them new in the memory omegat" in done.stdout
    assert "omegat.tmx:15: 1 unit is not in German and English, and is left out" in done.stderr
    assert named_memories() == ("omegat",)
    assert named_folder().stat().st_mode & 0o777 == 0o700


def test_what_is_there_is_passed_over_the_second_time(memory: Memories) -> None:
    memory.taken()
    assert "3 pairs, 0 of them new" in memory.taken()


def test_several_files_go_into_one_memory_and_one_that_cannot_be_read_stops_no_other(
    memory: Memories, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.tmx"
    bad.write_text("kein XML")
    files = [(FILES / "matecat.tmx"), str(bad), (FILES / "weblate.tmx")]
    done = memory("import", *files, "--into", "alles")
    assert done.returncode == 2
    assert "bad.tmx: is no TMX" in done.stderr
    assert done.stdout.count("in the memory alles") == 2
    assert named_memories() == ("alles",)


def test_a_file_of_which_nothing_can_be_taken_leaves_no_memory(memory: Memories, tmp_path: Path) -> None:
    bad = tmp_path / "bad.tmx"
    bad.write_text("<tmx><body/></tmx>")
    assert memory("import", str(bad)).returncode == 2
    assert named_memories() == ()


def test_with_a_penalty_the_project_here_asks_for_it(memory: Memories, project_folder: Path) -> None:
    done = memory("import", (FILES / "matecat.tmx"), "--penalty", "5", cwd=project_folder)
    assert "project.yaml: the memory matecat is asked, with 5 % taken off its matches" in done.stdout
    (one,) = read_settings(project_folder).settings.memories
    assert (one.name, one.penalty) == ("matecat", 5)
    memory("import", (FILES / "matecat.tmx"), "--penalty", "0", cwd=project_folder)
    assert [one.penalty for one in read_settings(project_folder).settings.memories] == [0]
    refused = memory("import", (FILES / "matecat.tmx"), "--penalty", "31", cwd=project_folder)
    assert (refused.returncode, "--penalty: cannot be 31 – give 0 to 30 percent" in refused.stderr) == (2, True)


def test_what_nobody_reviewed_can_be_said_to_be_reviewed(memory: Memories, tmp_path: Path) -> None:
    table = tmp_path / "liste.tsv"
    table.write_text("Der Ast bricht.\tThe branch breaks.\n", encoding="utf-8")
    memory("import", str(table))
    memory("import", str(table), "--into", "sicher", "--reviewed")
    told = {one["name"]: one["trust"] for one in json.loads(memory("info", "--json").stdout)}
    assert told["liste"]["unreviewed"] == told["sicher"]["reviewed"] == 1


@pytest.mark.feature("memories for other programs")
@pytest.mark.parametrize("name", ["alles.tmx", "alles.tsv"])
def test_what_is_exported_is_imported_again_as_it_was(memory: Memories, tmp_path: Path, name: str) -> None:
    source, out = tmp_path / "a.tmx", tmp_path / name
    source.write_bytes(b"".join(memory_as_tmx(PAIRS)))
    memory("import", str(source))
    done = memory("export", "a", str(out))
    assert (done.returncode, done.stdout) == (0, f"{out}: 3 pairs\n")
    memory("import", str(out), "--into", "b")
    again = tmp_path / "again.tmx"
    memory("export", "b", str(again))
    assert sorted(pairs_of(again), key=str) == sorted(PAIRS, key=str)


def test_export_writes_over_nothing_unless_it_is_said(memory: Memories, tmp_path: Path) -> None:
    memory.taken()
    out = tmp_path / "a.tmx"
    out.write_text("meins")
    done = memory("export", "omegat", str(out))
    assert (done.returncode, "is there already – choose another name, or say --replace" in done.stderr) == (2, True)
    assert out.read_text() == "meins"
    assert memory("export", "omegat", str(out), "--replace").returncode == 0
    assert "name it .tmx, .tsv or .xlsx" in memory("export", "omegat", str(tmp_path / "a.docx")).stderr


def test_what_can_be_read_of_a_damaged_memory_is_saved(memory: Memories, tmp_path: Path) -> None:
    table = tmp_path / "viele.tsv"
    words = "".join(
        f"Der Satz {at} handelt vom Wetter in {at * 7} Orten.\tSentence {at} is on weather.\n" for at in range(4_000)
    )
    table.write_text(words, encoding="utf-8")
    memory("import", table)
    path = named_memory("viele")
    data = bytearray(path.read_bytes())
    middle = len(data) // 3 // 8_192 * 8_192
    data[middle : middle + 8_192] = bytes(8_192)
    path.write_bytes(data)
    out = tmp_path / "saved.tmx"
    done = memory("export", "viele", out, "--salvage")
    assert done.returncode == 0
    saved = len(pairs_of(out))
    assert 2_000 < saved < 4_000
    assert f"saved.tmx: {saved:,} pairs saved, {4_000 - saved:,} could not be read" in done.stdout
    (path.parent / "viele.sqlite").unlink()
    memory("import", out, "--into", "viele")
    assert f"{saved:,} pairs saved, all that there were" in memory("export", "viele", "again.tmx", "--salvage").stdout


def test_one_memory_that_cannot_be_read_stops_no_search(memory: Memories) -> None:
    memory.taken()
    named_memory("kaputt").write_text("kein SQLite")
    done = memory("search", "OmegaT")
    assert "kaputt.sqlite: is no translation memory" in done.stderr
    assert memory("search", "Rat", "--memory", "kaputt").returncode == 2
    nothing = memory("search", "Xylophon", "--memory", "omegat")
    assert (nothing.returncode, nothing.stderr.count("“Xylophon” was not found, nor a sentence like it")) == (1, 1)
    found = memory("search", Memory.open(named_memory("omegat")).pairs().__next__().source.text)
    assert (found.returncode, "100 %" in found.stdout) == (0, True)


def test_a_file_of_which_nothing_goes_into_a_memory_makes_none(memory: Memories, tmp_path: Path) -> None:
    long = tmp_path / "long.tsv"
    long.write_text(f"de\ten\n{'Wort ' * 5_000}\t{'Word ' * 5_000}\n")
    done = memory("import", long)
    assert (done.returncode, done.stdout) == (1, f"{long}: nothing of it goes into a memory\n")
    assert "long.tsv:2: 1 " in done.stderr
    assert "is a folder, not a file – name an ordinary file" in memory("import", tmp_path).stderr
    assert named_memories() == ()


def test_how_many_pairs_are_kept_when_the_disk_is_full(
    memory: Memories, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "viele.tsv"
    table.write_text("".join(f"Satz {at} vom Wetter.\tSentence {at}.\n" for at in range(25_000)), encoding="utf-8")
    put_in = memory_table.put_in

    def full(connection: sqlite3.Connection, pair: Pair, *rest: Any) -> None:
        if pair.target.text == "Sentence 19500.":
            connection.execute("PRAGMA max_page_count = 1")
        put_in(connection, pair, *rest)

    monkeypatch.setattr(memory_table, "put_in", full)
    done = memory("import", table)
    assert "the disk is full; the first 10,000 pairs are kept" in done.stderr
    assert Memory.open(named_memory("viele")).info().pairs == 10_000


def test_a_memory_there_is_not_is_told_with_those_there_are(memory: Memories) -> None:
    memory.taken()
    for words in (
        ("export", "nichts", "a.tmx"),
        ("info", "nichts"),
        ("clear", "nichts"),
        ("search", "x", "--memory", "nichts"),
    ):
        assert "nichts: there is no memory of this name – there are omegat" in memory(*words).stderr


@pytest.mark.parametrize("name", ["../x", "a/b", ".x", "con", "x" * 61, "a\x1b[2J"])
def test_a_name_that_cannot_be_that_of_a_file_everywhere_is_refused(memory: Memories, name: str) -> None:
    done = memory("import", (FILES / "omegat.tmx"), "--into", name)
    assert (done.returncode, "cannot be the name of a memory" in done.stderr) == (2, True)
    assert named_memories() == ()


def test_names_are_one_whatever_their_capitals(memory: Memories) -> None:
    memory.taken()
    assert "0 of them new in the memory OmegaT" in memory.taken("omegat.tmx", "--into", "OmegaT")
    assert named_memories() == ("omegat",)


def test_info_tells_how_much_there_is_and_where(memory: Memories) -> None:
    assert memory("info").stderr == "workbench: there is no memory yet\n"
    memory.taken("trados.tmx")
    said = memory("info").stdout
    assert "trados: 3 pairs (1 reviewed, 1 unreviewed, 1 aligned)" in said
    assert "made: 2021-05-03 to 2021-06-03" in said
    assert str(named_memory("trados")) in said


@pytest.mark.feature("search in memories and glossary")
def test_search_tells_what_is_like_a_sentence_and_what_has_its_words(memory: Memories) -> None:
    memory.taken("matecat.tmx")
    like = memory("search", "Die Uhr schlägt elf.")
    assert "75 %  Die Uhr schlägt zwölf." in like.stdout
    assert "(matecat, 2024-02-20)" in like.stdout
    words = memory("search", "strikes", "--english", "--json")
    assert [row["german"] for row in json.loads(words.stdout)] == ["Die Uhr schlägt zwölf."]
    assert memory("search", "Leuchtturm").returncode == 1


def test_clear_deletes_a_memory_when_it_is_agreed(memory: Memories) -> None:
    memory.taken()
    done = memory("clear", "omegat")
    assert (done.returncode, "there is no terminal to ask at – say --yes" in done.stderr) == (2, True)
    assert memory("clear", "omegat", "--yes").stdout.endswith("deleted: omegat\n")
    assert named_memories() == ()
    assert not list(named_folder().iterdir())


def test_memories_of_projects_that_are_gone_can_be_cleared(memory: Memories, tmp_path: Path) -> None:
    gone, here = tmp_path / "gone", tmp_path / "there"
    for root in (gone, here):
        root.mkdir()
        path = own_memory(root)
        path.parent.mkdir(parents=True, exist_ok=True)
        Memory.open(path, of_project=str(root)).close()
    assert unused_memories() == ()
    gone.rmdir()
    assert [root for _, root in unused_memories()] == [str(gone)]
    assert memory("clear", "--unused", "--yes").stdout.endswith(f"deleted: {gone}\n")
    assert own_memory(here).exists()
    assert "every memory belongs to a project that is there" in memory("clear", "--unused").stdout


def test_a_link_in_the_place_of_a_memory_is_refused(memory: Memories, tmp_path: Path) -> None:
    named_folder().mkdir(parents=True)
    (named_folder() / "fremd.sqlite").symlink_to(tmp_path / "elsewhere")
    done = memory("import", (FILES / "matecat.tmx"), "--into", "fremd")
    assert (done.returncode, "is a symbolic link in the place of a memory" in done.stderr) == (2, True)
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("eu-2023.tmx", "eu-2023"),
        ("x/kunde.v2.tmx.gz", "kunde"),
        ("Rede 3.5.txt", "Rede 3"),
        (".tmx", "tmx"),
        ("a:b?.tsv", "a-b"),
        ("....tmx", "imported"),
        ("con.tmx", "imported"),
    ],
)
def test_a_memory_is_called_as_its_file(file: str, name: str) -> None:
    assert usual_name(Path(file)) == name


def test_the_projects_own_memory_is_as_its_records_are_when_a_command_asks_it(memory: Memories, tmp_path: Path) -> None:
    article = tmp_path / "here" / "brief.txt"
    article.write_text("Die Tür ist zu.\n", encoding="utf-8")
    with Project.open(article) as project:
        translation = project.open_document("brief.txt")
        translation.edit(0, Inline("The door is shut."))
        translation.accept(0)
        translation.save()
    assert "The door is shut." in memory("search", "Die Tür ist zu.").stdout
    assert "the project's own: 1 pair of 1 document" in memory("info").stdout
