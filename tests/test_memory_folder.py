"""Files that are put into a project's `memories/`: memories as long as they lie there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.desk import Desk, desk_on
from tests.memory_material import THANKS, make
from tests.test_memories_at_work import KNOWN, OURS, TABLE
from tests.test_tmx_programs import FILES
from workbench.cli import main
from workbench.export.memory_tmx import memory_as_tmx
from workbench.memory import Pair
from workbench.project import Project, memory_origins
from workbench.project.folder.layout import layout_of
from workbench.project.folder.memory_files import MOST_FILES, laid_files
from workbench.project.memories.not_taken_in import not_taken_in
from workbench.project.memories.places import file_memories, named_memories, own_memory, take_away
from workbench.text import Inline

WIDE = (150, 40)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one article and an empty folder for memories."""
    root = make(tmp_path / "news", {"a.txt": f"{THANKS}\n\nDer Rat tagt morgen.\n\n{KNOWN[:-1]} mit.\n"})
    (root / "memories").mkdir()
    monkeypatch.chdir(root)
    return root


def put(place: Path, *pairs: tuple[str, str]) -> Path:
    """A TMX with these pairs, put where it is said in one go, as a file is that was moved there."""
    place.parent.mkdir(parents=True, exist_ok=True)
    made = place.with_name(f".{place.name}")
    made.write_bytes(b"".join(memory_as_tmx(Pair(Inline(de), Inline(en)) for de, en in pairs)))
    made.replace(place)
    return place


def asked(root: Path) -> dict[str, list[str]]:
    """The memories of files, with the English of each, when a command has brought them up to date."""
    with Project.open(root) as project:
        for _ in project.remember():
            pass
        return {
            one.file.name: [pair.target.text for pair in one.memory.pairs()] for one in project.memories.laid_in.asked()
        }


def made_of_files(root: Path) -> list[Path]:
    """What was made of files, without what SQLite keeps beside it."""
    return sorted(path for path in file_memories(root).iterdir() if path.suffix == ".sqlite")


async def until_asked(desk: Desk, number: int) -> None:
    """Wait until so many memories of files are asked, and what follows from it is done."""
    await desk.until(lambda: desk.app.session.project.memories.laid_in.number == number)
    await desk.settled()


@pytest.mark.feature("a file put into a folder is a memory")
async def test_a_file_that_lies_there_fills_and_is_offered_and_says_where_it_is_from(root: Path) -> None:
    put(root / "memories" / "kunde.tmx", (THANKS, OURS), ("Der Rat tagt heute.", "The council meets today."))
    async with desk_on(root, WIDE) as desk:
        await until_asked(desk, 1)
        await desk.until(lambda: desk.english(1) == OURS)
        assert [origin.told for origin in memory_origins(desk.screen.records[0])] == ["100 % kunde.tmx"]
        await desk.go_to(2)
        await desk.until(lambda: "75 %" in desk.shown())
        assert "kunde.tmx" in desk.shown()


@pytest.mark.feature("a file put into a folder is a memory")
async def test_one_put_there_while_the_project_is_open_is_taken_again_when_it_changes_and_goes(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await desk.settled()
        draft = desk.english(1)
        file = put(root / "memories" / "kunde.tmx", (THANKS, OURS))
        await desk.until(lambda: desk.english(1) == OURS)
        await desk.until(lambda: "New memory: kunde.tmx, 1 pair." in desk.status)
        put(file, (THANKS, "We thank you for your patience."))
        await desk.until(lambda: desk.english(1) == "We thank you for your patience.")
        file.unlink()
        await until_asked(desk, 0)
        await desk.until(lambda: desk.english(1) == draft)
    assert made_of_files(root) == []


async def test_what_a_person_wrote_stays_when_a_file_comes(root: Path) -> None:
    async with desk_on(root, WIDE) as desk:
        await desk.settled()
        await desk.press("enter")
        await desk.type("My own. ")
        await desk.press("escape")
        mine = desk.english(1)
        put(root / "memories" / "kunde.tmx", (THANKS, OURS))
        await until_asked(desk, 1)
        assert desk.english(1) == mine


@pytest.mark.feature("a file put into a folder is a memory")
def test_every_format_that_can_be_imported_can_be_put_there_and_other_files_are_passed_over(root: Path) -> None:
    memories = root / "memories"
    for name in ("omegat.tmx", "matecat.tmx"):
        shutil.copy(FILES / name, memories)
    (memories / "kunde.tsv").write_text(TABLE, encoding="utf-8")
    (memories / "LIESMICH.txt").write_text("Von der Kundin, 2024.\n", encoding="utf-8")
    (memories / ".DS_Store").write_bytes(b"\0")
    (memories / "halb.tmx.part").write_text("<tmx")
    (memories / "alt" / "2019").mkdir(parents=True)
    shutil.copy(FILES / "weblate.tmx", memories / "alt" / "2019" / "w.tmx")
    found = asked(root)
    assert list(found) == ["alt/2019/w.tmx", "kunde.tsv", "matecat.tmx", "omegat.tmx"]
    assert OURS in found["kunde.tsv"]


def test_nothing_is_written_into_the_project_and_what_was_made_is_known_again(root: Path) -> None:
    put(root / "memories" / "kunde.tmx", (THANKS, OURS))
    asked(root)
    (made,) = made_of_files(root)
    before = made.stat().st_mtime_ns
    asked(root)
    assert [path.stat().st_mtime_ns for path in made_of_files(root)] == [before]
    assert [path.name for path in (root / "memories").iterdir()] == ["kunde.tmx"]
    assert named_memories() == ()
    take_away(own_memory(root))
    assert not file_memories(root).exists()


@pytest.mark.feature("penalties")
@pytest.mark.parametrize(
    ("folder", "settings", "told"),
    [
        ("", "", "100 %"),
        ("unreviewed", "", "95 % (100 − 5 unreviewed)"),
        ("mt", "", "95 % (100 − 5 unreviewed)"),
        ("aligned", "", "97 % (100 − 3 aligned)"),
        ("foreign", "", "99 % (100 − 1 foreign)"),
        ("penalty-010", "", "90 % (100 − 10 kunde.tmx)"),
        ("penalty-90/aligned", "", "70 % (100 − 30"),
        ("alt/penalty-5/2019", "memories:\n  Kunde.tmx: 20\n", "80 % (100 − 20"),
        ("reviewed", "memories:\n  kunde.tmx: 7\n", "93 % (100 − 7"),
    ],
)
async def test_what_is_taken_off_is_told_by_its_folders_or_the_settings(
    root: Path, folder: str, settings: str, told: str
) -> None:
    (root / "project.yaml").write_text(settings, encoding="utf-8")
    put(root / "memories" / folder / "kunde.tmx", (THANKS, OURS))
    async with desk_on(root, WIDE) as desk:
        await until_asked(desk, 1)
        await desk.until(lambda: told in " ".join(desk.shown().split()))
        assert (desk.english(1) == OURS) == (told == "100 %")
        assert not desk.app.session.project.memories.problems


@pytest.mark.feature("a file put into a folder is a memory")
@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("kaputt.tmx", b"kein XML", "kaputt.tmx: is no TMX"),
        ("leer.tmx", b"", "leer.tmx"),
        ("bombe.tmx", b'<!DOCTYPE t [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><tmx><body/></tmx>', "bombe.tmx"),
        ("kaputt.xlsx", b"PK\3\4kein Archiv", "kaputt.xlsx"),
        ("bild.png", b"\x89PNG", "bild.png: is of a format that no memory is taken from"),
    ],
)
async def test_a_bad_file_ends_in_one_line_and_the_others_are_taken(
    root: Path, name: str, data: bytes, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "memories" / name).write_bytes(data)
    put(root / "memories" / "gut.tmx", (THANKS, OURS))
    assert main(["translate", "sources/a.txt"]) == 0
    lines = [line for line in capsys.readouterr().err.splitlines() if "memories" in line]
    assert len(lines) == 1
    assert told in lines[0]
    async with desk_on(root, WIDE) as desk:
        await until_asked(desk, 1)
        await desk.until(lambda: told.partition(":")[0] in " ".join(desk.status.split()))
        assert desk.english(1) == OURS


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_a_link_to_nothing_and_a_folder_that_is_a_file_keep_nobody_waiting(root: Path) -> None:
    os.mkfifo(root / "memories" / "rohr.tmx")
    (root / "memories" / "weg.tmx").symlink_to(root / "nirgends.tmx")
    assert asked(root) == {}
    (problem,) = not_taken_in(root).bad
    mend = "take it out of the folder, or put an ordinary file in its place"
    assert str(problem).endswith(f"rohr.tmx: is not an ordinary file but a pipe – {mend}")
    shutil.rmtree(root / "memories")
    (root / "memories").write_text("kein Ordner")
    assert asked(root) == {}


def test_one_that_is_damaged_afterwards_is_made_anew(root: Path) -> None:
    put(root / "memories" / "kunde.tmx", (THANKS, OURS))
    asked(root)
    (made,) = made_of_files(root)
    made.write_bytes(b"kein SQLite")
    assert asked(root) == {"kunde.tmx": [OURS]}


def test_commands_look_into_it_under_the_name_of_the_file(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(root / "memories" / "alt" / "kunde.tmx", (THANKS, OURS))
    assert main(["translate", "sources/a.txt"]) == 0
    assert main(["memory", "info"]) == 0
    assert "alt/kunde.tmx: 1 pair (1 reviewed)" in capsys.readouterr().out
    assert main(["memory", "search", THANKS]) == 0
    assert "(alt/kunde.tmx" in capsys.readouterr().out
    assert main(["memory", "export", "alt/kunde.tmx", "aus.tsv"]) == 0
    assert OURS in (root / "aus.tsv").read_text(encoding="utf-8")


def test_a_file_that_is_still_being_copied_is_waited_for(root: Path) -> None:
    with Project.open(root) as project:
        files = project.memories.laid_in
        assert not files.look().waits
        file = put(root / "memories" / "kunde.tmx", (THANKS, OURS))
        assert not files.look().waits  # it has come: is that all of it?
        with file.open("ab") as copied:
            copied.write(b"\n")
        assert not files.look().waits
        assert files.look().waits
        assert [done.pairs for done in files.take_in() if done] == [1]
        assert files.look().came == ()
        assert files.number == 1


def test_more_files_than_can_be_asked_are_told_and_the_first_are_asked(root: Path) -> None:
    for number in range(MOST_FILES + 1):
        (root / "memories" / f"{number:04}.tmx").touch()
    files, (problem,) = laid_files(layout_of(root))
    assert (len(files), files[0].name) == (MOST_FILES, "0000.tmx")
    assert "has 101 files, of which the first 100 are asked" in str(problem)


def test_where_nothing_can_be_kept_it_is_told_and_the_work_goes_on(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file_memories(root).parent.mkdir(parents=True, exist_ok=True)
    file_memories(root).write_text("ein Hindernis")
    put(root / "memories" / "kunde.tmx", (THANKS, OURS))
    assert main(["translate", "sources/a.txt"]) == 0
    (told,) = (line for line in capsys.readouterr().err.splitlines() if ".files" in line)
    assert "cannot be made" in told
